// What the table's heads stand over: the board's own groups, or pulses that have the same in a column. Nothing in here knows React or the server.

import type { Schemas } from "../../api/client";
import type { Board, Column, Group, Row } from "../../api/queries";
import { texts } from "../../texts";
import { asText, fromText, isWritable, typeOf, valueIn } from "./cells/registry";
import type { CellChange } from "./clipboard";
import { dayIn, labelOf, type Names, NO_STATUS, shownDay, statusColor } from "./values";

export type GroupedBy = NonNullable<Schemas["Shown"]["grouped_by"]>;

export interface Section extends Group {
  /** What its pulses have in the column, as text; empty for those that have nothing. Undefined of a board's own group. */
  text?: string;
}

export interface Sections {
  heads: Section[];
  /** Of each head, by its id. */
  rows: ReadonlyMap<string, Row[]>;
  /** Undefined where they are the board's own groups. */
  column: Column | undefined;
}

/** Each pulse has a text of its own in them, or none that says anything in a line. */
const UNFIT = new Set([
  ...["name", "long_text", "last_post", "subtasks", "file", "doc", "direct_doc", "button"],
  ...["auto_number", "item_id", "link", "location", "other", "progress", "world_clock"],
]);
const COLORS = ["#579bfc", "#037f4c", "#a25ddc", "#fdab3d", "#0086c0", "#e2445c", "#784bd1"];
const ORDER = new Intl.Collator(undefined, { numeric: true });

export const canGroupBy = (column: Column): boolean => !UNFIT.has(column.type);

/** Whether a pulse can be given what a section's pulses have. */
export const canJoin = (column: Column): boolean =>
  isWritable(column) && typeOf(column).parse !== undefined;

/** The board's own groups with their rows, in their order. */
export const ownGroups = ({ groups }: Board, rows: ReadonlyMap<string, Row[]>): Sections => ({
  heads: groups,
  rows,
  column: undefined,
});

/** `rows`: in the order in which they are to stand in each section. */
export function sectionsBy(
  column: Column,
  { direction, hides_empty }: GroupedBy,
  rows: Row[],
  names: Names,
): Sections {
  const found = new Map<string, Row[]>();
  if (!hides_empty) for (const label of labelsOf(column)) found.set(label, []);
  for (const row of rows) {
    const text = textIn(column, row, names);
    const same = found.get(text);
    if (same) same.push(row);
    else found.set(text, [row]);
  }
  const all = [...found.keys()].filter(Boolean).sort(orderIn(column));
  if (direction === "desc") all.reverse();
  if (found.has("")) all.push("");
  const idOf = (text: string) => `by-${column.id}-${text}`;
  return {
    heads: all.map((text, index) => ({
      id: idOf(text),
      title: titleOf(column, text),
      color: colorOf(column, text, index),
      position: "",
      text,
    })),
    rows: new Map(all.map((text) => [idOf(text), found.get(text) ?? []])),
    column,
  };
}

/** What brings rows under a head; none for those that stand there already. */
export function changesInto(
  { text = "" }: Section,
  column: Column,
  rows: Row[],
  names: Names,
): CellChange[] {
  const change = fromText(column, text, names);
  return rows
    .filter((row) => textIn(column, row, names) !== text)
    .map((row) => ({ row, column, change }));
}

/** Days are told apart, not the times within them. */
function textIn(column: Column, row: Row, names: Names): string {
  if (column.type !== "date") return asText(column, row, names).trim();
  const value = valueIn(column, row);
  return value === undefined ? "" : dayIn(value);
}

const indexesOf = (column: Column): number[] =>
  Object.keys((column.settings.labels as object | undefined) ?? {})
    .map(Number)
    .sort((one, other) => one - other);

function labelsOf(column: Column): string[] {
  if (column.type !== "status") return [];
  return indexesOf(column).flatMap((index) => labelOf(column, index) || []);
}

function orderIn(column: Column): (one: string, other: string) => number {
  if (column.type === "status") {
    const labels = labelsOf(column);
    return (one, other) => labels.indexOf(one) - labels.indexOf(other);
  }
  // Negative numbers and fractions, which a collator doesn't know.
  if (column.type === "numeric") return (one, other) => Number(one) - Number(other);
  return ORDER.compare;
}

function titleOf(column: Column, text: string): string {
  if (!text) return texts.views.without(column.title);
  if (column.type === "date") return shownDay(text);
  if (column.type === "checkbox") return texts.views.checked;
  return text;
}

function colorOf(column: Column, text: string, index: number): string {
  if (!text) return statusColor(NO_STATUS);
  const label = indexesOf(column).find((one) => labelOf(column, one) === text);
  if (column.type === "status" && label !== undefined) return statusColor(label);
  return COLORS[index % COLORS.length] as string;
}
