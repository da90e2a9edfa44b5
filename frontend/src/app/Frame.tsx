// What stands around every page: the side bar with the boards, the top bar with the rest.

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { IconButton, Loader, Search } from "@vibe/core";
import { Add, Delete, Help, Inbox } from "@vibe/icons";
import { Suspense, useEffect, useId, useRef, useState } from "react";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { whenSignedOut } from "../api/client";
import {
  accountQuery,
  type BoardInList,
  boardsQuery,
  meQuery,
  unreadQuery,
  usersQuery,
} from "../api/queries";
import { NewBoard } from "../features/board/NewBoard";
import { texts } from "../texts";
import { KindMark } from "../ui/KindMark";
import { say } from "../ui/toasts";
import { listenForUndo } from "../ui/undo";
import { useLive } from "./live";
import { UserMenu } from "./UserMenu";

const MOST_SHOWN = 99;
const KINDS = ["public", "share", "private"] as const;
const HEADINGS = {
  public: texts.frame.main,
  share: texts.frame.share,
  private: texts.frame.private,
};

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

function SideBar({ isOpen, mayWrite }: { isOpen: boolean; mayWrite: boolean }) {
  const { data: boards = [] } = useQuery(boardsQuery);
  const [wanted, setWanted] = useState("");
  const [isMaking, setIsMaking] = useState(false);
  const found = boards.filter((board) =>
    board.name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <nav className={isOpen ? "side side-open" : "side"} aria-label={texts.frame.boards}>
      <div className="side-head">
        <Search
          size="small"
          placeholder={texts.frame.search}
          inputAriaLabel={texts.frame.search}
          value={wanted}
          onChange={setWanted}
        />
        {mayWrite && (
          <IconButton
            icon={Add}
            size="small"
            kind="primary"
            aria-label={texts.frame.newBoard}
            onClick={() => setIsMaking(true)}
          />
        )}
      </div>
      <BoardList heading={texts.frame.favorites} boards={found.filter((board) => board.favorite)} />
      {KINDS.map((kind) => (
        <BoardList
          key={kind}
          heading={HEADINGS[kind]}
          boards={found.filter((board) => board.kind === kind)}
        />
      ))}
      {boards.length === 0 && <p className="side-empty">{texts.frame.noBoards}</p>}
      {boards.length > 0 && found.length === 0 && (
        <p className="side-empty">{texts.frame.noneFound}</p>
      )}
      {mayWrite && (
        <NavLink className="side-bin" to="/recycle-bin">
          <Delete size="16" aria-hidden />
          {texts.bin.title}
        </NavLink>
      )}
      {isMaking && <NewBoard onClose={() => setIsMaking(false)} />}
    </nav>
  );
}

function BoardList({ heading, boards }: { heading: string; boards: BoardInList[] }) {
  const id = useId();
  if (boards.length === 0) return null;
  return (
    <section className="side-list" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {boards.map((board) => (
          <li key={board.id}>
            <NavLink to={`/boards/${board.id}`}>
              <KindMark kind={board.kind} />
              <span>{board.name}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Waiting() {
  return (
    <div className="waiting">
      <Loader size="medium" />
    </div>
  );
}
