import { queryOptions, useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { ask, DELETE, GET } from "../../api/client";
import { queryClient } from "../../api/queries";
import { Loaded } from "../../app/Loaded";
import { texts } from "../../texts";
import { shownTime } from "../../ui/time";
import { useAction } from "../../ui/useAction";
import { browserName } from "./browsers";

const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: () => ask(GET("/sessions")),
  staleTime: 0,
});

/** The browsers one is signed in with. */
export function Sessions() {
  const asked = useQuery(sessionsQuery);
  const [run, isBusy] = useAction();

  async function end(ended: Promise<unknown>) {
    await ended;
    await queryClient.invalidateQueries(sessionsQuery);
  }

  function endOne(id: number) {
    return end(ask(DELETE("/sessions/{session_id}", { params: { path: { session_id: id } } })));
  }

  return (
    <section className="admin-section sessions">
      <h2>{texts.admin.sessions}</h2>
      <Loaded asked={asked}>
        {(sessions) => (
          <>
            <ul>
              {sessions.map((session) => (
                <li key={session.id}>
                  <span>
                    {browserName(session.browser)} · {session.address}
                    {session.is_this && <b> ({texts.admin.thisBrowser})</b>}
                    <br />
                    <span className="quiet">
                      {texts.admin.lastSeen(shownTime(session.seen_at))}
                    </span>
                  </span>
                  {!session.is_this && (
                    <Button
                      size="small"
                      kind="tertiary"
                      disabled={isBusy}
                      aria-label={texts.admin.endOf(browserName(session.browser))}
                      onClick={() => void run(() => endOne(session.id))}
                    >
                      {texts.admin.end}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {sessions.length > 1 && (
              <Button
                size="small"
                kind="secondary"
                disabled={isBusy}
                onClick={() => void run(() => end(ask(DELETE("/sessions"))))}
              >
                {texts.admin.endOthers}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
