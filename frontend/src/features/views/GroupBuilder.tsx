// By which column pulses stand together, in place of the board's groups.

import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { Pick } from "../../ui/Pick";
import { canGroupBy, type GroupedBy } from "../board/sections";
import "./filters.css";

interface Props {
  board: Board;
  groupedBy: GroupedBy | null;
  onChange: (groupedBy: GroupedBy | null) => void;
}

const FIRST = { direction: "asc", hides_empty: false } as const;

export function GroupBuilder({ board, groupedBy, onChange }: Props) {
  const columns = board.columns.filter(
    (column) => canGroupBy(column) || column.id === groupedBy?.column_id,
  );
  const chosen = columns.find(({ id }) => id === groupedBy?.column_id);
  return (
    <div className="sort-builder">
      <div className="sort-line">
        <select
          className="select rule-column"
          aria-label={texts.views.groupedBy}
          value={groupedBy?.column_id ?? ""}
          onChange={({ target: { value } }) =>
            onChange(value ? { ...FIRST, ...groupedBy, column_id: value } : null)
          }
        >
          <option value="">{texts.views.groupsOfBoard}</option>
          {columns.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        {groupedBy && (
          <select
            className="select sort-direction"
            aria-label={texts.views.direction}
            value={groupedBy.direction}
            onChange={({ target: { value } }) =>
              onChange({ ...groupedBy, direction: value as GroupedBy["direction"] })
            }
          >
            {Object.entries(texts.views.directions).map(([name, text]) => (
              <option key={name} value={name}>
                {text}
              </option>
            ))}
          </select>
        )}
      </div>
      {groupedBy && chosen?.type === "status" && (
        <Pick
          isOn={groupedBy.hides_empty}
          onToggle={() => onChange({ ...groupedBy, hides_empty: !groupedBy.hides_empty })}
        >
          {texts.views.hideEmpty}
        </Pick>
      )}
    </div>
  );
}
