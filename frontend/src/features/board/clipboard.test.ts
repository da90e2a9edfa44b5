import { expect, test } from "vitest";
import { AS_IT_IS } from "./choices";
import { cellsIn, changesOf, copied, pasted } from "./clipboard";
import { gridColumns } from "./grid";
import { BOARD, NAMES, ROWS } from "./testing/board";

const columns = gridColumns(BOARD.columns, AS_IT_IS);

test("a range is copied as lines with tabs between", () => {
  const text = copied({ top: 0, bottom: 1, left: 0, right: 3 }, ROWS, columns, NAMES);
  expect(text).toBe("Cake\tAnn Lee\tDone\t2.5\nBalloons\t\tWorking\t10");
});

test.each([
  [
    "a\tb\nc\td",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ['"two\nlines"\t"a ""quote"""', [["two\nlines", 'a "quote"']]],
  ["one", [["one"]]],
  ["\tsecond", [["", "second"]]],
  ["first\t", [["first", ""]]],
  ["a\n\nb", [["a"], [""], ["b"]]],
  ['5" pipe\tx', [['5" pipe', "x"]]],
])("%j is read as a spreadsheet wrote it", (text, cells) => {
  expect(cellsIn(text)).toEqual(cells);
});

test("cells go from the corner on, as far as there are cells", () => {
  const corner = { top: 3, bottom: 3, left: 0, right: 0 };
  const cells = pasted("Cards\tAnn Lee\nmore\tthan fits", corner, ROWS, columns);
  expect(cells.map(({ row, column, text }) => [row.id, column.id, text])).toEqual([
    [4, "name", "Cards"],
    [4, "owner", "Ann Lee"],
  ]);
});

test("one text fills the whole range", () => {
  const cells = pasted("Done", { top: 0, bottom: 2, left: 2, right: 2 }, ROWS, columns);
  expect(cells.map(({ row, text }) => [row.id, text])).toEqual([
    [1, "Done"],
    [2, "Done"],
    [3, "Done"],
  ]);
});

test("what means nothing in its column stops all of it, in a sentence", () => {
  const corner = { top: 0, bottom: 0, left: 1, right: 1 };
  const cells = pasted("Ann Lee\tFinished", corner, ROWS, columns);
  expect(() => changesOf(cells, NAMES)).toThrow("“Stage” has no label “Finished”.");
});
