// Who subscribes to a board, and who of them owns it.

import { Button } from "@vibe/core";
import { ask, DELETE, PUT } from "../../api/client";
import { type Board, boardQuery, boardsQuery, queryClient } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { say, sayError } from "../../ui/toasts";
import { type Sharer, Subscribers } from "../sharing/Subscribers";

interface Props {
  board: Board;
  onClose: () => void;
}

export function ShareDialog({ board, onClose }: Props) {
  const sharers: Sharer[] = [
    ...board.subscribers.map(
      ({ user_id, is_owner }): Sharer => ({ kind: "user", id: user_id, isOwner: is_owner }),
    ),
    ...board.teams.map(
      ({ team_id, is_owner }): Sharer => ({ kind: "team", id: team_id, isOwner: is_owner }),
    ),
  ];

  async function then(done: Promise<unknown>) {
    try {
      await done;
      await Promise.all([
        queryClient.invalidateQueries(boardQuery(board.id)),
        queryClient.invalidateQueries(boardsQuery),
      ]);
    } catch (error) {
      sayError(error);
    }
  }
  const user = (id: number) => ({ params: { path: { board_id: board.id, user_id: id } } });
  const team = (id: number) => ({ params: { path: { board_id: board.id, team_id: id } } });
  const put = (kind: Sharer["kind"], id: number, as_owner: boolean) => {
    const body = { as_owner };
    return kind === "user"
      ? ask(PUT("/boards/{board_id}/subscribers/{user_id}", { ...user(id), body }))
      : ask(PUT("/boards/{board_id}/teams/{team_id}", { ...team(id), body }));
  };
  const remove = (kind: Sharer["kind"], id: number) =>
    kind === "user"
      ? ask(DELETE("/boards/{board_id}/subscribers/{user_id}", user(id)))
      : ask(DELETE("/boards/{board_id}/teams/{team_id}", team(id)));

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(`${location.origin}/boards/${board.id}`);
      say(texts.board.linkCopied);
    } catch (error) {
      sayError(error);
    }
  }

  return (
    <Dialog title={texts.board.shareTitle(board.name)} onClose={onClose}>
      <p className="quiet">{texts.board.kinds[board.kind as "public"]}</p>
      <Subscribers
        sharers={sharers}
        mayChange={board.may_write}
        mayOwn={board.owned}
        onPut={(...given) => void then(put(...given))}
        onRemove={(...given) => void then(remove(...given))}
      />
      <div className="dialog-buttons">
        <Button kind="tertiary" onClick={() => void copyLink()}>
          {texts.board.copyLink}
        </Button>
        <Button onClick={onClose}>{texts.board.done}</Button>
      </div>
    </Dialog>
  );
}
