import { expect, test } from "vitest";
import { BOARD, NAMES } from "../board/testing/board";
import {
  askedColumns,
  conditionOf,
  daysIn,
  newRule,
  ofDays,
  operandOf,
  operatorsOf,
  optionsFor,
  sortedColumns,
  type Types,
  withOperator,
} from "./operands";
import { ruleOf } from "./query";

const rules = (type: string, sorts: boolean, ...operators: string[]) =>
  [type, { type, sorts, operators }] as const;
const TYPES: Types = new Map([
  rules("name", true, "any_of", "contains_text", "is_empty"),
  rules("person", true, "is_empty", "any_of", "not_any_of"),
  rules("status", true, "any_of", "is_empty"),
  rules("date", true, "any_of", "between", "greater_than", "within_the_next"),
  rules("checkbox", false, "contains_text", "is_empty", "is_not_empty"),
  rules("last_post", false),
  rules("group", false, "any_of", "not_any_of"),
  rules("creation_log", true, "any_of"),
  rules("last_updated", true, "any_of"),
]);
const column = (id: string) => {
  const found = askedColumns(BOARD, TYPES).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

test("rules are about columns that the server takes rules of, and what every pulse has", () => {
  expect(askedColumns(BOARD, TYPES).map(({ id }) => id)).toEqual([
    ...["name", "owner", "stage", "due"],
    ...["group", "__creation_log__", "__last_updated__"],
  ]);
  expect(sortedColumns(BOARD, TYPES).map(({ id }) => id)).not.toContain("group");
});

test("conditions are the server’s, in one order and in plain words", () => {
  expect(operatorsOf("person", TYPES)).toEqual(["any_of", "not_any_of", "is_empty"]);
  expect(operatorsOf("checkbox", TYPES)).toEqual(["is_empty", "is_not_empty"]);
  expect(operatorsOf("unknown", TYPES)).toEqual([]);
  expect(conditionOf("date", "greater_than")).toBe("is after");
  expect(conditionOf("numeric", "greater_than")).toBe(">");
  expect(conditionOf("checkbox", "is_empty")).toBe("is not checked");
  expect(conditionOf("text", "new_one")).toBe("new_one");
});

test("what is compared with depends on the type and on the condition", () => {
  expect(operandOf("status", "any_of")).toBe("picks");
  expect(operandOf("status", "contains_text")).toBe("text");
  expect(operandOf("status", "is_empty")).toBe("none");
  expect(operandOf("date", "between")).toBe("day");
  expect(operandOf("date", "within_the_last")).toBe("span");
  expect(operandOf("numeric", "lower_than")).toBe("number");
  expect(operandOf("hour", "any_of")).toBe("time");
});

test("a new rule begins with what is asked most", () => {
  expect(newRule(column("name"), TYPES)).toEqual(ruleOf("name", "contains_text", []));
  expect(newRule(column("stage"), TYPES)).toEqual(ruleOf("stage", "any_of", []));
  expect(newRule(column("due"), TYPES)).toEqual(ruleOf("due", "any_of", ["TODAY"]));
});

test("another condition keeps what it can be compared with", () => {
  const rule = ruleOf("due", "any_of", ["TOMORROW"]);
  expect(withOperator(rule, "date", "greater_than").compare_value).toEqual(["TOMORROW"]);
  expect(withOperator(rule, "date", "between").compare_value).toEqual(["", ""]);
  expect(withOperator(rule, "date", "within_the_next").compare_value).toEqual([7, "DAYS"]);
  const picked = ruleOf("stage", "any_of", [1]);
  expect(withOperator(picked, "status", "contains_text").compare_value).toEqual([]);
});

test("days are words or exact", () => {
  expect(daysIn(ruleOf("due", "any_of", ["EXACT", "2026-12-24"]))).toEqual(["2026-12-24"]);
  expect(daysIn(ruleOf("due", "between", ["", "TODAY"]))).toEqual(["", "TODAY"]);
  expect(daysIn(ruleOf("due", "any_of", []))).toEqual([""]);
  expect(ofDays(["2026-12-24"])).toEqual(["EXACT", "2026-12-24"]);
  expect(ofDays([""])).toEqual(["EXACT"]);
  expect(ofDays(["TODAY"])).toEqual(["TODAY"]);
  expect(ofDays(["2026-12-24", ""])).toEqual(["2026-12-24", ""]);
});

test("what can be picked has the values that the engine compares", () => {
  const values = (id: string) => optionsFor(column(id), BOARD, NAMES).map(({ value }) => value);
  expect(values("owner")).toEqual(["assigned_to_me", "person-7", "person-8", "team-5"]);
  expect(values("stage")).toEqual([0, 1, 5]);
  expect(values("group")).toEqual(["now", "later"]);
});
