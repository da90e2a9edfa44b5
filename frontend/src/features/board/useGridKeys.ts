// What the keys and the clipboard do in the table.

import type { KeyboardEvent, RefObject } from "react";
import { useNavigate } from "react-router";
import type { Board, Column, Row } from "../../api/queries";
import { texts } from "../../texts";
import { say, sayError } from "../../ui/toasts";
import type { Editing } from "./BoardView";
import { cleared, isWritable, typeOf, valueIn } from "./cells/registry";
import { cellsIn, changesOf, copied, pasted, useClipboard } from "./clipboard";
import type { Edits } from "./edits";
import { led } from "./grid";
import { stepOf } from "./moves";
import { mayEditRow } from "./rights";
import type { Marked } from "./useRange";
import type { Names } from "./values";

interface Options {
  scroller: RefObject<HTMLElement | null>;
  board: Board;
  rows: Row[];
  columns: Column[];
  names: Names;
  edits: Edits;
  mayEdit: boolean;
  editing: Editing | undefined;
  range: Marked;
  /** Undefined while the order isn't the board's own. */
  byGroup: Map<string, Row[]> | undefined;
  onEdit: (editing: Editing) => void;
  onSelect: (id: number) => void;
  onEscape: () => void;
}

export function useGridKeys(options: Options): (event: KeyboardEvent<HTMLElement>) => void {
  const { scroller, rows, columns, names, edits, mayEdit, editing, range } = options;
  const navigate = useNavigate();
  const mayEditSome = mayEdit || options.board.assignee !== null;

  useClipboard(
    scroller,
    () => (editing || !range.range ? undefined : copied(range.range, rows, columns, names)),
    (text) => {
      if (!mayEditSome || editing || !range.range) return;
      try {
        const cells = pasted(text, range.range, rows, columns);
        void edits.setMany(changesOf(cells, names));
        const given = cellsIn(text).reduce((sum, line) => sum + line.length, 0);
        if (given > cells.length) say(texts.board.noRoom(given - cells.length));
      } catch (error) {
        sayError(error);
      }
    },
    () => mayEditSome && clearMarked(),
  );

  function keyed(event: KeyboardEvent<HTMLElement>): void {
    const { spot } = range;
    if (!spot || editing || !(event.target as HTMLElement).closest("[data-pulse] [data-column]"))
      return;
    const row = rows.find((one) => one.id === spot.row);
    const column = columns.find((one) => one.id === spot.column);
    if (!row || !column) return;
    if (event.altKey) {
      if (mayEditRow(options.board, row)) keyedToMove(event, row);
    } else if (event.ctrlKey || event.metaKey) {
      if (event.key === "a") markAll(event);
    } else if (
      !keyedToGo(event) &&
      !keyedToPick(event, row, column) &&
      mayEditRow(options.board, row)
    ) {
      keyedToEdit(event, row, column);
    }
  }

  function keyedToGo(event: KeyboardEvent): boolean {
    if (!range.spot) return false;
    const isExtending = event.shiftKey && event.key !== "Tab";
    const to = led(event.key, event.shiftKey, range.spot, rows, columns);
    if (!to) return false;
    event.preventDefault();
    if (event.key === "ArrowDown" && !isExtending && leadsOut()) return true;
    if (isExtending) range.extendTo(to);
    else range.goTo(to);
    return true;
  }

  /** From the last pulse of a group to the field where the next one is added. */
  function leadsOut(): boolean {
    const at = rows.findIndex((row) => row.id === range.spot?.row);
    const group = rows[at]?.group_id;
    if (group === undefined || rows[at + 1]?.group_id === group) return false;
    const field = scroller.current?.querySelector<HTMLElement>(`[data-add="${CSS.escape(group)}"]`);
    field?.focus();
    return field !== undefined && field !== null;
  }

  function keyedToPick(event: KeyboardEvent, row: Row, column: Column): boolean {
    if (event.key === " " && column.type === "name") options.onSelect(row.id);
    else if (event.key === "Enter" && event.shiftKey) navigate(`pulses/${row.id}`);
    else if (event.key === "Escape") {
      if (range.spot) range.goTo(range.spot);
      options.onEscape();
    } else return false;
    event.preventDefault();
    return true;
  }

  function keyedToEdit(event: KeyboardEvent, row: Row, column: Column): void {
    const { toggled } = typeOf(column);
    if (toggled && ["Enter", "F2", " "].includes(event.key)) {
      event.preventDefault();
      void edits.setValue(row, column, { value: toggled(valueIn(column, row), names) });
      return;
    }
    if (!isWritable(column) || (toggled && event.key.length === 1)) return;
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      options.onEdit({ row: row.id, column: column.id, typed: undefined });
    } else if (event.key === "Delete" || event.key === "Backspace") {
      clearMarked();
    } else if (event.key.length === 1 && event.key !== " ") {
      event.preventDefault();
      options.onEdit({ row: row.id, column: column.id, typed: event.key });
    }
  }

  function keyedToMove(event: KeyboardEvent, row: Row): void {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    const own = options.byGroup?.get(row.group_id);
    const step = own && stepOf(row, own, event.key === "ArrowUp");
    if (step) void edits.place([row], row.group_id, step.after);
  }

  function markAll(event: KeyboardEvent): void {
    const [first, last] = [rows[0], rows.at(-1)];
    const [left, right] = [columns[0], columns.at(-1)];
    if (!first || !last || !left || !right) return;
    event.preventDefault();
    range.mark({ row: first.id, column: left.id }, { row: last.id, column: right.id });
  }

  function clearMarked(): void {
    const marked = range.range;
    if (!marked) return;
    const across = columns.slice(marked.left, marked.right + 1);
    const cells = rows.slice(marked.top, marked.bottom + 1).flatMap((row) =>
      across
        .filter((column) => column.type !== "name" && isWritable(column))
        .filter((column) => !typeOf(column).isKept)
        .filter((column) => row.values[column.id] !== undefined)
        .map((column) => ({ row, column, change: cleared(column, row, names) })),
    );
    void edits.setMany(cells);
  }

  return keyed;
}
