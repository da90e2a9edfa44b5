import { useCallback, useMemo, useRef, useState } from "react";
import type { Board } from "../../../api/queries";
import { setUnfolded, useUnfolded } from "./unfolding";

export interface Folding {
  unfolded: ReadonlySet<number>;
  /** Where there are no subitems yet, the first one can be typed at once. */
  unfold: (pulseId: number, isUnfolded: boolean) => void;
  /** Unfolds it, and leads to the field where a subitem is added. */
  addTo: (pulseId: number) => void;
  /** The pulse whose field takes the focus as soon as it is there. */
  addingTo: number | undefined;
  /** It has. */
  arrived: () => void;
}

/** `counts`: of subitems, by their pulses. */
export function useFolding(board: Board, counts: ReadonlyMap<number, number>): Folding {
  const unfolded = useUnfolded(board.id);
  const [addingTo, setAddingTo] = useState<number>();
  const now = useRef({ board, counts });
  now.current = { board, counts };

  const addTo = useCallback((pulseId: number) => {
    setUnfolded(now.current.board.id, pulseId, true);
    setAddingTo(pulseId);
  }, []);
  const unfold = useCallback(
    (pulseId: number, isUnfolded: boolean) => {
      const { board, counts } = now.current;
      if (!isUnfolded || counts.get(pulseId)) setUnfolded(board.id, pulseId, isUnfolded);
      else if (board.may_write) addTo(pulseId);
    },
    [addTo],
  );
  const arrived = useCallback(() => setAddingTo(undefined), []);
  return useMemo(
    () => ({ unfolded, unfold, addTo, addingTo, arrived }),
    [unfolded, unfold, addTo, addingTo, arrived],
  );
}
