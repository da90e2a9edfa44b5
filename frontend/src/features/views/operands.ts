// What a rule can say of a column: which conditions, and what they compare with.

import type { Schemas } from "../../api/client";
import type { Board, Column } from "../../api/queries";
import { texts } from "../../texts";
import { COUNTRIES } from "../board/cells/countries";
import {
  ALL_STATUS_INDEXES,
  labelOf,
  mostStars,
  type Names,
  NO_STATUS,
  optionsOf,
  statusColor,
} from "../board/values";
import { EXACT, ME, type Rule } from "./query";

export type ColumnRules = Schemas["ColumnRules"];
/** By the type of a column. */
export type Types = ReadonlyMap<string, ColumnRules>;

/** How what is compared with is given. */
export type Operand = "none" | "picks" | "text" | "number" | "time" | "day" | "span";

/** A column as rules know it: also what every pulse has besides. */
export type Asked = Pick<Column, "id" | "title" | "type" | "settings">;

export interface Option {
  value: string | number;
  text: string;
  color?: string;
  hasFace?: boolean;
}

const PICKED = new Set([
  ...["status", "dropdown", "person", "team", "tags", "country", "group"],
  ...["vote", "rating", "time_tracking"],
]);
const DAYS = new Set(["date", "timeline", "week", "creation_log", "last_updated"]);
const NUMBERS = new Set(["numeric", "item_id", "board_relation", "dependency"]);
const EMPTINESS = new Set(["is_empty", "is_not_empty"]);
const ON_TEXT = new Set([
  ...["contains_text", "not_contains_text", "contains_terms", "starts_with", "ends_with"],
]);
/** A checkbox reads as a letter, and linked pulses compare by their ids: nobody would look for these. */
const UNSAID: Record<string, (operator: string) => boolean> = {
  checkbox: (operator) => !EMPTINESS.has(operator),
  board_relation: (operator) => !EMPTINESS.has(operator) && !ON_TEXT.has(operator),
  dependency: (operator) => !EMPTINESS.has(operator) && !ON_TEXT.has(operator),
};
const CONDITIONS: Record<string, string> = texts.views.conditions;

/** The board's columns that rules can be about, then what every pulse has. */
export function askedColumns(board: Board, types: Types): Asked[] {
  const own = board.columns.filter((column) => operatorsOf(column.type, types).length > 0);
  const { group, __creation_log__, __last_updated__ } = texts.views.pseudo;
  return [
    ...own,
    { id: "group", title: group, type: "group", settings: {} },
    { id: "__creation_log__", title: __creation_log__, type: "creation_log", settings: {} },
    { id: "__last_updated__", title: __last_updated__, type: "last_updated", settings: {} },
  ];
}

export const isPseudo = (columnId: string): boolean => columnId in texts.views.pseudo;

export function sortedColumns(board: Board, types: Types): Asked[] {
  return askedColumns(board, types).filter(({ type }) => types.get(type)?.sorts);
}

/** In the order in which they are offered. */
export function operatorsOf(type: string, types: Types): string[] {
  const taken = types.get(type)?.operators ?? [];
  return Object.keys(CONDITIONS).filter(
    (operator) => taken.includes(operator) && !UNSAID[type]?.(operator),
  );
}

/** In plain words. */
export function conditionOf(type: string, operator: string): string {
  const own: Record<string, string> = DAYS.has(type)
    ? texts.views.dayConditions
    : type === "checkbox"
      ? texts.views.checkboxConditions
      : type === "vote"
        ? texts.views.voteConditions
        : {};
  return own[operator] ?? CONDITIONS[operator] ?? operator;
}

export function operandOf(type: string, operator: string): Operand {
  if (EMPTINESS.has(operator)) return "none";
  if (ON_TEXT.has(operator)) return "text";
  if (operator.startsWith("within")) return "span";
  if (DAYS.has(type)) return "day";
  if (PICKED.has(type)) return "picks";
  if (type === "hour") return "time";
  return NUMBERS.has(type) ? "number" : "text";
}

/** A rule to begin with: of names and texts what they contain, of days today. */
export function newRule({ id, type }: Asked, types: Types): Rule {
  const operators = operatorsOf(type, types);
  const usual = type === "checkbox" ? "is_not_empty" : "contains_text";
  const isUsual = operandOf(type, "any_of") === "text" && operators.includes(usual);
  const operator = isUsual ? usual : (operators[0] ?? "is_empty");
  return { column_id: id, operator, compare_value: startOf(type, operator) };
}

/** The rule with another condition; what it compared with stays where it still fits. */
export function withOperator(rule: Rule, type: string, operator: string): Rule {
  const isSame =
    operandOf(type, rule.operator) === operandOf(type, operator) &&
    (rule.operator === "between") === (operator === "between");
  return {
    ...rule,
    operator,
    compare_value: isSame ? rule.compare_value : startOf(type, operator),
  };
}

function startOf(type: string, operator: string): Rule["compare_value"] {
  const operand = operandOf(type, operator);
  if (operator === "between") return ["", ""];
  if (operand === "span") return [7, "DAYS"];
  return operand === "day" ? ["TODAY"] : [];
}

/** The days of a rule, each a word or YYYY-MM-DD. */
export function daysIn({ compare_value }: Rule): string[] {
  const days = compare_value.filter((value) => value !== EXACT).map((value) => String(value ?? ""));
  return days.length ? days : [""];
}

/** What a rule compares with, of days as `daysIn` gives them. */
export function ofDays(days: string[]): Rule["compare_value"] {
  const [day = ""] = days;
  return days.length === 1 && (!day || /^\d/.test(day)) ? [EXACT, ...(day ? [day] : [])] : days;
}

/** What can be picked for a column. */
export function optionsFor(column: Asked, board: Board, names: Names): Option[] {
  switch (column.type) {
    case "status":
      return statusOptions(column);
    case "dropdown":
      return optionsOf(column).map(({ id, name }) => ({ value: id, text: name }));
    case "person":
      return [
        { value: ME, text: texts.views.me },
        ...people(names),
        ...teams(names).map((team) => ({ ...team, value: `team-${team.value}` })),
      ];
    case "vote":
      return people(names);
    case "team":
      return teams(names);
    case "tags":
      return [...names.tags.values()].map(({ id, name }) => ({ value: id, text: `#${name}` }));
    case "country":
      return COUNTRIES.map(({ code, name }) => ({ value: code, text: name }));
    case "group":
      return board.groups.map(({ id, title, color }) => ({ value: id, text: title, color }));
    case "rating":
      return Array.from({ length: mostStars(column) }, (_, index) => ({
        value: index + 1,
        text: texts.views.stars(index + 1),
      }));
    case "time_tracking":
      return [{ value: "running", text: texts.views.running }];
    default:
      return [];
  }
}

/** The labels that the column has, and no label at all. */
function statusOptions(column: Asked): Option[] {
  const labelled = ALL_STATUS_INDEXES.filter((index) => labelOf(column, index));
  const all = new Set([...labelled, NO_STATUS]);
  return [...all].map((index) => ({
    value: index,
    text: labelOf(column, index) || texts.board.empties,
    color: statusColor(index),
  }));
}

const people = ({ users }: Names): Option[] =>
  [...users.values()].map(({ id, name }) => ({ value: `person-${id}`, text: name, hasFace: true }));

const teams = (names: Names): Option[] =>
  [...names.teams.values()].map(({ id, name }) => ({ value: id, text: name, hasFace: true }));
