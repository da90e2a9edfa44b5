// What stands in which line of the table, and where the keys lead. Nothing in here knows React or the server.

import type { Board, Column, Row } from "../../api/queries";
import { typeOf } from "./cells/registry";
import type { Choices } from "./choices";
import type { Section, Sections } from "./sections";

export type Line =
  | { kind: "group"; key: string; group: Section; count: number; isOpen: boolean }
  | { kind: "heads"; key: string; group: Section }
  | { kind: "row"; key: string; group: Section; row: Row }
  | { kind: "subheads"; key: string; group: Section; parent: Row }
  | { kind: "subitem"; key: string; group: Section; parent: Row; row: Row }
  | { kind: "subadd"; key: string; group: Section; parent: Row }
  | { kind: "add"; key: string; group: Section }
  | { kind: "summary"; key: string; group: Section; rows: Row[] };

export interface Spot {
  row: number;
  column: string;
}

export const HEIGHTS = {
  group: 48,
  heads: 36,
  row: 36,
  subheads: 32,
  subitem: 36,
  subadd: 40,
  add: 36,
  summary: 44,
};

export interface GridColumn extends Column {
  /** In pixels. */
  width: number;
}

/** Columns that the table shows as cells, the name first; what was last said is in the name's cell. */
export function gridColumns(columns: Column[], { hidden, widths }: Choices): GridColumn[] {
  return columns
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

/** Heads without a fitting row are left out while something is searched. */
export function linesOf(
  { heads, rows }: Pick<Sections, "heads" | "rows">,
  closed: readonly string[],
  isSearching: boolean,
): Line[] {
  const lines: Line[] = [];
  for (const group of heads) {
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

const ALONG: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, PageUp: -12, PageDown: 12 };

/** Where a key leads from a cell; the spot itself where it leads nowhere, undefined for other keys. */
export function led(
  key: string,
  isShifted: boolean,
  from: Spot,
  rows: Row[],
  columnsOf: (row: Row) => GridColumn[],
): Spot | undefined {
  const at = rows.findIndex((row) => row.id === from.row);
  const row = rows[at];
  if (!row) return undefined;
  const columns = columnsOf(row);
  const place = columns.findIndex((column) => column.id === from.column);
  const to = (index: number): Spot => ({
    row: row.id,
    column: columns[within(columns, index)]?.id ?? from.column,
  });
  const along = ALONG[key];
  if (along !== undefined) {
    const other = rows[within(rows, at + along)] ?? row;
    return { row: other.id, column: standingAt(columns, place, columnsOf(other)) ?? from.column };
  }
  if (key === "ArrowLeft") return to(place - 1);
  if (key === "ArrowRight") return to(place + 1);
  if (key === "Home") return to(0);
  if (key === "End") return to(columns.length - 1);
  if (key !== "Tab") return undefined;
  const next = place + (isShifted ? -1 : 1);
  if (columns[next]) return to(next);
  // At either end Tab leaves the table, as it leaves anything else.
  const other = rows[at + (isShifted ? -1 : 1)];
  const column = other && columnsOf(other).at(isShifted ? -1 : 0);
  return column && { row: other.id, column: column.id };
}

const within = (all: unknown[], index: number) => Math.max(0, Math.min(index, all.length - 1));

/** In rows with other columns, the one at the same place on the screen. */
function standingAt(from: GridColumn[], place: number, to: GridColumn[]): string | undefined {
  if (from === to) return from[place]?.id;
  const before = from.slice(0, place).reduce((sum, column) => sum + column.width, 0);
  const middle = before + (from[place]?.width ?? 0) / 2;
  let end = 0;
  const found = to.find((column) => {
    end += column.width;
    return middle < end;
  });
  return (found ?? to.at(-1))?.id;
}

/** The pulse or subitem that a line shows. */
export const rowIn = (line: Line | undefined): Row | undefined =>
  line?.kind === "row" || line?.kind === "subitem" ? line.row : undefined;

/** All that are shown, in their order, the subitems too. */
export function rowsOf(lines: Line[]): Row[] {
  return lines.flatMap((line) => rowIn(line) ?? []);
}

/** The field right under a row, where another is added. */
export function fieldUnder(lines: Line[], rowId: number): string | undefined {
  const at = lines.findIndex((line) => rowIn(line)?.id === rowId);
  const next = lines.slice(at + 1).find((line) => rowIn(line) || fieldIn(line));
  return next && fieldIn(next);
}

/** From such a field, the nearest row. */
export function rowBeside(lines: Line[], field: string, isUp: boolean): Row | undefined {
  const at = lines.findIndex((line) => fieldIn(line) === field);
  const rest = isUp ? lines.slice(0, at).reverse() : lines.slice(at + 1);
  return rowIn(rest.find(rowIn));
}

/** By its id in the page. */
export function fieldIn(line: Line): string | undefined {
  return line.kind === "add" || line.kind === "subadd" ? line.key : undefined;
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
