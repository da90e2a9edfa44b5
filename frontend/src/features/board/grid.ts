// What stands in which line of the table, and where the keys lead. Nothing in here knows React or the server.

import type { Board, Column, Group, Row } from "../../api/queries";
import { typeOf } from "./cells/registry";
import type { Choices } from "./choices";

export type Line =
  | { kind: "group"; key: string; group: Group; count: number; isOpen: boolean }
  | { kind: "heads"; key: string; group: Group }
  | { kind: "row"; key: string; group: Group; row: Row }
  | { kind: "add"; key: string; group: Group }
  | { kind: "summary"; key: string; group: Group; rows: Row[] };

export interface Spot {
  row: number;
  column: string;
}

export const HEIGHTS = { group: 48, heads: 36, row: 36, add: 36, summary: 44 };

export interface GridColumn extends Column {
  /** In pixels. */
  width: number;
}

/** Columns that the table shows as cells, the name first; what was last said is in the name's cell. */
export function gridColumns(board: Board, { hidden, widths }: Choices): GridColumn[] {
  return board.columns
    .filter((column) => column.type !== "last_post" && !hidden.includes(column.id))
    .map((column) => ({ ...column, width: widths[column.id] ?? typeOf(column).width }));
}

/** Of a group each, in the given order; `fits` leaves rows out. */
export function rowsByGroup(
  board: Board,
  fits: (row: Row) => boolean,
  order: (one: Row, other: Row) => number = byPosition,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>(board.groups.map((group) => [group.id, []]));
  for (const row of board.rows) {
    if (fits(row)) groups.get(row.group_id)?.push(row);
  }
  for (const rows of groups.values()) rows.sort(order);
  return groups;
}

/** The board's own order: positions compare byte by byte. */
export function byPosition(one: Row, other: Row): number {
  if (one.position !== other.position) return one.position < other.position ? -1 : 1;
  return one.id - other.id;
}

/** Groups without a fitting row are left out while something is searched. */
export function linesOf(
  board: Board,
  rows: Map<string, Row[]>,
  closed: readonly string[],
  isSearching: boolean,
): Line[] {
  const lines: Line[] = [];
  for (const group of board.groups) {
    const own = rows.get(group.id) ?? [];
    if (isSearching && own.length === 0) continue;
    const isOpen = !closed.includes(group.id);
    lines.push({ kind: "group", key: `g-${group.id}`, group, count: own.length, isOpen });
    if (!isOpen) continue;
    lines.push({ kind: "heads", key: `h-${group.id}`, group });
    for (const row of own) lines.push({ kind: "row", key: `r-${row.id}`, group, row });
    lines.push({ kind: "add", key: `a-${group.id}`, group });
    lines.push({ kind: "summary", key: `s-${group.id}`, group, rows: own });
  }
  return lines;
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads from a cell; the spot itself where it leads nowhere, undefined for other keys. */
export function led(
  key: string,
  isShifted: boolean,
  from: Spot,
  rows: Row[],
  columns: Column[],
): Spot | undefined {
  const at = rows.findIndex((row) => row.id === from.row);
  const across = columns.findIndex((column) => column.id === from.column);
  const to = (row: number, column: number): Spot => ({
    row: rows[Math.max(0, Math.min(row, rows.length - 1))]?.id ?? from.row,
    column: columns[Math.max(0, Math.min(column, columns.length - 1))]?.id ?? from.column,
  });
  const step = STEPS[key];
  if (step) return to(at + step[0], across + step[1]);
  if (key === "Home") return to(at, 0);
  if (key === "End") return to(at, columns.length - 1);
  if (key === "PageUp") return to(at - 12, across);
  if (key === "PageDown") return to(at + 12, across);
  if (key !== "Tab") return undefined;
  const next = at * columns.length + across + (isShifted ? -1 : 1);
  // At either end Tab leaves the table, as it leaves anything else.
  if (next < 0 || next >= rows.length * columns.length) return undefined;
  return to(Math.floor(next / columns.length), next % columns.length);
}

/** The rows of an open group, in the order in which they are shown. */
export function rowsOf(lines: Line[]): Row[] {
  return lines.flatMap((line) => (line.kind === "row" ? [line.row] : []));
}

/** A rectangle of cells, by the indexes of its first and last rows and columns. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function rangeBetween(
  one: Spot,
  other: Spot,
  rows: Row[],
  columns: Column[],
): Range | undefined {
  const across = [one, other].map((spot) =>
    columns.findIndex((column) => column.id === spot.column),
  );
  const down = [one, other].map((spot) => rows.findIndex((row) => row.id === spot.row));
  if ([...across, ...down].includes(-1)) return undefined;
  return {
    top: Math.min(...down),
    bottom: Math.max(...down),
    left: Math.min(...across),
    right: Math.max(...across),
  };
}
