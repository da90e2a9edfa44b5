import { expect, test } from "vitest";
import { awaitValue, withAwaited } from "./awaited";
import type { Row } from "./queries";

const row = (values: Record<string, unknown>) => ({ id: 1, values }) as unknown as Row;

test("what was read before a change doesn't hide it", () => {
  const settle = awaitValue(1, "stage", { index: 2 });
  const clear = awaitValue(1, "due", undefined);
  const stale = row({ stage: { index: 1 }, due: "2026-01-02", other: "x" });
  expect(withAwaited(stale).values).toEqual({ stage: { index: 2 }, other: "x" });
  expect(settle()).toBe(true);
  expect(clear()).toBe(true);
  expect(withAwaited(stale)).toBe(stale);
});

test("the same value leaves no doubt, and the later change holds", () => {
  const first = awaitValue(1, "stage", "a");
  const second = awaitValue(1, "stage", "b");
  expect(first()).toBe(false);
  expect(withAwaited(row({ stage: "b" })).values.stage).toBe("b");
  expect(second()).toBe(false);
});
