import { expect, test } from "vitest";
import { AS_IT_IS } from "./choices";
import { gridColumns, led, linesOf, rangeBetween, rowsByGroup, rowsOf } from "./grid";
import { ownGroups } from "./sections";
import { BOARD, type ROWS, row } from "./testing/board";

const columns = gridColumns(BOARD.columns, AS_IT_IS);
const all = () => true;

test("the table has every column but what was last said, and not the hidden ones", () => {
  expect(columns.map((column) => column.id)).not.toContain("said");
  const fewer = gridColumns(BOARD.columns, {
    ...AS_IT_IS,
    hidden: ["owner"],
    widths: { hours: 300 },
  });
  expect(fewer.map((column) => column.id)).not.toContain("owner");
  expect(fewer.find((column) => column.id === "hours")?.width).toBe(300);
});

test("a closed group shows its head alone", () => {
  const lines = linesOf(ownGroups(BOARD, rowsByGroup(BOARD, all)), ["now"], false);
  expect(lines.map((line) => line.kind)).toEqual([
    "group",
    "group",
    "heads",
    "row",
    "add",
    "summary",
  ]);
});

test("groups without a fitting row are left out while something is searched", () => {
  const fitting = rowsByGroup(BOARD, (one) => one.name === "Cake");
  const groups = linesOf(ownGroups(BOARD, fitting), [], true).filter(
    (line) => line.kind === "group",
  );
  expect(groups.map((line) => line.group.id)).toEqual(["now"]);
});

test("rows stand in order of their positions, byte by byte", () => {
  const board = { ...BOARD, rows: [row(1, "now", "b"), row(2, "now", "a")] };
  board.rows[0] = { ...(board.rows[0] as (typeof ROWS)[0]), position: "aZ" };
  board.rows[1] = { ...(board.rows[1] as (typeof ROWS)[0]), position: "aA" };
  expect(
    rowsByGroup(board, all)
      .get("now")
      ?.map((one) => one.id),
  ).toEqual([2, 1]);
});

const rows = rowsOf(linesOf(ownGroups(BOARD, rowsByGroup(BOARD, all)), [], false));
const go = (key: string, from: [number, string], isShifted = false) =>
  led(key, isShifted, { row: from[0], column: from[1] }, rows, () => columns);

test("arrows go to the neighbours, across groups, and stop at the edges", () => {
  expect(go("ArrowDown", [3, "owner"])).toEqual({ row: 4, column: "owner" });
  expect(go("ArrowUp", [1, "owner"])).toEqual({ row: 1, column: "owner" });
  expect(go("ArrowRight", [1, "name"])).toEqual({ row: 1, column: "owner" });
  expect(go("End", [1, "name"])).toEqual({ row: 1, column: "remark" });
});

test("Tab goes on to the next row, and leaves the table at its ends", () => {
  expect(go("Tab", [1, "remark"])).toEqual({ row: 2, column: "name" });
  expect(go("Tab", [2, "name"], true)).toEqual({ row: 1, column: "remark" });
  expect(go("Tab", [4, "remark"])).toBeUndefined();
  expect(go("Tab", [1, "name"], true)).toBeUndefined();
});

test("a range is the rectangle between two cells, whichever came first", () => {
  const range = { top: 0, bottom: 2, left: 1, right: 3 };
  const [one, other] = [
    { row: 3, column: "owner" },
    { row: 1, column: "hours" },
  ];
  expect(rangeBetween(one, other, rows, columns)).toEqual(range);
  expect(rangeBetween(other, one, rows, columns)).toEqual(range);
  expect(rangeBetween(one, { row: 99, column: "hours" }, rows, columns)).toBeUndefined();
});
