// What can be taken back: each change leaves its opposite here. Ctrl+Z and the toast's Undo take the last one.

import { texts } from "../texts";
import { hush, say, sayError } from "./toasts";

type Opposite = () => Promise<unknown>;
interface Change {
  takeBack: Opposite;
  toast?: number;
}

const KEPT = 50;
const changes: Change[] = [];

/** Remembers how to take a change back; with `told`, a toast offers it. */
export function canUndo(takeBack: Opposite, told?: string): void {
  offer(remember(takeBack), told);
}

function remember(takeBack: Opposite): Change {
  const change: Change = { takeBack };
  changes.push(change);
  if (changes.length > KEPT) changes.shift();
  return change;
}

function offer(change: Change, told: string | undefined): void {
  if (told) change.toast = say(told, () => void undo(change));
}

/** The same for a change that is under way: forgotten again where nothing comes of it, which is undefined. */
export function canUndoWhenDone<T>(
  change: Promise<T | undefined>,
  opposite: (done: T) => Promise<unknown>,
  told?: (done: T) => string | undefined,
): void {
  const remembered = remember(async () => {
    const done = await change;
    if (done !== undefined) await opposite(done);
  });
  void change.then((done) => {
    if (done === undefined) forget(remembered);
    else if (changes.includes(remembered)) offer(remembered, told?.(done));
  });
}

/** Whether it was still there. */
function forget(change: Change): boolean {
  const at = changes.indexOf(change);
  if (at >= 0) changes.splice(at, 1);
  return at >= 0;
}

export async function undo(which = changes.at(-1)): Promise<void> {
  if (!which || !forget(which)) {
    say(texts.undo.nothing);
    return;
  }
  if (which.toast !== undefined) hush(which.toast);
  try {
    await which.takeBack();
    say(texts.undo.undone);
  } catch (error) {
    sayError(error);
  }
}

export function listenForUndo(): () => void {
  const listener = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    // In an empty field there is nothing of its own to take back.
    const isTyping = target.isContentEditable || ("value" in target && target.value !== "");
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
    if (event.shiftKey || isTyping) return;
    event.preventDefault();
    void undo();
  };
  document.addEventListener("keydown", listener);
  return () => document.removeEventListener("keydown", listener);
}
