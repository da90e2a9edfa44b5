import { expect, test } from "vitest";
import {
  AS_IT_IS,
  type Choices,
  choicesFrom,
  countOfFilters,
  filterOf,
  NOBODY,
  orderOf,
} from "./choices";
import { BOARD, COLUMNS, NAMES, ROWS } from "./testing/board";

const shown = (choices: Partial<Choices>, search = "") =>
  ROWS.filter(filterOf({ ...AS_IT_IS, ...choices }, search, COLUMNS, NAMES)).map((row) => row.name);
const sorted = (column: string, isDescending = false) => {
  const order = orderOf({ ...AS_IT_IS, sort: { column, isDescending } }, COLUMNS, NAMES);
  return ROWS.filter((row) => row.group_id === "now")
    .sort(order)
    .map((row) => row.name);
};

test("pulses are filtered by person, also by having none", () => {
  expect(shown({ people: [7] })).toEqual(["Cake"]);
  expect(shown({ people: [7, NOBODY] })).toEqual(["Cake", "Balloons", "Thank-you cards"]);
});

test("pulses are filtered by status, also by having none", () => {
  expect(shown({ statuses: { stage: [0] } })).toEqual(["Balloons"]);
  expect(shown({ statuses: { stage: [5] } })).toEqual(["Candles", "Thank-you cards"]);
});

test("all filters must fit", () => {
  expect(shown({ statuses: { stage: [0, 1] }, texts: { remark: "RED" } })).toEqual(["Balloons"]);
  expect(shown({ people: [8], statuses: { stage: [1] } })).toEqual([]);
});

test("a search looks into every cell", () => {
  expect(shown({}, "ann")).toEqual(["Cake"]);
  expect(shown({}, "done")).toEqual(["Cake"]);
  expect(shown({}, " cards ")).toEqual(["Thank-you cards"]);
});

test("numbers are sorted as numbers, and what has none comes last either way", () => {
  expect(sorted("hours")).toEqual(["Cake", "Balloons", "Candles"]);
  expect(sorted("hours", true)).toEqual(["Balloons", "Cake", "Candles"]);
});

test("names are sorted as people do", () => {
  expect(sorted("name")).toEqual(["Balloons", "Cake", "Candles"]);
  expect(sorted("owner")).toEqual(["Cake", "Candles", "Balloons"]);
});

test("what was kept for columns that have gone is forgotten", () => {
  const kept = {
    statuses: { gone: [1], stage: [0] },
    sort: { column: "gone", isDescending: false },
    hidden: ["gone", "owner"],
  };
  const choices = choicesFrom(kept, BOARD);
  expect(choices).toEqual({ ...AS_IT_IS, statuses: { stage: [0] }, hidden: ["owner"] });
  expect(countOfFilters(choices)).toBe(1);
  expect(choicesFrom(null, BOARD)).toEqual(AS_IT_IS);
});
