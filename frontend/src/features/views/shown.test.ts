import { expect, test } from "vitest";
import { AS_IT_IS } from "../board/choices";
import { BOARD, COLUMNS } from "../board/testing/board";
import { NO_RULES, ruleOf } from "./query";
import { arranged, isChanged, parted, shownBy, toKeep, type View } from "./shown";

const done = { ...NO_RULES, rules: [ruleOf("stage", "any_of", [1])] };
const VIEW: View = {
  id: 1,
  name: "Done",
  shown: { filter: done, sort: [], hidden: ["due", "owner"], order: [], grouped_by: null },
  filter_user_id: null,
  filter_team_id: null,
};

test("a view that is by a user or a team has them picked", () => {
  expect(shownBy({ ...VIEW, filter_user_id: 7, filter_team_id: 5 }).people).toEqual([
    "person-7",
    "team-5",
  ]);
  const hidden = ["name", "due"];
  expect(shownBy({ ...VIEW, shown: { ...VIEW.shown, hidden } }).hidden).toEqual(["due"]);
});

test("what is changed differs by more than the order of hidden columns", () => {
  const now = shownBy(VIEW);
  expect(isChanged({ ...now, hidden: ["owner", "due"] }, VIEW)).toBe(false);
  expect(isChanged({ ...now, hidden: [] }, VIEW)).toBe(true);
  expect(isChanged({ ...now, people: [""] }, VIEW)).toBe(true);
});

test("by which column pulses are grouped is a part of the view", () => {
  const by = { column_id: "stage", direction: "asc", hides_empty: false } as const;
  const grouped = { ...VIEW, shown: { ...VIEW.shown, grouped_by: by } };
  expect(isChanged({ ...shownBy(VIEW), grouped_by: by }, VIEW)).toBe(true);
  expect(isChanged({ ...shownBy(grouped), grouped_by: { ...by } }, grouped)).toBe(false);
  expect(toKeep(shownBy(grouped), COLUMNS).grouped_by).toEqual(by);
});

test("a rule that isn’t finished changes nothing yet", () => {
  const filter = { ...done, rules: [...done.rules, ruleOf("stage", "any_of", [])] };
  expect(isChanged({ ...shownBy(VIEW), filter }, VIEW)).toBe(false);
});

test("a view keeps who was picked as a part of its filter, and goes on showing the same", () => {
  const kept = toKeep({ ...shownBy(VIEW), people: ["person-7"] }, COLUMNS);
  const picked = { ...NO_RULES, operator: "or", rules: [ruleOf("owner", "any_of", ["person-7"])] };
  expect(kept).toEqual({ ...VIEW.shown, filter: { ...done, groups: [picked] } });
});

test("widths, closed groups and how subitems are shown are the reader’s in all views", () => {
  const { widths, closed, subitems, ...shown } = { ...AS_IT_IS, hidden: ["due"] };
  const own = { widths, closed, subitems };
  expect(parted({ ...shown, ...own })).toEqual([shown, own]);
});

test("columns stand in the view’s order, the name first and the others last", () => {
  const ids = arranged(BOARD.columns, ["hours", "name", "gone", "stage"]).map(({ id }) => id);
  expect(ids).toEqual([
    ...["name", "hours", "stage"],
    ...["owner", "due", "period", "topics", "remark", "said"],
  ]);
  expect(arranged(BOARD.columns, [])).toBe(BOARD.columns);
});
