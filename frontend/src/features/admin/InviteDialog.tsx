import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import { ask, POST, type Schemas } from "../../api/client";
import { queryClient } from "../../api/queries";
import { texts } from "../../texts";
import { CopyLine } from "../../ui/CopyLine";
import { Dialog } from "../../ui/Dialog";
import { Problem } from "../../ui/Problem";
import { Select } from "../../ui/Select";
import { useSubmit } from "../../ui/useSubmit";
import { invitationsQuery } from "./queries";

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<keyof typeof texts.admin.users.roles>("member");
  const [made, setMade] = useState<Schemas["MadeInvitation"]>();
  const { problem, isBusy, submit } = useSubmit(async () => {
    setMade(await ask(POST("/admin/invitations", { body: { email, role } })));
    await queryClient.invalidateQueries(invitationsQuery);
  });

  if (made) {
    const words = texts.admin.invitations;
    return (
      <Dialog key="made" title={words.madeTitle(email)} onClose={onClose}>
        <div className="dialog-form">
          <p>
            {made.emailed ? words.emailed : words.notEmailed} {words.works}
          </p>
          <CopyLine label={words.link} text={made.link} />
          <div className="dialog-buttons">
            <Button onClick={onClose}>{texts.admin.done}</Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog key="form" title={texts.admin.invitations.inviteTitle} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <TextField
          id="invited-email"
          type="email"
          title={texts.admin.users.email}
          value={email}
          onChange={setEmail}
          autoFocus
          required
        />
        <Select
          label={texts.admin.users.role}
          value={role}
          choices={texts.admin.users.roles}
          onChange={setRole}
        />
        <p className="quiet">{texts.admin.users.rolesHint}</p>
        <Problem>{problem}</Problem>
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.admin.cancel}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!email.trim()}>
            {texts.admin.invitations.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
