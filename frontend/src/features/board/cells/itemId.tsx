import { Key } from "@vibe/icons";
import { cellType } from "./CellType";

export const itemId = cellType<number>({
  icon: Key,
  width: 110,
  ofRow: (row) => row.id,
  Content: ({ value }) => <span className="cell-text">{value}</span>,
  textOf: String,
});
