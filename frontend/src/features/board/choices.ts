// How one reader wants to see a board: filters, order, hidden columns, widths, closed groups. Kept by the server for each of them.

import type { Board, Column, Row } from "../../api/queries";
import { asText, keyOf } from "./cells/registry";
import { type Names, NO_STATUS, personIds, statusIndex } from "./values";

export interface Choices {
  /** User ids; NOBODY for pulses without a person. */
  people: number[];
  /** By column id: the indexes to show. */
  statuses: Record<string, number[]>;
  /** By column id: what the text must hold. */
  texts: Record<string, string>;
  sort: { column: string; isDescending: boolean } | null;
  hidden: string[];
  /** By column id, in pixels. */
  widths: Record<string, number>;
  closed: string[];
  /** The same of the board's subitems. */
  subitems: Partial<Choices> | null;
}

export const NOBODY = 0;
export const WIDEST = 900;
export const NARROWEST = 60;

export const AS_IT_IS: Choices = {
  people: [],
  statuses: {},
  texts: {},
  sort: null,
  hidden: [],
  widths: {},
  closed: [],
  subitems: null,
};

/** Of what was kept, all that is still of use: columns and groups may have gone since. */
export function choicesFrom(kept: unknown, board: Board): Choices {
  const given = { ...AS_IT_IS, ...(isObject(kept) ? kept : {}) } as Choices;
  const columns = new Set(board.columns.map((column) => column.id));
  const there = <T>(values: Record<string, T>) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => columns.has(id)));
  return {
    people: given.people,
    statuses: there(given.statuses),
    texts: there(given.texts),
    sort: given.sort && columns.has(given.sort.column) ? given.sort : null,
    hidden: given.hidden.filter((id) => columns.has(id)),
    widths: there(given.widths),
    closed: given.closed,
    subitems: isObject(given.subitems) ? given.subitems : null,
  };
}

export function countOfFilters({ people, statuses, texts }: Choices): number {
  return (people.length ? 1 : 0) + Object.keys(statuses).length + Object.keys(texts).length;
}

/** Whether a row is to be shown; `search` is looked for in all of its cells. */
export function filterOf(
  choices: Choices,
  search: string,
  columns: Column[],
  names: Names,
): (row: Row) => boolean {
  const tests: ((row: Row) => boolean)[] = [];
  if (choices.people.length) {
    const people = columns.filter((column) => column.type === "person");
    const wanted = new Set(choices.people);
    tests.push((row) => {
      const there = people.flatMap((column) => personIds(row.values[column.id]));
      return there.length ? there.some((id) => wanted.has(id)) : wanted.has(NOBODY);
    });
  }
  for (const [id, indexes] of Object.entries(choices.statuses)) {
    tests.push((row) => indexes.includes(statusIndex(row.values[id]) ?? NO_STATUS));
  }
  const holds = (column: Column, text: string) => {
    const wanted = text.trim().toLocaleLowerCase();
    return (row: Row) => asText(column, row, names).toLocaleLowerCase().includes(wanted);
  };
  for (const [id, text] of Object.entries(choices.texts)) {
    const column = columns.find((one) => one.id === id);
    if (column) tests.push(holds(column, text));
  }
  if (search.trim()) {
    const inAny = columns.map((column) => holds(column, search));
    tests.push((row) => inAny.some((fits) => fits(row)));
  }
  return (row) => tests.every((fits) => fits(row));
}

/** Orders rows as chosen, those without a value last either way; undefined for the board's own order. */
export function orderOf(
  choices: Choices,
  columns: Column[],
  names: Names,
): ((one: Row, other: Row) => number) | undefined {
  const column = columns.find((one) => one.id === choices.sort?.column);
  if (!column || !choices.sort) return undefined;
  const sign = choices.sort.isDescending ? -1 : 1;
  return (one, other) => {
    const left = keyOf(column, one, names);
    const right = keyOf(column, other, names);
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined);
    }
    return sign * compared(left, right);
  };
}

const alphabet = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compared(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return alphabet.compare(String(one), String(other));
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
