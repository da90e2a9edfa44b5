// Values that the server hasn't taken yet. Rows that were read before that don't hide them meanwhile.

import type { Row } from "./queries";

interface Awaited {
  value: unknown;
  /** A row with another value came in: it is from before this change, or from after it. */
  isDoubted: boolean;
}

const byRow = new Map<number, Map<string, Awaited>>();

/** Until the function that is answered is called; it says whether there is doubt. */
export function awaitValue(rowId: number, columnId: string, value: unknown): () => boolean {
  const awaited: Awaited = { value, isDoubted: false };
  const ofRow = byRow.get(rowId) ?? new Map<string, Awaited>();
  byRow.set(rowId, ofRow.set(columnId, awaited));
  return () => {
    if (ofRow.get(columnId) === awaited) ofRow.delete(columnId);
    if (ofRow.size === 0) byRow.delete(rowId);
    return awaited.isDoubted;
  };
}

/** A row that came in, with what is still awaited in its place. */
export function withAwaited(row: Row): Row {
  const ofRow = byRow.get(row.id);
  if (!ofRow) return row;
  let shown = row;
  for (const [columnId, awaited] of ofRow) {
    if (JSON.stringify(row.values[columnId]) !== JSON.stringify(awaited.value))
      awaited.isDoubted = true;
    shown = withValue(shown, columnId, awaited.value);
  }
  return shown;
}

export function withValue(row: Row, columnId: string, value: unknown): Row {
  const { [columnId]: _, ...others } = row.values;
  return { ...row, values: value === undefined ? others : { ...others, [columnId]: value } };
}
