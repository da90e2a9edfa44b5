// The text of a block: the server's insertions with their attributes, the editor's nodes with their marks.

import type { JSONContent } from "@tiptap/react";
import { isSame } from "./blocks";

type Attributes = Record<string, unknown>;
interface Operation {
  insert: string | Attributes;
  attributes?: Attributes;
}
type Mark = NonNullable<JSONContent["marks"]>[number];

export type Mentioned = (kind: string, id: number) => string;

const FLAGS = ["bold", "italic", "underline", "strike", "code"];
const COLOURS = ["color", "background"];

export function toNodes(delta: unknown, nameOf: Mentioned): JSONContent[] {
  return operationsOf(delta).flatMap(({ insert, attributes = {} }) => {
    const marks = marksOf(attributes);
    const marked = (node: JSONContent) => (marks.length ? { ...node, marks } : node);
    if (typeof insert !== "string") return [marked(blotNode(insert, nameOf))];
    return insert
      .split("\n")
      .flatMap((line, at) => [
        ...(at ? [marked({ type: "hardBreak" })] : []),
        ...(line ? [marked({ type: "text", text: line })] : []),
      ]);
  });
}

export function toDelta(nodes: JSONContent[]): Operation[] {
  const delta: Operation[] = [];
  for (const node of nodes) {
    const attributes = attributesOf(node.marks ?? []);
    const insert = insertOf(node);
    const last = delta.at(-1);
    const goesOn =
      typeof insert === "string" &&
      typeof last?.insert === "string" &&
      isSame(last.attributes ?? {}, attributes);
    if (goesOn) last.insert = `${last.insert}${insert}`;
    else delta.push({ insert, ...(Object.keys(attributes).length ? { attributes } : {}) });
  }
  return delta;
}

export const textOf = (delta: unknown): string =>
  operationsOf(delta)
    .map(({ insert }) => (typeof insert === "string" ? insert : ""))
    .join("");

const operationsOf = (delta: unknown): Operation[] =>
  Array.isArray(delta) ? (delta as Operation[]) : [];

function marksOf(attributes: Attributes): Mark[] {
  const marks: Mark[] = FLAGS.filter((flag) => attributes[flag]).map((type) => ({ type }));
  if (attributes.link) marks.push({ type: "link", attrs: { href: attributes.link } });
  if (COLOURS.some((name) => attributes[name])) {
    const { color = null, background = null } = attributes;
    marks.push({ type: "colored", attrs: { color, background } });
  }
  return marks;
}

function attributesOf(marks: Mark[]): Attributes {
  const attributes: Attributes = {};
  for (const { type, attrs } of marks) {
    if (FLAGS.includes(type)) attributes[type] = true;
    else if (type === "link") attributes.link = attrs?.href;
    else if (type === "colored") {
      for (const name of COLOURS) if (attrs?.[name]) attributes[name] = attrs[name];
    }
  }
  return attributes;
}

function blotNode(blot: Attributes, nameOf: Mentioned): JSONContent {
  const mention = blot.mention as { id: number; type: string } | undefined;
  if (!mention) return { type: "cellValue", attrs: { value: blot.column_value } };
  const { id, type: kind } = mention;
  return { type: "mention", attrs: { id: String(id), label: nameOf(kind, id), kind } };
}

function insertOf(node: JSONContent): string | Attributes {
  if (node.type === "hardBreak") return "\n";
  if (node.type === "cellValue") return { column_value: node.attrs?.value };
  if (node.type === "mention") {
    return { mention: { id: Number(node.attrs?.id), type: node.attrs?.kind } };
  }
  return node.text ?? "";
}
