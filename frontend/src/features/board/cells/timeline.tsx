import { Timeline as Icon } from "@vibe/icons";
import { lazy, Suspense } from "react";
import { daysFrom } from "../parsing";
import { shownRange, type Timeline } from "../values";
import { cellType } from "./CellType";

const TimelineEditor = lazy(async () => ({
  default: (await import("../editors/TimelineEditor")).TimelineEditor,
}));

export const timeline = cellType<Timeline>({
  icon: Icon,
  width: 200,
  Content: ({ value }) => <span className="cell-timeline">{shownRange(value)}</span>,
  Editor: (props) => (
    <Suspense>
      <TimelineEditor {...props} />
    </Suspense>
  ),
  textOf: (value) => `${value.from} – ${value.to}`,
  parse: daysFrom,
});
