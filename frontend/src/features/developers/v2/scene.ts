// What the examples are about: a board of the reader's own, with something on it.

import { ask } from "./asking";

interface Column {
  id: string;
  type: string;
  settings_str: string;
}

export interface Board {
  id: string;
  name: string;
  type: string;
  columns: Column[];
  groups: { id: string }[];
  items_page: { items: { id: string; name: string }[] };
}

export interface Scene {
  board: string;
  boardName: string;
  group: string;
  item: string;
  itemName: string;
  /** By the columns' ids, as change_multiple_column_values takes them. */
  values: Record<string, unknown>;
}

const QUERY = `{
  boards(limit: 20, order_by: used_at) {
    id name type
    columns {id type settings_str}
    groups {id}
    items_page(limit: 1) {items {id name}}
  }
}`;
const MOST_VALUES = 3;

/** Nothing where the reader has no token, or no board with an item. */
export async function findScene(token: string): Promise<Scene | undefined> {
  if (!token) return undefined;
  try {
    const { data } = await ask(token, "", { query: QUERY });
    return sceneOf((data as { boards?: Board[] } | undefined)?.boards ?? []);
  } catch {
    return undefined;
  }
}

export function sceneOf(boards: Board[]): Scene | undefined {
  const fit = boards.filter(({ type, items_page }) => type === "board" && items_page.items[0]);
  const board = fit.find(({ columns }) => Object.keys(valuesFor(columns)).length) ?? fit[0];
  const item = board?.items_page.items[0];
  if (!board || !item) return undefined;
  return {
    board: board.id,
    boardName: board.name,
    group: board.groups[0]?.id ?? "topics",
    item: item.id,
    itemName: item.name,
    values: valuesFor(board.columns),
  };
}

/** Values that change no column's labels. */
export function valuesFor(columns: Column[]): Record<string, unknown> {
  const values: [string, unknown][] = [];
  for (const column of columns) {
    const value = valueFor(column);
    if (value !== undefined && !values.some(([, other]) => same(other, value)))
      values.push([column.id, value]);
  }
  return Object.fromEntries(values.slice(0, MOST_VALUES));
}

function valueFor({ type, settings_str }: Column): unknown {
  if (type === "text") return "Written by the API";
  if (type === "numbers") return "42";
  if (type === "date") return { date: new Date().toISOString().slice(0, 10) };
  if (type === "checkbox") return { checked: "true" };
  if (type !== "status") return undefined;
  const [first] = Object.keys((JSON.parse(settings_str) as { labels?: object }).labels ?? {});
  return first === undefined ? undefined : { index: Number(first) };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
