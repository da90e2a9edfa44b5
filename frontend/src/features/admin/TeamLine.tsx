import { useState } from "react";
import { ask, DELETE } from "../../api/client";
import { queryClient, type Team, teamsQuery, useUsers } from "../../api/queries";
import { texts } from "../../texts";
import { Confirm } from "../../ui/Confirm";
import { Face } from "../../ui/Face";
import { MenuButton } from "../../ui/MenuButton";
import { TeamDialog } from "./TeamDialog";
import { TeamMembers } from "./TeamMembers";

const SHOWN = 5;
const ACTIONS = ["change", "rename", "delete"] as const;
type Asking = (typeof ACTIONS)[number];

export function TeamLine({ team }: { team: Team }) {
  const users = useUsers();
  const [asking, setAsking] = useState<Asking>();
  const stop = () => setAsking(undefined);
  const named = team.members.flatMap(({ user_id }) => users.get(user_id)?.name ?? []);
  const owners = team.members
    .filter(({ is_owner }) => is_owner)
    .flatMap(({ user_id }) => users.get(user_id)?.name ?? []);
  return (
    <tr>
      <th scope="row">
        <span className="user-name">
          <Face name={team.name} size={32} />
          <span>
            {team.name}
            {team.is_guest_team && <span className="mark">{texts.admin.teams.forGuests}</span>}
          </span>
        </span>
      </th>
      <td data-label={texts.admin.teams.members}>
        <span className="team-faces" title={named.join(", ")}>
          {named.slice(0, SHOWN).map((name) => (
            <Face key={name} name={name} size={26} />
          ))}
          {named.length > SHOWN && <span>+{named.length - SHOWN}</span>}
          {named.length === 0 && <span className="quiet">{texts.admin.teams.nobody}</span>}
        </span>
      </td>
      <td data-label={texts.admin.teams.owners}>
        {owners.join(", ") || <span className="quiet">{texts.admin.teams.nobody}</span>}
      </td>
      <td className="table-end">
        <MenuButton
          text={texts.admin.users.actions}
          label={texts.admin.users.actionsFor(team.name)}
        >
          {(close) =>
            ACTIONS.map((action) => (
              <button
                key={action}
                type="button"
                className="menu-item"
                onClick={() => {
                  close();
                  setAsking(action);
                }}
              >
                {texts.admin.teams[action]}
              </button>
            ))
          }
        </MenuButton>
        {asking === "change" && <TeamMembers team={team} onClose={stop} />}
        {asking === "rename" && <TeamDialog team={team} onClose={stop} />}
        {asking === "delete" && (
          <Confirm
            title={texts.admin.teams.deleteTitle(team.name)}
            text={texts.admin.teams.deleteText}
            go={texts.admin.teams.delete}
            keep={texts.admin.cancel}
            onGo={async () => {
              await ask(DELETE("/teams/{team_id}", { params: { path: { team_id: team.id } } }));
              await queryClient.invalidateQueries(teamsQuery);
            }}
            onClose={stop}
          />
        )}
      </td>
    </tr>
  );
}
