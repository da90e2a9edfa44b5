import { useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { ask, DELETE, type Schemas } from "../../api/client";
import { queryClient } from "../../api/queries";
import { Loaded } from "../../app/Loaded";
import { texts } from "../../texts";
import { Time } from "../../ui/Time";
import { say } from "../../ui/toasts";
import { useAction } from "../../ui/useAction";
import { Audit } from "./Audit";
import { browserName } from "./browsers";
import { adminSessionsQuery, useNames } from "./queries";
import "../../ui/table.css";

const WORDS = texts.admin.security;

export function SecurityTab() {
  return (
    <>
      <section className="admin-section">
        <h2>{WORDS.sessions}</h2>
        <p className="quiet">{WORDS.sessionsHint}</p>
        <Loaded asked={useQuery(adminSessionsQuery)}>
          {(sessions) => (
            <table className="table table-folding" aria-label={WORDS.sessions}>
              <thead>
                <tr>
                  <th scope="col">{WORDS.user}</th>
                  <th scope="col">{WORDS.browser}</th>
                  <th scope="col">{WORDS.address}</th>
                  <th scope="col">{WORDS.since}</th>
                  <th scope="col">{WORDS.seen}</th>
                  <th scope="col">
                    <span className="unseen">{texts.admin.users.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {sessions.map((session) => (
                  <Line key={session.id} session={session} />
                ))}
              </tbody>
            </table>
          )}
        </Loaded>
      </section>
      <Audit />
    </>
  );
}

function Line({ session }: { session: Schemas["UserSession"] }) {
  const name = useNames().get(session.user_id) ?? texts.admin.audit.somebody;
  const browser = browserName(session.browser);
  const [run, isBusy] = useAction();

  async function end() {
    const params = { path: { session_id: session.id } };
    await ask(DELETE("/admin/sessions/{session_id}", { params }));
    await queryClient.invalidateQueries({ queryKey: ["admin"] });
    say(WORDS.ended(name));
  }

  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={WORDS.browser} title={session.browser}>
        {session.is_this ? `${browser} (${texts.admin.thisBrowser})` : browser}
      </td>
      <td data-label={WORDS.address}>{session.address}</td>
      <td data-label={WORDS.since}>
        <Time at={session.created_at} />
      </td>
      <td data-label={WORDS.seen}>
        <Time at={session.seen_at} />
      </td>
      <td className="table-end">
        <Button
          size="small"
          kind="tertiary"
          loading={isBusy}
          aria-label={WORDS.endOf(name, browser)}
          onClick={() => void run(end)}
        >
          {WORDS.end}
        </Button>
      </td>
    </tr>
  );
}
