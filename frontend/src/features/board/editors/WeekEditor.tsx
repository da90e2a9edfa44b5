import { useState } from "react";
import { DayPicker } from "react-day-picker";
import { texts } from "../../../texts";
import { Popover } from "../../../ui/popover";
import type { Timeline } from "../values";
import { DateButtons } from "./DateButtons";
import { dayOf, textOfDay, weekOf } from "./days";
import type { EditorProps } from "./EditorProps";
import "./calendar.css";

/** Any of its days picks the week. */
export function WeekEditor({ column, value, anchor, onDone }: EditorProps<Timeline>) {
  const [day, setDay] = useState(value?.from ?? "");
  const finish = (chosen: string) => onDone({ value: chosen ? weekOf(chosen) : undefined });
  const shown = day ? weekOf(day) : undefined;
  return (
    <Popover anchor={anchor} label={column.title} onClose={() => onDone(undefined)}>
      <form
        className="dates"
        onSubmit={(event) => {
          event.preventDefault();
          finish(day);
        }}
      >
        <label>
          {texts.cells.dayOfWeek}
          <input
            type="date"
            className="select"
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        <DayPicker
          mode="single"
          selected={dayOf(day)}
          modifiers={shown ? { ofWeek: { from: dayOf(shown.from), to: dayOf(shown.to) } } : {}}
          modifiersClassNames={{ ofWeek: "of-week" }}
          defaultMonth={dayOf(day) ?? new Date()}
          weekStartsOn={1}
          onSelect={(chosen) => finish(textOfDay(chosen))}
        />
        <DateButtons onClear={() => finish("")} />
      </form>
    </Popover>
  );
}
