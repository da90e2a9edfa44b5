// Who is in a team, and who of them owns it.

import { Button } from "@vibe/core";
import { ask, DELETE, PUT } from "../../api/client";
import { queryClient, type Team, teamsQuery } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { useAction } from "../../ui/useAction";
import { Subscribers } from "../sharing/Subscribers";

export function TeamMembers({ team, onClose }: { team: Team; onClose: () => void }) {
  const [run] = useAction();
  const params = (user_id: number) => ({ params: { path: { team_id: team.id, user_id } } });
  const then = (asked: () => Promise<unknown>) =>
    void run(async () => {
      await asked();
      await queryClient.invalidateQueries(teamsQuery);
    });
  return (
    <Dialog title={texts.admin.teams.membersOf(team.name)} onClose={onClose}>
      <Subscribers
        sharers={team.members.map(({ user_id, is_owner }) => ({
          kind: "user",
          id: user_id,
          isOwner: is_owner,
        }))}
        mayChange
        mayOwn
        mayDisown
        onlyPeople
        addLabel={texts.admin.teams.addMember}
        onPut={(_, id, is_owner) =>
          then(() =>
            ask(PUT("/teams/{team_id}/members/{user_id}", { ...params(id), body: { is_owner } })),
          )
        }
        onRemove={(_, id) =>
          then(() => ask(DELETE("/teams/{team_id}/members/{user_id}", params(id))))
        }
      />
      <div className="dialog-buttons">
        <Button onClick={onClose}>{texts.admin.done}</Button>
      </div>
    </Dialog>
  );
}
