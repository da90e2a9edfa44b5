import "../../ui/base.css";
import "./page.css";
import "./actions.css";
import { showActions } from "./actions";
import { findReader } from "./reader";

const form = element<HTMLFormElement>("token-form");
const field = element<HTMLInputElement>("token");
const state = element("token-state");
const signedIn = element("signed-in");
const given = () => field.value.trim();
let filledIn = "";
let tokenChanged = () => {};

field.addEventListener("input", tellToken);
form.addEventListener("submit", (event) => event.preventDefault());
// It may have been rotated in another tab, or somebody else be signed in by now.
addEventListener("pageshow", (event) => event.persisted && void fillIn());
document.addEventListener("visibilitychange", () => !document.hidden && void fillIn());

try {
  const [changed] = await Promise.all([showActions(given), fillIn()]);
  tokenChanged = changed;
  tokenChanged();
} catch (error) {
  element("swagger").textContent = `The actions can’t be shown: ${error}`;
}

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
  tellToken();
}

function tellToken(): void {
  if (!given()) state.textContent = "Without one, every action answers 401.";
  else if (given() === filledIn)
    state.textContent = "Your personal token. Sent with every action you try.";
  else state.textContent = "Sent with every action you try below.";
  tokenChanged();
}

function element<E extends HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`developers.html has no #${id}`);
  return found as E;
}
