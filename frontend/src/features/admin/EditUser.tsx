import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import { ask, PUT } from "../../api/client";
import { meQuery, queryClient, type User } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { Problem } from "../../ui/Problem";
import { say } from "../../ui/toasts";
import { useSubmit } from "../../ui/useSubmit";
import { refreshUsers } from "./queries";

export function EditUser({ user, onClose }: { user: User; onClose: () => void }) {
  const [name, setName] = useState(user.name);
  const [email, setEmail] = useState(user.email);
  const { problem, isBusy, submit } = useSubmit(async () => {
    const params = { path: { user_id: user.id } };
    // What stays as it is isn't told, so that it isn't noted as changed.
    const body = {
      ...(name.trim() !== user.name && { name }),
      ...(email.trim() !== user.email && { email }),
    };
    await ask(PUT("/admin/users/{user_id}", { params, body }));
    await Promise.all([refreshUsers(), queryClient.invalidateQueries(meQuery)]);
    onClose();
    say(texts.admin.saved);
  });

  return (
    <Dialog title={texts.admin.users.editTitle(user.name)} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <TextField
          id="user-name"
          title={texts.admin.users.name}
          value={name}
          onChange={setName}
          maxLength={255}
          autoFocus
          required
        />
        <TextField
          id="user-email"
          type="email"
          title={texts.admin.users.email}
          value={email}
          onChange={setEmail}
          maxLength={255}
          required
        />
        <Problem>{problem}</Problem>
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.admin.cancel}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!name.trim() || !email.trim()}>
            {texts.admin.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
