// What somebody, or a program of theirs, told one; read by a click.

import { useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { Link } from "react-router";
import { texts } from "../../texts";
import { useAction } from "../../ui/useAction";
import { markNotificationsRead, type Notification, notificationsQuery } from "./queries";

export function Notifications() {
  const { data } = useQuery(notificationsQuery);
  const [run, isBusy] = useAction();
  const unread = data?.filter((one) => !one.is_read) ?? [];
  if (!unread.length) {
    return null;
  }
  return (
    <section className="notifications" aria-labelledby="notifications">
      <div className="inbox-head">
        <h2 id="notifications">{texts.inbox.notifications}</h2>
        <Button
          size="small"
          kind="tertiary"
          loading={isBusy}
          onClick={() => void run(() => markNotificationsRead(unread.map((one) => one.id)))}
        >
          {texts.inbox.markNotificationsRead}
        </Button>
      </div>
      <ul>
        {unread.map((one) => (
          <li key={one.id}>
            <Link to={placeOf(one)} onClick={() => void run(() => markNotificationsRead([one.id]))}>
              {one.text}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeOf({ board_id, pulse_id }: Notification): string {
  return pulse_id === null ? `/boards/${board_id}` : `/boards/${board_id}/pulses/${pulse_id}`;
}
