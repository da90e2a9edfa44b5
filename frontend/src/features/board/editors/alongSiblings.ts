import type { KeyboardEvent } from "react";

/** Arrow keys go through the buttons of a list, a letter to the next that begins with it. */
export function alongSiblings(event: KeyboardEvent<HTMLButtonElement>) {
  const { currentTarget, key } = event;
  if (key.length === 1 && key !== " ") {
    const all = [...(currentTarget.parentElement?.querySelectorAll("button") ?? [])];
    const later = [...all.slice(all.indexOf(currentTarget) + 1), ...all];
    const begins = (one: HTMLElement) =>
      one.innerText.toLocaleLowerCase().startsWith(key.toLocaleLowerCase());
    later.find(begins)?.focus();
    return;
  }
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
