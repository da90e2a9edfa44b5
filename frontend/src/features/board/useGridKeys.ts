// What the keys and the clipboard do in the table.

import type { KeyboardEvent, RefObject } from "react";
import { useNavigate } from "react-router";
import type { Column, Row } from "../../api/queries";
import { texts } from "../../texts";
import { say, sayError } from "../../ui/toasts";
import { cleared, isWritable, typeOf, valueIn } from "./cells/registry";
import { cellsIn, changesOf, copied, pasted, useClipboard } from "./clipboard";
import { fieldUnder, type GridColumn, type Line, led } from "./grid";
import { stepOf } from "./moves";
import { mayEditRow } from "./rights";
import type { Block, BlockOf } from "./side";
import type { Editing } from "./Table";
import type { Marked } from "./useRange";

interface Options {
  scroller: RefObject<HTMLElement | null>;
  lines: Line[];
  /** All that are shown. */
  rows: Row[];
  blockOf: BlockOf;
  columnsOf: (row: Row) => GridColumn[];
  editing: Editing | undefined;
  range: Marked;
  /** By a column: pulses have no order of their own then. */
  isGrouped: boolean;
  onEdit: (editing: Editing) => void;
  onSelect: (row: Row) => void;
  onEscape: () => void;
  /** Shows the subitems of a pulse, or hides them again. */
  onUnfold: (pulseId: number, isUnfolded: boolean) => void;
}

export function useGridKeys(options: Options): (event: KeyboardEvent<HTMLElement>) => void {
  const { scroller, lines, rows, blockOf, columnsOf, editing, range } = options;
  const navigate = useNavigate();
  const { spot } = range;
  const block = spot && blockOf(spot.row);
  const mayEditSome = block && (block.side.board.may_write || block.side.board.assignee !== null);

  useClipboard(
    scroller,
    () => {
      if (editing || !range.range || !block) return undefined;
      return copied(range.range, block.rows, block.side.columns, block.side.names);
    },
    (text) => {
      if (!mayEditSome || editing || !range.range) return;
      const { columns, names, edits } = block.side;
      try {
        const cells = pasted(text, range.range, block.rows, columns);
        void edits.setMany(changesOf(cells, names));
        const given = cellsIn(text).reduce((sum, line) => sum + line.length, 0);
        if (given > cells.length) say(texts.board.noRoom(given - cells.length));
      } catch (error) {
        sayError(error);
      }
    },
    () => mayEditSome && clearMarked(block),
  );

  function keyed(event: KeyboardEvent<HTMLElement>): void {
    if (!spot || !block || editing) return;
    if (!(event.target as HTMLElement).closest("[data-pulse] [data-column]")) return;
    const row = block.rows.find((one) => one.id === spot.row);
    const column = block.side.columns.find((one) => one.id === spot.column);
    if (!row || !column) return;
    const mayEdit = mayEditRow(block.side.board, row);
    if (event.altKey) {
      if (!keyedToFold(event, row, block) && mayEdit) keyedToMove(event, row, block);
    } else if (event.ctrlKey || event.metaKey) {
      if (event.key === "a") markAll(event, block);
    } else if (!keyedToGo(event, block) && !keyedToPick(event, row, column) && mayEdit) {
      keyedToEdit(event, row, column, block);
    }
  }

  function keyedToGo(event: KeyboardEvent, { rows: own, side }: Block): boolean {
    if (!spot) return false;
    const isExtending = event.shiftKey && event.key !== "Tab";
    const to = isExtending
      ? led(event.key, true, spot, own, () => side.columns)
      : led(event.key, event.shiftKey, spot, rows, columnsOf);
    if (!to) return false;
    event.preventDefault();
    if (isExtending) range.extendTo(to);
    else if (event.key !== "ArrowDown" || !goesToField(spot.row)) range.goTo(to);
    return true;
  }

  /** From the last pulse of a group, or the last subitem, to the field where the next one is added. */
  function goesToField(rowId: number): boolean {
    const id = fieldUnder(lines, rowId);
    const field =
      id && scroller.current?.querySelector<HTMLElement>(`[data-add="${CSS.escape(id)}"]`);
    if (!field) return false;
    field.focus();
    return true;
  }

  function keyedToPick(event: KeyboardEvent, row: Row, column: Column): boolean {
    if (event.key === " " && column.type === "name") options.onSelect(row);
    else if (event.key === "Enter" && event.shiftKey) navigate(`pulses/${row.id}`);
    else if (event.key === "Enter" && column.type === "subtasks") options.onUnfold(row.id, true);
    else if (event.key === "Escape") {
      if (range.spot) range.goTo(range.spot);
      options.onEscape();
    } else return false;
    event.preventDefault();
    return true;
  }

  function keyedToEdit(event: KeyboardEvent, row: Row, column: Column, { side }: Block): void {
    const { toggled } = typeOf(column);
    if (toggled && ["Enter", "F2", " "].includes(event.key)) {
      event.preventDefault();
      void side.edits.setValue(row, column, { value: toggled(valueIn(column, row), side.names) });
      return;
    }
    if (!isWritable(column) || (toggled && event.key.length === 1)) return;
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      options.onEdit({ row: row.id, column: column.id, typed: undefined });
    } else if (event.key === "Delete" || event.key === "Backspace") {
      if (block) clearMarked(block);
    } else if (event.key.length === 1 && event.key !== " ") {
      event.preventDefault();
      options.onEdit({ row: row.id, column: column.id, typed: event.key });
    }
  }

  function keyedToFold(event: KeyboardEvent, row: Row, { parent, side }: Block): boolean {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return false;
    event.preventDefault();
    const isUnfolded = event.key === "ArrowRight";
    if (!parent) options.onUnfold(row.id, isUnfolded);
    else if (!isUnfolded) {
      options.onUnfold(parent.id, false);
      range.goTo({ row: parent.id, column: side.columns[0]?.id ?? "name" });
    }
    return true;
  }

  function keyedToMove(event: KeyboardEvent, row: Row, { rows: own, side }: Block): void {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    if (side.choices.sort.length > 0 || (options.isGrouped && !row.parent_id)) return;
    const siblings = own.filter((one) => one.group_id === row.group_id);
    const step = stepOf(row, siblings, event.key === "ArrowUp");
    if (step) void side.edits.place([row], row.group_id, step.after);
  }

  function markAll(event: KeyboardEvent, { rows: own, side }: Block): void {
    const [first, last] = [own[0], own.at(-1)];
    const [left, right] = [side.columns[0], side.columns.at(-1)];
    if (!first || !last || !left || !right) return;
    event.preventDefault();
    range.mark({ row: first.id, column: left.id }, { row: last.id, column: right.id });
  }

  function clearMarked({ rows: own, side }: Block): void {
    const marked = range.range;
    if (!marked) return;
    const across = side.columns.slice(marked.left, marked.right + 1);
    const cells = own.slice(marked.top, marked.bottom + 1).flatMap((row) =>
      across
        .filter((column) => column.type !== "name" && isWritable(column))
        .filter((column) => !typeOf(column).isKept)
        .filter((column) => row.values[column.id] !== undefined)
        .map((column) => ({ row, column, change: cleared(column, row, side.names) })),
    );
    void side.edits.setMany(cells);
  }

  return keyed;
}
