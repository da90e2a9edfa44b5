import type { RefObject } from "react";
import type { Board, Row } from "../../api/queries";
import { texts } from "../../texts";
import { say } from "../../ui/toasts";
import { type Dragged, type Target, useDrops } from "./dragging";
import type { Edits } from "./edits";
import { afterWhich, destinationOf, takenBy } from "./moves";
import { placeGroup } from "./structure";

interface Options {
  scroller: RefObject<HTMLElement | null>;
  board: Board;
  byGroup: Map<string, Row[]>;
  selected: ReadonlySet<number>;
  edits: Edits;
  isSorted: boolean;
  onPlaceColumn: (columnId: string, afterId: string) => void;
}

/** What follows when something is dropped on the table. */
export function useGridDrops({
  scroller,
  board,
  byGroup,
  selected,
  edits,
  isSorted,
  onPlaceColumn,
}: Options): void {
  useDrops(scroller, (dragged, target, edge) => {
    const isBefore = edge === "top" || edge === "left";
    if (dragged.kind === "pulse") dropPulses(dragged, target, isBefore);
    else if (dragged.kind === "group" && target.kind === "group") {
      const after = afterWhich(board.groups, dragged.id, target.id, isBefore);
      void placeGroup(board, dragged.id, after?.id);
    } else if (dragged.kind === "column" && target.kind === "column") {
      const after = afterWhich(board.columns, dragged.id, target.id, isBefore);
      if (after) onPlaceColumn(dragged.id, after.id);
    }
  });

  function dropPulses(dragged: Dragged, target: Target, isAbove: boolean): void {
    const taken = takenBy(dragged, selected);
    const to = destinationOf(taken, target, isAbove, byGroup);
    if (!to) return;
    const rows = [...byGroup.values()].flat().filter((row) => taken.has(row.id));
    if (isSorted && rows.every((row) => row.group_id === to.groupId)) {
      say(texts.board.sortedAlready);
      return;
    }
    void edits.place(rows, to.groupId, to.after);
  }
}
