import { expect, test } from "vitest";
import type { Column } from "../../api/queries";
import { COLUMNS, NAMES, named, ROWS, row } from "./testing/board";
import {
  asText,
  type Change,
  changeTo,
  contrast,
  expected,
  fromText,
  rangeOf,
  sharesOf,
  shownNumber,
  statusColor,
  sumOf,
  textOn,
} from "./values";

const column = (id: string) => COLUMNS.find((one) => one.id === id) as Column;

test.each<[string, string, Change]>([
  ["hours", "1 200.5", { type: "numeric", number: "1200.5" }],
  ["due", "2026-11-30", { type: "date", day: "2026-11-30" }],
  [
    "period",
    "2026-12-01 – 2026-12-05",
    { type: "timeline", start: "2026-12-01", end: "2026-12-05" },
  ],
  ["owner", "ANN LEE", { type: "person", user_id: 7 }],
  ["owner", "Bob Roy, Ann Lee", { type: "person", user_id: 8 }],
  ["owner", "bob@party.example", { type: "person", user_id: 8 }],
  ["stage", "done", { type: "status", index: 1 }],
  ["topics", "sweet, sour", { type: "tags", names: ["sweet", "sour"] }],
  ["remark", "", { type: "text", text: null }],
])("in %s the text %j is understood", (id, text, change) => {
  expect(fromText(column(id), text, NAMES)).toEqual(change);
});

test("what is copied can be pasted", () => {
  for (const one of ROWS) {
    for (const there of COLUMNS.filter((other) => other.id in one.values)) {
      const change = fromText(there, asText(there, one, NAMES), NAMES);
      expect(change).toEqual(changeTo(there, one.values[there.id], NAMES));
    }
  }
});

test("all people of a cell are named, as events told of them before and now", () => {
  const textOf = (owner: unknown) => asText(column("owner"), row(9, "now", "x", { owner }), NAMES);
  expect(textOf(named(7, 8))).toBe("Ann Lee, Bob Roy");
  expect(textOf({ people: [{ id: 7, kind: "team" }] })).toBe("");
  expect(textOf({ user_id: 7 })).toBe("Ann Lee");
});

test("of a date with a time the day is shown", () => {
  const due = { date: "2026-01-02", time: "10:00:00" };
  const dated = row(9, "now", "x", { due });
  expect(asText(column("due"), dated, NAMES)).toBe("2026-01-02");
  expect(changeTo(column("due"), due, NAMES)).toEqual({ type: "date", day: "2026-01-02" });
  expect(rangeOf(column("due"), [dated])).toEqual({ from: "2026-01-02", to: "2026-01-02" });
});

test("what will be stored is shown at once", () => {
  expect(expected({ type: "person", user_id: 7 }, NAMES)).toEqual(named(7));
  expect(expected({ type: "tags", names: ["Sweet"] }, NAMES)).toEqual({ tag_ids: [3] });
  expect(expected({ type: "numeric", number: null }, NAMES)).toBeUndefined();
});

test("a group is summed up", () => {
  expect(sumOf(column("hours"), ROWS)).toEqual({ total: 12.5, average: 6.25, count: 2 });
  expect(sharesOf(column("stage"), ROWS)).toEqual([
    { index: 5, count: 2 },
    { index: 1, count: 1 },
    { index: 0, count: 1 },
  ]);
  const dated = [...ROWS, row(9, "now", "x", { due: "2026-01-02" })];
  expect(rangeOf(column("due"), dated)).toEqual({ from: "2026-01-02", to: "2026-11-30" });
  expect(rangeOf(column("period"), ROWS)).toEqual({ from: "2026-12-01", to: "2026-12-05" });
});

test("numbers are shown with their unit", () => {
  expect(shownNumber(column("hours"), "2.5")).toBe("2.5 h");
});

test("every label can be read on its colour", () => {
  for (let index = 0; index <= 160; index += 1) {
    const color = statusColor(index);
    expect(contrast(color, textOn(color)), color).toBeGreaterThanOrEqual(4.5);
  }
});
