import { LongText } from "@vibe/icons";
import { LongTextEditor } from "../editors/LongTextEditor";
import { cellType } from "./CellType";

export const longText = cellType<{ text: string }>({
  icon: LongText,
  width: 240,
  align: "start",
  Content: ({ value }) => <span className="cell-text">{value.text}</span>,
  Editor: LongTextEditor,
  textOf: (value) => value.text,
  parse: (text) => ({ text }),
});
