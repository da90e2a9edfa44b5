import type { Column, Row } from "../../../api/queries";
import type { Change, Names } from "../values";

/** `left`: the reader went elsewhere already. */
export type Step = "ArrowDown" | "Tab" | "Shift+Tab" | "left";

export interface EditorProps {
  boardId: number;
  column: Column;
  row: Row;
  names: Names;
  anchor: HTMLElement | null;
  /** What was typed to begin with, in place of what is there. */
  typed: string | undefined;
  /** `step`: where to go on, as a key would lead there. */
  onDone: (change: Change | undefined, step?: Step) => void;
}
