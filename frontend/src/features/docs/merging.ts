// What two people did to one doc at a time, put together block by block.

import { type Block, isSame } from "./blocks";

/** Undefined where both changed the same block, or one of them the order. */
export function merged(before: Block[], mine: Block[], theirs: Block[]): Block[] | undefined {
  const [known, own, other] = [byKey(before), byKey(mine), byKey(theirs)];
  for (const [key, block] of known) {
    const [here, there] = [own.get(key), other.get(key)];
    const isClash = !isSame(here, block) && !isSame(there, block) && !isSame(here, there);
    if (isClash) return undefined;
  }
  if (!isInOrder(mine, known) || !isInOrder(theirs, known)) return undefined;
  const blocks: Block[] = [];
  for (const block of theirs) {
    const here = own.get(block.key);
    if (!known.has(block.key)) blocks.push(block);
    else if (here) blocks.push(isSame(here, known.get(block.key)) ? block : here);
  }
  for (const [at, block] of mine.entries()) {
    if (known.has(block.key)) continue;
    blocks.splice(placeAfter(mine.slice(0, at), blocks), 0, block);
  }
  return blocks;
}

const byKey = (blocks: Block[]) => new Map(blocks.map((block) => [block.key, block]));

/** Those that were there before are as they were, beside each other. */
function isInOrder(blocks: Block[], known: Map<string, Block>): boolean {
  const places = new Map([...known.keys()].map((key, at) => [key, at]));
  const found = blocks.flatMap(({ key }) => places.get(key) ?? []);
  return found.every((place, at) => at === 0 || place > (found[at - 1] ?? -1));
}

/** Behind the nearest one above that is still there. */
function placeAfter(above: Block[], blocks: Block[]): number {
  for (const { key } of above.toReversed()) {
    const at = blocks.findIndex((block) => block.key === key);
    if (at >= 0) return at + 1;
  }
  return 0;
}
