import { Button } from "@vibe/core";
import { useState } from "react";
import { ask, POST } from "../../api/client";
import type { User } from "../../api/queries";
import { texts } from "../../texts";
import { CopyLine } from "../../ui/CopyLine";
import { Dialog } from "../../ui/Dialog";
import { Problem } from "../../ui/Problem";
import { useSubmit } from "../../ui/useSubmit";

/** A link to a new password, made only when it is asked for: it stops an older one. */
export function ResetLink({ user, onClose }: { user: User; onClose: () => void }) {
  const [link, setLink] = useState("");
  const { problem, isBusy, submit } = useSubmit(async () => {
    const params = { path: { user_id: user.id } };
    const made = await ask(POST("/admin/users/{user_id}/reset-link", { params }));
    setLink(made.link);
  });

  return (
    <Dialog title={texts.admin.users.resetTitle(user.name)} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <p>{texts.admin.users.resetText(user.name)}</p>
        {link && <CopyLine label={texts.admin.users.link} text={link} />}
        <Problem>{problem}</Problem>
        <div className="dialog-buttons">
          <Button kind={link ? "primary" : "tertiary"} onClick={onClose}>
            {link ? texts.admin.done : texts.admin.cancel}
          </Button>
          {!link && (
            <Button type="submit" loading={isBusy}>
              {texts.admin.users.resetLink}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
