// What a reader sees of a board: their own choices, or those of a view with what they have changed in it for themselves.

import { useCallback, useMemo, useState } from "react";
import type { Board } from "../../api/queries";
import { type Choices, pruned, type Shown } from "../board/choices";
import { useChoices } from "../board/useChoices";
import { isChanged, parted, shownBy, type View } from "./shown";

export interface Seen {
  choices: Choices;
  choose: (change: Partial<Choices>) => void;
  /** Whether the view keeps something else. */
  isChanged: boolean;
  /** Shows what the view keeps. */
  reset: () => void;
}

/** What is changed in a view lasts as long as the board is open. */
export function useShown(board: Board, view: View | undefined): Seen {
  const [own, chooseOwn] = useChoices(board);
  const [changes, setChanges] = useState<Record<number, Partial<Shown>>>({});
  const id = view?.id;
  const { columns } = board;
  const choices = useMemo(
    () => (view ? { ...own, ...shownBy(view), ...changes[view.id] } : pruned(own, { columns })),
    [own, columns, view, changes],
  );
  const choose = useCallback(
    (change: Partial<Choices>) => {
      if (id === undefined) return chooseOwn(change);
      const [ofView, others] = parted(change);
      setChanges((before) => ({ ...before, [id]: { ...before[id], ...ofView } }));
      if (Object.keys(others).length > 0) chooseOwn(others);
    },
    [id, chooseOwn],
  );
  const reset = useCallback(() => {
    if (id !== undefined) setChanges((before) => ({ ...before, [id]: {} }));
  }, [id]);
  return {
    choices,
    choose,
    isChanged: view !== undefined && isChanged(choices, view),
    reset,
  };
}
