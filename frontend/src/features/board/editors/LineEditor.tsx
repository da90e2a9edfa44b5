// For text and numbers: a field in the cell itself.

import { type KeyboardEvent, useRef } from "react";
import { sayError } from "../../../ui/toasts";
import { fromText } from "../values";
import type { EditorProps, Step } from "./EditorProps";

export function LineEditor({ column, row, names, typed, onDone }: EditorProps) {
  const isDone = useRef(false);
  const before = String(row.values[column.id] ?? "");

  function finish(text: string, step: Step): void {
    if (isDone.current) return;
    isDone.current = true;
    try {
      onDone(text === before ? undefined : fromText(column, text, names), step);
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
