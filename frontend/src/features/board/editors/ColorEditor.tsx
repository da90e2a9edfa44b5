import { type FormEvent, useState } from "react";
import { texts } from "../../../texts";
import { Problem } from "../../../ui/Problem";
import { Popover } from "../../../ui/popover";
import { STATUS_COLORS } from "../values";
import { DateButtons } from "./DateButtons";
import type { EditorProps } from "./EditorProps";

const START = "#0073ea";
const WHOLE = /^#[0-9a-f]{6}$/i;

export function ColorEditor({ column, text, read, anchor, typed, onDone }: EditorProps<string>) {
  const [color, setColor] = useState(typed ?? text);
  const [problem, setProblem] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    try {
      onDone(color === text ? undefined : { value: read(color) });
    } catch (error) {
      setProblem((error as Error).message);
    }
  }
  return (
    <Popover anchor={anchor} label={column.title} onClose={() => onDone(undefined)}>
      <form className="cell-form" onSubmit={submit}>
        <div className="color-line">
          <input
            className="select"
            aria-label={texts.cells.color}
            placeholder="#037f4c"
            maxLength={7}
            value={color}
            onChange={(event) => setColor(event.target.value)}
          />
          <input
            type="color"
            className="color-well"
            aria-label={texts.cells.anyColor}
            value={WHOLE.test(color) ? color : START}
            onChange={(event) => setColor(event.target.value)}
          />
        </div>
        <fieldset className="swatches">
          <legend className="unseen">{column.title}</legend>
          {STATUS_COLORS.map((one) => (
            <button
              key={one}
              type="button"
              className="swatch"
              aria-label={one}
              aria-pressed={one === color}
              style={{ background: one }}
              onClick={() => onDone({ value: one })}
            />
          ))}
        </fieldset>
        <Problem>{problem}</Problem>
        <DateButtons onClear={() => onDone({ value: undefined })} />
      </form>
    </Popover>
  );
}
