import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { boardsQuery, docsQuery, foldersQuery, workspacesQuery } from "../../api/queries";
import { treeOf, type WorkspaceNode } from "./tree";

/** Empty until it is there. */
export function useTree(): WorkspaceNode[] {
  const { data: workspaces } = useQuery(workspacesQuery);
  const { data: folders } = useQuery(foldersQuery);
  const { data: boards } = useQuery(boardsQuery);
  const { data: docs } = useQuery(docsQuery);
  return useMemo(
    () => (workspaces && folders && boards ? treeOf(workspaces, folders, boards, docs ?? []) : []),
    [workspaces, folders, boards, docs],
  );
}
