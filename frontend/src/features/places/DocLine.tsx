import { Doc, DocPrivate, DocShareable } from "@vibe/icons";
import { NavLink } from "react-router";
import type { DocInList } from "../../api/queries";
import { texts } from "../../texts";

const MARKS = { public: Doc, share: DocShareable, private: DocPrivate };

/** A doc in the side bar. */
export function DocLine({ doc }: { doc: DocInList }) {
  const kind = doc.kind as keyof typeof MARKS;
  const Mark = MARKS[kind];
  return (
    <li>
      <div className="side-line">
        <NavLink to={`/docs/${doc.id}`} draggable={false}>
          <Mark size="16" aria-label={texts.docs.kinds[kind]} />
          <span className="side-name">{doc.name}</span>
        </NavLink>
      </div>
    </li>
  );
}
