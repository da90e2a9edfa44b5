// A pulse: over its board, or a page of its own when its address was opened directly.

import { useQuery } from "@tanstack/react-query";
import { IconButton } from "@vibe/core";
import { Close, Duplicate } from "@vibe/icons";
import { useEffect, useRef, useState } from "react";
import { Link, useNavigate, useOutletContext, useParams } from "react-router";
import { ask, POST } from "../../api/client";
import {
  type Board,
  notesQuery,
  queryClient,
  type Row,
  unreadQuery,
  updatesQuery,
} from "../../api/queries";
import { texts } from "../../texts";
import { EditableText } from "../../ui/EditableText";
import { say, sayError } from "../../ui/toasts";
import { Happenings } from "../activity/Happenings";
import type { Edits } from "../board/edits";
import { mayEditRow } from "../board/rights";
import type { Names } from "../board/values";
import { Conversation } from "./Conversation";
import { Description } from "./Description";
import { Fields } from "./Fields";
import { Notes } from "./Notes";
import { Subscribers } from "./Subscribers";
import "./pulse.css";

export interface PulseContext {
  board: Board;
  names: Names;
  edits: Edits;
  /** Without its board around it. */
  isAlone: boolean;
}

const TABS = ["updates", "fields", "notes", "activity"] as const;
type Tab = (typeof TABS)[number];

export function PulsePanel() {
  const { board, isAlone } = useOutletContext<PulseContext>();
  const id = Number(useParams().pulseId);
  const row = board.rows.find((one) => one.id === id);
  const panel = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const close = () => navigate(`/boards/${board.id}`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another pulse is another panel.
  useEffect(() => panel.current?.focus(), [id]);

  return (
    <aside
      ref={panel}
      className={isAlone ? "pulse pulse-alone" : "pulse"}
      tabIndex={-1}
      aria-label={row?.name ?? texts.pulse.title}
      onKeyDown={(event) => {
        const isWriting = (event.target as HTMLElement).isContentEditable;
        if (event.key === "Escape" && !event.defaultPrevented && !isWriting) close();
      }}
    >
      <header className="pulse-head">
        {isAlone ? (
          <Link to={`/boards/${board.id}`}>{texts.pulse.onBoard(board.name)}</Link>
        ) : (
          <IconButton
            size="small"
            kind="tertiary"
            icon={Close}
            aria-label={texts.pulse.close}
            onClick={close}
          />
        )}
        {row && <PulseId id={id} />}
      </header>
      {row ? (
        <Whole key={id} row={row} />
      ) : (
        <p className="quiet pulse-missing">{texts.pulse.notThere}</p>
      )}
    </aside>
  );
}

function PulseId({ id }: { id: number }) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(String(id));
      say(texts.pulse.copied);
    } catch (error) {
      sayError(error);
    }
  }
  return (
    <button
      type="button"
      className="pulse-id"
      aria-label={`${texts.pulse.copyId}: ${id}`}
      onClick={() => void copy()}
    >
      {texts.pulse.id} <b>{id}</b>
      <Duplicate size="16" />
    </button>
  );
}

function Whole({ row }: { row: Row }) {
  const { board, names, edits } = useOutletContext<PulseContext>();
  const mayEdit = mayEditRow(board, row);
  const [tab, setTab] = useState<Tab>("updates");
  const updates = useQuery(updatesQuery(row.id));
  const notes = useQuery(notesQuery(row.id));
  const counts: Partial<Record<Tab, number | undefined>> = {
    updates: updates.data?.length,
    notes: notes.data?.length,
  };
  useSeen(row.id, updates.data?.length);

  return (
    <>
      <h2 className="pulse-name">
        {mayEdit ? (
          <EditableText
            value={row.name}
            label={texts.pulse.name}
            longest={255}
            onChange={(name) => (name ? void edits.rename(row, name) : say(texts.board.nameNeeded))}
          />
        ) : (
          row.name
        )}
      </h2>
      <Subscribers pulseId={row.id} names={names} mayEdit={board.may_comment} />
      <Description pulseId={row.id} mayEdit={mayEdit} />
      <div className="tabs" role="tablist" aria-label={row.name}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            aria-selected={tab === one}
            aria-controls="tab-panel"
            className="tab"
            onClick={() => setTab(one)}
          >
            {texts.pulse.tabs[one]}
            {counts[one] ? ` (${counts[one]})` : ""}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === "updates" && (
          <Conversation pulseId={row.id} updates={updates.data} mayWrite={board.may_comment} />
        )}
        {tab === "fields" && (
          <Fields board={board} row={row} names={names} edits={edits} mayEdit={mayEdit} />
        )}
        {tab === "notes" && <Notes pulseId={row.id} notes={notes.data} mayWrite={mayEdit} />}
        {tab === "activity" && <Happenings board={board} names={names} pulseId={row.id} />}
      </div>
    </>
  );
}

/** What is on the screen has been seen; `updates` that come in later too. */
function useSeen(pulseId: number, updates: number | undefined): void {
  useEffect(() => {
    if (!updates) return;
    const params = { path: { pulse_id: pulseId } };
    ask(POST("/pulses/{pulse_id}/seen", { params }))
      .then(() => {
        void queryClient.invalidateQueries(unreadQuery);
        return queryClient.invalidateQueries({ queryKey: ["inbox"] });
      })
      .catch(sayError);
  }, [pulseId, updates]);
}
