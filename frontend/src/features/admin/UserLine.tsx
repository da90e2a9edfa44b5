import { useState } from "react";
import { ask, PUT } from "../../api/client";
import { useMe } from "../../api/queries";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import { MenuButton } from "../../ui/MenuButton";
import { Select } from "../../ui/Select";
import { Time } from "../../ui/Time";
import { say } from "../../ui/toasts";
import { useAction } from "../../ui/useAction";
import { type AdminUser, refreshUsers } from "./queries";
import { type Asking, UserDialog } from "./UserDialog";

const ROLES = texts.admin.users.roles;
type Role = keyof typeof ROLES;

export function UserLine({ user, disabled, seen_at }: AdminUser) {
  const me = useMe();
  const [asking, setAsking] = useState<Asking>();
  const [run, isBusy] = useAction();

  async function setRole(role: Role) {
    const params = { path: { user_id: user.id } };
    await ask(PUT("/admin/users/{user_id}", { params, body: { role } }));
    await refreshUsers();
    say(texts.admin.users.roleSet(user.name, ROLES[role]));
  }

  return (
    <tr className={disabled ? "user-disabled" : undefined}>
      <th scope="row">
        <span className="user-name">
          <Face name={user.name} size={32} />
          <span>
            {user.name}
            {user.id === me.user.id && <span className="quiet"> ({texts.admin.users.you})</span>}
            {disabled && <span className="mark">{texts.admin.users.disabled}</span>}
            <span className="user-email">{user.email}</span>
          </span>
        </span>
      </th>
      <td data-label={texts.admin.users.role}>
        <Select
          label={texts.admin.users.roleOf(user.name)}
          isLabelHidden
          isDisabled={isBusy || disabled}
          value={user.role as Role}
          choices={ROLES}
          onChange={(role) => void run(() => setRole(role))}
        />
      </td>
      <td data-label={texts.admin.users.seen}>
        {seen_at ? <Time at={seen_at} /> : texts.admin.users.never}
      </td>
      <td className="table-end">
        <MenuButton
          text={texts.admin.users.actions}
          label={texts.admin.users.actionsFor(user.name)}
        >
          {(close) =>
            actionsFor(disabled, user.id === me.user.id).map((action) => (
              <button
                key={action}
                type="button"
                className="menu-item"
                onClick={() => {
                  close();
                  setAsking(action);
                }}
              >
                {texts.admin.users[action]}
              </button>
            ))
          }
        </MenuButton>
        {asking && <UserDialog user={user} asking={asking} onClose={() => setAsking(undefined)} />}
      </td>
    </tr>
  );
}

function actionsFor(isDisabled: boolean, isSelf: boolean): Asking[] {
  if (isDisabled) return ["edit", "enable"];
  return isSelf ? ["edit", "resetLink", "signOut"] : ["edit", "resetLink", "signOut", "disable"];
}
