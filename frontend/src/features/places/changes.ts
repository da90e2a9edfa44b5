// Changes to workspaces, folders and where boards are.

import { ask, DELETE, POST, PUT, type Schemas } from "../../api/client";
import {
  type BoardInList,
  boardQuery,
  boardsQuery,
  docsQuery,
  type Folder,
  foldersQuery,
  queryClient,
  type Workspace,
  workspacesQuery,
} from "../../api/queries";
import { texts } from "../../texts";
import { sayError } from "../../ui/toasts";
import { canUndo } from "../../ui/undo";
import type { Place } from "./tree";

type FolderPlace = Schemas["FolderPlace"];

export function refreshPlaces(): Promise<unknown> {
  return Promise.all(
    [boardsQuery, docsQuery, foldersQuery, workspacesQuery].map(({ queryKey }) =>
      queryClient.invalidateQueries({ queryKey: [...queryKey] }),
    ),
  );
}

/** Says what was refused, and is undefined then. */
async function done<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    sayError(error);
    return undefined;
  } finally {
    await refreshPlaces();
  }
}

export async function createWorkspace(name: string, kind: "open" | "closed"): Promise<void> {
  await ask(POST("/workspaces", { body: { name, kind } }));
  await refreshPlaces();
}

export async function changeWorkspace(
  workspace: Workspace,
  change: Schemas["WorkspaceChange"],
): Promise<void> {
  const params = { path: { workspace_id: workspace.id } };
  await ask(PUT("/workspaces/{workspace_id}", { params, body: change }));
  await refreshPlaces();
}

export async function deleteWorkspace(workspace: Workspace): Promise<void> {
  const params = { path: { workspace_id: workspace.id } };
  await ask(DELETE("/workspaces/{workspace_id}", { params }));
  await refreshPlaces();
}

export async function createFolder(name: string, place: Place): Promise<void> {
  const { workspace_id, folder_id: parent_id } = place;
  const folder = await ask(POST("/folders", { body: { name, workspace_id, parent_id } }));
  await refreshPlaces();
  canUndo(() => done(askToDelete(folder)));
}

export async function changeFolder(folder: Folder, change: Schemas["FolderChange"]): Promise<void> {
  const params = { path: { folder_id: folder.id } };
  const to = (body: Schemas["FolderChange"]) => ask(PUT("/folders/{folder_id}", { params, body }));
  await to(change);
  await refreshPlaces();
  canUndo(() => done(to({ name: folder.name, color: folder.color ?? "" })));
}

/** What is in it stays. */
export async function deleteFolder(folder: Folder): Promise<void> {
  await askToDelete(folder);
  await refreshPlaces();
}

function askToDelete(folder: Folder) {
  return ask(DELETE("/folders/{folder_id}", { params: { path: { folder_id: folder.id } } }));
}

export async function moveFolder(folder: Folder, to: FolderPlace): Promise<void> {
  const move = (body: FolderPlace) =>
    done(
      ask(POST("/folders/{folder_id}/move", { params: { path: { folder_id: folder.id } }, body })),
    );
  if (!(await move(to))) return;
  canUndo(
    () => move({ workspace_id: folder.workspace_id, parent_id: folder.parent_id }),
    texts.places.folderMoved(folder.name),
  );
}

export async function moveBoard(board: BoardInList, to: Place): Promise<void> {
  const move = async (body: Place) => {
    const params = { path: { board_id: board.id } };
    const moved = await done(ask(POST("/boards/{board_id}/move", { params, body })));
    if (moved) await queryClient.invalidateQueries(boardQuery(board.id));
    return moved;
  };
  if (board.workspace_id === to.workspace_id && board.folder_id === to.folder_id) return;
  if (!(await move(to))) return;
  const { workspace_id, folder_id } = board;
  canUndo(() => move({ workspace_id, folder_id }), texts.places.boardMoved(board.name));
}
