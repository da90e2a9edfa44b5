// What opens in a cell that is edited, by the type of its column.

import { lazy, Suspense } from "react";
import type { EditorProps } from "./editors/EditorProps";
import { LineEditor } from "./editors/LineEditor";
import { PersonEditor } from "./editors/PersonEditor";
import { StatusEditor } from "./editors/StatusEditor";
import { TagsEditor } from "./editors/TagsEditor";

// The calendar comes when it is first needed.
const DateEditor = lazy(async () => ({
  default: (await import("./editors/DateEditor")).DateEditor,
}));
const TimelineEditor = lazy(async () => ({
  default: (await import("./editors/TimelineEditor")).TimelineEditor,
}));

export function Editor(props: EditorProps) {
  switch (props.column.type) {
    case "status":
      return <StatusEditor {...props} />;
    case "person":
      return <PersonEditor {...props} />;
    case "tags":
      return <TagsEditor {...props} />;
    case "date":
      return (
        <Suspense>
          <DateEditor {...props} />
        </Suspense>
      );
    case "timeline":
      return (
        <Suspense>
          <TimelineEditor {...props} />
        </Suspense>
      );
    default:
      return <LineEditor {...props} />;
  }
}
