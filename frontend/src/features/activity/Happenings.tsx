// A list of what happened, page by page; each in a sentence.

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Loader } from "@vibe/core";
import { Link } from "react-router";
import { ask, GET } from "../../api/client";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import { shownTime } from "../../ui/time";
import type { Names } from "../board/values";
import { type Happening, sentenceOf, tailOf, undoneOf, viaOf, withoutRepeats } from "./sentences";
import { UndoButton } from "./UndoButton";
import "./activity.css";

const PAGE = 100;

interface Props {
  board: Board;
  names: Names;
  /** Of one pulse alone. */
  pulseId?: number;
}

export function Happenings({ board, names, pulseId }: Props) {
  const { data, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["activity", board.id, pulseId ?? "all"],
    queryFn: ({ pageParam }) => page(board.id, pulseId, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
  });
  if (isPending) return <Loader size="small" />;
  const all = data?.pages.flat() ?? [];
  if (all.length === 0) return <p className="quiet">{texts.board.noActivity}</p>;
  const undone = undoneOf(all);
  return (
    <>
      <ol className="happenings">
        {withoutRepeats(all).map((one) => (
          <Line
            key={one.id}
            happening={one}
            board={board}
            names={names}
            isOfPulse={!!pulseId}
            isUndone={undone.has(one.id)}
          />
        ))}
      </ol>
      {hasNextPage && (
        <Button
          size="small"
          kind="secondary"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {texts.board.more}
        </Button>
      )}
    </>
  );
}

interface LineProps {
  happening: Happening;
  board: Board;
  names: Names;
  isOfPulse: boolean;
  isUndone: boolean;
}

function Line({ happening, board, names, isOfPulse, isUndone }: LineProps) {
  const actor = names.users.get(happening.actor_id ?? 0);
  const sentence = sentenceOf(happening, board, names);
  const tail = tailOf(happening, board);
  const by = viaOf(happening);
  return (
    <li>
      {actor ? (
        <Face name={actor.name} size={26} />
      ) : (
        <span className="happening-mark" aria-hidden />
      )}
      <div>
        <b>{actor?.name ?? texts.activity.account}</b>{" "}
        {happening.undoes !== null && `${texts.activity.tookBack} `}
        {sentence}
        {happening.pulse_id &&
          (isOfPulse ? (
            ` ${texts.activity.thisPulse}`
          ) : (
            <>
              {" "}
              <Link to={`/boards/${board.id}/pulses/${happening.pulse_id}`}>
                {happening.pulse_name ?? `#${happening.pulse_id}`}
              </Link>
            </>
          ))}
        {tail && ` ${tail}`}
        <span className="happening-when quiet">
          <time>{shownTime(happening.at)}</time>
          {by && ` ${by}`}
          {isUndone && `, ${texts.activity.undone}`}
        </span>
        {happening.can_undo && !isUndone && (
          <UndoButton happening={happening} boardId={board.id} label={`${sentence} ${tail}`} />
        )}
      </div>
    </li>
  );
}

function page(boardId: number, pulseId: number | undefined, before: number | undefined) {
  const query = before === undefined ? {} : { before };
  return pulseId === undefined
    ? ask(GET("/boards/{board_id}/activity", { params: { path: { board_id: boardId }, query } }))
    : ask(GET("/pulses/{pulse_id}/activity", { params: { path: { pulse_id: pulseId }, query } }));
}
