// The subitems of a board's pulses: rows of a board of their own, which is read once somebody wants to see one of them.

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Board, boardQuery, type Row, tagsQuery } from "../../../api/queries";
import { texts } from "../../../texts";
import { Edits } from "../edits";
import { byPosition } from "../grid";
import type { Names } from "../values";
import { useUnfolded } from "./unfolding";

export interface Subitems {
  /** Undefined until it is read, and as long as there is none. */
  board: Board | undefined;
  names: Names;
  edits: Edits;
  /** By the pulse that they are under, in their order; empty until they are read. */
  under: ReadonlyMap<number, Row[]>;
  /** By the pulse, how many there are: known before they are. */
  counts: ReadonlyMap<number, number>;
  isWaiting: boolean;
}

/** `opened`: a pulse that is shown at the side. */
export function useSubitems(board: Board | undefined, opened: number, names: Names): Subitems {
  const id = board?.subitems?.board_id ?? 0;
  const isWanted = useIsWanted(board, opened);
  const isRead = id > 0 && isWanted;
  const { data, isPending } = useQuery({ ...boardQuery(id), enabled: isRead });
  const own = id > 0 ? data : undefined;
  const { data: tags } = useQuery({ ...tagsQuery(id), enabled: isRead });
  const ownNames = useMemo(
    () => ({ ...names, tags: new Map(tags?.map((tag) => [tag.id, tag])) }),
    [names, tags],
  );
  const edits = useMemo(() => new Edits(id, ownNames, texts.subitems), [id, ownNames]);
  const under = useMemo(() => byParent(own?.rows ?? []), [own]);
  const counts = useMemo(() => (own ? lengthsOf(under) : countsIn(board)), [own, under, board]);
  return { board: own, names: ownNames, edits, under, counts, isWaiting: isRead && isPending };
}

function useIsWanted(board: Board | undefined, opened: number): boolean {
  const isUnfolded = useUnfolded(board?.id ?? 0).size > 0;
  if (isUnfolded || !board || !opened) return isUnfolded;
  const isItem = board.rows.some((row) => row.id === opened);
  return !isItem || (board.subitems?.counts[String(opened)] ?? 0) > 0;
}

function byParent(rows: Row[]): Map<number, Row[]> {
  const under = new Map<number, Row[]>();
  for (const row of rows) {
    if (!row.parent_id) continue;
    const siblings = under.get(row.parent_id);
    if (siblings) siblings.push(row);
    else under.set(row.parent_id, [row]);
  }
  for (const siblings of under.values()) siblings.sort(byPosition);
  return under;
}

const lengthsOf = (under: ReadonlyMap<number, Row[]>) =>
  new Map([...under].map(([id, rows]) => [id, rows.length]));

const countsIn = (board: Board | undefined) =>
  new Map(Object.entries(board?.subitems?.counts ?? {}).map(([id, count]) => [Number(id), count]));
