import { expect, test } from "vitest";
import type { Column } from "../../api/queries";
import { COLUMNS, ROWS, row } from "./testing/board";
import {
  contrast,
  localMoment,
  rangeOf,
  sharesOf,
  shownNumber,
  splitNames,
  statusColor,
  storedMoment,
  sumOf,
  textOn,
} from "./values";

const column = (id: string) => COLUMNS.find((one) => one.id === id) as Column;

test("a moment is shown in the reader's zone and kept in UTC", () => {
  const stored = { date: "2026-01-02", time: "10:00:00" };
  const { day, time } = localMoment(stored);
  expect(storedMoment(day, time)).toEqual(stored);
  expect(localMoment("2026-01-02")).toEqual({ day: "2026-01-02", time: "" });
  expect(storedMoment("2026-01-02", "")).toBe("2026-01-02");
  const dated = row(9, "now", "x", { due: stored });
  expect(rangeOf(column("due"), [dated])).toEqual({ from: day, to: day });
});

test("names are split at their commas, unless one holds a comma itself", () => {
  const isKnown = (name: string) => name === "Lee, Ann";
  expect(splitNames("Lee, Ann", isKnown)).toEqual(["Lee, Ann"]);
  expect(splitNames("Bob, Ann,", isKnown)).toEqual(["Bob", "Ann"]);
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
