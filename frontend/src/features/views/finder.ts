// Asks what a query finds, one question at a time: a new question after a moment, and the last one again when rows change.

export interface Answer {
  /** The question; undefined for none, which finds everything. */
  asked: string | undefined;
  /** In order; undefined for everything. */
  ids: number[] | undefined;
  /** Why there was no answer. */
  error?: unknown;
}

export const EVERYTHING: Answer = { asked: undefined, ids: undefined };
/** Typing, and changes that come one after the other, are waited for; in milliseconds. */
const SOON = 150;

export class Finder {
  #asked: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  /** Rows changed since it was asked. */
  #isStale = false;
  #isFirst = true;

  constructor(
    readonly find: (asked: string) => Promise<number[]>,
    readonly tell: (answer: Answer) => void,
  ) {}

  /** From now on this is the question. */
  ask(asked: string | undefined): void {
    if (asked === this.#asked && !this.#isFirst) return;
    this.#asked = asked;
    this.#isAsking = this.#isStale = false;
    this.stop();
    if (asked === undefined) this.tell(EVERYTHING);
    else this.#wait(this.#isFirst ? 0 : SOON);
    this.#isFirst = false;
  }

  /** Its answer may be another one by now. */
  askAgain(): void {
    if (this.#asked === undefined) return;
    if (this.#isAsking) this.#isStale = true;
    else if (this.#timer === undefined) this.#wait(SOON);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#send();
    }, milliseconds);
  }

  async #send(): Promise<void> {
    const asked = this.#asked;
    if (asked === undefined) return;
    this.#isAsking = true;
    const answer = await this.find(asked).then(
      (ids): Answer => ({ asked, ids }),
      (error): Answer => ({ asked, ids: undefined, error }),
    );
    if (asked !== this.#asked) return;
    this.#isAsking = false;
    this.tell(answer);
    if (this.#isStale) this.#wait(SOON);
    this.#isStale = false;
  }
}
