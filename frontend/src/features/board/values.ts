// What is in a cell, by the type of its column: read, written as text, summed up.

import type { Schemas } from "../../api/client";
import type { Column, Row, Tag, User } from "../../api/queries";
import { texts } from "../../texts";
import { dayFrom, numberFrom } from "./parsing";

export type Change =
  | Schemas["SetText"]
  | Schemas["SetNumber"]
  | Schemas["SetDate"]
  | Schemas["SetTimeline"]
  | Schemas["SetPerson"]
  | Schemas["SetStatus"]
  | Schemas["SetTags"];

export interface Names {
  users: Map<number, User>;
  tags: Map<number, Tag>;
}

interface PeopleValue {
  people?: { id: number; kind: "person" | "team" }[];
  user_id?: number;
}

export interface Timeline {
  from: string;
  to: string;
}

/** By the index that a status stores. Each with a text colour that can be read on it. */
export const STATUS_COLORS = [
  "#fdab3d",
  "#00c875",
  "#d83a52",
  "#0077ab",
  "#9a55d6",
  "#c4c4c4",
  "#037f4c",
  "#579bfc",
  "#cab641",
  "#7f5347",
  "#ff642e",
] as const;
/** Those that only API v2 gives to labels, by index. */
const MORE_STATUS_COLORS: Record<number, string> = {
  11: "#bb3354",
  12: "#ff158a",
  13: "#ff5ac4",
  14: "#784bd1",
  15: "#9cd326",
  16: "#66ccff",
  17: "#737373",
  18: "#7f5347",
  19: "#ff642e",
  101: "#ff7575",
  102: "#faa1f1",
  103: "#ffadad",
  104: "#7e3b8a",
  105: "#9aadbd",
  106: "#68a1bd",
  107: "#225091",
  108: "#4eccc6",
  109: "#5559df",
  110: "#401694",
  151: "#563e3e",
  152: "#bda8f9",
  153: "#2a72de",
  154: "#a9bee8",
  155: "#d974b0",
  156: "#9d99b9",
  157: "#ad967a",
  158: "#a1e3f6",
  159: "#bd816e",
  160: "#175a63",
};
export const NO_STATUS = 5;

export const statusColor = (index: number): string =>
  STATUS_COLORS[index] ?? MORE_STATUS_COLORS[index] ?? STATUS_COLORS[NO_STATUS];

const DARK = "#1b1c2e";
const LIGHT = "#ffffff";

export const textOn = (color: string): string =>
  contrast(color, LIGHT) > contrast(color, DARK) ? LIGHT : DARK;

/** From 1 to 21, as WCAG counts. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

export const statusIndex = (value: unknown): number | undefined =>
  (value as { index: number } | undefined)?.index;
/** The users that a person cell names. Old events have the one as `user_id`. */
export function personIds(value: unknown): number[] {
  const { people, user_id } = (value ?? {}) as PeopleValue;
  if (user_id !== undefined) return [user_id];
  return (people ?? []).filter((one) => one.kind === "person").map((one) => one.id);
}
/** The day of a date cell, which may have a time beside it. */
export const dayIn = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? (value as { date: string }).date
    : String(value ?? "");
export const tagIds = (value: unknown): number[] =>
  (value as { tag_ids: number[] } | undefined)?.tag_ids ?? [];
export const timelineOf = (value: unknown): Timeline | undefined => value as Timeline | undefined;

export function labelOf(column: Column, index: number): string {
  const labels = column.settings.labels as Record<string, string> | undefined;
  return labels?.[String(index)] ?? "";
}

/** As it is copied into a spreadsheet, and as a search finds it. */
export function asText(column: Column, row: Row, names: Names): string {
  if (column.type === "name") return row.name;
  const value = row.values[column.id];
  if (value === undefined || value === null) return "";
  switch (column.type) {
    case "status":
      return labelOf(column, statusIndex(value) ?? NO_STATUS);
    case "person":
      return personIds(value)
        .flatMap((id) => names.users.get(id)?.name ?? [])
        .join(", ");
    case "date":
      return dayIn(value);
    case "tags":
      return tagIds(value)
        .map((id) => names.tags.get(id)?.name ?? "")
        .filter(Boolean)
        .join(", ");
    case "timeline": {
      const line = timelineOf(value);
      return line ? `${line.from} – ${line.to}` : "";
    }
    default:
      return plain(value);
  }
}

/** What a text that was typed or pasted means in a column. Throws an Error with a sentence where it means nothing. */
export function fromText(column: Column, text: string, names: Names): Change {
  const given = text.trim();
  switch (column.type) {
    case "numeric":
      return { type: "numeric", number: given ? numberFrom(given) : null };
    case "date":
      return { type: "date", day: given ? dayFrom(given) : null };
    case "timeline": {
      if (!given) return { type: "timeline", start: null, end: null };
      const [start = "", end = start] = given.split(/\s+–\s+|\s+-\s+|\s+to\s+/);
      return { type: "timeline", start: dayFrom(start), end: dayFrom(end) };
    }
    case "person":
      return { type: "person", user_id: given ? userNamed(given, names) : null };
    case "status":
      return { type: "status", index: given ? indexLabelled(column, given) : null };
    case "tags":
      return { type: "tags", names: given ? tagNames(given) : null };
    default:
      return { type: "text", text: given || null };
  }
}

/** The change that brings a stored value back. */
export function changeTo(column: Column, value: unknown, names: Names): Change {
  switch (column.type) {
    case "numeric":
      return { type: "numeric", number: (value as string | undefined) ?? null };
    case "date":
      return { type: "date", day: dayIn(value) || null };
    case "timeline": {
      const line = timelineOf(value);
      return { type: "timeline", start: line?.from ?? null, end: line?.to ?? null };
    }
    case "person":
      return { type: "person", user_id: personIds(value)[0] ?? null };
    case "status":
      return { type: "status", index: statusIndex(value) ?? null };
    case "tags": {
      const known = tagIds(value).flatMap((id) => names.tags.get(id)?.name ?? []);
      return { type: "tags", names: known.length ? known : null };
    }
    default:
      return { type: "text", text: (value as string | undefined) ?? null };
  }
}

/** What will be stored, shown until the server has said so; undefined for nothing. */
export function expected(change: Change, names: Names): unknown {
  switch (change.type) {
    case "text":
      return change.text ?? undefined;
    case "numeric":
      return change.number ?? undefined;
    case "date":
      return change.day ?? undefined;
    case "timeline":
      return change.start ? { from: change.start, to: change.end } : undefined;
    case "person":
      return change.user_id ? { people: [{ id: change.user_id, kind: "person" }] } : undefined;
    case "status":
      return change.index === null || change.index === undefined
        ? undefined
        : { index: change.index, update_id: null };
    case "tags": {
      const wanted = new Set(change.names?.map((name) => name.toLocaleLowerCase()));
      const ids = [...names.tags.values()].filter((tag) =>
        wanted.has(tag.name.toLocaleLowerCase()),
      );
      return ids.length ? { tag_ids: ids.map((tag) => tag.id) } : undefined;
    }
  }
}

export interface Sum {
  total: number;
  average: number;
  count: number;
}

export function sumOf(column: Column, rows: Row[]): Sum {
  const numbers = rows.flatMap((row) => {
    const number = Number.parseFloat(String(row.values[column.id] ?? ""));
    return Number.isNaN(number) ? [] : [number];
  });
  const total = numbers.reduce((sum, number) => sum + number, 0);
  return { total, average: numbers.length ? total / numbers.length : 0, count: numbers.length };
}

/** How many rows have each status, the most frequent first; those without one as NO_STATUS. */
export function sharesOf(column: Column, rows: Row[]): { index: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const index = statusIndex(row.values[column.id]) ?? NO_STATUS;
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return [...counts]
    .map(([index, count]) => ({ index, count }))
    .sort((one, other) => other.count - one.count);
}

/** The first and the last day in a date or timeline column. */
export function rangeOf(column: Column, rows: Row[]): Timeline | undefined {
  const days = rows.flatMap((row) => {
    const value = row.values[column.id];
    if (value === undefined || value === null) return [];
    const line = column.type === "timeline" ? timelineOf(value) : undefined;
    return line ? [line.from, line.to] : [dayIn(value)];
  });
  if (days.length === 0) return undefined;
  days.sort();
  return { from: days[0] as string, to: days.at(-1) as string };
}

const DAY = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric", timeZone: "UTC" });
const DAY_AND_YEAR = new Intl.DateTimeFormat(undefined, {
  year: "numeric",
  month: "short",
  day: "numeric",
  timeZone: "UTC",
});

/** `2017-01-03` as people write it; with the year where it isn't the present one. */
export function shownDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const isThisYear = date.getUTCFullYear() === new Date().getFullYear();
  return (isThisYear ? DAY : DAY_AND_YEAR).format(date);
}

export function shownRange(line: Timeline): string {
  return line.from === line.to
    ? shownDay(line.from)
    : `${shownDay(line.from)} – ${shownDay(line.to)}`;
}

interface Unit {
  symbol?: string;
  /** In place of the symbol `custom`. */
  custom_unit?: string;
  direction?: string;
}

export function unitOf(column: Column): { text: string; direction: "left" | "right" } {
  const unit = column.settings.unit as Unit | undefined;
  const text = unit?.symbol === "custom" ? unit.custom_unit : unit?.symbol;
  return { text: text ?? "", direction: unit?.direction === "left" ? "left" : "right" };
}

/** With the unit of the column at its side. */
export function shownNumber(column: Column, number: string | number): string {
  const { text, direction } = unitOf(column);
  const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 10 }).format(
    Number(number),
  );
  if (!text) return plain;
  return direction === "left" ? `${text}${plain}` : `${plain} ${text}`;
}

/** Nothing for what has no cell of its own here yet. */
export const plain = (value: unknown): string => (typeof value === "object" ? "" : String(value));

function tagNames(text: string): string[] | null {
  const names = text.split(",").map((name) => name.trim().replace(/^#/, ""));
  return names.some(Boolean) ? names.filter(Boolean) : null;
}

/** Of several names with commas between them, the first. */
function userNamed(name: string, names: Names): number {
  for (const wanted of [name, name.split(",")[0] ?? ""].map((one) => one.toLocaleLowerCase())) {
    for (const user of names.users.values()) {
      if ([user.name, user.email].some((one) => one.toLocaleLowerCase() === wanted)) return user.id;
    }
  }
  throw new Error(`${texts.board.nobody} (${name})`);
}

function indexLabelled(column: Column, label: string): number {
  const labels = (column.settings.labels ?? {}) as Record<string, string>;
  const wanted = label.toLocaleLowerCase();
  for (const [index, text] of Object.entries(labels)) {
    if (text.toLocaleLowerCase() === wanted) return Number(index);
  }
  throw new Error(`“${column.title}” has no label “${label}”.`);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
