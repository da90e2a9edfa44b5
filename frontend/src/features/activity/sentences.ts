// What an event says to a reader, after the name of who did it.

import type { Schemas } from "../../api/client";
import type { Board, Column, Row } from "../../api/queries";
import { texts } from "../../texts";
import { asText } from "../board/cells/registry";
import type { Names } from "../board/values";

export type Happening = Schemas["Happening"];

export function sentenceOf({ kind, data }: Happening, board: Board, names: Names): string {
  if (kind === "ValueChanged") return valueChanged(data, board, names);
  const told = texts.activity.events[kind as keyof typeof texts.activity.events];
  if (typeof told !== "function") return told ?? kind;
  return told(namesIn(data, board, names) as never);
}

function valueChanged(data: Happening["data"], board: Board, names: Names): string {
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

/** Ids of groups, columns and users replaced by what they are called now. */
function namesIn(data: Happening["data"], board: Board, names: Names): Record<string, string> {
  const called: Record<string, string> = {};
  for (const [name, value] of Object.entries(data)) called[name] = String(value ?? "");
  const group = board.groups.find((one) => one.id === data.group_id);
  const column = board.columns.find((one) => one.id === data.column_id);
  const user = names.users.get(Number(data.user_id));
  called.title ??= group?.title ?? column?.title ?? "";
  called.user = user?.name ?? "";
  return called;
}
