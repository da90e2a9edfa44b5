// Where boards are: workspaces, the folders in them, the folders in those. Nothing in here knows React or the server.

import type { BoardInList, Folder, Workspace } from "../../api/queries";

export interface FolderNode {
  folder: Folder;
  folders: FolderNode[];
  boards: BoardInList[];
}

export interface WorkspaceNode {
  /** Undefined for boards whose workspace the reader doesn't see. */
  workspace: Workspace | undefined;
  folders: FolderNode[];
  boards: BoardInList[];
}

/** As the server takes it: no workspace is the Main workspace, no folder is right in the workspace. */
export interface Place {
  workspace_id: number | null;
  folder_id: number | null;
}

export const keptId = (workspace: Workspace): number | null =>
  workspace.is_main ? null : workspace.id;

/** The Main workspace first. What is in a folder that the reader doesn't see is shown right in the workspace. */
export function treeOf(
  workspaces: Workspace[],
  folders: Folder[],
  boards: BoardInList[],
): WorkspaceNode[] {
  const seen = new Set(folders.map(({ id }) => id));
  const ordered = [...folders].sort(byPosition);
  const folderNode = (folder: Folder): FolderNode => ({
    folder,
    folders: ordered.filter((one) => one.parent_id === folder.id).map(folderNode),
    boards: boards.filter((board) => board.folder_id === folder.id),
  });
  const isOutermost = ({ parent_id }: Folder) => parent_id === null || !seen.has(parent_id);
  const isLoose = ({ folder_id }: BoardInList) => folder_id === null || !seen.has(folder_id);
  const nodes = [...workspaces]
    .sort((one, other) => Number(other.is_main) - Number(one.is_main))
    .map((workspace): WorkspaceNode => {
      const isIn = (one: { workspace_id: number | null }) => one.workspace_id === keptId(workspace);
      return {
        workspace,
        folders: ordered.filter((one) => isIn(one) && isOutermost(one)).map(folderNode),
        boards: boards.filter((board) => isIn(board) && isLoose(board)),
      };
    });
  const known = new Set(workspaces.map(keptId));
  const others = boards.filter((board) => !known.has(board.workspace_id) && isLoose(board));
  if (others.length) nodes.push({ workspace: undefined, folders: [], boards: others });
  return nodes;
}

/** Only what leads to a board of that name; everything for an empty text. */
export function searched(nodes: WorkspaceNode[], wanted: string): WorkspaceNode[] {
  const text = wanted.trim().toLocaleLowerCase();
  if (!text) return nodes;
  const fits = (board: BoardInList) => board.name.toLocaleLowerCase().includes(text);
  const within = <N extends FolderNode | WorkspaceNode>(all: N[]): N[] =>
    all
      .map((node) => ({
        ...node,
        folders: within(node.folders),
        boards: node.boards.filter(fits),
      }))
      .filter((node) => node.folders.length + node.boards.length > 0);
  return within(nodes);
}

export interface Choice {
  key: string;
  place: Place;
  name: string;
  /** 0 for a workspace. */
  depth: number;
}

/** All places in their order, without the folder `without` and what is in it. */
export function placesOf(nodes: WorkspaceNode[], without?: number): Choice[] {
  const choices: Choice[] = [];
  const add = (workspaceId: number | null, node: FolderNode, depth: number) => {
    if (node.folder.id === without) return;
    const place = { workspace_id: workspaceId, folder_id: node.folder.id };
    choices.push({ key: keyOf(place), place, name: node.folder.name, depth });
    for (const inner of node.folders) add(workspaceId, inner, depth + 1);
  };
  for (const { workspace, folders } of nodes) {
    if (!workspace) continue;
    const place = { workspace_id: keptId(workspace), folder_id: null };
    choices.push({ key: keyOf(place), place, name: workspace.name, depth: 0 });
    for (const node of folders) add(place.workspace_id, node, 1);
  }
  return choices;
}

export const keyOf = ({ workspace_id, folder_id }: Place): string =>
  folder_id === null ? `w${workspace_id ?? ""}` : `f${folder_id}`;

/** Positions compare byte by byte. */
function byPosition(one: Folder, other: Folder): number {
  if (one.position !== other.position) return one.position < other.position ? -1 : 1;
  return one.id - other.id;
}
