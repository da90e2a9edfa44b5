import type { KeyboardEvent } from "react";

/** Arrow keys go through the buttons of a list. */
export function alongSiblings(event: KeyboardEvent<HTMLButtonElement>) {
  const next =
    event.key === "ArrowDown" || event.key === "ArrowRight"
      ? event.currentTarget.nextElementSibling
      : event.key === "ArrowUp" || event.key === "ArrowLeft"
        ? event.currentTarget.previousElementSibling
        : null;
  if (next instanceof HTMLButtonElement) {
    event.preventDefault();
    next.focus();
  }
}
