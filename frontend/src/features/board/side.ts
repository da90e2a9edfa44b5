// The table shows rows of two boards: a board's pulses, and between them their subitems.

import type { Board, Row } from "../../api/queries";
import type { Choices } from "./choices";
import type { Edits } from "./edits";
import type { GridColumn, Line } from "./grid";
import type { Names } from "./values";

/** A board whose rows stand in the table, and how the reader wants to see them. */
export interface Side {
  board: Board;
  columns: GridColumn[];
  choices: Choices;
  choose: (change: Partial<Choices>) => void;
  names: Names;
  edits: Edits;
}

/** Rows with the same columns, among which cells are marked, copied and pasted: all pulses, or the subitems of one. */
export interface Block {
  side: Side;
  rows: Row[];
  parent: Row | undefined;
}

export type BlockOf = (rowId: number) => Block | undefined;

export function blocksOf(lines: Line[], items: Side, subitems: Side | undefined): BlockOf {
  const all: Block = { side: items, rows: [], parent: undefined };
  const ofRows = new Map<number, Block>();
  let under = all;
  for (const line of lines) {
    if (line.kind === "row") {
      all.rows.push(line.row);
      ofRows.set(line.row.id, all);
    } else if (line.kind === "subitem" && subitems) {
      if (under.parent !== line.parent) under = { side: subitems, rows: [], parent: line.parent };
      under.rows.push(line.row);
      ofRows.set(line.row.id, under);
    }
  }
  return (rowId) => ofRows.get(rowId);
}
