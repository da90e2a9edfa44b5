import { expect, test } from "vitest";
import type { Column, Row } from "../../api/queries";
import { linesOf } from "./grid";
import { canGroupBy, canJoin, changesInto, type Section, sectionsBy } from "./sections";
import { BOARD, COLUMNS, NAMES, named, ROWS, row } from "./testing/board";
import { statusColor } from "./values";

const column = (id: string) => COLUMNS.find((one) => one.id === id) as Column;
const ASCENDING = { direction: "asc", hides_empty: false } as const;

const grouped = (id: string, rows: Row[] = ROWS, more: object = {}) =>
  sectionsBy(column(id), { ...ASCENDING, ...more, column_id: id }, rows, NAMES);
/** The titles, each with the names under it. */
const told = (...given: Parameters<typeof grouped>) => {
  const { heads, rows } = grouped(...given);
  return heads.map(({ id, title }) => [title, rows.get(id)?.map(({ name }) => name)]);
};
const head = (id: string, text: string) =>
  grouped(id).heads.find((one) => one.text === text) as Section;

test("labels stand in their own order with their colours, and those without one last", () => {
  expect(told("stage")).toEqual([
    ["Working", ["Balloons"]],
    ["Done", ["Cake"]],
    ["No Stage", ["Candles", "Thank-you cards"]],
  ]);
  const descending = told("stage", ROWS, { direction: "desc" });
  expect(descending.map(([title]) => title)).toEqual(["Done", "Working", "No Stage"]);
  expect(head("stage", "Done").color).toBe(statusColor(1));
});

test("a label that no pulse has is there until it is left out", () => {
  const few = ROWS.filter(({ name }) => name !== "Cake" && name !== "Candles");
  expect(told("stage", few)).toContainEqual(["Done", []]);
  expect(told("stage", few, { hides_empty: true }).map(([title]) => title)).toEqual([
    "Working",
    "No Stage",
  ]);
});

test("people are grouped as they stand together in a cell", () => {
  const both = row(5, "now", "Music", { owner: named(7, 8) });
  expect(told("owner", [...ROWS, both])).toEqual([
    ["Ann Lee", ["Cake"]],
    ["Ann Lee, Bob Roy", ["Music"]],
    ["Bob Roy", ["Candles"]],
    ["No Owner", ["Balloons", "Thank-you cards"]],
  ]);
});

test("numbers stand in the order of what they are worth", () => {
  const rows = ["10", "-3", "2.5", "2.25"].map((hours, id) => row(id, "now", hours, { hours }));
  expect(told("hours", rows).map(([title]) => title)).toEqual(["-3", "2.25", "2.5", "10"]);
});

test("a day is one group, whatever the time", () => {
  const at = (time: string) => ({ due: { date: "2026-11-30", time } });
  const rows = [
    row(1, "now", "Noon", at("12:00:00")),
    row(2, "now", "One", at("13:00:00")),
    row(3, "now", "All day", { due: "2026-11-30" }),
  ];
  expect(told("due", rows).map(([, names]) => names)).toEqual([["Noon", "One", "All day"]]);
});

test("the lines of a grouped table are those of any other, a closed head by its own id", () => {
  const sections = grouped("stage");
  const lines = linesOf(sections, [head("stage", "Done").id], false);
  expect(lines.filter(({ kind }) => kind === "group").length).toBe(3);
  expect(lines.flatMap((line) => (line.kind === "row" ? line.row.name : []))).toEqual([
    ...["Balloons", "Candles", "Thank-you cards"],
  ]);
});

test("what is put under a head gets what the others there have", () => {
  const into = (id: string, text: string) =>
    changesInto(head(id, text), column(id), ROWS, NAMES).map(({ row: { name }, change }) => [
      name,
      change,
    ]);
  expect(into("stage", "Done").map(([name]) => name)).not.toContain("Cake");
  expect(into("stage", "Done")[0]).toEqual(["Balloons", { value: { index: 1, update_id: null } }]);
  expect(into("stage", "")).toEqual([
    ["Cake", { value: undefined }],
    ["Balloons", { value: undefined }],
  ]);
  expect(into("owner", "Bob Roy")[0]).toEqual(["Cake", { value: named(8) }]);
});

test("columns in which each pulse has a text of its own aren’t offered", () => {
  const offered = BOARD.columns.filter(canGroupBy).map(({ id }) => id);
  expect(offered).toEqual(["owner", "stage", "hours", "due", "period", "topics", "remark"]);
  const formula: Column = { id: "sum", title: "Sum", type: "formula", settings: {} };
  expect([canGroupBy(formula), canJoin(formula), canJoin(column("stage"))]).toEqual([
    ...[true, false, true],
  ]);
});
