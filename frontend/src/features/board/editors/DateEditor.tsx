import { useState } from "react";
import { DayPicker } from "react-day-picker";
import { texts } from "../../../texts";
import { Popover } from "../../../ui/popover";
import type { DateValue } from "../cells/date";
import { localMoment, storedMoment } from "../values";
import { DateButtons } from "./DateButtons";
import { dayOf, textOfDay } from "./days";
import type { EditorProps } from "./EditorProps";
import "./calendar.css";

export function DateEditor({ column, value, anchor, onDone }: EditorProps<DateValue>) {
  const before = localMoment(value);
  const [day, setDay] = useState(before.day);
  const [time, setTime] = useState(before.time);
  const finish = (chosen: string) =>
    onDone({ value: chosen ? storedMoment(chosen, time) : undefined });
  return (
    <Popover anchor={anchor} label={column.title} onClose={() => onDone(undefined)}>
      <form
        className="dates"
        onSubmit={(event) => {
          event.preventDefault();
          finish(day);
        }}
      >
        <div className="dates-pair">
          <input
            type="date"
            className="select"
            aria-label={column.title}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
          <input
            type="time"
            className="select"
            aria-label={texts.cells.time}
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        </div>
        <DayPicker
          mode="single"
          selected={dayOf(day)}
          defaultMonth={dayOf(day) ?? new Date()}
          weekStartsOn={1}
          onSelect={(chosen) => finish(textOfDay(chosen))}
        />
        <DateButtons onClear={() => finish("")} />
      </form>
    </Popover>
  );
}
