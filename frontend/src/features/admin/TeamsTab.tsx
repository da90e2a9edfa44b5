import { useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { AddToTeam } from "@vibe/icons";
import { useState } from "react";
import { type Team, teamsQuery } from "../../api/queries";
import { Loaded } from "../../app/Loaded";
import { texts } from "../../texts";
import { TeamDialog } from "./TeamDialog";
import { TeamLine } from "./TeamLine";
import "../../ui/table.css";

export function TeamsTab() {
  const [isMaking, setIsMaking] = useState(false);
  return (
    <>
      <Loaded asked={useQuery({ ...teamsQuery, staleTime: 0 })}>
        {(teams) => <Teams teams={teams} onMake={() => setIsMaking(true)} />}
      </Loaded>
      {isMaking && <TeamDialog onClose={() => setIsMaking(false)} />}
    </>
  );
}

function Teams({ teams, onMake }: { teams: Team[]; onMake: () => void }) {
  return (
    <section className="admin-section">
      <div className="admin-line admin-line-ends">
        <h2>{texts.admin.teams.heading(teams.length)}</h2>
        <Button size="small" leftIcon={AddToTeam} onClick={onMake}>
          {texts.admin.teams.make}
        </Button>
      </div>
      <p className="quiet">{texts.admin.teams.hint}</p>
      {teams.length > 0 && (
        <table className="table table-folding" aria-label={texts.admin.tabs.teams}>
          <thead>
            <tr>
              <th scope="col">{texts.admin.teams.team}</th>
              <th scope="col">{texts.admin.teams.members}</th>
              <th scope="col">{texts.admin.teams.owners}</th>
              <th scope="col">
                <span className="unseen">{texts.admin.users.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <TeamLine key={team.id} team={team} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
