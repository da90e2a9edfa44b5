// What an event says to a reader, after the name of who did it.

import type { Schemas } from "../../api/client";
import type { Board, Column, Row } from "../../api/queries";
import { texts } from "../../texts";
import { asText } from "../board/cells/registry";
import type { Names } from "../board/values";

export type Happening = Schemas["Happening"];
type Data = Happening["data"];

export function sentenceOf({ kind, data }: Happening, board: Board, names: Names): string {
  if (kind === "ValueChanged") return valueChanged(data, board, names);
  const called = namesIn(data, board, names);
  if (isParts(data.old) && isParts(data.new)) {
    const parts = partsChanged(data.old, data.new);
    if (parts) return texts.activity.changed(thingOf(kind, called), parts);
  }
  const told = texts.activity.events[kind as keyof typeof texts.activity.events];
  if (typeof told !== "function") return told ?? kind;
  return told(called as never);
}

/** What is said after the pulse's name. */
export function tailOf({ kind, data }: Happening, board: Board): string {
  if (kind === "PulseRenamed") return texts.activity.fromTo(String(data.old), String(data.new));
  if (kind !== "PulseMoved" || !Array.isArray(data.old) || !Array.isArray(data.new)) return "";
  const [from, to] = [placeOf(data.old, board), placeOf(data.new, board)];
  return from === to ? "" : texts.activity.fromTo(from, to);
}

/** By what it was done. */
export function viaOf({ via }: Happening): string {
  if (!via) return "";
  const details = [via.client, via.version].filter(Boolean).join(", ");
  return texts.activity.via[via.token] + (details ? ` (${details})` : "");
}

/** What was taken back of them, the newest first, and not brought back since. */
export function undoneOf(happenings: Pick<Happening, "id" | "undoes">[]): Set<number> {
  const undone = new Set<number>();
  for (const { id, undoes } of happenings) {
    if (undoes !== null && !undone.has(id)) undone.add(undoes);
  }
  return undone;
}

// An editor saves what is written as it is written.
const AGAIN_AND_AGAIN = /^(DocEdited|DocBlock\w+|DescriptionChanged)$/;

/** Of what one did to the same again and again, the last. Newest first. */
export function withoutRepeats(happenings: Happening[]): Happening[] {
  return happenings.filter((one, at) => {
    const newer = happenings[at - 1];
    return !(
      newer &&
      AGAIN_AND_AGAIN.test(one.kind) &&
      newer.kind === one.kind &&
      newer.actor_id === one.actor_id &&
      newer.pulse_id === one.pulse_id
    );
  });
}

function valueChanged(data: Data, board: Board, names: Names): string {
  const column = board.columns.find((one) => one.id === data.column_id);
  if (!column) return texts.activity.valueOfGoneColumn;
  return texts.activity.value(
    column.title,
    valueText(column, data.old, names),
    valueText(column, data.new, names),
  );
}

function valueText(column: Column, value: unknown, names: Names): string {
  return asText(column, { name: "", values: { [column.id]: value } } as unknown as Row, names);
}

function isParts(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function partsChanged(old: Record<string, unknown>, now: Record<string, unknown>): string {
  const parts = Object.keys(now).map((part) => {
    const [before, after] = [old[part] ?? "", now[part] ?? ""];
    const name = texts.activity.parts[part as keyof typeof texts.activity.parts] ?? part;
    const isTold = typeof before !== "object" && typeof after !== "object";
    return isTold ? `${name} ${texts.activity.fromTo(String(before), String(after))}` : name;
  });
  return parts.join(", ");
}

function thingOf(kind: string, called: Record<string, string>): string {
  if (kind === "GroupChanged") return texts.activity.group(called.title ?? "");
  if (kind === "ColumnChanged") return texts.activity.column(called.title ?? "");
  return texts.activity.board;
}

function placeOf([boardId, groupId]: unknown[], board: Board): string {
  if (boardId !== board.id) return texts.activity.anotherBoard;
  return board.groups.find((one) => one.id === groupId)?.title ?? String(groupId);
}

/** Ids of groups, columns and users replaced by what they are called now. */
function namesIn(data: Data, board: Board, names: Names): Record<string, string> {
  const called: Record<string, string> = {};
  for (const [name, value] of Object.entries(data)) called[name] = String(value ?? "");
  const group = board.groups.find((one) => one.id === data.group_id);
  const column = board.columns.find((one) => one.id === data.column_id);
  const user = names.users.get(Number(data.user_id));
  called.title ??= group?.title ?? column?.title ?? "";
  called.user = user?.name ?? "";
  return called;
}
