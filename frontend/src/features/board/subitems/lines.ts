import type { Board, Row } from "../../../api/queries";
import type { Line } from "../grid";
import type { Side } from "../side";

interface Shown {
  board: Board;
  unfolded: ReadonlySet<number>;
  /** Undefined until it is read. */
  side: Side | undefined;
  under: ReadonlyMap<number, Row[]>;
}

/** The lines of a board, with those of subitems under the pulses that are unfolded. */
export function withSubitems(lines: Line[], { board, unfolded, side, under }: Shown): Line[] {
  if (unfolded.size === 0) return lines;
  const mayAdd = board.may_write;
  return lines.flatMap((line) => {
    if (line.kind !== "row" || !unfolded.has(line.row.id)) return [line];
    const { group, row: parent } = line;
    const rows = under.get(parent.id) ?? [];
    const block: Line[] = [line];
    if (side && (mayAdd || rows.length > 0))
      block.push({ kind: "subheads", key: `sh-${parent.id}`, group, parent });
    for (const row of rows) block.push({ kind: "subitem", key: `r-${row.id}`, group, parent, row });
    if (mayAdd) block.push({ kind: "subadd", key: `sa-${parent.id}`, group, parent });
    return block;
  });
}
