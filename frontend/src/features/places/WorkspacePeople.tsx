// Who subscribes to a workspace, and who of them owns it.

import { useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { ask, DELETE, GET, PUT } from "../../api/client";
import { queryClient, type Workspace } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { sayError } from "../../ui/toasts";
import { type Sharer, Subscribers } from "../sharing/Subscribers";

interface Props {
  workspace: Workspace;
  onClose: () => void;
}

export function WorkspacePeople({ workspace, onClose }: Props) {
  const path = { workspace_id: workspace.id };
  const queryKey = ["workspaces", workspace.id, "subscribers"];
  const { data } = useQuery({
    queryKey,
    queryFn: () => ask(GET("/workspaces/{workspace_id}/subscribers", { params: { path } })),
    staleTime: 0,
  });
  const sharers: Sharer[] = [
    ...(data?.users ?? []).map(
      ({ user_id, is_owner }): Sharer => ({ kind: "user", id: user_id, isOwner: is_owner }),
    ),
    ...(data?.teams ?? []).map(
      ({ team_id, is_owner }): Sharer => ({ kind: "team", id: team_id, isOwner: is_owner }),
    ),
  ];
  async function then(done: Promise<unknown>) {
    try {
      await done;
      await queryClient.invalidateQueries({ queryKey: ["workspaces"] });
    } catch (error) {
      sayError(error);
    }
  }
  const put = (kind: Sharer["kind"], id: number, as_owner: boolean) => {
    const body = { as_owner };
    return kind === "user"
      ? ask(
          PUT("/workspaces/{workspace_id}/subscribers/{user_id}", {
            params: { path: { ...path, user_id: id } },
            body,
          }),
        )
      : ask(
          PUT("/workspaces/{workspace_id}/teams/{team_id}", {
            params: { path: { ...path, team_id: id } },
            body,
          }),
        );
  };
  const remove = (kind: Sharer["kind"], id: number) =>
    kind === "user"
      ? ask(
          DELETE("/workspaces/{workspace_id}/subscribers/{user_id}", {
            params: { path: { ...path, user_id: id } },
          }),
        )
      : ask(
          DELETE("/workspaces/{workspace_id}/teams/{team_id}", {
            params: { path: { ...path, team_id: id } },
          }),
        );

  return (
    <Dialog title={texts.places.peopleOf(workspace.name)} onClose={onClose}>
      <p className="quiet">{texts.places.kindsInFull[workspace.kind as "open"]}</p>
      <Subscribers
        sharers={sharers}
        mayChange={workspace.may_change}
        mayOwn={workspace.may_change}
        onPut={(...given) => void then(put(...given))}
        onRemove={(...given) => void then(remove(...given))}
      />
      <div className="dialog-buttons">
        <Button onClick={onClose}>{texts.board.done}</Button>
      </div>
    </Dialog>
  );
}
