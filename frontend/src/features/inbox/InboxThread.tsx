import { Button } from "@vibe/core";
import { Link } from "react-router";
import type { Update } from "../../api/queries";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import { Time } from "../../ui/Time";
import { sayError } from "../../ui/toasts";
import { useAction } from "../../ui/useAction";
import { Html } from "../pulse/Html";
import "../pulse/pulse.css";
import { type InboxItem, markRead } from "./queries";

const REPLIES_SHOWN = 2;

/** An update with the last of its replies. */
export function InboxThread({ item }: { item: InboxItem }) {
  const { update, pulse_id, pulse_name, board_id, board_name, is_unread, mentions_me } = item;
  const [run, isBusy] = useAction();
  const pulse = `/boards/${board_id}/pulses/${pulse_id}`;
  const earlier = update.replies.length - REPLIES_SHOWN;
  return (
    <article className={is_unread ? "thread thread-unread" : "thread"}>
      <header className="thread-head">
        <h2>
          <Link
            to={pulse}
            onClick={() => {
              if (is_unread) markRead(update.id).catch(sayError);
            }}
          >
            {pulse_name}
          </Link>{" "}
          <span className="quiet">{texts.inbox.onBoard(board_name)}</span>
        </h2>
        {is_unread && <span className="thread-mark">{texts.inbox.isUnread}</span>}
        {mentions_me && <span className="thread-mention">{texts.inbox.mentionsYou}</span>}
        {is_unread && (
          <Button
            size="small"
            kind="tertiary"
            loading={isBusy}
            aria-label={texts.inbox.markReadOf(pulse_name)}
            onClick={() => void run(() => markRead(update.id))}
          >
            {texts.inbox.markRead}
          </Button>
        )}
      </header>
      <Said update={update} />
      {earlier > 0 && (
        <p className="quiet thread-earlier">
          <Link to={pulse}>{texts.inbox.earlierReplies(earlier)}</Link>
        </p>
      )}
      {update.replies.slice(-REPLIES_SHOWN).map((reply) => (
        <div key={reply.id} className="reply">
          <Said update={reply} />
        </div>
      ))}
    </article>
  );
}

function Said({ update }: { update: Update }) {
  return (
    <>
      <div className="update-head">
        <Face name={update.author.name} size={28} />
        <b>{update.author.name}</b>
        <span className="quiet">
          <Time at={update.created_at} />
        </span>
      </div>
      <Html html={update.body} />
    </>
  );
}
