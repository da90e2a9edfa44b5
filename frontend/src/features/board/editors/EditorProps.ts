import type { Column, Row } from "../../../api/queries";
import type { Names } from "../values";

/** `left`: the reader went elsewhere already. */
export type Step = "ArrowDown" | "Tab" | "Shift+Tab" | "left";

/** A value as it is stored; undefined clears the cell. */
export interface Change<V = unknown> {
  value: V | undefined;
}

export interface EditorProps<V = unknown> {
  boardId: number;
  column: Column;
  row: Row;
  names: Names;
  value: V | undefined;
  /** The value as its type writes it. */
  text: string;
  /** Throws an Error with a sentence. */
  read: (text: string) => V | undefined;
  anchor: HTMLElement | null;
  /** What was typed to begin with, in place of what is there. */
  typed: string | undefined;
  /** `step`: where to go on, as a key would lead there. */
  onDone: (change: Change<V> | undefined, step?: Step) => void;
}
