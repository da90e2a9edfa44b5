import { Text } from "@vibe/icons";
import { plain } from "../values";
import { cellType } from "./CellType";

/** What the server has and this app doesn't know yet: shown where it is a plain text. */
export const other = cellType<unknown>({
  icon: Text,
  width: 160,
  Content: ({ value }) => <span className="cell-text">{plain(value)}</span>,
  textOf: plain,
  isComing: true,
});
