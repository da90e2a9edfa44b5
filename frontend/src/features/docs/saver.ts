// Keeps a doc saved while it is written, and takes in what others write meanwhile.

import { Refused, type Schemas } from "../../api/client";
import { Store } from "../../ui/store";
import { sayError } from "../../ui/toasts";
import { type Block, blocksOf, everyBlock, isSame, written } from "./blocks";
import { merged } from "./merging";

export type Doc = Schemas["Doc"];

/** Where the doc stands: an editor, and once that is closed, what was last in it. */
export interface Page {
  read: () => Block[];
  /** In place of what stands there; what is the same stays untouched. */
  show: (blocks: Block[]) => void;
  /** As the page gives back what it was shown. */
  normal: (blocks: Block[]) => Block[];
}

export interface Server {
  save: (given: Schemas["DocContent"]) => Promise<Schemas["SavedDoc"]>;
  read: () => Promise<Doc>;
}

/** `clash`: others have changed the same. `problem`: why it can't be saved. */
export type State =
  | { is: "saved" | "unsaved" | "saving" | "clash" }
  | { is: "problem"; problem: string };

interface Version {
  revision: number;
  ids: Map<string, number>;
  blocks: Block[];
}

const CONFLICT = 409;
const PAUSE = 1500;
const LONGEST_PAUSE = 8000;
const TRY_AGAIN = 4000;

export class Saver {
  readonly state = new Store<State>({ is: "saved" });
  #page: Page;
  #server: Server;
  #known: Version;
  #theirs: Version | undefined;
  #later: Doc | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsavedSince = 0;
  #isLeft = false;

  constructor(doc: Doc, page: Page, server: Server) {
    this.#page = page;
    this.#server = server;
    this.#known = this.#version(doc, new Map());
  }

  /** Something was written. */
  changed(): void {
    if (["saving", "clash"].includes(this.state.value.is)) return;
    if (this.state.value.is !== "unsaved") this.#unsavedSince = Date.now();
    this.state.set({ is: "unsaved" });
    const left = this.#unsavedSince + LONGEST_PAUSE - Date.now();
    this.#saveIn(Math.max(0, Math.min(PAUSE, left)));
  }

  /** What isn't saved yet is saved now. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (["saved", "saving", "clash"].includes(this.state.value.is)) return;
    const blocks = this.#page.read();
    if (isSame(blocks, this.#known.blocks)) return this.state.set({ is: "saved" });
    this.state.set({ is: "saving" });
    const { blocks: given, made } = written(blocks, this.#known.blocks, this.#known.ids);
    try {
      const answer = await this.#server.save({ revision: this.#known.revision, blocks: given });
      this.#known = {
        revision: answer.revision,
        ids: this.#idsOf(blocks, made, answer.made),
        blocks,
      };
      this.#settle();
    } catch (error) {
      await this.#refused(error);
    }
    this.#takeLater();
  }

  /** The doc as the server has it by now. */
  take(doc: Doc): void {
    if (doc.revision <= this.#known.revision) return;
    if (this.state.value.is === "saving") {
      this.#later = doc;
      return;
    }
    const theirs = this.#version(doc, this.#known.ids);
    const mine = this.#page.read();
    const isUnchanged = isSame(mine, this.#known.blocks);
    const both = isUnchanged ? theirs.blocks : merged(this.#known.blocks, mine, theirs.blocks);
    if (both) this.#adopt(theirs, both);
    else this.#clash(theirs);
  }

  /** After a clash: without what was written here. */
  takeTheirs(): void {
    if (this.#theirs) this.#adopt(this.#theirs, this.#theirs.blocks);
  }

  /** After a clash: without what others wrote. */
  async keepMine(): Promise<void> {
    if (this.#theirs) this.#adopt(this.#theirs, this.#page.read());
    await this.save();
  }

  /** The editor is about to close. */
  leave(): void {
    let last = this.#page.read();
    const { normal } = this.#page;
    this.#page = { normal, read: () => last, show: (blocks) => (last = blocks) };
    this.#isLeft = true;
    void this.save();
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), milliseconds);
  }

  /** `known`: the ids by the keys that blocks have here already. */
  #version(doc: Doc, known: Map<string, number>): Version {
    const keys = new Map([...known].map(([key, id]) => [id, key]));
    const keyOf = (id: number) => keys.get(id) ?? String(id);
    const ids = new Map(doc.blocks.map(({ id }) => [keyOf(id), id]));
    const blocks = this.#page.normal(blocksOf(doc.blocks, keyOf));
    return { revision: doc.revision, ids, blocks };
  }

  #idsOf(blocks: Block[], made: string[], ids: number[]): Map<string, number> {
    const fresh = new Map(made.map((key, at) => [key, ids[at]]));
    return new Map(
      everyBlock(blocks).flatMap(({ key }) => {
        const id = fresh.get(key) ?? this.#known.ids.get(key);
        return id === undefined ? [] : [[key, id] as const];
      }),
    );
  }

  #adopt(version: Version, blocks: Block[]): void {
    this.#known = version;
    this.#theirs = undefined;
    this.#page.show(blocks);
    this.#settle();
  }

  /** What was written while something else went on is still to be saved. */
  #settle(): void {
    const isSaved = isSame(this.#page.read(), this.#known.blocks);
    this.state.set({ is: isSaved ? "saved" : "unsaved" });
    this.#unsavedSince = Date.now();
    if (!isSaved) this.#saveIn(this.#isLeft ? 0 : PAUSE);
  }

  #clash(theirs: Version): void {
    clearTimeout(this.#timer);
    this.#theirs = theirs;
    this.state.set({ is: "clash" });
  }

  #takeLater(): void {
    const doc = this.#later;
    this.#later = undefined;
    if (doc) this.take(doc);
  }

  async #refused(error: unknown): Promise<void> {
    const status = error instanceof Refused ? error.status : undefined;
    const problem = error instanceof Error ? error.message : String(error);
    this.state.set({ is: "problem", problem });
    if (this.#isLeft && status !== CONFLICT) sayError(error);
    if (status === 0) this.#saveIn(TRY_AGAIN);
    if (status !== CONFLICT) return;
    const { revision } = this.#known;
    await this.#server.read().then((doc) => this.take(doc), sayError);
    const isStuck = this.#known.revision === revision || this.state.value.is === "clash";
    if (this.#isLeft && isStuck) sayError(error);
  }
}
