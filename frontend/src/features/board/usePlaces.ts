// Which element of the page shows which line. The element of a row that was scrolled away shows another row: to change one
// takes half as long as to make one.

import { useRef } from "react";
import type { Line } from "./grid";

interface Placed<T> {
  place: string;
  item: T;
  line: Line;
}

/** `items` are on the screen, from top to bottom. The answer is in the order of the page: while it is scrolled, nothing in it moves. */
export function usePlaces<T extends { index: number }>(
  items: T[],
  lines: Line[],
  isScrolling: boolean,
): Placed<T>[] {
  // Which place shows the line of which key.
  const former = useRef(new Map<string, string>());
  const count = useRef(0);
  const shown = items.map((item) => ({ item, line: lines[item.index] as Line }));

  const keys = new Set(shown.map(({ line }) => line.key));
  const placeOf = new Map<string, string>();
  const free: string[] = [];
  for (const [place, key] of former.current) {
    if (keys.has(key)) placeOf.set(key, place);
    else free.push(place);
  }
  function placeFor({ kind, key }: Line): string {
    // What is typed into other lines stays with them.
    if (kind !== "row" && kind !== "subitem") return key;
    const at = free.findIndex((place) => place.startsWith(`${kind} `));
    if (at >= 0) return free.splice(at, 1)[0] as string;
    count.current += 1;
    return `${kind} ${count.current}`;
  }

  const placed = shown.map((one) => ({
    ...one,
    place: placeOf.get(one.line.key) ?? placeFor(one.line),
  }));
  if (isScrolling) {
    const order = new Map([...former.current.keys()].map((place, index) => [place, index]));
    const at = ({ place }: { place: string }) => order.get(place) ?? order.size;
    placed.sort((one, other) => at(one) - at(other));
  }
  former.current = new Map(placed.map(({ place, line }) => [place, line.key]));
  return placed;
}
