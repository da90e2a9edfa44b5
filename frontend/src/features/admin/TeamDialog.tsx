// A new team, or another name for one.

import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import { ask, POST, PUT } from "../../api/client";
import { queryClient, type Team, teamsQuery, useMe } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { Pick } from "../../ui/Pick";
import { Problem } from "../../ui/Problem";
import { useSubmit } from "../../ui/useSubmit";

export function TeamDialog({ team, onClose }: { team?: Team; onClose: () => void }) {
  const me = useMe();
  const [name, setName] = useState(team?.name ?? "");
  const [isForGuests, setIsForGuests] = useState(false);
  const { problem, isBusy, submit } = useSubmit(async () => {
    if (team) {
      const params = { path: { team_id: team.id } };
      await ask(PUT("/teams/{team_id}", { params, body: { name } }));
    } else {
      const body = { name, is_guest_team: isForGuests, user_ids: [me.user.id] };
      await ask(POST("/teams", { body }));
    }
    await queryClient.invalidateQueries(teamsQuery);
    onClose();
  });
  return (
    <Dialog
      title={team ? texts.admin.teams.renameTitle(team.name) : texts.admin.teams.make}
      onClose={onClose}
    >
      <form className="dialog-form" onSubmit={submit}>
        <TextField
          id="team-name"
          title={texts.admin.teams.name}
          value={name}
          onChange={setName}
          maxLength={255}
          autoFocus
          required
        />
        {!team && (
          <>
            <Pick isOn={isForGuests} onToggle={() => setIsForGuests(!isForGuests)}>
              {texts.admin.teams.guestsToo}
            </Pick>
            <p className="quiet">{texts.admin.teams.youFirst}</p>
          </>
        )}
        <Problem>{problem}</Problem>
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.admin.cancel}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!name.trim()}>
            {team ? texts.admin.save : texts.admin.teams.make}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
