import { Update } from "@vibe/icons";
import { shownTime } from "../../../ui/time";
import { cellType } from "./CellType";

export const lastUpdated = cellType<number>({
  icon: Update,
  width: 190,
  ofRow: (row) => row.updated_at,
  Content: ({ value }) => <span className="cell-text">{shownTime(value)}</span>,
  textOf: (value) => shownTime(value),
});
