import { useState } from "react";
import { DayPicker } from "react-day-picker";
import { Popover } from "../../../ui/popover";
import { dayIn } from "../values";
import { DateButtons } from "./DateButtons";
import { dayOf, textOfDay } from "./days";
import type { EditorProps } from "./EditorProps";
import "./calendar.css";

export function DateEditor({ column, row, anchor, onDone }: EditorProps) {
  const [day, setDay] = useState(dayIn(row.values[column.id]));
  const finish = (chosen: string) => onDone({ type: "date", day: chosen || null });
  return (
    <Popover anchor={anchor} label={column.title} onClose={() => onDone(undefined)}>
      <form
        className="dates"
        onSubmit={(event) => {
          event.preventDefault();
          finish(day);
        }}
      >
        <input
          type="date"
          className="select"
          aria-label={column.title}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
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
