import { File } from "@vibe/icons";
import { useMe } from "../../../api/queries";
import { Small } from "../../files/FileCards";
import { FilesEditor } from "../editors/FilesEditor";
import { cellType } from "./CellType";
import { type FilesValue, filesBody, namesOf, shownFiles } from "./filesValue";

const MOST_SHOWN = 3;

/** Files and links. */
export const file = cellType<FilesValue>({
  icon: File,
  width: 160,
  Content: ({ value }) => <Files value={value} />,
  Editor: FilesEditor,
  textOf: namesOf,
  bodyOf: filesBody,
});

function Files({ value }: { value: FilesValue }) {
  const files = shownFiles(value, useMe().account_id);
  const [first] = files;
  return (
    <span className="cell-files" title={namesOf(value)}>
      {files.slice(0, MOST_SHOWN).map((one) => (
        <Small key={one.key} file={one} />
      ))}
      {files.length === 1 && first && <span>{first.name}</span>}
      {files.length > MOST_SHOWN && <span>+{files.length - MOST_SHOWN}</span>}
    </span>
  );
}
