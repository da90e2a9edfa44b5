import { useCallback, useMemo } from "react";
import { AS_IT_IS, type Choices, choicesFrom } from "../choices";
import { gridColumns } from "../grid";
import type { Side } from "../side";
import type { Subitems } from "./useSubitems";

/** How the reader wants to see the subitems of a board: kept with how they want to see the board itself. */
export function useSubitemSide(items: Side, subitems: Subitems): Side | undefined {
  const { board, names, edits } = subitems;
  const { choices: ofItems, choose: chooseItems } = items;
  const choices = useMemo(
    () => (board ? choicesFrom(ofItems.subitems, board) : AS_IT_IS),
    [ofItems.subitems, board],
  );
  const choose = useCallback(
    (change: Partial<Choices>) => chooseItems({ subitems: { ...ofItems.subitems, ...change } }),
    [chooseItems, ofItems.subitems],
  );
  const nameWidth = items.columns[0]?.width ?? 0;
  const given = board?.columns;
  const columns = useMemo(() => {
    const [name, ...others] = given ? gridColumns(given, choices) : [];
    // So that all names stand in one column, which stays when the table is scrolled sideways.
    return name ? [{ ...name, width: nameWidth }, ...others] : [];
  }, [given, choices, nameWidth]);
  return useMemo(
    () => board && { board, columns, choices, choose, names, edits },
    [board, columns, choices, choose, names, edits],
  );
}
