import { Status } from "@vibe/icons";
import { StatusEditor } from "../editors/StatusEditor";
import { StatusLabels } from "../settings/StatusLabels";
import { labelOf, NO_STATUS, statusColor, statusIndex, textOn } from "../values";
import { cellType } from "./CellType";

export interface StatusValue {
  index: number;
  update_id: number | null;
}

export const status = cellType<StatusValue>({
  icon: Status,
  width: 140,
  Content: ({ column, value }) => {
    const color = statusColor(value.index);
    return (
      <span className="cell-status" style={{ background: color, color: textOn(color) }}>
        {labelOf(column, value.index)}
      </span>
    );
  },
  Editor: StatusEditor,
  textOf: (value, { column }) => labelOf(column, statusIndex(value) ?? NO_STATUS),
  parse(label, column) {
    const labels = (column.settings.labels ?? {}) as Record<string, string>;
    const wanted = label.toLocaleLowerCase();
    for (const [index, text] of Object.entries(labels)) {
      if (text.toLocaleLowerCase() === wanted) return { index: Number(index), update_id: null };
    }
    throw new Error(`“${column.title}” has no label “${label}”.`);
  },
  bodyOf: (value) => ({ type: "status", index: value?.index ?? null }),
  Settings: StatusLabels,
});
