// Where boards and docs are: workspaces, the folders in them, the folders in those. Nothing in here knows React or the server.

import type { BoardInList, DocInList, Folder, Workspace } from "../../api/queries";

export interface FolderNode {
  folder: Folder;
  folders: FolderNode[];
  boards: BoardInList[];
  docs: DocInList[];
}

export interface WorkspaceNode {
  /** Undefined for boards and docs whose workspace the reader doesn't see. */
  workspace: Workspace | undefined;
  folders: FolderNode[];
  boards: BoardInList[];
  docs: DocInList[];
}

/** As the server takes it: no workspace is the Main workspace, no folder is right in the workspace. */
export interface Place {
  workspace_id: number | null;
  folder_id: number | null;
}

type Placed = BoardInList | DocInList;

export const keptId = (workspace: Workspace): number | null =>
  workspace.is_main ? null : workspace.id;

/** The Main workspace first. What is in a folder that the reader doesn't see is shown right in the workspace. */
export function treeOf(
  workspaces: Workspace[],
  folders: Folder[],
  boards: BoardInList[],
  docs: DocInList[],
): WorkspaceNode[] {
  const seen = new Set(folders.map(({ id }) => id));
  const ordered = [...folders].sort(byPosition);
  const folderNode = (folder: Folder): FolderNode => ({
    folder,
    folders: ordered.filter((one) => one.parent_id === folder.id).map(folderNode),
    boards: boards.filter((board) => board.folder_id === folder.id),
    docs: docs.filter((doc) => doc.folder_id === folder.id),
  });
  const isOutermost = ({ parent_id }: Folder) => parent_id === null || !seen.has(parent_id);
  const isLoose = ({ folder_id }: Placed) => folder_id === null || !seen.has(folder_id);
  const nodes = [...workspaces]
    .sort((one, other) => Number(other.is_main) - Number(one.is_main))
    .map((workspace): WorkspaceNode => {
      const isIn = (one: { workspace_id: number | null }) => one.workspace_id === keptId(workspace);
      return {
        workspace,
        folders: ordered.filter((one) => isIn(one) && isOutermost(one)).map(folderNode),
        boards: boards.filter((board) => isIn(board) && isLoose(board)),
        docs: docs.filter((doc) => isIn(doc) && isLoose(doc)),
      };
    });
  const known = new Set(workspaces.map(keptId));
  const isElsewhere = (one: Placed) => !known.has(one.workspace_id) && isLoose(one);
  const others = { boards: boards.filter(isElsewhere), docs: docs.filter(isElsewhere) };
  const isShared = others.boards.length + others.docs.length > 0;
  return isShared ? [...nodes, { workspace: undefined, folders: [], ...others }] : nodes;
}

/** Only what leads to a board or doc of that name; everything for an empty text. */
export function searched(nodes: WorkspaceNode[], wanted: string): WorkspaceNode[] {
  const text = wanted.trim().toLocaleLowerCase();
  if (!text) return nodes;
  const fits = ({ name }: { name: string }) => name.toLocaleLowerCase().includes(text);
  const within = <N extends FolderNode | WorkspaceNode>(all: N[]): N[] =>
    all
      .map((node) => ({
        ...node,
        folders: within(node.folders),
        boards: node.boards.filter(fits),
        docs: node.docs.filter(fits),
      }))
      .filter((node) => !isBare(node));
  return within(nodes);
}

/** Nothing is in it. */
export const isBare = ({ folders, boards, docs }: FolderNode | WorkspaceNode): boolean =>
  folders.length + boards.length + docs.length === 0;

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
