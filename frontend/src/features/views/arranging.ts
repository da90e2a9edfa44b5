import type { Board } from "../../api/queries";
import type { Choices } from "../board/choices";
import { placeColumn, placed } from "../board/structure";

/** Puts a column after another: on the board, or in the view that is shown where it has an order of its own. */
export function arrange(
  board: Board,
  choices: Choices,
  choose: (change: Partial<Choices>) => void,
  columnId: string,
  afterId: string,
): void {
  if (choices.order.length === 0) void placeColumn(board, columnId, afterId);
  else choose({ order: placed(board.columns, columnId, afterId).map(({ id }) => id) });
}
