// Pulses to another board. Values that have no column there are only given up when the reader says so.

import { useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { type FormEvent, useState } from "react";
import { Refused } from "../../api/client";
import { type Board, boardQuery, boardsQuery, type Row } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { sayError } from "../../ui/toasts";
import type { Edits } from "./edits";

const CONFLICT = 409;

interface Props {
  board: Board;
  rows: Row[];
  edits: Edits;
  onClose: () => void;
  onDone: () => void;
}

export function MoveDialog({ board, rows, edits, onClose, onDone }: Props) {
  const { data: boards = [] } = useQuery(boardsQuery);
  const others = boards.filter((one) => one.id !== board.id);
  const [boardId, setBoardId] = useState<number>();
  const target = boardId ?? others[0]?.id ?? 0;
  const { data: there } = useQuery({ ...boardQuery(target), enabled: target > 0 });
  const [groupId, setGroupId] = useState<string>();
  const group = there?.groups.find((one) => one.id === groupId) ?? there?.groups[0];
  const [refusal, setRefusal] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!group) return;
    try {
      await edits.moveAway(rows, target, group.id, refusal !== undefined);
      onClose();
      onDone();
    } catch (error) {
      if (error instanceof Refused && error.status === CONFLICT) setRefusal(error.message);
      else sayError(error);
    }
  }

  return (
    <Dialog title={texts.board.moveToBoardTitle(rows.length)} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <label className="filter">
          {texts.board.toBoard}
          <select
            className="select"
            value={target}
            onChange={(event) => {
              setBoardId(Number(event.target.value));
              setRefusal(undefined);
            }}
          >
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label className="filter">
          {texts.board.toGroup}
          <select
            className="select"
            value={group?.id ?? ""}
            onChange={(event) => setGroupId(event.target.value)}
          >
            {there?.groups.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        {refusal && <p role="alert">{refusal}</p>}
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.board.cancel}
          </Button>
          <Button type="submit" disabled={!group}>
            {refusal ? texts.board.moveDropping : texts.board.move}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
