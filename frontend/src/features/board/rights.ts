// Who may change which pulses.

import type { Board, Row } from "../../api/queries";

interface Assigned {
  id: number;
  kind: string;
}

/** Everything on the board, or, where only they may, as one of those that it is assigned to. */
export function mayEditRow(board: Board, row: Row): boolean {
  if (board.may_write || !board.assignee) return board.may_write;
  const { user_id, team_ids } = board.assignee;
  return board.columns
    .filter((column) => column.type === "person")
    .flatMap(
      (column) => (row.values[column.id] as { people?: Assigned[] } | undefined)?.people ?? [],
    )
    .some((one) => (one.kind === "team" ? team_ids.includes(one.id) : one.id === user_id));
}
