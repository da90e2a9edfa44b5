// The column types: one file each, one line here each.

import type { Column, Row } from "../../../api/queries";
import { texts } from "../../../texts";
import type { Change } from "../editors/EditorProps";
import type { Names } from "../values";
import { autoNumber } from "./autoNumber";
import { boardRelation } from "./boardRelation";
import { button } from "./button";
import type { Body, CellType } from "./CellType";
import { checkbox } from "./checkbox";
import { colorPicker } from "./colorPicker";
import { country } from "./country";
import { creationLog } from "./creationLog";
import { date } from "./date";
import { dependency } from "./dependency";
import { directDoc } from "./directDoc";
import { doc } from "./doc";
import { dropdown } from "./dropdown";
import { email } from "./email";
import { file } from "./file";
import { formula } from "./formula";
import { hour } from "./hour";
import { itemId } from "./itemId";
import { lastUpdated } from "./lastUpdated";
import { link } from "./link";
import { location } from "./location";
import { longText } from "./longText";
import { mirror } from "./mirror";
import { name } from "./name";
import { numeric } from "./numeric";
import { other } from "./other";
import { person } from "./person";
import { phone } from "./phone";
import { progress } from "./progress";
import { rating } from "./rating";
import { status } from "./status";
import { subtasks } from "./subtasks";
import { tags } from "./tags";
import { team } from "./team";
import { text } from "./text";
import { timeline } from "./timeline";
import { timeTracking } from "./timeTracking";
import { vote } from "./vote";
import { week } from "./week";
import { worldClock } from "./worldClock";

/** By the server's names, in the order in which new columns are offered. */
export const CELL_TYPES = {
  status,
  text,
  person,
  date,
  timeline,
  numeric,
  tags,
  checkbox,
  dropdown,
  long_text: longText,
  rating,
  team,
  email,
  phone,
  link,
  location,
  country,
  world_clock: worldClock,
  hour,
  week,
  color_picker: colorPicker,
  vote,
  button,
  creation_log: creationLog,
  last_updated: lastUpdated,
  item_id: itemId,
  auto_number: autoNumber,
  progress,
  time_tracking: timeTracking,
  formula,
  mirror,
  board_relation: boardRelation,
  dependency,
  subtasks,
  file,
  doc,
} as const satisfies Record<string, CellType<unknown>>;

export type TypeName = keyof typeof CELL_TYPES;

const ALL: Record<string, CellType<unknown>> = { ...CELL_TYPES, name, direct_doc: directDoc };

export const typeOf = (column: Column): CellType<unknown> => ALL[column.type] ?? other;

/** Whether anybody can write into its cells. */
export function isWritable(column: Column): boolean {
  const type = typeOf(column);
  return column.type === "name" || type.Editor !== undefined || type.toggled !== undefined;
}

/** Undefined for a cell without one. */
export function valueIn(column: Column, row: Row): unknown {
  const { ofRow } = typeOf(column);
  return ofRow ? ofRow(row) : (row.values[column.id] ?? undefined);
}

/** As it is copied into a spreadsheet. */
export function asText(column: Column, row: Row, names: Names): string {
  const value = valueIn(column, row);
  return value === undefined ? "" : typeOf(column).textOf(value, { column, row, names });
}

/** What a text that was typed or pasted means in a column. Throws an Error with a sentence where it means nothing. */
export function fromText(column: Column, text: string, names: Names): Change {
  const { parse } = typeOf(column);
  const given = text.trim();
  if (!given) return { value: undefined };
  if (!parse) throw new Error(texts.board.notTyped(column.title));
  return { value: parse(given, column, names) };
}

export function cleared(column: Column, row: Row, names: Names): Change {
  return { value: typeOf(column).cleared?.(valueIn(column, row), names) };
}

/** The request that brings a stored value into a cell. */
export function bodyOf(column: Column, { value }: Change, names: Names): Body {
  const { bodyOf: own } = typeOf(column);
  return own ? own(value, names) : { type: "value", value: value ?? null };
}
