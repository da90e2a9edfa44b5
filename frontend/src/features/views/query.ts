// What is asked of a board's pulses, written as the server's query engine reads it. Nothing in here knows React or the server.

import type { Schemas } from "../../api/client";
import type { Board, Column } from "../../api/queries";

export type Rule = Schemas["Rule"];
export type Rules = Schemas["Rules"];
export type By = Schemas["By"];
export type Query = Omit<Schemas["PulseQuery"], "zone">;

/** Which pulses are shown, and in which order. */
export interface Asked {
  filter: Rules;
  /** Picked in the menu of people, besides the filter: `person-1`, `team-2`, NOBODY. */
  people: string[];
  sort: By[];
}

export const NO_RULES: Rules = { operator: "and", rules: [], groups: [] };
export const NOBODY = "";
export const ME = "assigned_to_me";
export const EXACT = "EXACT";

const WITHOUT_VALUE = new Set(["is_empty", "is_not_empty"]);
const AMONG = new Set(["any_of", "not_any_of"]);

/** Whether there is all that the condition compares with. */
export function isComplete({ operator, compare_value }: Rule): boolean {
  if (WITHOUT_VALUE.has(operator)) return true;
  // A number, and days or weeks beside it.
  if (operator.startsWith("within")) return (compare_value[0] ?? "") !== "";
  const given = compare_value.filter(
    (value) => value !== EXACT && (value !== "" || AMONG.has(operator)),
  );
  return given.length >= (operator === "between" ? 2 : 1);
}

/** Without rules that somebody is still making. */
export function completed({ operator, rules, groups }: Rules): Rules {
  return {
    operator,
    rules: rules.filter(isComplete),
    groups: groups.map(completed).filter((group) => countOf(group) > 0),
  };
}

/** How many rules there are, those in groups too. */
export const countOf = ({ rules, groups }: Rules): number =>
  rules.length + groups.reduce((sum, group) => sum + countOf(group), 0);

/** Without those about columns that aren't there. */
export function about(filter: Rules, isThere: (columnId: string) => boolean): Rules {
  return {
    ...filter,
    rules: filter.rules.filter((rule) => isThere(rule.column_id)),
    groups: filter.groups.map((group) => about(group, isThere)),
  };
}

/** With a rule for those who were picked: they are in one of the board's columns of people. */
export function withPeople(filter: Rules, people: string[], columns: Column[]): Rules {
  const own = columns.filter((column) => column.type === "person");
  if (people.length === 0 || own.length === 0) return filter;
  const named = people.filter((one) => one !== NOBODY);
  const theirs = own.map(({ id }) => ruleOf(id, "any_of", named));
  const nobodys = own.map(({ id }) => ruleOf(id, "is_empty", []));
  const picked: Rules = {
    operator: "or",
    rules: named.length ? theirs : [],
    groups: people.includes(NOBODY) ? [{ ...NO_RULES, rules: nobodys }] : [],
  };
  if (countOf(filter) === 0) return picked;
  if (filter.operator === "and") return { ...filter, groups: [...filter.groups, picked] };
  return { ...NO_RULES, groups: [filter, picked] };
}

export const ruleOf = (
  column_id: string,
  operator: string,
  compare_value: Rule["compare_value"],
): Rule => ({ column_id, operator, compare_value });

/** Undefined where all pulses are shown in their own order. */
export function queryOf(asked: Asked, board: Board, search: string): Query | undefined {
  const filter = withPeople(completed(asked.filter), asked.people, board.columns);
  const text = search.trim();
  if (countOf(filter) + asked.sort.length === 0 && !text) return undefined;
  return { ...filter, order_by: asked.sort, text };
}

/** Of what was kept: whether it is rules. */
export function isRules(value: unknown): value is Rules {
  const { rules, groups } = (value ?? {}) as Partial<Rules>;
  return Array.isArray(rules) && Array.isArray(groups) && groups.every(isRules);
}
