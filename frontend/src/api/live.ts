// One WebSocket: what others do shows here within a moment. After a lost connection it asks for what it missed.

import { withAwaited } from "./awaited";
import {
  type Board,
  boardQuery,
  notesQuery,
  queryClient,
  type Row,
  subscribersQuery,
  tagsQuery,
  updatesQuery,
} from "./queries";

interface Happened {
  id: number;
  actor_id: number | null;
  board_id: number | null;
  pulse_id: number | null;
  kind: string;
}

interface Message {
  last: number;
  events?: Happened[];
  docs?: number[];
  rows?: Row[];
  gone?: number[];
  lost?: boolean;
  reload?: boolean;
}

const LONGEST_WAIT = 15_000;
const SIGNED_OUT = 4401;
const OF_THE_LIST = /^Board/;
const OF_THE_STRUCTURE = /^(Board|Group|Column)/;
const OF_A_CONVERSATION = /^(Update|Reply|File)/;

export class Live {
  #socket: WebSocket | undefined;
  #last: number | undefined;
  #watched: number | undefined;
  #wait = 500;
  #stopped = false;
  #wasOpen = false;
  #timer: number | undefined;

  /** `tell` is called with whether changes come in. */
  constructor(readonly tell: (online: boolean) => void) {
    addEventListener("offline", this.#goesOffline);
    addEventListener("online", this.#isBack);
    this.#open();
  }

  /** From now on rows of this board are sent; `last` is the last event that its data shows. */
  watch(board: number, last: number): void {
    this.#watched = board;
    this.#last ??= last;
    this.#say({ watch: board, after: last });
  }

  stop(): void {
    this.#stopped = true;
    removeEventListener("offline", this.#goesOffline);
    removeEventListener("online", this.#isBack);
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  /** The browser knows before the connection does. */
  #goesOffline = () => this.#socket?.close();

  #isBack = () => {
    if (this.#socket?.readyState !== WebSocket.OPEN) this.#open();
  };

  #open(): void {
    clearTimeout(this.#timer);
    const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/app/live`);
    this.#socket = socket;
    socket.onopen = () => {
      this.#wait = 500;
      this.tell(true);
      // Nothing came before the connection was lost, so there is no event to go on from.
      if (this.#wasOpen && this.#last === undefined) void queryClient.invalidateQueries();
      this.#wasOpen = true;
      if (this.#watched !== undefined) this.#say({ watch: this.#watched });
      if (this.#last !== undefined) this.#say({ after: this.#last });
    };
    socket.onmessage = (message) => this.#hear(JSON.parse(message.data));
    socket.onclose = (event) => {
      if (this.#stopped || socket !== this.#socket) return;
      if (event.code === SIGNED_OUT) {
        // Asking anything else finds that out, and leads to the sign-in page.
        void queryClient.invalidateQueries({ queryKey: ["me"] });
        return;
      }
      this.tell(false);
      this.#timer = window.setTimeout(() => this.#open(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    };
  }

  #say(what: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(what));
  }

  #hear(message: Message): void {
    this.#last = Math.max(this.#last ?? 0, message.last);
    if (message.reload) {
      void queryClient.invalidateQueries();
      return;
    }
    const watched = this.#watched;
    if (watched !== undefined && (message.rows || message.gone)) {
      queryClient.setQueryData<Board>(
        boardQuery(watched).queryKey,
        (board) =>
          board && withRows(board, (message.rows ?? []).map(withAwaited), message.gone ?? []),
      );
    }
    if (message.lost && watched !== undefined) refresh(boardQuery(watched).queryKey);
    const stale = new Map<string, readonly unknown[]>();
    for (const id of message.docs ?? []) stale.set(`doc ${id}`, ["doc", id]);
    for (const event of message.events ?? []) {
      for (const key of touched(event)) stale.set(JSON.stringify(key), key);
    }
    for (const key of stale.values()) refresh(key);
  }
}

/** The board with rows put in the place of theirs, added where they are new, and without those that are gone. */
export function withRows(board: Board, rows: Row[], gone: number[]): Board {
  const fresh = new Map(rows.map((row) => [row.id, row]));
  const left = new Set(gone);
  const kept = board.rows
    .filter((row) => !left.has(row.id))
    .map((row) => {
      const newer = fresh.get(row.id);
      fresh.delete(row.id);
      return newer ?? row;
    });
  return { ...board, rows: [...kept, ...fresh.values()] };
}

function touched({ kind, board_id, pulse_id }: Happened): (readonly unknown[])[] {
  const keys: (readonly unknown[])[] = [];
  if (OF_THE_LIST.test(kind)) keys.push(["boards"]);
  if (/^(User|Account|Plan|Logo)/.test(kind)) keys.push(["users"], ["me"], ["account"]);
  if (/^Team/.test(kind)) keys.push(["teams"], ["users"], ["boards"], ["workspaces"]);
  if (/^Folder/.test(kind)) keys.push(["folders"], ["boards"], ["docs"]);
  if (/^Workspace/.test(kind)) keys.push(["workspaces"], ["folders"], ["boards"], ["docs"]);
  if (/^Doc(Created|Duplicated|Renamed|Deleted)/.test(kind)) keys.push(["docs"]);
  if (kind === "DocDeleted") keys.push(["doc"]);
  if (OF_A_CONVERSATION.test(kind)) keys.push(["inbox"], ["unread"]);
  // It may stand in a formula or a mirror anywhere.
  if (/^(Value|Pulse|Column)/.test(kind)) keys.push(["computed"]);
  if (board_id !== null) {
    keys.push(["activity", board_id]);
    if (OF_THE_STRUCTURE.test(kind)) keys.push(boardQuery(board_id).queryKey);
    if (kind === "TagCreated") keys.push(tagsQuery(board_id).queryKey);
  }
  if (pulse_id !== null) {
    if (OF_A_CONVERSATION.test(kind)) keys.push(updatesQuery(pulse_id).queryKey);
    if (/^(Doc|Description)/.test(kind)) keys.push(["description", pulse_id]);
    if (/^Note/.test(kind)) keys.push(notesQuery(pulse_id).queryKey);
    if (/^Pulse(S|Uns)ubscribed/.test(kind)) keys.push(subscribersQuery(pulse_id).queryKey);
  }
  return keys;
}

function refresh(queryKey: readonly unknown[]): void {
  void queryClient.invalidateQueries({ queryKey });
}
