// The board's own head: its name, its kind, who subscribes, what happened on it.

import { Button, IconButton } from "@vibe/core";
import { Activity, Favorite, Invite, Menu } from "@vibe/icons";
import { lazy, Suspense, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { ask, DELETE, PUT } from "../../api/client";
import { type Board, boardQuery, boardsQuery, queryClient } from "../../api/queries";
import { texts } from "../../texts";
import { EditableText } from "../../ui/EditableText";
import { Face } from "../../ui/Face";
import { MenuButton } from "../../ui/MenuButton";
import { Popover } from "../../ui/popover";
import { say, sayError } from "../../ui/toasts";
import { archiveBoard, changeBoard } from "./structure";
import type { Names } from "./values";

const ActivityPanel = lazy(async () => ({
  default: (await import("./ActivityPanel")).ActivityPanel,
}));
const WebhooksPanel = lazy(async () => ({
  default: (await import("../webhooks/WebhooksPanel")).WebhooksPanel,
}));
const ShareDialog = lazy(async () => ({ default: (await import("./ShareDialog")).ShareDialog }));

const KINDS = ["public", "share", "private"] as const;
const PERMISSIONS = ["everyone", "collaborators", "assignee", "owners"] as const;
const FACES = 3;

interface Props {
  board: Board;
  names: Names;
}

export function BoardHead({ board, names }: Props) {
  const [isSharing, setIsSharing] = useState(false);
  const [isActivityOpen, setIsActivityOpen] = useState(false);
  const [areWebhooksOpen, setAreWebhooksOpen] = useState(false);
  const mayChange = board.may_write;
  const faces = [
    ...board.subscribers.flatMap(({ user_id }) => names.users.get(user_id) ?? []),
    ...board.teams.flatMap(({ team_id }) => names.teams.get(team_id) ?? []),
  ];
  const subscribers = board.subscribers.length + board.teams.length;

  return (
    <header className="board-head">
      <div className="board-title">
        <h1>
          {mayChange ? (
            <EditableText
              value={board.name}
              label={texts.board.boardName}
              longest={255}
              onChange={(name) =>
                name ? void changeBoard(board, { name }) : say(texts.board.nameNeeded)
              }
            />
          ) : (
            board.name
          )}
        </h1>
        <Star board={board} />
        <Kind board={board} />
        <Permissions board={board} />
      </div>
      <div className="board-actions">
        <button
          type="button"
          className="board-faces"
          aria-label={texts.board.subscribers(subscribers)}
          onClick={() => setIsSharing(true)}
        >
          {faces.slice(0, FACES).map(({ name }) => (
            <Face key={name} name={name} size={26} />
          ))}
          {subscribers > FACES && <span>+{subscribers - FACES}</span>}
        </button>
        {mayChange && (
          <Button
            size="small"
            kind="secondary"
            leftIcon={Invite}
            onClick={() => setIsSharing(true)}
          >
            {texts.board.share}
          </Button>
        )}
        <Button
          size="small"
          kind="tertiary"
          leftIcon={Activity}
          aria-expanded={isActivityOpen}
          onClick={() => setIsActivityOpen(!isActivityOpen)}
        >
          {texts.board.activity}
        </Button>
        {mayChange && <BoardMenu board={board} onWebhooks={() => setAreWebhooksOpen(true)} />}
      </div>
      {(board.description || mayChange) && (
        <div className="board-description quiet">
          {mayChange ? (
            <EditableText
              value={board.description ?? ""}
              label={texts.board.description}
              placeholder={texts.board.addDescription}
              isMultiline
              longest={65_536}
              onChange={(description) => void changeBoard(board, { description })}
            />
          ) : (
            board.description
          )}
        </div>
      )}
      <Suspense>
        {isSharing && <ShareDialog board={board} onClose={() => setIsSharing(false)} />}
        {isActivityOpen && (
          <ActivityPanel board={board} names={names} onClose={() => setIsActivityOpen(false)} />
        )}
        {areWebhooksOpen && (
          <WebhooksPanel board={board} onClose={() => setAreWebhooksOpen(false)} />
        )}
      </Suspense>
    </header>
  );
}

function Star({ board }: { board: Board }) {
  async function toggle() {
    const ofThis = { params: { path: { board_id: board.id } } };
    const { queryKey } = boardQuery(board.id);
    const show = (favorite: boolean) =>
      queryClient.setQueryData<Board>(queryKey, (now) => now && { ...now, favorite });
    show(!board.favorite);
    try {
      if (board.favorite) await ask(DELETE("/boards/{board_id}/favorite", ofThis));
      else await ask(PUT("/boards/{board_id}/favorite", ofThis));
      await queryClient.invalidateQueries(boardsQuery);
    } catch (error) {
      show(board.favorite);
      sayError(error);
    }
  }
  return (
    <IconButton
      className={board.favorite ? "star star-on" : "star"}
      icon={Favorite}
      size="small"
      kind="tertiary"
      aria-label={board.favorite ? texts.board.unfavorite : texts.board.favorite}
      aria-pressed={board.favorite}
      onClick={() => void toggle()}
    />
  );
}

function Kind({ board }: { board: Board }) {
  const shown = texts.frame.kinds[board.kind as (typeof KINDS)[number]];
  if (!board.owned) return <span className="board-kind">{shown}</span>;
  return (
    <MenuButton text={shown} label={texts.board.changeKind(shown)}>
      {(close) =>
        KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="menu-item"
            aria-pressed={kind === board.kind}
            onClick={() => {
              close();
              if (kind !== board.kind) void changeBoard(board, { kind });
            }}
          >
            {texts.board.kinds[kind]}
          </button>
        ))
      }
    </MenuButton>
  );
}

/** Owners choose; others are told why they can't change what they see. */
function Permissions({ board }: { board: Board }) {
  const now = board.permissions as (typeof PERMISSIONS)[number];
  if (!board.owned) {
    if (now === "everyone" || board.may_write || !board.may_comment) return null;
    return <span className="board-kind">{texts.board.mayNotChange[now]}</span>;
  }
  const shown = texts.board.permissionKinds[now];
  return (
    <MenuButton text={shown} label={texts.board.changePermissions(shown)}>
      {(close) =>
        PERMISSIONS.map((permissions) => (
          <button
            key={permissions}
            type="button"
            className="menu-item"
            aria-pressed={permissions === now}
            onClick={() => {
              close();
              if (permissions !== now) void changeBoard(board, { permissions });
            }}
          >
            {texts.board.permissionKinds[permissions]}
          </button>
        ))
      }
    </MenuButton>
  );
}

function BoardMenu({ board, onWebhooks }: { board: Board; onWebhooks: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const navigate = useNavigate();
  async function archive() {
    setIsOpen(false);
    if (await archiveBoard(board)) navigate("/");
  }
  return (
    <span ref={anchor}>
      <IconButton
        icon={Menu}
        size="small"
        kind="tertiary"
        aria-label={texts.board.boardMenu}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <Popover
          anchor={anchor.current}
          label={texts.board.boardMenu}
          onClose={() => setIsOpen(false)}
        >
          <button
            type="button"
            className="menu-item"
            onClick={() => {
              setIsOpen(false);
              onWebhooks();
            }}
          >
            {texts.webhooks.title}
          </button>
          {board.may_archive && (
            <button type="button" className="menu-item" onClick={() => void archive()}>
              {texts.board.archiveBoard}
            </button>
          )}
        </Popover>
      )}
    </span>
  );
}
