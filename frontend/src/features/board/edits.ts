// Changes to a board: shown at once, then asked of the server, taken back with its sentence where it refuses.

import { awaitValue, withAwaited, withValue } from "../../api/awaited";
import { ask, DELETE, GET, POST, PUT } from "../../api/client";
import { withRows } from "../../api/live";
import {
  type Board,
  boardQuery,
  type Column,
  queryClient,
  type Row,
  tagsQuery,
} from "../../api/queries";
import { texts } from "../../texts";
import { sayError, sayProgress } from "../../ui/toasts";
import { canUndo, canUndoWhenDone } from "../../ui/undo";
import { bodyOf, cleared } from "./cells/registry";
import type { CellChange } from "./clipboard";
import type { Change } from "./editors/EditorProps";
import type { Names } from "./values";

const AT_ONCE = 8;
const MOST_AT_ONCE = 1000;
const TOLD_FROM = 20;
const NAME: Column = { id: "name", title: "", type: "name", settings: {} };

type Told = Record<"duplicated" | "moved" | "deleted" | "archived", (count: number) => string>;

export class Edits {
  constructor(
    readonly boardId: number,
    readonly names: Names,
    /** What is said of what was done. */
    readonly told: Told = texts.undo,
  ) {}

  get #key() {
    return boardQuery(this.boardId).queryKey;
  }

  /** Sets a cell; it can be undone. */
  async setValue(row: Row, column: Column, change: Change): Promise<void> {
    await this.setMany([{ row, column, change }]);
  }

  async clear(row: Row, column: Column): Promise<void> {
    if (row.values[column.id] === undefined) return;
    await this.setValue(row, column, cleared(column, row, this.names));
  }

  async rename(row: Row, name: string): Promise<void> {
    await this.setMany([{ row, column: NAME, change: { name } }]);
  }

  /** Sets cells, some at a time; all of it is undone at once. Stops at the first that is refused. */
  async setMany(changes: CellChange[]): Promise<void> {
    const wanted = changes.filter(
      ({ row, change }) => !("name" in change) || isNewName(row, change.name),
    );
    const before = wanted.map(
      ({ row, column, change }): CellChange => ({
        row,
        column,
        change: "name" in change ? { name: row.name } : { value: row.values[column.id] },
      }),
    );
    const setting = this.#setAll(wanted).then((done) => (done.length ? done : undefined));
    canUndoWhenDone(
      setting,
      (done) => this.#setAll(before.filter((_, index) => done.includes(index))),
      (done) => (done.length > 1 ? texts.undo.cellsSet(done.length) : undefined),
    );
    await setting;
  }

  /** The indexes of those that were set. */
  async #setAll(changes: CellChange[]): Promise<number[]> {
    const tell = changes.length > TOLD_FROM ? sayProgress(texts.undo.setting) : undefined;
    const done: number[] = [];
    for (let at = 0; at < changes.length; at += AT_ONCE) {
      const some = changes.slice(at, at + AT_ONCE);
      const answers = await Promise.all(some.map((one) => this.#set(one)));
      done.push(...answers.flatMap((isSet, index) => (isSet ? [at + index] : [])));
      if (answers.includes(false)) break;
      tell?.(done.length / changes.length);
    }
    tell?.(1);
    return done;
  }

  async #set({ row, column, change }: CellChange): Promise<boolean> {
    const now = this.#row(row.id);
    if (!now) return false;
    if ("name" in change) {
      const name = change.name.trim();
      return await this.#shownAtOnce({ ...now, name }, () => this.#rename(row.id, name));
    }
    return await this.#shownAtOnce(withValue(now, column.id, change.value), () =>
      this.#setValueOrThrow(row.id, column, change),
    );
  }

  async add(groupId: string, name: string): Promise<Row | undefined> {
    return await this.#orSay(async () => {
      const row = await ask(
        POST("/boards/{board_id}/pulses", {
          params: { path: { board_id: this.boardId } },
          body: { name, group_id: groupId, at_bottom: true },
        }),
      );
      this.added(row);
      return row;
    });
  }

  /** It can be undone. */
  added(row: Row): void {
    this.#put([row]);
    canUndo(() => this.#delete(row.id));
  }

  async duplicate(rows: Row[]): Promise<void> {
    const copies: number[] = [];
    await this.#orSay(() =>
      eachTold(rows, texts.undo.duplicating, async (row) => {
        const path = { board_id: this.boardId, pulse_id: row.id };
        const copy = await ask(
          POST("/boards/{board_id}/pulses/{pulse_id}/duplicate", { params: { path } }),
        );
        this.#put([copy]);
        copies.push(copy.id);
      }),
    );
    if (copies.length === 0) return;
    canUndo(
      () => eachTold(copies, texts.undo.undoing, (id) => this.#delete(id)),
      this.told.duplicated(copies.length),
    );
  }

  async remove(rows: Row[], how: "archive" | "delete"): Promise<void> {
    const gone: number[] = [];
    await this.#orSay(() =>
      eachTold(rows, texts.undo.removing, async ({ id }) => {
        await (how === "delete" ? this.#delete(id) : this.#archive(id));
        gone.push(id);
      }),
    );
    if (gone.length === 0) return;
    const told = how === "delete" ? this.told.deleted : this.told.archived;
    canUndo(() => eachTold(gone, texts.undo.undoing, (id) => this.#restore(id)), told(gone.length));
  }

  /** After the row `after`, or on top of the group. `rows` stay in their order. */
  async place(rows: Row[], groupId: string, after: Row | undefined): Promise<void> {
    const before = this.#whereabouts(rows);
    const ids = rows.map((row) => row.id);
    // Until the server says where: below any position that it could give to what follows.
    const shown = rows.map((row, index) => ({
      ...row,
      group_id: groupId,
      position: (after?.position ?? "") + "\u0001".repeat(index + 1),
    }));
    this.#put(shown);
    const placing = this.#place(ids, groupId, after?.id).then(
      () => rows.length,
      (error) => {
        this.#put(rows);
        sayError(error);
        return undefined;
      },
    );
    canUndoWhenDone(
      placing,
      async () => {
        for (const one of before) await this.#place([one.id], one.groupId, one.after);
      },
      this.told.moved,
    );
    await placing;
  }

  /** To a group of another board; values without a column there are given up if `dropping`. */
  async moveAway(rows: Row[], boardId: number, groupId: string, dropping: boolean): Promise<void> {
    const ids = rows.map((row) => row.id);
    const params = { path: { board_id: this.boardId } };
    for (const some of inParts(ids)) {
      const body = { pulse_ids: some, board_id: boardId, group_id: groupId, dropping };
      await ask(POST("/boards/{board_id}/pulses/move", { params, body }));
      this.#put([], some);
    }
    canUndo(async () => {
      for (const id of ids) await this.#moveBack(id);
      await queryClient.invalidateQueries(boardQuery(this.boardId));
    }, this.told.moved(rows.length));
  }

  /** With the values that it had here, those that were given up too. */
  async #moveBack(id: number): Promise<void> {
    const found = await ask(
      GET("/pulses/{pulse_id}/activity", { params: { path: { pulse_id: id }, query: {} } }),
    );
    const left = found.find(
      ({ kind, data }) =>
        kind === "PulseMoved" && Array.isArray(data.old) && data.old[0] === this.boardId,
    );
    if (!left) throw new Error(texts.undo.nothing);
    await ask(POST("/activity/{event_id}/undo", { params: { path: { event_id: left.id } } }));
  }

  #whereabouts(rows: Row[]) {
    const all = queryClient.getQueryData<Board>(this.#key)?.rows ?? [];
    const moving = new Set(rows.map((row) => row.id));
    return rows.map((row) => {
      const above = all.filter(
        (other) =>
          other.group_id === row.group_id &&
          other.parent_id === row.parent_id &&
          !moving.has(other.id) &&
          other.position < row.position,
      );
      above.sort((one, other) => (one.position < other.position ? 1 : -1));
      return { id: row.id, groupId: row.group_id, after: above[0]?.id };
    });
  }

  async #place(ids: number[], groupId: string, afterId: number | undefined): Promise<void> {
    const params = { path: { board_id: this.boardId } };
    let after = afterId;
    for (const some of inParts(ids)) {
      const body = { pulse_ids: some, group_id: groupId, after_id: after ?? null };
      this.#put(await ask(POST("/boards/{board_id}/pulses/place", { params, body })));
      after = some.at(-1);
    }
  }

  async #rename(id: number, name: string): Promise<void> {
    const params = { path: { pulse_id: id } };
    const renamed = await ask(PUT("/pulses/{pulse_id}/name", { params, body: { name } }));
    this.#change(id, (row) => (row.updated_at > renamed.updated_at ? row : renamed));
  }

  async #delete(id: number): Promise<void> {
    await ask(DELETE("/pulses/{pulse_id}", { params: { path: { pulse_id: id } } }));
    this.#put([], [id]);
  }

  async #restore(id: number): Promise<void> {
    const params = { path: { pulse_id: id } };
    this.#put([await ask(POST("/pulses/{pulse_id}/restore", { params }))]);
  }

  async #archive(id: number): Promise<void> {
    await ask(POST("/pulses/{pulse_id}/archive", { params: { path: { pulse_id: id } } }));
    this.#put([], [id]);
  }

  async #setValueOrThrow(id: number, column: Column, change: Change): Promise<void> {
    const path = { board_id: this.boardId, pulse_id: id, column_id: column.id };
    const settle = awaitValue(id, column.id, change.value);
    let isDoubted = false;
    try {
      const { value } = await ask(
        PUT("/boards/{board_id}/pulses/{pulse_id}/values/{column_id}", {
          params: { path },
          body: bodyOf(column, change, this.names),
        }),
      );
      if (column.type === "tags") await queryClient.refetchQueries(tagsQuery(this.boardId));
      // A later change of the same cell may be shown already.
      this.#change(id, (row) =>
        row.values[column.id] === change.value
          ? withValue(row, column.id, value ?? undefined)
          : row,
      );
    } finally {
      isDoubted = settle();
    }
    // The change itself is done, whatever becomes of this.
    if (isDoubted) await this.#readAgain(id).catch(sayError);
  }

  async #readAgain(id: number): Promise<void> {
    const { row } = await ask(GET("/pulses/{pulse_id}", { params: { path: { pulse_id: id } } }));
    this.#change(id, () => withAwaited(row));
  }

  #row(id: number): Row | undefined {
    return queryClient.getQueryData<Board>(this.#key)?.rows.find((one) => one.id === id);
  }

  /** Shows the row as it will be; puts the former one back if the server refuses. */
  async #shownAtOnce(row: Row, change: () => Promise<void>): Promise<boolean> {
    const former = this.#row(row.id);
    this.#put([row]);
    try {
      await change();
      return true;
    } catch (error) {
      if (former) this.#put([former]);
      sayError(error);
      return false;
    }
  }

  async #orSay<T>(change: () => Promise<T>): Promise<T | undefined> {
    try {
      return await change();
    } catch (error) {
      sayError(error);
      return undefined;
    }
  }

  #put(rows: Row[], gone: number[] = []): void {
    queryClient.setQueryData<Board>(this.#key, (board) => board && withRows(board, rows, gone));
  }

  #change(id: number, change: (row: Row) => Row): void {
    queryClient.setQueryData<Board>(
      this.#key,
      (board) =>
        board && { ...board, rows: board.rows.map((row) => (row.id === id ? change(row) : row)) },
    );
  }
}

/** One after the other; many are told of while they are under way. */
async function eachTold<T>(all: T[], text: string, act: (one: T) => Promise<void>): Promise<void> {
  const tell = all.length > TOLD_FROM ? sayProgress(text) : undefined;
  try {
    for (const [index, one] of all.entries()) {
      await act(one);
      tell?.((index + 1) / all.length);
    }
  } finally {
    tell?.(1);
  }
}

/** As many as the server takes with one request. */
function inParts(ids: number[]): number[][] {
  const parts: number[][] = [];
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE)
    parts.push(ids.slice(at, at + MOST_AT_ONCE));
  return parts;
}

function isNewName(row: Row, name: string): boolean {
  return name.trim() !== "" && name.trim() !== row.name;
}
