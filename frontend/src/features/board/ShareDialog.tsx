// Who subscribes to a board, and who of them owns it.

import { Button, IconButton, TextField } from "@vibe/core";
import { CloseSmall } from "@vibe/icons";
import { useState } from "react";
import { ask, DELETE, PUT } from "../../api/client";
import { type Board, boardQuery, boardsQuery, queryClient, type User } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { Face } from "../../ui/Face";
import { say, sayError } from "../../ui/toasts";
import type { Names } from "./values";

const SHOWN = 8;

interface Props {
  board: Board;
  names: Names;
  onClose: () => void;
}

export function ShareDialog({ board, names, onClose }: Props) {
  const [wanted, setWanted] = useState("");
  const there = new Set(board.subscribers.map(({ user_id }) => user_id));
  const searched = wanted.trim().toLocaleLowerCase();
  const found = [...names.users.values()].filter(
    (user) =>
      !there.has(user.id) && `${user.name} ${user.email}`.toLocaleLowerCase().includes(searched),
  );

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
  const path = (user: User) => ({
    params: { path: { board_id: board.id, user_id: user.id } },
  });
  const put = (user: User, as_owner: boolean) =>
    then(
      ask(PUT("/boards/{board_id}/subscribers/{user_id}", { ...path(user), body: { as_owner } })),
    );
  const remove = (user: User) =>
    then(ask(DELETE("/boards/{board_id}/subscribers/{user_id}", path(user))));

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
      {board.may_write && (
        <>
          <TextField
            size="small"
            title={texts.board.addSubscriber}
            placeholder={texts.board.findPerson}
            value={wanted}
            onChange={setWanted}
          />
          {searched && (
            <ul className="share-found">
              {found.slice(0, SHOWN).map((user) => (
                <li key={user.id}>
                  <button
                    type="button"
                    className="menu-item people-one"
                    onClick={() => {
                      setWanted("");
                      void put(user, false);
                    }}
                  >
                    <Face name={user.name} />
                    {user.name}
                    <span className="quiet">{user.email}</span>
                  </button>
                </li>
              ))}
              {found.length === 0 && <li className="quiet">{texts.board.nobody}</li>}
            </ul>
          )}
        </>
      )}
      <ul className="share-list">
        {board.subscribers.map(({ user_id, is_owner }) => {
          const user = names.users.get(user_id);
          if (!user) return null;
          return (
            <li key={user_id}>
              <Face name={user.name} size={30} />
              <span className="share-name">
                {user.name}
                {is_owner && <small className="quiet">{texts.board.owner}</small>}
              </span>
              {board.owned && !is_owner && user.role !== "guest" && (
                <Button size="xs" kind="tertiary" onClick={() => void put(user, true)}>
                  {texts.board.makeOwner}
                </Button>
              )}
              {board.may_write && (
                <IconButton
                  size="xs"
                  kind="tertiary"
                  icon={CloseSmall}
                  aria-label={texts.board.removeSubscriber(user.name)}
                  onClick={() => void remove(user)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <div className="dialog-buttons">
        <Button kind="tertiary" onClick={() => void copyLink()}>
          {texts.board.copyLink}
        </Button>
        <Button onClick={onClose}>{texts.board.done}</Button>
      </div>
    </Dialog>
  );
}
