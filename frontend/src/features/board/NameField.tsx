import { useRef } from "react";
import { texts } from "../../texts";
import type { Step } from "./editors/EditorProps";

export function NameField({
  start,
  onDone,
}: {
  start: string;
  /** `step` as in EditorProps; where the reader did neither, undefined. */
  onDone: (name: string | undefined, step?: Step) => void;
}) {
  const isDone = useRef(false);
  const finish = (name: string | undefined, step?: Step) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(name, step);
  };
  return (
    <input
      className="cell-input"
      // biome-ignore lint/a11y/noAutofocus: the reader asked to edit this name.
      autoFocus
      aria-label={texts.board.rename}
      defaultValue={start}
      maxLength={255}
      onBlur={(event) => finish(event.currentTarget.value, "left")}
      onKeyDown={(event) => {
        event.stopPropagation();
        const { value } = event.currentTarget;
        if (event.key === "Enter") finish(value, "ArrowDown");
        else if (event.key === "Tab") {
          event.preventDefault();
          finish(value, event.shiftKey ? "Shift+Tab" : "Tab");
        } else if (event.key === "Escape") finish(undefined);
      }}
    />
  );
}
