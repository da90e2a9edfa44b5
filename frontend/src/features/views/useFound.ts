// Which rows of a board a query finds. While the answer is on its way, the former rows stay.

import { useEffect, useMemo, useState } from "react";
import { ask, POST, Refused } from "../../api/client";
import type { Board, Row } from "../../api/queries";
import { texts } from "../../texts";
import { byPosition } from "../board/grid";
import { type Answer, EVERYTHING, Finder } from "./finder";
import type { Query } from "./query";

/** After the server couldn't be reached; in milliseconds. */
const TRIED_AGAIN = 3000;

export interface Found {
  /** Whether rows may be left out. */
  isFiltered: boolean;
  /** Nothing is known yet. */
  isWaiting: boolean;
  /** Why it isn't what was asked for. */
  problem: string;
  fits: (row: Row) => boolean;
  order: (one: Row, other: Row) => number;
  /** Asks anew: of a row that the last answer may not know. */
  willFit: (row: Row) => Promise<boolean>;
}

export function useFound(board: Board, query: Query | undefined): Found {
  const { id, rows, columns, groups } = board;
  const asked = query && JSON.stringify(query);
  const [last, setLast] = useState<Answer>();
  const finder = useMemo(
    () =>
      new Finder(
        (given) => find(id, given),
        (answer) => setLast((former) => withFormer(answer, former)),
      ),
    [id],
  );
  useEffect(() => finder.ask(asked), [finder, asked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found depends on what is there.
  useEffect(() => finder.askAgain(), [finder, rows, columns, groups]);
  useEffect(() => {
    if (!last?.error || isRefused(last.error)) return;
    const timer = setTimeout(() => finder.askAgain(), TRIED_AGAIN);
    return () => clearTimeout(timer);
  }, [finder, last]);
  useEffect(() => () => finder.stop(), [finder]);
  return useMemo(
    () => ({
      ...foundBy(asked === undefined ? EVERYTHING : last),
      willFit: async (row) =>
        asked === undefined || (await find(id, asked).catch(() => [row.id])).includes(row.id),
    }),
    [asked, last, id],
  );
}

/** What an answer means for the rows; undefined is none yet. */
export function foundBy(answer: Answer | undefined): Omit<Found, "willFit"> {
  const isWaiting = answer === undefined;
  const { ids } = answer ?? { ids: [] };
  const told = answer?.error ? sentenceOf(answer.error) : "";
  const problem = told && !ids ? `${texts.board.notFiltered} ${told}` : told;
  if (!ids) {
    return { isFiltered: false, isWaiting, problem, fits: () => true, order: byPosition };
  }
  const query: Query | undefined = answer?.asked && JSON.parse(answer.asked);
  const places = new Map(ids.map((id, place) => [id, place]));
  const isFiltered = !query || isNarrow(query);
  const place = (row: Row) => places.get(row.id) ?? ids.length;
  return {
    isFiltered,
    isWaiting,
    problem,
    fits: isFiltered ? (row) => places.has(row.id) : () => true,
    order: query?.order_by.length
      ? (one, other) => place(one) - place(other) || byPosition(one, other)
      : byPosition,
  };
}

/** Where the server can't be reached, what it said last stays. */
const withFormer = (answer: Answer, former: Answer | undefined): Answer =>
  answer.error && !isRefused(answer.error) && former ? { ...former, error: answer.error } : answer;

const isRefused = (error: unknown): boolean =>
  error instanceof Refused && error.status >= 400 && error.status < 500;

const isNarrow = ({ rules, groups, text }: Query): boolean =>
  rules.length + groups.length > 0 || text !== "";

const sentenceOf = (error: unknown): string =>
  error instanceof Refused ? error.message : String(error);

async function find(boardId: number, asked: string): Promise<number[]> {
  const params = { path: { board_id: boardId } };
  const query: Query = JSON.parse(asked);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const body = { ...query, zone: timeZone };
  return (await ask(POST("/boards/{board_id}/query", { params, body }))).ids;
}
