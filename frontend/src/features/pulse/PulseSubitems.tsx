// The subitems of a pulse, with their first values, and where another is added.

import { Link } from "react-router";
import type { Board, Column, Row } from "../../api/queries";
import { Waiting } from "../../app/Frame";
import { texts } from "../../texts";
import { AddField } from "../board/AddLine";
import { mayEditRow } from "../board/rights";
import { addSubitem } from "../board/subitems/adding";
import type { Subitems } from "../board/subitems/useSubitems";
import type { Names } from "../board/values";
import { FieldValue } from "./Fields";
import "./subitems.css";

const SHOWN_VALUES = 3;
const NEVER_SHOWN = ["name", "last_post"];

interface Props {
  parent: Row;
  board: Board;
  names: Names;
  subitems: Subitems;
}

export function PulseSubitems({ parent, board, names, subitems }: Props) {
  const rows = subitems.under.get(parent.id) ?? [];
  const columns = (subitems.board?.columns ?? [])
    .filter((column) => !NEVER_SHOWN.includes(column.type))
    .slice(0, SHOWN_VALUES);
  if (subitems.isWaiting) return <Waiting />;
  return (
    <section className="subitems" aria-label={texts.subitems.title}>
      {rows.length === 0 && <p className="quiet">{texts.subitems.none}</p>}
      {rows.length > 0 && (
        <div className="subitem-titles quiet" aria-hidden>
          <span />
          {columns.map((column) => (
            <span key={column.id}>{column.title}</span>
          ))}
        </div>
      )}
      <ul>
        {rows.map((row) => (
          <Subitem
            key={row.id}
            row={row}
            columns={columns}
            path={`/boards/${board.id}/pulses/${row.id}`}
            subitems={subitems}
          />
        ))}
      </ul>
      {board.may_write && (
        <AddField
          id={`panel-${parent.id}`}
          label={texts.subitems.addTo(parent.name)}
          placeholder={texts.subitems.add}
          onAdd={(name) => addSubitem(board, parent.id, name, names)}
        />
      )}
    </section>
  );
}

interface SubitemProps {
  row: Row;
  columns: Column[];
  path: string;
  subitems: Subitems;
}

function Subitem({ row, columns, path, subitems }: SubitemProps) {
  const { board, names, edits } = subitems;
  if (!board) return null;
  return (
    <li>
      <Link to={path}>{row.name}</Link>
      {columns.map((column) => (
        <FieldValue
          key={column.id}
          board={board}
          row={row}
          names={names}
          edits={edits}
          mayEdit={mayEditRow(board, row)}
          column={column}
          label={`${texts.pulse.edit(column.title)}: ${row.name}`}
        />
      ))}
    </li>
  );
}
