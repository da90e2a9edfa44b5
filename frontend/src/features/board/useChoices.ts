// The reader's choices for a board, kept a moment after they last changed.

import { useCallback, useEffect, useRef, useState } from "react";
import { ask, PUT } from "../../api/client";
import { type Board, boardQuery, queryClient } from "../../api/queries";
import { sayError } from "../../ui/toasts";
import { type Choices, choicesFrom } from "./choices";

const KEPT_AFTER = 600;

export function useChoices(board: Board): [Choices, (change: Partial<Choices>) => void] {
  const [choices, setChoices] = useState(() => choicesFrom(board.choices, board));
  const waiting = useRef<{ timer: number; choices: Choices } | undefined>(undefined);
  const { id } = board;

  const keep = useCallback(() => {
    const last = waiting.current;
    if (!last) return;
    clearTimeout(last.timer);
    waiting.current = undefined;
    queryClient.setQueryData<Board>(
      boardQuery(id).queryKey,
      (known) => known && { ...known, choices: { ...last.choices } },
    );
    const params = { path: { board_id: id } };
    const body = { choices: { ...last.choices } };
    ask(PUT("/boards/{board_id}/choices", { params, body })).catch(sayError);
  }, [id]);

  const choose = useCallback(
    (change: Partial<Choices>) => {
      setChoices((before) => {
        const after = { ...before, ...change };
        clearTimeout(waiting.current?.timer);
        waiting.current = { timer: window.setTimeout(keep, KEPT_AFTER), choices: after };
        return after;
      });
    },
    [keep],
  );

  useEffect(() => {
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("pagehide", keep);
      keep();
    };
  }, [keep]);
  return [choices, choose];
}
