import { expect, test } from "vitest";
import type { Row } from "../../api/queries";
import { afterWhich, destinationOf, stepOf, takenBy } from "./moves";
import { ROWS } from "./testing/board";

const groups = new Map([
  ["now", ROWS.slice(0, 3)],
  ["later", ROWS.slice(3)],
]);
const on = (id: number, groupId: string) => ({ kind: "pulse" as const, id, groupId });
const after = (moving: number[], target: Parameters<typeof destinationOf>[1], isAbove: boolean) => {
  const to = destinationOf(new Set(moving), target, isAbove, groups);
  return to && [to.groupId, to.after?.id];
};

test("above or below a pulse, those that move don't count", () => {
  expect(after([4], on(2, "now"), true)).toEqual(["now", 1]);
  expect(after([4], on(2, "now"), false)).toEqual(["now", 2]);
  expect(after([1], on(2, "now"), true)).toEqual(["now", undefined]);
  expect(after([2, 3], on(3, "now"), false)).toEqual(["now", 1]);
});

test("the head of a group is its top, the line under its pulses its bottom", () => {
  expect(after([1], { kind: "rest", groupId: "later", isTop: true }, false)).toEqual([
    "later",
    undefined,
  ]);
  expect(after([4], { kind: "rest", groupId: "now", isTop: false }, false)).toEqual(["now", 3]);
});

test("a dragged pulse takes the other selected ones along, if it is one of them", () => {
  expect([...takenBy(on(1, "now"), new Set([1, 2]))]).toEqual([1, 2]);
  expect([...takenBy(on(3, "now"), new Set([1, 2]))]).toEqual([3]);
});

test("groups and columns are dropped before or after another", () => {
  const all = [{ id: "a" }, { id: "b" }, { id: "c" }];
  expect(afterWhich(all, "c", "a", true)).toBeUndefined();
  expect(afterWhich(all, "c", "a", false)?.id).toBe("a");
  expect(afterWhich(all, "a", "c", true)?.id).toBe("b");
});

test("a step up or down ends at the ends of the group", () => {
  const rows = groups.get("now") as Row[];
  expect(stepOf(rows[0] as Row, rows, true)).toBeUndefined();
  expect(stepOf(rows[1] as Row, rows, true)).toEqual({ after: undefined });
  expect(stepOf(rows[0] as Row, rows, false)?.after?.id).toBe(2);
  expect(stepOf(rows[2] as Row, rows, false)).toBeUndefined();
});
