import { useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { ask, DELETE, type Schemas } from "../../api/client";
import { queryClient } from "../../api/queries";
import { Loaded } from "../../app/Loaded";
import { texts } from "../../texts";
import { Time } from "../../ui/Time";
import { say } from "../../ui/toasts";
import { useAction } from "../../ui/useAction";
import { invitationsQuery, useNames } from "./queries";

type Invitation = Schemas["ShownInvitation"];

const WORDS = texts.admin.invitations;

export function Invitations() {
  return (
    <section className="admin-section">
      <h2>{WORDS.heading}</h2>
      <Loaded asked={useQuery(invitationsQuery)}>
        {(invitations) =>
          invitations.length === 0 ? (
            <p className="quiet">{WORDS.none}</p>
          ) : (
            <table className="table table-folding" aria-label={WORDS.heading}>
              <thead>
                <tr>
                  <th scope="col">{WORDS.email}</th>
                  <th scope="col">{texts.admin.users.role}</th>
                  <th scope="col">{WORDS.by}</th>
                  <th scope="col">{WORDS.until}</th>
                  <th scope="col">
                    <span className="unseen">{texts.admin.users.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {invitations.map((one) => (
                  <Line key={one.id} invitation={one} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}

function Line({ invitation }: { invitation: Invitation }) {
  const { id, email, role, invited_by, expires_at } = invitation;
  const names = useNames();
  const [run, isBusy] = useAction();

  async function takeBack() {
    const params = { path: { invitation_id: id } };
    await ask(DELETE("/admin/invitations/{invitation_id}", { params }));
    await queryClient.invalidateQueries(invitationsQuery);
    say(WORDS.takenBack(email));
  }

  return (
    <tr>
      <th scope="row">{email}</th>
      <td data-label={texts.admin.users.role}>
        {texts.admin.users.roles[role as keyof typeof texts.admin.users.roles] ?? role}
      </td>
      <td data-label={WORDS.by}>{names.get(invited_by) ?? texts.admin.audit.somebody}</td>
      <td data-label={WORDS.until}>
        <Time at={expires_at} />
      </td>
      <td className="table-end">
        <Button
          size="small"
          kind="tertiary"
          loading={isBusy}
          aria-label={WORDS.takeBackFor(email)}
          onClick={() => void run(takeBack)}
        >
          {WORDS.takeBack}
        </Button>
      </td>
    </tr>
  );
}
