import { Button, IconButton } from "@vibe/core";
import { CloseSmall } from "@vibe/icons";
import { useState } from "react";
import type { Board, Row } from "../../api/queries";
import { texts } from "../../texts";
import { MenuButton } from "../../ui/MenuButton";
import type { Edits } from "./edits";
import { rowsByGroup } from "./grid";
import { MoveDialog } from "./MoveDialog";

interface Props {
  board: Board;
  selected: ReadonlySet<number>;
  edits: Edits;
  onDone: (rows: Row[]) => void;
  onClear: () => void;
}

export function SelectionBar({ board, selected, edits, onDone, onClear }: Props) {
  const [isMovingAway, setIsMovingAway] = useState(false);
  const rows = [...rowsByGroup(board, (row) => selected.has(row.id)).values()].flat();
  const isOfSubitems = board.parent_board_id !== null;
  const title = (isOfSubitems ? texts.subitems : texts.board).selected(rows.length);

  async function then(done: Promise<void>) {
    await done;
    onDone(rows);
  }

  return (
    <div className="selection" role="toolbar" aria-label={title}>
      <b>{title}</b>
      {/* Subitems stay under their pulse. */}
      {!isOfSubitems && (
        <MenuButton text={texts.board.moveTo} label={texts.board.moveTo}>
          {(close) => (
            <>
              {board.groups.map((group) => (
                <button
                  key={group.id}
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    close();
                    void then(edits.place(rows, group.id, undefined));
                  }}
                >
                  <span className="group-mark" style={{ background: group.color }} />
                  {group.title}
                </button>
              ))}
              <button
                type="button"
                className="menu-item"
                onClick={() => {
                  close();
                  setIsMovingAway(true);
                }}
              >
                {texts.board.moveToBoard}
              </button>
            </>
          )}
        </MenuButton>
      )}
      <Button size="small" kind="tertiary" onClick={() => void then(edits.duplicate(rows))}>
        {texts.board.duplicate}
      </Button>
      <Button size="small" kind="tertiary" onClick={() => void then(edits.remove(rows, "archive"))}>
        {texts.board.archive}
      </Button>
      <Button size="small" kind="tertiary" onClick={() => void then(edits.remove(rows, "delete"))}>
        {texts.board.delete}
      </Button>
      <IconButton
        size="small"
        kind="tertiary"
        icon={CloseSmall}
        aria-label={texts.board.clearSelection}
        onClick={onClear}
      />
      {isMovingAway && (
        <MoveDialog
          board={board}
          rows={rows}
          edits={edits}
          onClose={() => setIsMovingAway(false)}
          onDone={() => onDone(rows)}
        />
      )}
    </div>
  );
}
