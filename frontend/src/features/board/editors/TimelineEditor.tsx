import { useState } from "react";
import { DayPicker } from "react-day-picker";
import { texts } from "../../../texts";
import { Popover } from "../../../ui/popover";
import type { Timeline } from "../values";
import { DateButtons } from "./DateButtons";
import { dayOf, textOfDay } from "./days";
import type { EditorProps } from "./EditorProps";
import "./calendar.css";

export function TimelineEditor({ column, value: before, anchor, onDone }: EditorProps<Timeline>) {
  const [start, setStart] = useState(before?.from ?? "");
  const [end, setEnd] = useState(before?.to ?? "");
  const clear = () => onDone({ value: undefined });
  return (
    <Popover anchor={anchor} label={column.title} onClose={() => onDone(undefined)}>
      <form
        className="dates"
        onSubmit={(event) => {
          event.preventDefault();
          if (!start && !end) clear();
          else onDone({ value: { from: start || end, to: end || start } });
        }}
      >
        <div className="dates-pair">
          <Day label={texts.board.from} value={start} max={end} onChange={setStart} />
          <Day label={texts.board.to} value={end} min={start} onChange={setEnd} />
        </div>
        <DayPicker
          mode="range"
          selected={{ from: dayOf(start), to: dayOf(end) }}
          defaultMonth={dayOf(start) ?? new Date()}
          weekStartsOn={1}
          onSelect={(range) => {
            setStart(textOfDay(range?.from));
            setEnd(textOfDay(range?.to));
          }}
        />
        <DateButtons onClear={clear} />
      </form>
    </Popover>
  );
}

interface DayProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (day: string) => void;
}

function Day({ label, value, min, max, onChange }: DayProps) {
  return (
    <label>
      {label}
      <input
        type="date"
        className="select"
        value={value}
        min={min || undefined}
        max={max || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
