import { ShortText } from "@vibe/icons";
import { LineEditor } from "../editors/LineEditor";
import { cellType } from "./CellType";

export const text = cellType<string>({
  icon: ShortText,
  width: 200,
  align: "start",
  Content: ({ value }) => <span className="cell-text">{value}</span>,
  Editor: LineEditor,
  isTyped: true,
  textOf: (value) => value,
  parse: (given) => given,
});
