import { ask, POST } from "../../../api/client";
import { type Board, boardQuery, queryClient } from "../../../api/queries";
import { sayError } from "../../../ui/toasts";
import { Edits } from "../edits";
import type { Names } from "../values";

/** After those that are there; whether it was added. */
export async function addSubitem(
  board: Board,
  parentId: number,
  name: string,
  names: Names,
): Promise<boolean> {
  const params = { path: { pulse_id: parentId } };
  try {
    const made = await ask(POST("/pulses/{pulse_id}/subitems", { params, body: { name } }));
    new Edits(made.board_id, names).added(made.row);
    // With the first of them came the board that holds them.
    if (!board.subitems) await queryClient.invalidateQueries(boardQuery(board.id));
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}
