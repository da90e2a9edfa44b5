// For what is typed in one line: a field in the cell itself.

import { type KeyboardEvent, useRef } from "react";
import { sayError } from "../../../ui/toasts";
import type { EditorProps, Step } from "./EditorProps";

export function LineEditor<V>({ column, text: before, read, typed, onDone }: EditorProps<V>) {
  const isDone = useRef(false);

  function finish(text: string, step: Step): void {
    if (isDone.current) return;
    isDone.current = true;
    try {
      onDone(text === before ? undefined : { value: read(text) }, step);
    } catch (error) {
      sayError(error);
      onDone(undefined, step);
    }
  }

  function keyed(event: KeyboardEvent<HTMLInputElement>) {
    event.stopPropagation();
    const { value } = event.currentTarget;
    if (event.key === "Enter") finish(value, "ArrowDown");
    else if (event.key === "Tab") {
      event.preventDefault();
      finish(value, event.shiftKey ? "Shift+Tab" : "Tab");
    } else if (event.key === "Escape") {
      isDone.current = true;
      onDone(undefined);
    }
  }

  return (
    <input
      className="cell-input"
      // biome-ignore lint/a11y/noAutofocus: the reader asked to edit this cell.
      autoFocus
      aria-label={column.title}
      inputMode={column.type === "numeric" ? "decimal" : "text"}
      defaultValue={typed ?? before}
      onFocus={(event) => typed === undefined && event.currentTarget.select()}
      onBlur={(event) => finish(event.currentTarget.value, "left")}
      onKeyDown={keyed}
      maxLength={column.type === "numeric" ? 40 : 65_536}
    />
  );
}
