// Changes to a board itself, its groups and its columns; each can be undone.

import { ask, DELETE, POST, PUT } from "../../api/client";
import {
  type Board,
  boardQuery,
  boardsQuery,
  type Column,
  type Group,
  queryClient,
} from "../../api/queries";
import { texts } from "../../texts";
import { sayError } from "../../ui/toasts";
import { canUndo } from "../../ui/undo";
import type { TypeName } from "./cells/registry";

type BoardChange = {
  name?: string;
  description?: string;
  kind?: "public" | "share" | "private";
  permissions?: "everyone" | "collaborators" | "assignee" | "owners";
};
type GroupChange = { title?: string; color?: string };

/** What was asked for, the board shown anew; says what was refused, and is undefined then: `former` is shown again. */
async function done<T>(boardId: number, asked: Promise<T>, former?: Board): Promise<T | undefined> {
  try {
    const answer = await asked;
    await queryClient.invalidateQueries(boardQuery(boardId));
    return answer;
  } catch (error) {
    sayError(error);
    if (former) queryClient.setQueryData<Board>(boardQuery(boardId).queryKey, former);
    await queryClient.invalidateQueries(boardQuery(boardId));
    return undefined;
  }
}

/** Shows the board as it will be; gives it as it was. */
function show(boardId: number, change: (board: Board) => Board): Board | undefined {
  const { queryKey } = boardQuery(boardId);
  const former = queryClient.getQueryData<Board>(queryKey);
  if (former) queryClient.setQueryData<Board>(queryKey, change(former));
  return former;
}

export async function changeBoard(board: Board, change: BoardChange): Promise<void> {
  const ofThis = { params: { path: { board_id: board.id } } };
  const before = Object.fromEntries(
    Object.keys(change).map((name) => [name, board[name as keyof BoardChange] ?? ""]),
  );
  const ask_ = (body: BoardChange) => ask(PUT("/boards/{board_id}", { ...ofThis, body }));
  const former = show(board.id, (now) => ({ ...now, ...change }));
  if (!(await done(board.id, ask_(change), former))) return;
  await queryClient.invalidateQueries(boardsQuery);
  canUndo(async () => await done(board.id, ask_(before)));
}

/** Whether it is archived now. */
export async function archiveBoard(board: Board): Promise<boolean> {
  const ofThis = { params: { path: { board_id: board.id } } };
  try {
    await ask(DELETE("/boards/{board_id}", ofThis));
  } catch (error) {
    sayError(error);
    return false;
  }
  await queryClient.invalidateQueries(boardsQuery);
  canUndo(() => restoreBoard(board.id), texts.undo.boardArchived(board.name));
  return true;
}

export async function restoreBoard(boardId: number): Promise<void> {
  const params = { path: { board_id: boardId } };
  await done(boardId, ask(POST("/boards/{board_id}/restore", { params })));
  await queryClient.invalidateQueries(boardsQuery);
}

export async function addGroup(boardId: number): Promise<Group | undefined> {
  const params = { path: { board_id: boardId } };
  const body = { title: texts.board.newGroup };
  const group = await done(boardId, ask(POST("/boards/{board_id}/groups", { params, body })));
  if (group) canUndo(async () => await askToArchive(boardId, group.id));
  return group;
}

export async function changeGroup(
  boardId: number,
  group: Group,
  change: GroupChange,
): Promise<void> {
  const params = { path: { board_id: boardId, group_id: group.id } };
  const to = (body: GroupChange, former?: Board) =>
    done(boardId, ask(PUT("/boards/{board_id}/groups/{group_id}", { params, body })), former);
  const former = show(boardId, (board) => ({
    ...board,
    groups: board.groups.map((one) => (one.id === group.id ? { ...one, ...change } : one)),
  }));
  if (await to(change, former)) canUndo(() => to({ title: group.title, color: group.color }));
}

export async function archiveGroup(boardId: number, group: Group): Promise<void> {
  const params = { path: { board_id: boardId, group_id: group.id } };
  if (!(await askToArchive(boardId, group.id))) return;
  canUndo(
    () => done(boardId, ask(POST("/boards/{board_id}/groups/{group_id}/restore", { params }))),
    texts.undo.groupArchived(group.title),
  );
}

function askToArchive(boardId: number, groupId: string) {
  const params = { path: { board_id: boardId, group_id: groupId } };
  return done(boardId, ask(DELETE("/boards/{board_id}/groups/{group_id}", { params })));
}

/** After the group `afterId`, or on top of the board. */
export async function placeGroup(board: Board, groupId: string, afterId?: string): Promise<void> {
  const params = { path: { board_id: board.id } };
  const to = (after?: string, former?: Board) => {
    const body = { group_id: groupId, after_id: after ?? null };
    return done(board.id, ask(POST("/boards/{board_id}/groups/place", { params, body })), former);
  };
  const former = show(board.id, (now) => ({
    ...now,
    groups: placed(now.groups, groupId, afterId),
  }));
  const before = idBefore(board.groups, groupId);
  if (await to(afterId, former)) canUndo(() => to(before));
}

export async function addColumn(boardId: number, type: TypeName) {
  const params = { path: { board_id: boardId } };
  const body = { title: texts.cells.types[type], type };
  const columns = await done(boardId, ask(POST("/boards/{board_id}/columns", { params, body })));
  const added = columns?.at(-1);
  if (added) canUndo(() => askToDelete(boardId, added.id));
}

export async function renameColumn(boardId: number, column: Column, title: string): Promise<void> {
  const params = { path: { board_id: boardId, column_id: column.id } };
  const to = (name: string) => {
    const body = { title: name };
    return done(boardId, ask(PUT("/boards/{board_id}/columns/{column_id}", { params, body })));
  };
  if (await to(title)) canUndo(() => to(column.title));
}

/** Laid over those present; `before` brings these back. Whether it was taken. */
export async function changeSettings(
  boardId: number,
  column: Column,
  settings: Record<string, unknown>,
  before: Record<string, unknown>,
): Promise<boolean> {
  const params = { path: { board_id: boardId, column_id: column.id } };
  const to = (wanted: Record<string, unknown>) => {
    const body = { settings: wanted };
    return done(boardId, ask(PUT("/boards/{board_id}/columns/{column_id}", { params, body })));
  };
  if (!(await to(settings))) return false;
  canUndo(() => to(before));
  return true;
}

export async function deleteColumn(boardId: number, column: Column): Promise<void> {
  const params = { path: { board_id: boardId, column_id: column.id } };
  if (!(await askToDelete(boardId, column.id))) return;
  canUndo(
    () => done(boardId, ask(POST("/boards/{board_id}/columns/{column_id}/restore", { params }))),
    texts.undo.columnDeleted(column.title),
  );
}

function askToDelete(boardId: number, columnId: string) {
  const params = { path: { board_id: boardId, column_id: columnId } };
  return done(boardId, ask(DELETE("/boards/{board_id}/columns/{column_id}", { params })));
}

/** After the column `afterId`; never before the name. */
export async function placeColumn(board: Board, columnId: string, afterId: string): Promise<void> {
  const params = { path: { board_id: board.id } };
  const to = (after: string, former?: Board) => {
    const body = { column_id: columnId, after_id: after };
    return done(board.id, ask(POST("/boards/{board_id}/columns/place", { params, body })), former);
  };
  const before = idBefore(board.columns, columnId);
  const former = show(board.id, (now) => ({
    ...now,
    columns: placed(now.columns, columnId, afterId),
  }));
  if ((await to(afterId, former)) && before) canUndo(() => to(before));
}

interface Named {
  id: string;
}

export function placed<T extends Named>(all: T[], id: string, afterId: string | undefined): T[] {
  const moving = all.find((one) => one.id === id);
  const others = all.filter((one) => one.id !== id);
  if (!moving) return all;
  const at = others.findIndex((one) => one.id === afterId) + 1;
  return [...others.slice(0, at), moving, ...others.slice(at)];
}

export function idBefore(all: Named[], id: string): string | undefined {
  return all[all.findIndex((one) => one.id === id) - 1]?.id;
}
