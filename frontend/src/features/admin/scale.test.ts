import { expect, test } from "vitest";
import { scaleOf } from "./scale";

test("a chart goes to a round count above the highest bar", () => {
  expect(scaleOf([0, 3, 41], 300).top).toBe(50);
  expect(scaleOf([101], null).top).toBe(200);
  expect(scaleOf([1000], null).top).toBe(1000);
});

test("without a request it is not of no height", () => {
  expect(scaleOf([0, 0], null).top).toBe(5);
});

test("a limit that bars come near is in the chart, one far above is not", () => {
  expect(scaleOf([60], 300)).toEqual({ top: 300, isLimitIn: true });
  expect(scaleOf([59], 300)).toEqual({ top: 100, isLimitIn: false });
  expect(scaleOf([340], 300)).toEqual({ top: 340, isLimitIn: true });
});
