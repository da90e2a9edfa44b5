import { expect, test } from "vitest";
import type { Board } from "../../api/queries";
import { mayEditRow } from "./rights";
import { COLUMNS, row } from "./testing/board";

const assigned = (people: { id: number; kind: string }[]) =>
  row(1, "now", "Cake", { owner: { people } });
const board = (given: Partial<Board>) =>
  ({ columns: COLUMNS, may_write: false, assignee: null, ...given }) as Board;

test("what one may change", () => {
  const own = assigned([{ id: 7, kind: "person" }]);
  const team = assigned([{ id: 3, kind: "team" }]);
  const foreign = assigned([{ id: 3, kind: "person" }]);
  const rows = [own, team, foreign, row(2, "now", "Tea")];
  const allowed = (given: Partial<Board>) => rows.map((one) => mayEditRow(board(given), one));
  expect(allowed({})).toEqual([false, false, false, false]);
  expect(allowed({ may_write: true })).toEqual([true, true, true, true]);
  expect(allowed({ assignee: { user_id: 7, team_ids: [3] } })).toEqual([true, true, false, false]);
});
