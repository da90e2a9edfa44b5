import { Counter } from "@vibe/icons";
import { cellType } from "./CellType";

/** Which of its board's pulses it was. */
export const autoNumber = cellType<number>({
  icon: Counter,
  width: 100,
  ofRow: (row) => row.number,
  Content: ({ value }) => <span className="cell-text">{value}</span>,
  textOf: String,
});
