// What people type and paste, as the server keeps it. Each throws an Error with a sentence for what it can't read.

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const GROUPED_BY_POINTS = /^[+-]?\d{1,3}(\.\d{3})+,\d+$|^[+-]?\d{1,3}(\.\d{3}){2,}$/;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;
const AROUND_A_NUMBER = /^[\s\p{Sc}]+|[\s\p{Sc}%]+$/gu;

/** `1,234.5`, `1.234,5`, `12,5`, `€ 3`, `7 %` -> digits with a point. */
export function numberFrom(text: string): string {
  const given = text
    .replaceAll(AROUND_A_NUMBER, "")
    .replaceAll(/(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)/g, "");
  if (PLAIN.test(given)) return given;
  if (GROUPED.test(given)) return given.replaceAll(",", "");
  if (GROUPED_BY_POINTS.test(given)) return given.replaceAll(".", "").replace(",", ".");
  if (DECIMAL_COMMA.test(given)) return given.replace(",", ".");
  throw new Error(`“${text}” is not a number.`);
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const BY_POINTS = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const BY_SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** `2026-12-24`, `24.12.2026`, `12/24/2026`, `Dec 24, 2026` -> `2026-12-24`. */
export function dayFrom(text: string): string {
  const given = text.trim();
  let found = ISO.exec(given);
  if (found) return checkedDay(text, found[1], found[2], found[3]);
  found = BY_POINTS.exec(given);
  if (found) return checkedDay(text, found[3], found[2], found[1]);
  found = BY_SLASHES.exec(given);
  if (found) return checkedDay(text, found[3], found[1], found[2]);
  const named = /[a-z]/i.test(given) && /\d{4}/.test(given) ? new Date(given) : undefined;
  if (!named || Number.isNaN(named.getTime())) throw notADay(text);
  return checkedDay(text, named.getFullYear(), named.getMonth() + 1, named.getDate());
}

const SPAN = /\s+–\s+|\s+-\s+|\s+to\s+/;

/** `2026-12-01 – 2026-12-05`, or one day alone. */
export function daysFrom(text: string): { from: string; to: string } {
  const [start = "", end = start] = text.trim().split(SPAN);
  const [from, to] = [dayFrom(start), dayFrom(end)];
  if (from > to) throw new Error(`“${text}” ends before it begins.`);
  return { from, to };
}

const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?m?\.?$/i;

/** `16:42`, `4:42 pm`, `9`. */
export function timeFrom(text: string): { hour: number; minute: number } {
  const found = CLOCK.exec(text.trim());
  const half = found?.[3]?.toLowerCase();
  let hour = Number(found?.[1] ?? Number.NaN);
  const minute = Number(found?.[2] ?? 0);
  const isRead = half ? hour >= 1 && hour <= 12 : hour <= 23;
  if (!isRead || minute > 59) throw new Error(`“${text}” is not a time: write it as 16:42.`);
  if (half) hour = (hour % 12) + (half === "p" ? 12 : 0);
  return { hour, minute };
}

type Part = string | number | undefined;

function checkedDay(text: string, year: Part, month: Part, day: Part): string {
  const written = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${written}T00:00:00Z`);
  const isThere = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
  if (!isThere) throw notADay(text);
  return written;
}

const notADay = (text: string) =>
  new Error(`“${text}” is not a day: write it as 2026-12-24, 24.12.2026 or 12/24/2026.`);
