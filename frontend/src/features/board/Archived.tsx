import { Button } from "@vibe/core";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { restoreBoard } from "./structure";

/** Says why nothing can be changed any more. */
export function Archived({ board }: { board: Board }) {
  return (
    <p className="board-archived" role="status">
      {texts.board.isArchived}
      {board.may_archive && (
        <Button size="small" kind="secondary" onClick={() => void restoreBoard(board.id)}>
          {texts.board.restore}
        </Button>
      )}
    </p>
  );
}
