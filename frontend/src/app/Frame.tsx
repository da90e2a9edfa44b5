// What stands around every page: the side bar with the boards, the top bar with the rest.

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { IconButton, Loader } from "@vibe/core";
import { Help, Inbox } from "@vibe/icons";
import { Suspense, useEffect, useRef, useState } from "react";
import { Link, Outlet, useLocation } from "react-router";
import { whenSignedOut } from "../api/client";
import { accountQuery, meQuery, unreadQuery, usersQuery } from "../api/queries";
import { SideBar } from "../features/places/SideBar";
import { texts } from "../texts";
import { say } from "../ui/toasts";
import { listenForUndo } from "../ui/undo";
import { useLive } from "./live";
import { UserMenu } from "./UserMenu";

const MOST_SHOWN = 99;
export function Frame() {
  return (
    <Suspense fallback={<Waiting />}>
      <Whole />
    </Suspense>
  );
}

function Whole() {
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: account, dataUpdatedAt } = useQuery(accountQuery);
  useQuery(usersQuery);
  const isOnline = useLive();
  const [isOpen, setIsOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(listenForUndo, []);
  useEffect(() => {
    whenSignedOut(() => location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`));
    return () => whenSignedOut(undefined);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going elsewhere is what closes it.
  useEffect(() => setIsOpen(false), [pathname]);
  return (
    <div className="frame">
      <a className="skip" href="#page">
        {texts.frame.skip}
      </a>
      <header className="bar">
        <span className="bar-burger">
          <IconButton
            icon={Lines}
            kind="tertiary"
            size="small"
            aria-label={isOpen ? texts.frame.closeMenu : texts.frame.menu}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          />
        </span>
        <Link className="wordmark" to="/">
          <img src="/favicon.svg" alt="" width="24" height="24" />
          {texts.product}
        </Link>
        <span className="bar-company">
          {account?.has_logo && <img src={`/logo?${dataUpdatedAt}`} alt="" height="24" />}
          {me.company}
        </span>
        <nav className="bar-links">
          <InboxLink />
          <Link className="bar-link" to="/help" aria-label={texts.frame.help}>
            <Help size="20" />
          </Link>
          {me.is_admin && (
            <Link className="bar-link" to="/admin/api">
              {texts.frame.admin}
            </Link>
          )}
          <UserMenu me={me} />
        </nav>
      </header>
      {!isOnline && (
        <p className="offline" role="status">
          {texts.frame.offline}
        </p>
      )}
      <div className="frame-body">
        <SideBar isOpen={isOpen} mayWrite={me.may_write} />
        <main id="page" className="page-area" tabIndex={-1}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}

function Lines() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M3 5h14M3 10h14M3 15h14" stroke="currentColor" strokeWidth="1.6" fill="none" />
    </svg>
  );
}

function InboxLink() {
  const { data } = useQuery(unreadQuery);
  const count = data?.count ?? 0;
  const mentions = data?.mentions ?? 0;
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (!data) return;
    if (before.current !== undefined && mentions > before.current) say(texts.frame.mentioned);
    before.current = mentions;
  }, [data, mentions]);
  return (
    <Link className="bar-link bar-inbox" to="/inbox" aria-label={texts.frame.inbox(count)}>
      <Inbox size="20" />
      {count > 0 && (
        <span className="bar-count">{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
      )}
    </Link>
  );
}

export function Waiting() {
  return (
    <div className="waiting">
      <Loader size="medium" />
    </div>
  );
}
