import { useQuery } from "@tanstack/react-query";
import { Button, Search } from "@vibe/core";
import { Invite } from "@vibe/icons";
import { useState } from "react";
import { Loaded } from "../../app/Loaded";
import { texts } from "../../texts";
import { Invitations } from "./Invitations";
import { InviteDialog } from "./InviteDialog";
import { type AdminUser, adminUsersQuery } from "./queries";
import { UserLine } from "./UserLine";
import "../../ui/table.css";

export function UsersTab() {
  const [isInviting, setIsInviting] = useState(false);
  return (
    <>
      <Loaded asked={useQuery(adminUsersQuery)}>
        {(users) => <Users users={users} onInvite={() => setIsInviting(true)} />}
      </Loaded>
      <Invitations />
      {isInviting && <InviteDialog onClose={() => setIsInviting(false)} />}
    </>
  );
}

function Users({ users, onInvite }: { users: AdminUser[]; onInvite: () => void }) {
  const [wanted, setWanted] = useState("");
  const text = wanted.trim().toLocaleLowerCase();
  const found = users.filter(({ user }) =>
    `${user.name} ${user.email}`.toLocaleLowerCase().includes(text),
  );
  return (
    <section className="admin-section">
      <h2>{texts.admin.users.heading(users.length)}</h2>
      <p className="quiet">{texts.admin.users.rolesHint}</p>
      <div className="admin-line">
        <div className="admin-search">
          <Search
            size="small"
            placeholder={texts.admin.users.search}
            inputAriaLabel={texts.admin.users.search}
            value={wanted}
            onChange={setWanted}
          />
        </div>
        <Button size="small" leftIcon={Invite} onClick={onInvite}>
          {texts.admin.invitations.invite}
        </Button>
      </div>
      {found.length === 0 && <p role="status">{texts.admin.users.none}</p>}
      {found.length > 0 && (
        <table className="table table-folding" aria-label={texts.admin.tabs.users}>
          <thead>
            <tr>
              <th scope="col">{texts.admin.users.user}</th>
              <th scope="col">{texts.admin.users.role}</th>
              <th scope="col">{texts.admin.users.seen}</th>
              <th scope="col">
                <span className="unseen">{texts.admin.users.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <UserLine key={one.user.id} {...one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
