import { expect, test } from "vitest";
import { NO_RULES, ruleOf } from "../views/query";
import { AS_IT_IS, choicesFrom, pruned } from "./choices";
import { BOARD } from "./testing/board";

const stage = ruleOf("stage", "any_of", [0]);
const gone = ruleOf("gone", "is_empty", []);

test("what was kept is as it was", () => {
  const kept = {
    ...AS_IT_IS,
    filter: { operator: "or", rules: [stage], groups: [{ ...NO_RULES, rules: [stage] }] },
    people: ["person-7", ""],
    sort: [{ column_id: "__creation_log__", direction: "desc" }],
    hidden: ["owner"],
    widths: { owner: 90 },
    closed: ["now"],
  };
  expect(choicesFrom(kept, BOARD)).toEqual(kept);
  expect(choicesFrom(null, BOARD)).toEqual(AS_IT_IS);
  expect(choicesFrom({}, BOARD)).toEqual(AS_IT_IS);
  expect(choicesFrom({ filter: "x" }, BOARD)).toEqual(AS_IT_IS);
});

test("what was kept before is read as rules", () => {
  const old = {
    people: [7, 0],
    statuses: { stage: [0, 5], gone: [1] },
    texts: { remark: "red" },
    sort: { column: "hours", isDescending: true },
    hidden: ["gone", "owner"],
    widths: { gone: 5 },
    closed: ["later"],
  };
  expect(choicesFrom(old, BOARD)).toEqual({
    ...AS_IT_IS,
    filter: {
      ...NO_RULES,
      rules: [ruleOf("stage", "any_of", [0, 5]), ruleOf("remark", "contains_text", ["red"])],
    },
    people: ["person-7", ""],
    sort: [{ column_id: "hours", direction: "desc" }],
    hidden: ["owner"],
    closed: ["later"],
  });
  const nothing = { people: [], statuses: {}, texts: {}, sort: null, hidden: [], widths: {} };
  expect(choicesFrom(nothing, BOARD)).toEqual(AS_IT_IS);
});

test("what is about columns that have gone is forgotten, also in groups", () => {
  const choices = {
    ...AS_IT_IS,
    filter: { ...NO_RULES, rules: [gone, stage], groups: [{ ...NO_RULES, rules: [gone] }] },
    sort: [{ column_id: "gone", direction: "asc" as const }],
  };
  expect(pruned(choices, BOARD)).toEqual({
    ...AS_IT_IS,
    filter: { ...NO_RULES, rules: [stage], groups: [NO_RULES] },
  });
});
