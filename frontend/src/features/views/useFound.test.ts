import { expect, test } from "vitest";
import { Refused } from "../../api/client";
import { ROWS } from "../board/testing/board";
import { EVERYTHING } from "./finder";
import { NO_RULES, type Query, ruleOf } from "./query";
import { foundBy } from "./useFound";

const asked = (query: Partial<Query>) =>
  JSON.stringify({ ...NO_RULES, order_by: [], text: "", ...query });
const narrow = asked({ rules: [ruleOf("hours", "is_empty", [])] });
const sorted = asked({ order_by: [{ column_id: "hours", direction: "desc" }] });
const shown = (answer: Parameters<typeof foundBy>[0]) => {
  const { fits, order } = foundBy(answer);
  return ROWS.filter(fits)
    .sort(order)
    .map(({ id }) => id);
};

test("rows that aren’t found are left out, the others stand in the board’s order", () => {
  expect(shown({ asked: narrow, ids: [3, 1] })).toEqual([1, 3]);
  expect(foundBy({ asked: narrow, ids: [] }).isFiltered).toBe(true);
});

test("sorted rows stand as they were found, those that came since last", () => {
  expect(shown({ asked: sorted, ids: [4, 2, 1] })).toEqual([4, 2, 1, 3]);
  expect(foundBy({ asked: sorted, ids: [] }).isFiltered).toBe(false);
});

test("without an answer nothing is shown, without a question everything", () => {
  expect(shown(undefined)).toEqual([]);
  expect(foundBy(undefined).isWaiting).toBe(true);
  expect(shown(EVERYTHING)).toEqual([1, 2, 3, 4]);
});

test("where the question is refused, all is shown with the reason", () => {
  const error = new Refused(404, "There is no column.");
  expect(shown({ asked: narrow, ids: undefined, error })).toEqual([1, 2, 3, 4]);
  expect(foundBy({ asked: narrow, ids: undefined, error }).problem).toBe(
    "All pulses are shown: There is no column.",
  );
});

test("where the server can’t be reached, its last answer stays, with the reason", () => {
  const error = new Refused(0, "Lundi can’t be reached.");
  expect(shown({ asked: narrow, ids: [3], error })).toEqual([3]);
  expect(foundBy({ asked: narrow, ids: [3], error }).problem).toBe("Lundi can’t be reached.");
});
