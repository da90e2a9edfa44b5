import { expect, test } from "vitest";
import type { Block } from "./blocks";
import { merged } from "./merging";

const block = (key: string, word = key): Block => ({
  key,
  type: "normal_text",
  content: { deltaFormat: [{ insert: word }] },
  inner: [],
  columns: 0,
});
const doc = (...words: string[]): Block[] =>
  words.map((word) => block(...(word.split("=") as [string, string?])));
const told = (blocks: Block[] | undefined) =>
  blocks?.map(({ content }) => (content.deltaFormat as { insert: string }[])[0]?.insert).join(" ");

const BEFORE = doc("a", "b", "c");

test.each([
  ["different lines", doc("a=A", "b", "c"), doc("a", "b", "c=C"), "A b C"],
  ["new lines", doc("a", "x", "b", "c"), doc("a", "b", "c", "y"), "a x b c y"],
  ["new lines at one place", doc("a", "x", "b", "c"), doc("a", "y", "b", "c"), "a x y b c"],
  ["a line that goes and one that comes", doc("a", "c"), doc("a", "b", "y", "c"), "a y c"],
  ["a line that both took away", doc("a", "c"), doc("a", "c=C"), "a C"],
  ["the same change", doc("a=A", "b", "c"), doc("a=A", "b=B", "c"), "A B c"],
  ["a new line after one that is gone", doc("a", "b", "x", "c"), doc("a", "c"), "a x c"],
  ["nothing of mine", BEFORE, doc("c", "y"), "c y"],
])("%s are put together", (_, mine, theirs, both) => {
  expect(told(merged(BEFORE, mine, theirs))).toBe(both);
});

test.each([
  ["one line is changed by both", doc("a=A", "b", "c"), doc("a=Z", "b", "c")],
  ["a line is changed and taken away", doc("a=A", "b", "c"), doc("b", "c")],
  ["a line is taken away and changed", doc("b", "c"), doc("a=A", "b", "c")],
  ["the order is changed", doc("b", "a", "c"), doc("a", "b", "c", "y")],
])("where %s, it is for the writers to say", (_, mine, theirs) => {
  expect(merged(BEFORE, mine, theirs)).toBeUndefined();
});
