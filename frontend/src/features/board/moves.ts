// Where dropped things go. Nothing in here knows React or the server.

import type { Row } from "../../api/queries";
import type { Dragged, Target } from "./dragging";

export interface Destination {
  groupId: string;
  /** The row that they come after; undefined for the top of the group. */
  after: Row | undefined;
}

/** `groups`: the rows of each, as they are shown. Rows that are moved themselves don't count. */
export function destinationOf(
  moving: ReadonlySet<number>,
  target: Target,
  isAbove: boolean,
  groups: ReadonlyMap<string, Row[]>,
): Destination | undefined {
  if (target.kind === "group" || target.kind === "column") return undefined;
  const { groupId } = target;
  const rows = groups.get(groupId) ?? [];
  const at =
    target.kind === "rest"
      ? target.isTop
        ? 0
        : rows.length
      : rows.findIndex((row) => row.id === target.id) + (isAbove ? 0 : 1);
  const above = rows.slice(0, at).filter((row) => !moving.has(row.id));
  return { groupId, after: above.at(-1) };
}

/** What one dragged pulse or subitem stands for: all that are selected, if it is one of them. */
export function takenBy(dragged: Dragged, selected: ReadonlySet<number>): ReadonlySet<number> {
  if (dragged.kind !== "pulse" && dragged.kind !== "subitem") return new Set();
  return selected.has(dragged.id) ? selected : new Set([dragged.id]);
}

/** The one after which something comes that is dropped at the edge of another. */
export function afterWhich<T extends { id: string }>(
  all: T[],
  movingId: string,
  targetId: string,
  isBefore: boolean,
): T | undefined {
  const others = all.filter((one) => one.id !== movingId);
  const at = others.findIndex((one) => one.id === targetId);
  return isBefore ? others[at - 1] : others[at];
}

/** One step up or down among the rows of its group; undefined where it is at the end already. */
export function stepOf(
  row: Row,
  rows: Row[],
  isUp: boolean,
): { after: Row | undefined } | undefined {
  const at = rows.findIndex((one) => one.id === row.id);
  if (isUp) return at > 0 ? { after: rows[at - 2] } : undefined;
  const below = rows[at + 1];
  return below && { after: below };
}
