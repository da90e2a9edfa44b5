// The one place where blocks become what the editor works on, and what it leaves becomes blocks.

import type { JSONContent } from "@tiptap/react";
import type { Block, Content } from "./blocks";
import { type Mentioned, textOf, toDelta, toNodes } from "./inline";

const LISTS: Record<string, readonly [list: string, item: string]> = {
  bulleted_list: ["bulletList", "listItem"],
  numbered_list: ["orderedList", "listItem"],
  check_list: ["taskList", "taskItem"],
};
const TITLES = ["large_title", "medium_title", "small_title"];
const LIST_TYPES = new Map(Object.entries(LISTS).map(([type, [list]]) => [list, type]));
/** What the server says of a block that nobody has aligned. */
const PLAIN: Content = { alignment: "left", direction: "ltr" };
const EMPTY: JSONContent = { type: "paragraph" };

export function toEditor(blocks: Block[], nameOf: Mentioned): JSONContent {
  return { type: "doc", content: filled(blocks, nameOf) };
}

/** Lines without a word at the end of the doc, or of a box or cell in it, are left out. */
export function fromEditor(doc: JSONContent): Block[] {
  return unfilled(doc.content ?? []);
}

/** The editor can't stand where nothing is. */
function filled(blocks: Block[], nameOf: Mentioned): JSONContent[] {
  const nodes: JSONContent[] = [];
  for (let at = 0; at < blocks.length; ) {
    const entries: Block[] = [];
    for (; at < blocks.length && isEntry(blocks[at] as Block); at += 1)
      entries.push(blocks[at] as Block);
    if (entries.length) nodes.push(...listsOf(entries, nameOf));
    const block = blocks[at];
    if (block) nodes.push(nodeOf(block, nameOf));
    at += 1;
  }
  return nodes.length ? nodes : [EMPTY];
}

function unfilled(nodes: JSONContent[]): Block[] {
  const blocks = nodes.flatMap((node) =>
    LIST_TYPES.has(node.type ?? "") ? entriesOf(node, 0) : [blockOf(node)],
  );
  while (isEmpty(blocks.at(-1))) blocks.pop();
  return blocks;
}

function nodeOf(block: Block, nameOf: Mentioned): JSONContent {
  const { type, content } = block;
  const text = () => toNodes(content.deltaFormat, nameOf);
  const attrs = attrsOf(block);
  if (TITLES.includes(type)) {
    const level = TITLES.indexOf(type) + 1;
    return { type: "heading", attrs: { ...attrs, level }, content: text() };
  }
  switch (type) {
    case "normal_text":
      return { type: "paragraph", attrs, content: text() };
    case "quote":
      return { type: "quote", attrs, content: text() };
    case "code": {
      const words = textOf(content.deltaFormat);
      const own = { ...attrs, language: content.language ?? null };
      return {
        type: "codeBlock",
        attrs: own,
        content: words ? [{ type: "text", text: words }] : [],
      };
    }
    case "divider":
      return { type: "horizontalRule", attrs };
    case "notice_box":
      return {
        type: "noticeBox",
        attrs: { ...attrs, theme: content.theme },
        content: filled(block.inner, nameOf),
      };
    case "table":
      return { type: "table", attrs, content: rowsOf(block, nameOf) };
    case "layout":
      return { type: "layout", attrs, content: cellsOf(block.inner, "layoutCell", nameOf) };
    default:
      return { type: "kept", attrs: { key: block.key, block } };
  }
}

function blockOf(node: JSONContent): Block {
  const nodes = node.content ?? [];
  const text = () => ({ deltaFormat: toDelta(nodes) });
  const { level, language, theme, block } = node.attrs ?? {};
  switch (node.type) {
    case "heading":
      return made(node, TITLES[level - 1] ?? "small_title", text());
    case "quote":
      return made(node, "quote", text());
    case "codeBlock":
      return made(node, "code", { ...text(), ...(language && { language }) });
    case "horizontalRule":
      return made(node, "divider", {});
    case "noticeBox":
      return made(node, "notice_box", { theme }, unfilled(nodes));
    case "table": {
      const cells = nodes.flatMap((row) => row.content ?? []);
      return {
        ...made(node, "table", {}, cells.map(cellBlock)),
        columns: nodes[0]?.content?.length ?? 0,
      };
    }
    case "layout":
      return made(node, "layout", {}, nodes.map(cellBlock));
    case "kept":
      return { ...block, key: keyOf(node) };
    default:
      return made(node, "normal_text", text());
  }
}

function rowsOf({ inner, columns }: Block, nameOf: Mentioned): JSONContent[] {
  const rows: JSONContent[] = [];
  for (let at = 0; at < inner.length; at += columns) {
    const cells = cellsOf(inner.slice(at, at + columns), "tableCell", nameOf);
    rows.push({ type: "tableRow", content: cells });
  }
  return rows;
}

const cellsOf = (cells: Block[], type: string, nameOf: Mentioned): JSONContent[] =>
  cells.map((cell) => ({
    type,
    attrs: { key: cell.key },
    content: filled(cell.inner, nameOf),
  }));

const cellBlock = (node: JSONContent): Block => ({
  key: keyOf(node),
  type: "cell",
  content: {},
  inner: unfilled(node.content ?? []),
  columns: 0,
});

/** Deeper ones stand under the one before; next to each other, those of one type make a list. */
function listsOf(entries: Block[], nameOf: Mentioned): JSONContent[] {
  const lists: JSONContent[] = [];
  for (let at = 0; at < entries.length; ) {
    const head = entries[at] as Block;
    let end = at + 1;
    while (end < entries.length && depthOf(entries[end] as Block) > depthOf(head)) end += 1;
    const [list, item] = LISTS[head.type] as readonly [string, string];
    const under = entries.slice(at + 1, end);
    const node: JSONContent = {
      type: item,
      ...(head.type === "check_list" && { attrs: { checked: head.content.checked === true } }),
      content: [
        {
          type: "paragraph",
          attrs: attrsOf(head),
          content: toNodes(head.content.deltaFormat, nameOf),
        },
        ...(under.length ? listsOf(under, nameOf) : []),
      ],
    };
    const last = lists.at(-1);
    if (last?.type === list) last.content?.push(node);
    else lists.push({ type: list, content: [node] });
    at = end;
  }
  return lists;
}

function entriesOf(list: JSONContent, depth: number): Block[] {
  const type = LIST_TYPES.get(list.type ?? "") ?? "";
  return (list.content ?? []).flatMap((item) => {
    const [first = EMPTY, ...under] = item.content ?? [];
    const content = {
      deltaFormat: toDelta(first.content ?? []),
      indentation: depth,
      ...(type === "check_list" && { checked: item.attrs?.checked === true }),
    };
    return [made(first, type, content), ...under.flatMap((inner) => entriesOf(inner, depth + 1))];
  });
}

const isEntry = (block: Block): boolean => block.type in LISTS;
const depthOf = ({ content }: Block): number => Number(content.indentation ?? 0);
const keyOf = (node: JSONContent): string => node.attrs?.key ?? "";

function isEmpty(block: Block | undefined): boolean {
  if (block?.type !== "normal_text") return false;
  const { deltaFormat, ...rest } = block.content;
  return (deltaFormat as unknown[]).length === 0 && Object.keys(rest).length === 0;
}

const OWN = ["deltaFormat", "indentation", "checked", "language", "theme"];

/** `rest`: what the editor doesn't change but keeps. */
function attrsOf({ key, content }: Block): Content {
  const rest = Object.entries(content).filter(
    ([name, value]) => !OWN.includes(name) && value !== PLAIN[name] && !isNothing(value),
  );
  return { key, rest: rest.length ? Object.fromEntries(rest) : null };
}

const isNothing = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const made = (node: JSONContent, type: string, content: Content, inner: Block[] = []): Block => ({
  key: keyOf(node),
  type,
  content: { ...content, ...node.attrs?.rest },
  inner,
  columns: 0,
});
