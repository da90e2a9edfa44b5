import { Calendar } from "@vibe/icons";
import { lazy, Suspense } from "react";
import { dayFrom, timeFrom } from "../parsing";
import { localMoment, shownDay, storedMoment } from "../values";
import { cellType } from "./CellType";

// The calendar comes when it is first needed.
const DateEditor = lazy(async () => ({
  default: (await import("../editors/DateEditor")).DateEditor,
}));

/** With a time, both in UTC. */
export type DateValue = string | { date: string; time: string };

const AND_TIME = /^(.*\S)(?:\s+|T)(\d{1,2}:\d{2}\s*(?:[ap]m)?)$/i;

export const date = cellType<DateValue>({
  icon: Calendar,
  width: 130,
  Content: ({ value }) => {
    const { day, time } = localMoment(value);
    return (
      <span className="cell-text">
        {shownDay(day)} {time}
      </span>
    );
  },
  Editor: (props) => (
    <Suspense>
      <DateEditor {...props} />
    </Suspense>
  ),
  textOf(value) {
    const { day, time } = localMoment(value);
    return time ? `${day} ${time}` : day;
  },
  parse(text) {
    const found = AND_TIME.exec(text);
    if (!found) return dayFrom(text);
    const { hour, minute } = timeFrom(found[2] ?? "");
    const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
    return storedMoment(dayFrom(found[1] ?? ""), time);
  },
});
