// What can be done with a view.

import { useState } from "react";
import { useNavigate } from "react-router";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { Confirm } from "../../ui/Confirm";
import { LineMenu, MenuItem } from "../../ui/LineMenu";
import { say, sayError } from "../../ui/toasts";
import type { Shown } from "../board/choices";
import { changeView, deleteView, duplicateView } from "./changes";
import { NameDialog } from "./NameDialog";
import { toKeep, type View } from "./shown";

interface Props {
  board: Board;
  view: View;
  /** It is the one that is shown. */
  isHere: boolean;
  /** What can be saved to it. */
  shown: Shown;
  /** It keeps what is shown. */
  onSaved: () => void;
}

export function ViewMenu({ board, view, isHere, shown, onSaved }: Props) {
  const [asking, setAsking] = useState<"rename" | "delete">();
  const navigate = useNavigate();
  const done = () => setAsking(undefined);

  async function duplicate() {
    const copy = await duplicateView(board.id, view).catch(sayError);
    if (copy) navigate(`/boards/${board.id}/views/${copy.id}`);
  }
  async function remove() {
    if (isHere) navigate(`/boards/${board.id}`);
    await deleteView(board.id, view);
  }
  return (
    <>
      <LineMenu label={texts.views.menuOf(view.name)}>
        {(close) => {
          const item = (text: string, act: () => void) => (
            <MenuItem
              text={text}
              onPick={() => {
                close();
                act();
              }}
            />
          );
          return (
            <>
              {item(texts.views.rename, () => setAsking("rename"))}
              {item(
                texts.views.saveHere,
                () => void saveView(board, view, shown, isHere ? onSaved : undefined),
              )}
              {item(texts.views.duplicate, () => void duplicate())}
              {item(texts.views.delete, () => setAsking("delete"))}
            </>
          );
        }}
      </LineMenu>
      {asking === "rename" && (
        <NameDialog
          title={texts.views.renameTitle}
          name={view.name}
          go={texts.views.keep}
          onGo={(name) => changeView(board.id, view, { name })}
          onClose={done}
        />
      )}
      {asking === "delete" && (
        <Confirm
          title={texts.views.deleteTitle(view.name)}
          text={texts.views.deleteText}
          go={texts.views.delete}
          keep={texts.views.cancel}
          onGo={remove}
          onClose={done}
        />
      )}
    </>
  );
}

/** Keeps in a view what is shown now. */
export async function saveView(board: Board, view: View, shown: Shown, onSaved?: () => void) {
  try {
    await changeView(board.id, view, { shown: toKeep(shown, board.columns) });
    onSaved?.();
    say(texts.views.saved(view.name));
  } catch (error) {
    sayError(error);
  }
}
