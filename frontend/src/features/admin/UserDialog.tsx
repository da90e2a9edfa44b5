// What an admin may do to a user, each after a question or a form.

import { ask, POST } from "../../api/client";
import type { User } from "../../api/queries";
import { texts } from "../../texts";
import { Confirm } from "../../ui/Confirm";
import { say } from "../../ui/toasts";
import { EditUser } from "./EditUser";
import { refreshUsers } from "./queries";
import { ResetLink } from "./ResetLink";

export type Asking = "edit" | "resetLink" | "signOut" | "disable" | "enable";

interface Props {
  user: User;
  asking: Asking;
  onClose: () => void;
}

export function UserDialog({ user, asking, onClose }: Props) {
  if (asking === "edit") return <EditUser user={user} onClose={onClose} />;
  if (asking === "resetLink") return <ResetLink user={user} onClose={onClose} />;
  const { title, text, done, go } = QUESTIONS[asking];
  return (
    <Confirm
      title={title(user.name)}
      text={text(user.name)}
      go={texts.admin.users[asking]}
      keep={texts.admin.users.keep}
      onClose={onClose}
      onGo={async () => {
        await go({ path: { user_id: user.id } });
        await refreshUsers();
        say(done(user.name));
      }}
    />
  );
}

type Params = { path: { user_id: number } };

const QUESTIONS = {
  disable: {
    title: texts.admin.users.disableTitle,
    text: texts.admin.users.disableText,
    done: texts.admin.users.disabledNow,
    go: (params: Params) => ask(POST("/admin/users/{user_id}/disable", { params })),
  },
  enable: {
    title: texts.admin.users.enableTitle,
    text: texts.admin.users.enableText,
    done: texts.admin.users.enabledNow,
    go: (params: Params) => ask(POST("/admin/users/{user_id}/enable", { params })),
  },
  signOut: {
    title: texts.admin.users.signOutTitle,
    text: texts.admin.users.signOutText,
    done: texts.admin.users.signedOut,
    go: (params: Params) => ask(POST("/admin/users/{user_id}/sign-out", { params })),
  },
};
