import { File } from "@vibe/icons";
import { cellType } from "./CellType";

export interface FilesValue {
  files: { name: string }[];
}

const shown = ({ files }: FilesValue) => files.map((one) => one.name).join(", ");

/** Files, links and docs. */
export const file = cellType<FilesValue>({
  icon: File,
  width: 160,
  Content: ({ value }) => (
    <span className="cell-text" title={shown(value)}>
      {shown(value)}
    </span>
  ),
  textOf: shown,
  isComing: true,
});
