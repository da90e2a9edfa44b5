import { Text } from "@vibe/icons";
import { cellType } from "./CellType";

/** The table has a cell of its own for it. */
export const name = cellType<string>({
  icon: Text,
  width: 360,
  align: "start",
  Content: ({ value }) => <span>{value}</span>,
  textOf: (value) => value,
  ofRow: (row) => row.name,
});
