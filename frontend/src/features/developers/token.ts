// The field for the token: it holds the reader's own until they put another there.

import { findReader } from "./reader";

/** What is said of each. */
interface Sentences {
  none: string;
  own: string;
  other: string;
}

export interface TokenField {
  token: () => string;
  /** Done once the reader's own token is there, if they have one. */
  filled: Promise<void>;
}

/** `changed` is called whenever the token is another. */
export function watchToken(sentences: Sentences, changed: () => void): TokenField {
  const form = element<HTMLFormElement>("token-form");
  const field = element<HTMLInputElement>("token");
  const state = element("token-state");
  const signedIn = element("signed-in");
  const given = () => field.value.trim();
  let filledIn = "";

  field.addEventListener("input", tell);
  form.addEventListener("submit", (event) => event.preventDefault());
  // It may have been rotated in another tab, or somebody else be signed in by now.
  addEventListener("pageshow", (event) => event.persisted && void fillIn());
  document.addEventListener("visibilitychange", () => !document.hidden && void fillIn());
  return { token: given, filled: fillIn() };

  /** Puts the reader's own token where they haven't put another one. */
  async function fillIn(): Promise<void> {
    const reader = await findReader();
    if (given() !== filledIn) return;
    const token = reader?.token ?? "";
    signedIn.hidden = !reader;
    if (reader)
      signedIn.textContent = `Signed in as ${reader.name}: your personal token is filled in.`;
    if (token === filledIn) return;
    filledIn = token;
    field.value = token;
    tell();
  }

  function tell(): void {
    const isOwn = given() === filledIn;
    state.textContent = given() ? sentences[isOwn ? "own" : "other"] : sentences.none;
    changed();
  }
}

export function element<E extends HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found as E;
}
