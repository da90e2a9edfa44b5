import { expect, test } from "vitest";
import { dayFrom, numberFrom } from "./parsing";

test.each([
  ["12.5", "12.5"],
  ["12,5", "12.5"],
  ["1,234", "1234"],
  ["1,234,567.89", "1234567.89"],
  ["1.234,56", "1234.56"],
  ["1.234.567", "1234567"],
  ["1 234.5", "1234.5"],
  ["€1,200.50", "1200.50"],
  ["12 %", "12"],
  ["-3", "-3"],
  [".5", ".5"],
])("%j is the number %s", (text, number) => {
  expect(numberFrom(text)).toBe(number);
});

test.each(["a lot", "1,2,3", "12.5.6", "--3", "1e5", "٣"])("%j is no number", (text) => {
  expect(() => numberFrom(text)).toThrow(`“${text}” is not a number.`);
});

test.each([
  "2026-12-24",
  "24.12.2026",
  "24. 12. 2026",
  "12/24/2026",
  "Dec 24, 2026",
  "24 Dec 2026",
])("%j is a day", (text) => {
  expect(dayFrom(text)).toBe("2026-12-24");
});

test.each(["2026-02-30", "soon", "24/12/2026", "12.24.2026", "Dec 24"])("%j is no day", (text) => {
  expect(() => dayFrom(text)).toThrow("is not a day");
});
