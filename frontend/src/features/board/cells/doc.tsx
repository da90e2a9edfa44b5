import { Doc } from "@vibe/icons";
import { cellType } from "./CellType";
import { type FilesValue, namesOf } from "./filesValue";

/** One doc of the pulse's own. */
export const doc = cellType<FilesValue>({
  icon: Doc,
  width: 160,
  Content: ({ value }) => (
    <span className="cell-text" title={namesOf(value)}>
      {namesOf(value)}
    </span>
  ),
  textOf: namesOf,
  isComing: true,
});
