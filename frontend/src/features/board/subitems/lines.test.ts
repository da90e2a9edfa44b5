import { expect, test } from "vitest";
import type { Board, Row } from "../../../api/queries";
import { AS_IT_IS } from "../choices";
import { fieldUnder, gridColumns, led, linesOf, rowBeside, rowsByGroup, rowsOf } from "../grid";
import { ownGroups } from "../sections";
import { blocksOf, type Side } from "../side";
import { BOARD, row } from "../testing/board";
import { withSubitems } from "./lines";

const under = (id: number, parent_id: number): Row => ({
  ...row(id, "topics", `Sub ${id}`),
  parent_id,
});
const SUBITEMS = new Map([[1, [under(11, 1), under(12, 1)]]]);
const BOARD_OF_THEIRS = {
  ...BOARD,
  id: 2,
  columns: [BOARD.columns[0], { id: "done", title: "Done", type: "status", settings: {} }],
} as unknown as Board;
const side = (board: Board) => ({ board, columns: gridColumns(board.columns, AS_IT_IS) }) as Side;
const [items, subitems] = [side(BOARD), side(BOARD_OF_THEIRS)];

const lined = (unfolded: number[], mayAdd = true, isRead = true) =>
  withSubitems(
    linesOf(
      ownGroups(
        BOARD,
        rowsByGroup(BOARD, () => true),
      ),
      ["later"],
      false,
    ),
    {
      board: { ...BOARD, may_write: mayAdd },
      unfolded: new Set(unfolded),
      side: isRead ? subitems : undefined,
      under: isRead ? SUBITEMS : new Map(),
    },
  );
const kinds = (...given: Parameters<typeof lined>) => lined(...given).map((line) => line.kind);

test("an unfolded pulse has its subitems under it, and a field for the next", () => {
  expect(kinds([1]).slice(2, 8)).toEqual([
    ...["row", "subheads", "subitem", "subitem", "subadd"],
    "row",
  ]);
});

test("where there are none, only who may add one sees where", () => {
  expect(kinds([2]).slice(3, 6)).toEqual(["row", "subheads", "subadd"]);
  expect(kinds([2], false)).toEqual(kinds([]));
});

test("until they are read, and before there ever was one, there is the field alone", () => {
  expect(kinds([1], true, false).slice(2, 5)).toEqual(["row", "subadd", "row"]);
});

const lines = lined([1]);
const rows = rowsOf(lines);
const blockOf = blocksOf(lines, items, subitems);
const columnsOf = (one: Row) => blockOf(one.id)?.side.columns ?? [];

test("cells are marked among pulses, or among the subitems of one", () => {
  expect(blockOf(1)?.rows.map((one) => one.id)).toEqual([1, 2, 3]);
  expect(blockOf(12)?.rows.map((one) => one.id)).toEqual([11, 12]);
  expect(blockOf(11)).toBe(blockOf(12));
  expect(blockOf(11)?.parent?.id).toBe(1);
});

test("the arrows lead into subitems and out of them, to what stands at the same place", () => {
  const go = (key: string, at: number, column: string, isShifted = false) =>
    led(key, isShifted, { row: at, column }, rows, columnsOf);
  expect(go("ArrowDown", 1, "name")).toEqual({ row: 11, column: "name" });
  expect(go("ArrowDown", 1, "period")).toEqual({ row: 11, column: "done" });
  expect(go("ArrowUp", 2, "owner")).toEqual({ row: 12, column: "done" });
  expect(go("ArrowDown", 12, "done")).toEqual({ row: 2, column: "owner" });
  expect(go("ArrowRight", 11, "done")).toEqual({ row: 11, column: "done" });
  expect(go("Tab", 11, "done")).toEqual({ row: 12, column: "name" });
  expect(go("Tab", 11, "name", true)).toEqual({ row: 1, column: "remark" });
});

test("from the last subitem one comes to the field under it, and from there to the rows beside", () => {
  expect(fieldUnder(lines, 12)).toBe("sa-1");
  expect(fieldUnder(lines, 11)).toBeUndefined();
  expect(fieldUnder(lines, 3)).toBe("a-now");
  expect(rowBeside(lines, "sa-1", true)?.id).toBe(12);
  expect(rowBeside(lines, "sa-1", false)?.id).toBe(2);
});
