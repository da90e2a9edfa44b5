import { expect, test } from "vitest";
import { BOARD, COLUMNS } from "../board/testing/board";
import {
  type Asked,
  completed,
  countOf,
  isComplete,
  NO_RULES,
  NOBODY,
  queryOf,
  ruleOf,
  withPeople,
} from "./query";

const NOTHING: Asked = { filter: NO_RULES, people: [], sort: [] };
const done = ruleOf("stage", "any_of", [1]);
const or = (...rules: (typeof done)[]) => ({ ...NO_RULES, operator: "or" as const, rules });

test("a rule is complete once it has what its condition compares with", () => {
  const complete = [
    done,
    ruleOf("stage", "is_empty", []),
    ruleOf("owner", "any_of", [""]),
    ruleOf("due", "between", ["TODAY", "2026-12-24"]),
    ruleOf("due", "any_of", ["EXACT", "2026-12-24"]),
    ruleOf("due", "within_the_next", [3, "DAYS"]),
  ];
  const unfinished = [
    ruleOf("stage", "any_of", []),
    ruleOf("due", "any_of", ["EXACT"]),
    ruleOf("due", "between", ["TODAY", ""]),
    ruleOf("due", "greater_than", [""]),
    ruleOf("due", "within_the_next", ["", "DAYS"]),
    ruleOf("name", "contains_text", []),
  ];
  expect(complete.map(isComplete)).toEqual(complete.map(() => true));
  expect(unfinished.map(isComplete)).toEqual(unfinished.map(() => false));
});

test("unfinished rules and groups without any ask for nothing", () => {
  const unfinished = ruleOf("stage", "any_of", []);
  const filter = { ...or(unfinished, done), groups: [or(unfinished), or(done)] };
  expect(completed(filter)).toEqual({ ...or(done), groups: [or(done)] });
  expect(countOf(filter)).toBe(4);
  expect(queryOf({ ...NOTHING, filter: or(unfinished) }, BOARD, " ")).toBeUndefined();
});

test("the query holds the filter, the order and what is searched", () => {
  const sort = [{ column_id: "due", direction: "desc" as const }];
  expect(queryOf({ filter: or(done), people: [], sort }, BOARD, " cake ")).toEqual({
    ...or(done),
    order_by: sort,
    text: "cake",
  });
});

test("who is picked is in one of the columns of people", () => {
  expect(withPeople(NO_RULES, ["person-7", "team-5"], COLUMNS)).toEqual(
    or(ruleOf("owner", "any_of", ["person-7", "team-5"])),
  );
  expect(withPeople(NO_RULES, [], COLUMNS)).toEqual(NO_RULES);
  expect(withPeople(NO_RULES, ["person-7"], [])).toEqual(NO_RULES);
});

test("nobody is picked where all columns of people are empty", () => {
  const two = [...COLUMNS, { id: "helper", title: "Helper", type: "person", settings: {} }];
  expect(withPeople(NO_RULES, ["person-7", NOBODY], two)).toEqual({
    ...or(ruleOf("owner", "any_of", ["person-7"]), ruleOf("helper", "any_of", ["person-7"])),
    groups: [
      { ...NO_RULES, rules: [ruleOf("owner", "is_empty", []), ruleOf("helper", "is_empty", [])] },
    ],
  });
});

test("who is picked narrows a filter, whatever joins its rules", () => {
  const picked = or(ruleOf("owner", "any_of", ["person-7"]));
  const and = { ...NO_RULES, rules: [done] };
  expect(withPeople(and, ["person-7"], COLUMNS)).toEqual({ ...and, groups: [picked] });
  expect(withPeople(or(done), ["person-7"], COLUMNS)).toEqual({
    ...NO_RULES,
    groups: [or(done), picked],
  });
});
