import { getSchema } from "@tiptap/react";
import { expect, test } from "vitest";
import { type Block, blocksOf, everyBlock, type Stored, written } from "./blocks";
import { fromEditor, toEditor } from "./conversion";
import { extensionsOf } from "./extensions";

const SCHEMA = getSchema(extensionsOf(() => []));
const PLAIN = { alignment: "left", direction: "ltr" };

let last = 0;
function stored(type: string, content: object = {}, parent_id: number | null = null): Stored {
  last += 1;
  return { id: last, parent_id, type, content: { ...PLAIN, ...content } };
}
const text = (insert: string, attributes?: object) =>
  attributes ? { insert, attributes } : { insert };
const words = (type: string, ...deltaFormat: object[]) => stored(type, { deltaFormat });
const entry = (type: string, word: string, indentation = 0, more: object = {}) =>
  stored(type, { deltaFormat: [text(word)], indentation, ...more });

/** Through the editor's own rules, as a page does it. */
function through(blocks: Block[]): Block[] {
  const node = SCHEMA.nodeFromJSON(toEditor(blocks, () => "Somebody"));
  node.check();
  return fromEditor(node.toJSON());
}

function comesThrough(...given: Stored[]): void {
  const blocks = blocksOf(given);
  const after = through(blocks);
  expect(through(after)).toEqual(after);
  const ids = new Map(everyBlock(blocks).map(({ key }) => [key, Number(key)]));
  const outer = given.filter(({ parent_id }) => parent_id === null).map(({ id }) => ({ id }));
  expect(written(after, after, ids)).toEqual({ blocks: outer, made: [] });
  const bare = (block: Block): Block => {
    const { alignment, direction, columnsStyle, ...content } = block.content;
    const kept = {
      ...(alignment !== "left" && { alignment }),
      ...(direction !== "ltr" && { direction }),
      ...((columnsStyle as unknown[] | undefined)?.length && { columnsStyle }),
    };
    return block.type in KEPT
      ? block
      : {
          ...block,
          content: { ...content, ...JSON.parse(JSON.stringify(kept)) },
          inner: block.inner.map(bare),
        };
  };
  expect(after).toEqual(blocks.map(bare));
}
const KEPT = { image: 1, video: 1, page_break: 1, poll: 1 };

function table(cells: (string | undefined)[][], style: object = {}): Stored[] {
  const whole = stored("table", { columnsStyle: [], ...style });
  const found: Stored[] = [];
  whole.content.cells = cells.map((row) =>
    row.map((word) => {
      const cell = stored("cell", {}, whole.id);
      cell.content = {};
      found.push(cell);
      if (word !== undefined) {
        found.push({ ...words("normal_text", text(word)), parent_id: cell.id });
      }
      return { blockId: String(cell.id) };
    }),
  );
  return [whole, ...found];
}

test("texts, titles, quotes and code come through unharmed", () => {
  comesThrough(
    words("large_title", text("One")),
    words("medium_title", text("Two")),
    words("small_title", text("Three")),
    words("normal_text", text("Plain "), text("bold", { bold: true }), text(" and so on")),
    words("normal_text"),
    words("quote", text("Said\nand done")),
    stored("code", { deltaFormat: [text("if x:\n  pass")], language: "python" }),
    words("code", text("plain")),
    stored("divider"),
    words("normal_text", text("End")),
  );
});

test("all looks of a text come through", () => {
  comesThrough(
    words(
      "normal_text",
      text("a", { bold: true, italic: true, underline: true, strike: true }),
      text("b", { code: true, bold: true }),
      text("c", { link: "https://example.com/x?y=1" }),
      text("d", { color: "#ff0000" }),
      text("e", { background: "var(--yellow)", color: "red", link: "mailto:a@b.c" }),
      text("two\nlines", { italic: true }),
    ),
  );
});

test("mentions and values of cells come through", () => {
  comesThrough(
    words(
      "normal_text",
      { insert: { mention: { id: 7, type: "USER" } } },
      text(" and "),
      { insert: { mention: { id: 9, type: "BOARD" } }, attributes: { bold: true } },
      { insert: { column_value: { item_id: 3, column_id: "status" } } },
    ),
  );
});

test("lists in lists come through", () => {
  comesThrough(
    entry("bulleted_list", "a"),
    entry("bulleted_list", "b", 1),
    entry("numbered_list", "c", 2),
    entry("numbered_list", "d", 2),
    entry("bulleted_list", "e"),
    entry("numbered_list", "f"),
    entry("check_list", "g", 0, { checked: true }),
    entry("check_list", "h", 1, { checked: false }),
    words("normal_text", text("between")),
    entry("numbered_list", "i"),
  );
});

test("an entry that stands too deep is shown where it can stand", () => {
  const blocks = blocksOf([
    entry("bulleted_list", "a", 2),
    entry("bulleted_list", "b", 2),
    entry("bulleted_list", "c", 5),
    entry("bulleted_list", "d", 1),
  ]);
  expect(through(blocks).map(({ content }) => content.indentation)).toEqual([0, 0, 1, 0]);
});

test("tables, columns and notices come through with all that is in them", () => {
  const notice = stored("notice_box", { theme: "warning" });
  const layout = stored("layout", { columnsStyle: [{ width: 200 }, { width: 100 }] });
  const [left, right] = [stored("cell", {}, layout.id), stored("cell", {}, layout.id)];
  layout.content.cells = [left, right].map(({ id }) => ({ blockId: String(id) }));
  left.content = {};
  right.content = {};
  const inNotice = { ...entry("bulleted_list", "x"), parent_id: notice.id };
  const inLeft = { ...words("large_title", text("L")), parent_id: left.id };
  comesThrough(
    ...table([
      ["a", "b"],
      ["c", undefined],
    ]),
    ...table([["wide"]], { columnsStyle: [{ width: 90 }], width: 400 }),
    notice,
    inNotice,
    layout,
    left,
    inLeft,
    right,
  );
});

test("what is not written here stays as it is", () => {
  comesThrough(
    stored("image", { publicUrl: "https://example.com/a.png", width: 300 }),
    stored("video", { url: "https://example.com/v" }),
    stored("page_break"),
    stored("poll", { question: { text: "?", answers: [1, 2] } }),
  );
});

test("how a block is aligned comes through", () => {
  comesThrough(
    stored("normal_text", { deltaFormat: [text("x")], alignment: "center" }),
    stored("large_title", { deltaFormat: [text("x")], direction: "rtl", alignment: "right" }),
    stored("check_list", {
      deltaFormat: [text("x")],
      indentation: 0,
      checked: true,
      alignment: "right",
    }),
  );
});

test("an empty doc is one empty line, and empty lines at its end are none", () => {
  expect(toEditor([], String)).toEqual({ type: "doc", content: [{ type: "paragraph" }] });
  expect(through([])).toEqual([]);
  const blocks = blocksOf([
    words("normal_text", text("a")),
    words("normal_text"),
    words("normal_text"),
  ]);
  expect(through(blocks)).toHaveLength(1);
});

test("only what is different is sent, and what is new is named in its order", () => {
  const given = [words("normal_text", text("a")), ...table([["b", "c"]])];
  const before = through(blocksOf(given));
  const ids = new Map(everyBlock(before).map(({ key }) => [key, Number(key)]));
  const [first, grid] = structuredClone(before) as [Block, Block];
  const [left, right] = grid.inner as [Block, Block];
  left.inner = [{ ...first, key: "new 1" }];
  const added: Block = { ...first, key: "new 2", content: { deltaFormat: [] } };
  const sent = written([added, grid, first], before, ids);
  expect(sent.made).toEqual(["new 2", "new 1"]);
  expect(sent.blocks.map(({ id }) => id)).toEqual([null, Number(grid.key), Number(first.key)]);
  expect(sent.blocks[2]).toEqual({ id: Number(first.key) });
  const [, table_] = sent.blocks;
  expect([table_?.type, table_?.columns]).toEqual(["table", 2]);
  expect(table_?.inner?.[1]).toEqual({ id: Number(right.key) });
  expect(table_?.inner?.[0]?.inner?.[0]?.id).toBeNull();
});
