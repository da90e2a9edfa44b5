// What others wrote on the boards and pulses that one follows.

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { Link, useSearchParams } from "react-router";
import { ask, POST } from "../../api/client";
import { unreadQuery } from "../../api/queries";
import { Waiting } from "../../app/Frame";
import { texts } from "../../texts";
import { Problem } from "../../ui/Problem";
import { TabLinks } from "../../ui/TabLinks";
import { say } from "../../ui/toasts";
import { useAction } from "../../ui/useAction";
import { useTitle } from "../../ui/useTitle";
import { InboxThread } from "./InboxThread";
import { Notifications } from "./Notifications";
import { inboxQuery, refreshInbox } from "./queries";
import "./inbox.css";

const ALL = "all";
const TABS = [
  { to: "/inbox", text: texts.inbox.unread },
  { to: `/inbox?show=${ALL}`, text: texts.inbox.all },
];

export function InboxPage() {
  useTitle(texts.inbox.title);
  const [search] = useSearchParams();
  const isUnread = search.get("show") !== ALL;
  const asked = useInfiniteQuery(inboxQuery(isUnread));
  const { data: unread } = useQuery(unreadQuery);
  const [run, isBusy] = useAction();
  const items = asked.data?.pages.flat() ?? [];

  async function readAll() {
    await ask(POST("/inbox/read-all"));
    await refreshInbox();
    say(texts.inbox.allRead);
  }

  return (
    <div className="inbox">
      <div className="inbox-head">
        <h1>{texts.inbox.title}</h1>
        {!!unread?.count && (
          <Button size="small" kind="secondary" loading={isBusy} onClick={() => void run(readAll)}>
            {texts.inbox.markAllRead}
          </Button>
        )}
      </div>
      <Notifications />
      <TabLinks label={texts.inbox.show} tabs={TABS} />
      {asked.isPending && <Waiting />}
      <Problem>{asked.error?.message}</Problem>
      {asked.data && items.length === 0 && <Empty isUnread={isUnread} />}
      {items.map((item) => (
        <InboxThread key={item.update.id} item={item} />
      ))}
      {asked.hasNextPage && (
        <Button
          size="small"
          kind="secondary"
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {texts.inbox.more}
        </Button>
      )}
    </div>
  );
}

function Empty({ isUnread }: { isUnread: boolean }) {
  if (!isUnread) {
    return (
      <div className="inbox-empty">
        <p>{texts.inbox.none}</p>
        <p className="quiet">{texts.inbox.noneNext}</p>
      </div>
    );
  }
  return (
    <div className="inbox-empty">
      <p>{texts.inbox.noneUnread}</p>
      <p className="quiet">{texts.inbox.noneUnreadNext}</p>
      <Link to={`/inbox?show=${ALL}`}>{texts.inbox.showAll}</Link>
    </div>
  );
}
