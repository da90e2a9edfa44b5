// What happened on a board, newest first.

import { IconButton } from "@vibe/core";
import { CloseSmall } from "@vibe/icons";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { Happenings } from "../activity/Happenings";
import type { Names } from "./values";

interface Props {
  board: Board;
  names: Names;
  onClose: () => void;
}

export function ActivityPanel({ board, names, onClose }: Props) {
  return (
    <aside className="activity" aria-label={texts.board.activityTitle(board.name)}>
      <div className="activity-head">
        <h2>{texts.board.activity}</h2>
        <IconButton
          size="small"
          kind="tertiary"
          icon={CloseSmall}
          aria-label={texts.board.closeActivity}
          onClick={onClose}
        />
      </div>
      <Happenings board={board} names={names} />
    </aside>
  );
}
