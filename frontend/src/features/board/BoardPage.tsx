import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { Navigate, Outlet, useLocation, useNavigate, useParams } from "react-router";
import { Refused } from "../../api/client";
import { boardQuery, type Row, tagsQuery, useMe, useTeams, useUsers } from "../../api/queries";
import { Waiting } from "../../app/Frame";
import { watchBoard } from "../../app/live";
import { Nothing } from "../../app/Problems";
import { texts } from "../../texts";
import { say } from "../../ui/toasts";
import { useTitle } from "../../ui/useTitle";
import { BoardView } from "./BoardView";
import { Edits } from "./edits";
import { useSubitems } from "./subitems/useSubitems";
import type { Names } from "./values";
import "./board.css";

export function BoardPage() {
  const { boardId, viewId, pulseId } = useParams();
  const id = Number(boardId);
  // The first page that this browser tab opened.
  const isAlone = useLocation().key === "default" && pulseId !== undefined;
  const { data: board, error } = useQuery({ ...boardQuery(id), enabled: Number.isSafeInteger(id) });
  const { data: tags } = useQuery({ ...tagsQuery(id), enabled: board !== undefined });
  const users = useUsers();
  const teams = useTeams();
  const me = useMe();
  const names: Names = useMemo(
    () => ({ users, teams, tags: new Map(tags?.map((tag) => [tag.id, tag])), me: me.user.id }),
    [users, teams, tags, me],
  );
  const edits = useMemo(() => new Edits(id, names), [id, names]);
  const subitems = useSubitems(board, Number(pulseId ?? 0), names);
  const parentId = board?.parent_board_id;
  const last = parentId ? undefined : board?.last_event;
  useEffect(() => {
    if (last !== undefined) watchBoard(id, last);
  }, [id, last]);
  const isOpened = (row: Row) => row.id === Number(pulseId);
  const pulse = board?.rows.find(isOpened) ?? subitems.board?.rows.find(isOpened);
  const view = board?.views.find((one) => one.id === Number(viewId));
  const isGone = board !== undefined && viewId !== undefined && !view;
  const navigate = useNavigate();
  useEffect(() => {
    if (!isGone) return;
    say(texts.views.gone);
    navigate(`/boards/${id}${pulseId ? `/pulses/${pulseId}` : ""}`, { replace: true });
  }, [isGone, id, pulseId, navigate]);
  useTitle([(pulse ?? view)?.name, board?.name].filter(Boolean).join(" – "));

  if (error instanceof Refused && error.status !== 0) return <Nothing text={error.message} />;
  if (!Number.isSafeInteger(id)) return <Nothing text={texts.board.notThere} />;
  if (!board) return <Waiting />;
  // Subitems stand under their pulses, and nowhere else.
  if (parentId)
    return <Navigate to={`/boards/${parentId}${pulseId ? `/pulses/${pulseId}` : ""}`} replace />;
  return (
    <>
      {!isAlone && (
        <BoardView
          key={id}
          {...{ board, view, names, edits, subitems }}
          mayEdit={board.may_write}
        />
      )}
      <Outlet context={{ board, names, edits, subitems, isAlone }} />
    </>
  );
}
