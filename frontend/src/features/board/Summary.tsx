// What a group's rows come to, under each of its columns.

import type { Column, Row } from "../../api/queries";
import { texts } from "../../texts";
import { Stars } from "./cells/Stars";
import type { GridColumn } from "./grid";
import {
  labelOf,
  mostStars,
  rangeOf,
  sharesOf,
  shownNumber,
  shownRange,
  statusColor,
  sumOf,
} from "./values";

export function SummaryLine({ columns, rows }: { columns: GridColumn[]; rows: Row[] }) {
  return (
    <div className="summary" role="row" aria-label={texts.board.summary}>
      {columns.map((column) => (
        <div
          key={column.id}
          className="summary-cell"
          role="gridcell"
          style={{ width: column.width }}
        >
          <Summary column={column} rows={rows} />
        </div>
      ))}
    </div>
  );
}

function Summary({ column, rows }: { column: Column; rows: Row[] }) {
  if (rows.length === 0) return null;
  switch (column.type) {
    case "numeric": {
      const sum = sumOf(column, rows);
      if (!sum.count) return null;
      return (
        <span className="summary-sum">
          <b>{shownNumber(column, sum.total)}</b>
          <small>{texts.board.average(shownNumber(column, rounded(sum.average)))}</small>
        </span>
      );
    }
    case "status":
      return <Battery column={column} rows={rows} />;
    case "date":
    case "timeline": {
      const range = rangeOf(column, rows);
      return range ? <span className="cell-timeline">{shownRange(range)}</span> : null;
    }
    case "rating": {
      const { average, count } = sumOf(column, rows);
      return count ? <Stars count={Math.round(average)} most={mostStars(column)} /> : null;
    }
    case "checkbox":
      return (
        <span className="quiet">
          {rows.filter((row) => row.values[column.id]).length} / {rows.length}
        </span>
      );
    default:
      return null;
  }
}

function Battery({ column, rows }: { column: Column; rows: Row[] }) {
  const shares = sharesOf(column, rows);
  const told = shares
    .map(({ index, count }) => `${labelOf(column, index) || texts.board.empties}: ${count}`)
    .join(", ");
  return (
    <span className="battery" role="img" aria-label={told} title={told}>
      {shares.map(({ index, count }) => (
        <span
          key={index}
          style={{
            width: `${(count / rows.length) * 100}%`,
            background: statusColor(index),
          }}
        />
      ))}
    </span>
  );
}

const rounded = (number: number) => Math.round(number * 100) / 100;
