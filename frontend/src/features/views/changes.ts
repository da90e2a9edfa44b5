// Changes to the views of a board, shown as soon as the server has taken them. Throws Refused.

import type { Schemas } from "../../api/client";
import { ask, DELETE, POST, PUT } from "../../api/client";
import { type Board, boardQuery, queryClient } from "../../api/queries";
import type { View } from "./shown";

type Kept = Schemas["Shown"];

export async function createView(boardId: number, name: string, shown: Kept): Promise<View> {
  const params = { path: { board_id: boardId } };
  return put(
    boardId,
    await ask(POST("/boards/{board_id}/views", { params, body: { name, shown } })),
  );
}

export async function changeView(
  boardId: number,
  view: View,
  change: { name: string } | { shown: Kept },
): Promise<View> {
  const params = { path: { board_id: boardId, view_id: view.id } };
  const changed = PUT("/boards/{board_id}/views/{view_id}", { params, body: change });
  return put(boardId, await ask(changed));
}

export async function duplicateView(boardId: number, view: View): Promise<View> {
  const params = { path: { board_id: boardId, view_id: view.id } };
  const copied = POST("/boards/{board_id}/views/{view_id}/duplicate", { params });
  return put(boardId, await ask(copied));
}

export async function deleteView(boardId: number, view: View): Promise<void> {
  const params = { path: { board_id: boardId, view_id: view.id } };
  await ask(DELETE("/boards/{board_id}/views/{view_id}", { params }));
  show(boardId, (views) => views.filter(({ id }) => id !== view.id));
}

function put(boardId: number, view: View): View {
  show(boardId, (views) =>
    views.some(({ id }) => id === view.id)
      ? views.map((one) => (one.id === view.id ? view : one))
      : [...views, view],
  );
  return view;
}

function show(boardId: number, change: (views: View[]) => View[]): void {
  queryClient.setQueryData<Board>(
    boardQuery(boardId).queryKey,
    (board) => board && { ...board, views: change(board.views) },
  );
}
