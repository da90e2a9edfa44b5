import { expect, test } from "vitest";
import type { BoardInList, DocInList, Folder, Workspace } from "../../api/queries";
import { keyOf, placesOf, searched, treeOf, type WorkspaceNode } from "./tree";

const workspace = (id: number, name: string, is_main = false): Workspace => ({
  id,
  name,
  kind: "open",
  is_main,
  may_change: true,
});
const folder = (
  id: number,
  position: string,
  workspace_id: number | null,
  parent_id: number | null = null,
): Folder => ({ id, name: `Folder ${id}`, color: null, workspace_id, parent_id, position });
const board = (
  id: number,
  name: string,
  workspace_id: number | null,
  folder_id: number | null = null,
) => ({ id, name, workspace_id, folder_id }) as BoardInList;

const WORKSPACES = [workspace(9, "Sales"), workspace(1, "Main", true)];
const FOLDERS = [folder(2, "b", null), folder(3, "a", null), folder(4, "a", null, 3)];
const BOARDS = [
  board(10, "Cakes", null),
  board(11, "Candles", null, 4),
  board(12, "Leads", 9),
  board(13, "Hidden", 77, 78),
];
const doc = (id: number, name: string, workspace_id: number | null, folder_id: number | null) =>
  ({ id, name, workspace_id, folder_id }) as DocInList;
const DOCS = [doc(20, "Recipes", null, 4), doc(21, "Candour", 9, null), doc(22, "Lost", 77, null)];
const NODES = treeOf(WORKSPACES, FOLDERS, BOARDS, DOCS);

function told(nodes: Pick<WorkspaceNode, "folders" | "boards">[]): unknown[] {
  return nodes.map(({ folders, boards }) => [told(folders), boards.map(({ id }) => id)]);
}

const docsIn = (nodes: Pick<WorkspaceNode, "folders" | "docs">[]): number[] =>
  nodes.flatMap(({ folders, docs }) => [...docsIn(folders), ...docs.map(({ id }) => id)]);

test("boards stand in their folders, these in their order, the Main workspace first", () => {
  expect(NODES.map((node) => node.workspace?.name)).toEqual(["Main", "Sales", undefined]);
  const main = [
    [[[[], [11]]], []],
    [[], []],
  ];
  expect(told(NODES)).toEqual([
    [main, [10]],
    [[], [12]],
    [[], [13]],
  ]);
});

test("docs stand beside them", () => {
  expect(docsIn(NODES)).toEqual([20, 21, 22]);
  expect(NODES[0]?.folders[0]?.folders[0]?.docs.map(({ id }) => id)).toEqual([20]);
  const shared = treeOf(WORKSPACES, [], [], DOCS).at(-1);
  expect([shared?.workspace, docsIn(shared ? [shared] : [])]).toEqual([undefined, [22]]);
});

test("what is in a folder that isn't seen stands in the workspace", () => {
  const inner = [folder(4, "a", null, 3)];
  const nodes = treeOf(WORKSPACES, inner, [board(10, "Cakes", null, 3)], []);
  expect(told(nodes)).toEqual([
    [[[[], []]], [10]],
    [[], []],
  ]);
});

test("a search leaves what leads to a board or a doc", () => {
  expect(told(searched(NODES, " cand"))).toEqual([
    [[[[[[], [11]]], []]], []],
    [[], []],
  ]);
  expect(docsIn(searched(NODES, " cand"))).toEqual([21]);
  expect(searched(NODES, "nothing")).toEqual([]);
  expect(searched(NODES, " ")).toBe(NODES);
});

test("a folder can't be put into itself", () => {
  const named = (without?: number) =>
    placesOf(NODES, without).map(({ key, depth }) => `${key} ${depth}`);
  expect(named()).toEqual(["w 0", "f3 1", "f4 2", "f2 1", "w9 0"]);
  expect(named(3)).toEqual(["w 0", "f2 1", "w9 0"]);
  expect(keyOf({ workspace_id: 9, folder_id: null })).toBe("w9");
});
