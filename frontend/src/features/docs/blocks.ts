// What a doc is made of, as the server keeps it, and how an editor sends it back.

import type { Schemas } from "../../api/client";

export type Stored = Schemas["DocBlock"];
export type Written = Schemas["Written"];
export type Content = Record<string, unknown>;

/** A block with what stands in it. `key` stays the same while the doc is open, also of one that the server doesn't know yet. */
export interface Block {
  key: string;
  type: string;
  content: Content;
  inner: Block[];
  /** Of a table: as many of `inner` are a row. */
  columns: number;
}

/** By their ids, the keys of blocks. */
export type Keys = (id: number) => string;

/** What stands in a block comes right after it; a table and a layout name their cells themselves. */
export function blocksOf(stored: Stored[], keyOf: Keys = String): Block[] {
  const under = new Map<number | null, Stored[]>();
  for (const one of stored) {
    const beside = under.get(one.parent_id);
    if (beside) beside.push(one);
    else under.set(one.parent_id, [one]);
  }
  const made = (one: Stored): Block => {
    const { cells, ...content } = one.content;
    const rows = Array.isArray(cells) ? cells : [];
    return {
      key: keyOf(one.id),
      type: one.type,
      content,
      inner: (under.get(one.id) ?? []).map(made),
      columns: Array.isArray(rows[0]) ? rows[0].length : 0,
    };
  };
  return (under.get(null) ?? []).map(made);
}

/** Each block, and after it all that stand in it. */
export function everyBlock(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...everyBlock(block.inner)]);
}

export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one as Content, other as Content];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => name in right && isSame(left[name], right[name]))
  );
}

/** `ids`: of the blocks that the server has, by their keys. What is as it was in `before` is named and no more. */
export function written(blocks: Block[], before: Block[], ids: ReadonlyMap<string, number>) {
  const known = new Map(everyBlock(before).map((block) => [block.key, block]));
  const made: string[] = [];
  const one = (block: Block): Written => {
    const id = ids.get(block.key) ?? null;
    if (id !== null && isSame(block, known.get(block.key))) return { id };
    if (id === null) made.push(block.key);
    const { type, content, columns } = block;
    return { id, type, content, columns, inner: block.inner.map(one) };
  };
  return {
    blocks: blocks.map(one),
    /** The keys of those that are new, in the order in which the server answers their ids. */
    made,
  };
}
