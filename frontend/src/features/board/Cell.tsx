// One cell as it is shown when nobody edits it.

import type { Column, Row } from "../../api/queries";
import { Face } from "../../ui/Face";
import {
  dayIn,
  labelOf,
  type Names,
  personIds,
  plain,
  shownDay,
  shownNumber,
  shownRange,
  statusColor,
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
      const color = statusColor(index);
      return (
        <span className="cell-status" style={{ background: color, color: textOn(color) }}>
          {labelOf(column, index)}
        </span>
      );
    }
    case "person": {
      const users = personIds(value).flatMap((id) => names.users.get(id) ?? []);
      const [first] = users;
      if (!first) return null;
      const further = users.length > 1 ? ` +${users.length - 1}` : "";
      return (
        <span className="cell-person" title={users.map((user) => user.name).join(", ")}>
          <Face name={first.name} />
          <span>
            {first.name}
            {further}
          </span>
        </span>
      );
    }
    case "date":
      return <span>{shownDay(dayIn(value))}</span>;
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
      return <span className="cell-text">{plain(value)}</span>;
  }
}
