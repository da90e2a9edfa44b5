import { MyWeek } from "@vibe/icons";
import { lazy, Suspense } from "react";
import { weekOf } from "../editors/days";
import { daysFrom } from "../parsing";
import { shownRange, type Timeline } from "../values";
import { cellType } from "./CellType";

const WeekEditor = lazy(async () => ({
  default: (await import("../editors/WeekEditor")).WeekEditor,
}));

export const week = cellType<Timeline>({
  icon: MyWeek,
  width: 180,
  Content: ({ value }) => <span className="cell-text">{shownRange(value)}</span>,
  Editor: (props) => (
    <Suspense>
      <WeekEditor {...props} />
    </Suspense>
  ),
  textOf: (value) => `${value.from} – ${value.to}`,
  parse: (text) => weekOf(daysFrom(text).from),
  bodyOf: (value) => ({
    type: "value",
    value: value ? { week: { startDate: value.from, endDate: value.to } } : null,
  }),
});
