import { Doc } from "@vibe/icons";
import { Link } from "react-router";
import { DocEditor } from "../editors/DocEditor";
import { cellType } from "./CellType";
import { type FilesValue, namesOf } from "./filesValue";

/** One doc of the pulse's own. */
export const doc = cellType<FilesValue>({
  icon: Doc,
  width: 160,
  align: "start",
  Content: ({ value, isInButton }) => {
    const inside = (
      <>
        <Doc size="16" aria-hidden />
        <span>{namesOf(value)}</span>
      </>
    );
    if (isInButton) return <span className="cell-doc">{inside}</span>;
    return (
      <Link
        className="cell-doc"
        to={`/docs/${value.files[0]?.doc_id}`}
        tabIndex={-1}
        title={namesOf(value)}
        onClick={(event) => event.stopPropagation()}
      >
        {inside}
      </Link>
    );
  },
  Editor: DocEditor,
  isKept: true,
  textOf: namesOf,
});
