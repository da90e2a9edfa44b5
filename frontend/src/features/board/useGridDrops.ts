import type { RefObject } from "react";
import type { Column, Row } from "../../api/queries";
import { texts } from "../../texts";
import { say } from "../../ui/toasts";
import { arrange } from "../views/arranging";
import { type Dragged, type Target, useDrops } from "./dragging";
import { afterWhich, destinationOf, takenBy } from "./moves";
import { canJoin, changesInto, type Sections } from "./sections";
import type { BlockOf, Side } from "./side";
import { placeGroup } from "./structure";

interface Options {
  scroller: RefObject<HTMLElement | null>;
  items: Side;
  subitems: Side | undefined;
  blockOf: BlockOf;
  sections: Sections;
  selected: ReadonlySet<number>;
}

/** What follows when something is dropped on the table. */
export function useGridDrops(options: Options): void {
  const { scroller, items, subitems, blockOf, sections, selected } = options;
  useDrops(scroller, (dragged, target, edge) => {
    const isBefore = edge === "top" || edge === "left";
    if (dragged.kind === "pulse" && sections.column) join(dragged, target, sections.column);
    else if (dragged.kind === "pulse") drop(dragged, target, isBefore, items, sections.rows);
    else if (dragged.kind === "subitem") dropSubitems(dragged, target, isBefore);
    else if (dragged.kind === "group" && target.kind === "group") {
      const { board } = items;
      const after = afterWhich(board.groups, dragged.id, target.id, isBefore);
      void placeGroup(board, dragged.id, after?.id);
    } else if (dragged.kind === "column" && target.kind === "column") {
      const side = subitems?.board.id === dragged.boardId ? subitems : items;
      const after = afterWhich(side.board.columns, dragged.id, target.id, isBefore);
      if (after) arrange(side.board, side.choices, side.choose, dragged.id, after.id);
    }
  });

  /** Gives pulses what those have among which they are dropped. */
  function join(dragged: Dragged, target: Target, column: Column): void {
    const taken = takenBy(dragged, selected);
    const rows = [...sections.rows.values()].flat().filter((row) => taken.has(row.id));
    const section = sections.heads.find(({ id }) =>
      target.kind === "rest"
        ? target.groupId === id
        : sections.rows.get(id)?.some((row) => row.id === target.id),
    );
    if (!section) return;
    if (!canJoin(column)) {
      say(texts.views.cannotJoin(column.title));
      return;
    }
    const changes = changesInto(section, column, rows, items.names);
    if (changes.length > 0) void items.edits.setMany(changes);
    else say(texts.views.groupedAlready(column.title));
  }

  function dropSubitems(
    dragged: Extract<Dragged, { kind: "subitem" }>,
    target: Target,
    isAbove: boolean,
  ): void {
    const block = blockOf(dragged.id);
    if (!block) return;
    drop(dragged, target, isAbove, block.side, new Map([[dragged.groupId, block.rows]]));
  }

  function drop(
    dragged: Dragged,
    target: Target,
    isAbove: boolean,
    { choices, edits }: Side,
    groups: ReadonlyMap<string, Row[]>,
  ): void {
    const taken = takenBy(dragged, selected);
    const to = destinationOf(taken, target, isAbove, groups);
    if (!to) return;
    const rows = [...groups.values()].flat().filter((row) => taken.has(row.id));
    if (choices.sort.length > 0 && rows.every((row) => row.group_id === to.groupId)) {
      say(texts.board.sortedAlready);
      return;
    }
    void edits.place(rows, to.groupId, to.after);
  }
}
