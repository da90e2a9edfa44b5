// What is in cells: read, shown, summed up.

import type { Column, Row, Tag, Team, User } from "../../api/queries";

export interface Names {
  users: Map<number, User>;
  teams: Map<number, Team>;
  tags: Map<number, Tag>;
  /** The reader's id. */
  me: number;
}

/** Somebody in a cell of people. */
export interface Named {
  id: number;
  kind: "person" | "team";
}

interface PeopleValue {
  people?: Named[];
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
export const ALL_STATUS_INDEXES = [
  ...STATUS_COLORS.keys(),
  ...Object.keys(MORE_STATUS_COLORS).map(Number),
];

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
/** Who is in a cell of people. Old events have the one as `user_id`. */
export function namedIn(value: unknown): Named[] {
  const { people, user_id } = (value ?? {}) as PeopleValue;
  if (user_id !== undefined) return [{ id: user_id, kind: "person" }];
  return people ?? [];
}
export const personIds = (value: unknown): number[] =>
  namedIn(value).flatMap(({ id, kind }) => (kind === "person" ? id : []));
export const nameOf = ({ id, kind }: Named, { users, teams }: Names): string | undefined =>
  (kind === "team" ? teams : users).get(id)?.name;

const two = (number: number) => String(number).padStart(2, "0");

/** A date cell in the reader's own zone; `time` is empty where the whole day is meant. */
export function localMoment(value: unknown): { day: string; time: string } {
  const { date, time } = (value ?? {}) as { date?: string; time?: string };
  if (!date || !time) return { day: date ?? String(value ?? ""), time: "" };
  const moment = new Date(`${date}T${time}Z`);
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
  return { day, time: `${two(moment.getHours())}:${two(moment.getMinutes())}` };
}

/** The other way round. */
export function storedMoment(day: string, time: string): string | { date: string; time: string } {
  if (!time) return day;
  const [date = day, rest = ""] = new Date(`${day}T${time}`).toISOString().split("T");
  return { date, time: rest.slice(0, 8) };
}

/** The day of a date cell, which may have a time beside it. */
export const dayIn = (value: unknown): string => localMoment(value).day;
export const timelineOf = (value: unknown): Timeline | undefined => value as Timeline | undefined;

export function labelOf(column: Column, index: number): string {
  const labels = column.settings.labels as Record<string, string> | undefined;
  return labels?.[String(index)] ?? "";
}

export interface Option {
  id: number;
  name: string;
}

/** The labels of a dropdown. */
export const optionsOf = (column: Column): Option[] =>
  (column.settings.labels as Option[] | undefined) ?? [];

export const mostStars = (column: Column): number =>
  (column.settings.max as number | undefined) ?? 5;

const BUTTON_COLOR = "#0073ea";
const HEX = /^#[0-9a-f]{6}$/i;

export function buttonOf(column: Column): { label: string; color: string } {
  const { label, color } = column.settings as { label?: string; color?: string };
  return { label: label ?? "", color: HEX.test(color ?? "") ? (color as string) : BUTTON_COLOR };
}

/** Names with commas between them; a known one may hold a comma itself. */
export function splitNames(text: string, isKnown: (name: string) => boolean): string[] {
  if (isKnown(text)) return [text];
  return text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
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

const NUMBER = new Intl.NumberFormat(undefined, { maximumFractionDigits: 10 });

/** With the unit of the column at its side. */
export function shownNumber(column: Column, number: string | number): string {
  const { text, direction } = unitOf(column);
  const plain = NUMBER.format(Number(number));
  if (!text) return plain;
  return direction === "left" ? `${text}${plain}` : `${plain} ${text}`;
}

/** Nothing for what has no cell of its own here yet. */
export const plain = (value: unknown): string => (typeof value === "object" ? "" : String(value));

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
