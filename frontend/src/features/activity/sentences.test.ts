import { expect, test } from "vitest";
import type { Board } from "../../api/queries";
import type { Names } from "../board/values";
import { type Happening, sentenceOf, tailOf, undoneOf, viaOf, withoutRepeats } from "./sentences";

const board = {
  id: 1,
  columns: [{ id: "words", title: "Words", type: "text", settings: {} }],
  groups: [
    { id: "topics", title: "Now" },
    { id: "later", title: "Later" },
  ],
} as unknown as Board;
const names = { users: new Map([[7, { id: 7, name: "Priya" }]]) } as unknown as Names;

function happening(kind: string, data: object, more: object = {}): Happening {
  return { id: 1, kind, data, via: null, undoes: null, ...more } as unknown as Happening;
}

test.each([
  [
    "ValueChanged",
    { column_id: "words", old: null, new: "x" },
    "changed Words from nothing to “x” on",
  ],
  [
    "BoardChanged",
    { name: "B", old: { name: "A" }, new: { name: "B" } },
    "changed the board: name from “A” to “B”",
  ],
  [
    "ColumnChanged",
    {
      column_id: "words",
      title: "Words",
      old: { settings: {}, width: 1 },
      new: { settings: {}, width: 2 },
    },
    "changed the column “Words”: settings, width from “1” to “2”",
  ],
  ["BoardChanged", { name: "B" }, "changed the board’s name or description"],
  [
    "BoardKindChanged",
    { old: "public", new: "private" },
    "changed who sees the board from public to private",
  ],
  ["GroupCreated", { group_id: "later", title: "Later" }, "added the group “Later”"],
])("%s says what it changed", (kind, data, said) => {
  expect(sentenceOf(happening(kind, data), board, names)).toBe(said);
});

test.each([
  ["PulseRenamed", { old: "A", new: "B" }, "from “A” to “B”"],
  ["PulseMoved", { old: [1, "topics"], new: [1, "later"] }, "from “Now” to “Later”"],
  ["PulseMoved", { old: [2, "x"], new: [1, "later"] }, "from “another board” to “Later”"],
  ["PulseMoved", { old: [1, "later"], new: [1, "later"] }, ""],
  ["PulseMoved", {}, ""],
  ["PulseDeleted", {}, ""],
])("%s says from where to where", (kind, data, said) => {
  expect(tailOf(happening(kind, data), board)).toBe(said);
});

test.each([
  [null, ""],
  [{ token: "session", client: null, version: null }, "in the web app"],
  [
    { token: "company", client: "robot/1", version: "2026-07" },
    "with the company token (robot/1, 2026-07)",
  ],
])("by what it was done is told", (via, said) => {
  expect(viaOf(happening("PulseDeleted", {}, { via }))).toBe(said);
});

test("what one writes again and again is told once", () => {
  const by = (actor_id: number, kind = "DescriptionChanged") => happening(kind, {}, { actor_id });
  const [last, first, other] = [by(1), by(1), by(2)];
  expect(withoutRepeats([last, by(1), first, other])).toEqual([last, other]);
  const between = [last, by(1, "PulseRenamed"), first];
  expect(withoutRepeats(between)).toEqual(between);
  const renames = [by(1, "PulseRenamed"), by(1, "PulseRenamed")];
  expect(withoutRepeats(renames)).toEqual(renames);
});

test("what was brought back again is not undone", () => {
  const list = (...pairs: [number, number | null][]) =>
    pairs.map(([id, undoes]) => ({ id, undoes }));
  expect([...undoneOf(list([2, 1], [1, null]))]).toEqual([1]);
  expect([...undoneOf(list([3, 2], [2, 1], [1, null]))]).toEqual([2]);
  expect([...undoneOf(list([4, 1], [3, 2], [2, 1], [1, null]))].sort()).toEqual([1, 2]);
});
