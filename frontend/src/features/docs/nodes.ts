// What the editor knows besides TipTap's own: blocks keep their keys, and what it can't change stays as it is.

import { Plugin } from "@tiptap/pm/state";
import { Extension, Mark, mergeAttributes, Node, textblockTypeInputRule } from "@tiptap/react";
import { texts } from "../../texts";
import type { Block } from "./blocks";

const BLOCKS = [
  ...["paragraph", "heading", "quote", "codeBlock", "horizontalRule", "noticeBox"],
  ...["table", "tableCell", "layout", "layoutCell", "kept"],
];
const ALIGNED = ["left", "center", "right"];

/** Of each block: which one of the server's it is, and what else the server keeps of it. */
export const BlockKeys = Extension.create({
  name: "blockKeys",
  addGlobalAttributes: () => [
    {
      types: BLOCKS,
      attributes: {
        key: { default: null, rendered: false },
        rest: { default: null, renderHTML: ({ rest }) => looksOf(rest) },
      },
    },
  ],
  // A block that was split or pasted is another one.
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _, state) => {
        if (!transactions.some((one) => one.docChanged)) return null;
        const seen = new Set<string>();
        const { tr } = state;
        state.doc.descendants((node, place) => {
          const { key } = node.attrs;
          if (key === undefined) return;
          if (key !== null && !seen.has(key)) seen.add(key);
          else tr.setNodeAttribute(place, "key", newKey());
        });
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});

let lastKey = 0;

function newKey(): string {
  lastKey += 1;
  return `new ${lastKey}`;
}

function looksOf(rest: Record<string, unknown> | null): Record<string, string> {
  const alignment = String(rest?.alignment ?? "");
  return {
    ...(ALIGNED.includes(alignment) && { style: `text-align: ${alignment}` }),
    ...(rest?.direction === "rtl" && { dir: "rtl" }),
  };
}

export const Quote = Node.create({
  name: "quote",
  group: "block",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
  addInputRules() {
    return [textblockTypeInputRule({ find: /^\s*>\s$/, type: this.type })];
  },
});

export const NoticeBox = Node.create({
  name: "noticeBox",
  group: "block",
  content: "block+",
  defining: true,
  addAttributes: () => ({ theme: { default: "info" } }),
  parseHTML: () => [{ tag: "div[data-notice]" }],
  renderHTML: ({ node, HTMLAttributes: { theme, ...others } }) => [
    "div",
    mergeAttributes(others, { "data-notice": node.attrs.theme }),
    0,
  ],
});

export const Layout = Node.create({
  name: "layout",
  group: "block",
  content: "layoutCell+",
  isolating: true,
  parseHTML: () => [{ tag: "div[data-layout]" }],
  renderHTML: ({ HTMLAttributes }) => [
    "div",
    mergeAttributes(HTMLAttributes, { "data-layout": "" }),
    0,
  ],
});

export const LayoutCell = Node.create({
  name: "layoutCell",
  content: "block+",
  isolating: true,
  parseHTML: () => [{ tag: "div[data-layout-cell]" }],
  renderHTML: ({ HTMLAttributes }) => [
    "div",
    mergeAttributes(HTMLAttributes, { "data-layout-cell": "" }),
    0,
  ],
});

/** Of a kind that isn't written here: images, videos, page breaks. */
export const Kept = Node.create({
  name: "kept",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    block: {
      default: null,
      parseHTML: (element) => JSON.parse(element.getAttribute("data-kept") ?? "null"),
      renderHTML: ({ block }) => ({ "data-kept": JSON.stringify(block) }),
    },
  }),
  parseHTML: () => [{ tag: "div[data-kept]" }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const block = node.attrs.block as Block;
    const address = String(block.content.publicUrl ?? block.content.url ?? "");
    const kinds: Record<string, string> = texts.docs.kept;
    const name = kinds[block.type] ?? texts.docs.keptOther;
    if (block.type === "image" && address.startsWith(`${location.origin}/`)) {
      return ["div", HTMLAttributes, ["img", { src: address, alt: "" }]];
    }
    const link = address
      ? [["a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address]]
      : [];
    return ["div", HTMLAttributes, ["span", {}, name], ...link];
  },
});

/** The value of a cell, which stands in a text. */
export const CellValue = Node.create({
  name: "cellValue",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ value: { default: null, rendered: false } }),
  renderHTML: () => ["span", { "data-cell-value": "" }, texts.docs.cellValue],
});

/** Colours that others gave a text. */
export const Colored = Mark.create({
  name: "colored",
  addAttributes: () => ({
    color: {
      default: null,
      renderHTML: ({ color }) => (color ? { style: `color: ${color}` } : {}),
    },
    background: {
      default: null,
      renderHTML: ({ background }) => (background ? { style: `background: ${background}` } : {}),
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});
