// What can be taken back: each change leaves its opposite here. Ctrl+Z and the toast's Undo take the last one.

import { texts } from "../texts";
import { say, sayError } from "./toasts";

type Opposite = () => Promise<unknown>;

const KEPT = 50;
const changes: Opposite[] = [];

/** Remembers how to take a change back; with `told`, a toast offers it. */
export function canUndo(opposite: Opposite, told?: string): void {
  changes.push(opposite);
  if (changes.length > KEPT) changes.shift();
  if (told) say(told, () => void undo(opposite));
}

/** The same for a change that is under way: forgotten again where nothing comes of it, which is undefined. */
export function canUndoWhenDone<T>(
  change: Promise<T | undefined>,
  opposite: (done: T) => Promise<unknown>,
  told?: (done: T) => string | undefined,
): void {
  const takeBack = async () => {
    const done = await change;
    if (done !== undefined) await opposite(done);
  };
  canUndo(takeBack);
  void change.then((done) => {
    const sentence = done === undefined ? undefined : told?.(done);
    if (done === undefined) forget(takeBack);
    else if (sentence) say(sentence, () => void undo(takeBack));
  });
}

function forget(opposite: Opposite): void {
  const at = changes.lastIndexOf(opposite);
  if (at >= 0) changes.splice(at, 1);
}

export async function undo(which = changes.at(-1)): Promise<void> {
  if (!which) {
    say(texts.undo.nothing);
    return;
  }
  forget(which);
  try {
    await which();
    say(texts.undo.undone);
  } catch (error) {
    sayError(error);
  }
}

export function listenForUndo(): () => void {
  const listener = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
    if (event.shiftKey || isTyping) return;
    event.preventDefault();
    void undo();
  };
  document.addEventListener("keydown", listener);
  return () => document.removeEventListener("keydown", listener);
}
