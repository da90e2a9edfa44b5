// One cell as it is shown when nobody edits it.

import type { Column, Row } from "../../api/queries";
import { Face } from "../../ui/Face";
import {
  labelOf,
  type Names,
  personId,
  STATUS_COLORS,
  shownDay,
  shownNumber,
  shownRange,
  statusIndex,
  tagIds,
  textOn,
  timelineOf,
} from "./values";

interface Props {
  column: Column;
  row: Row;
  names: Names;
}

export function CellContent({ column, row, names }: Props) {
  const value = row.values[column.id];
  if (value === undefined || value === null) return null;
  switch (column.type) {
    case "status": {
      const index = statusIndex(value) ?? 0;
      const color = STATUS_COLORS[index] ?? STATUS_COLORS[0];
      return (
        <span className="cell-status" style={{ background: color, color: textOn(color) }}>
          {labelOf(column, index)}
        </span>
      );
    }
    case "person": {
      const user = names.users.get(personId(value) ?? 0);
      if (!user) return null;
      return (
        <span className="cell-person" title={user.name}>
          <Face name={user.name} />
          <span>{user.name}</span>
        </span>
      );
    }
    case "date":
      return <span>{shownDay(String(value))}</span>;
    case "timeline": {
      const line = timelineOf(value);
      return line ? <span className="cell-timeline">{shownRange(line)}</span> : null;
    }
    case "numeric":
      return <span className="cell-number">{shownNumber(column, String(value))}</span>;
    case "tags":
      return (
        <span className="cell-tags">
          {tagIds(value).map((id) => {
            const tag = names.tags.get(id);
            return tag ? <span key={id}>#{tag.name}</span> : null;
          })}
        </span>
      );
    default:
      return <span className="cell-text">{String(value)}</span>;
  }
}
