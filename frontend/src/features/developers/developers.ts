import "../../ui/base.css";
import "./page.css";
import "./actions.css";
import { showActions } from "./actions";

const form = element<HTMLFormElement>("token-form");
const field = element<HTMLInputElement>("token");
const state = element("token-state");
const given = () => field.value.trim();

field.addEventListener("input", () => {
  state.textContent = given()
    ? "Sent with every action you try below."
    : "Without one, every action answers 401.";
});
form.addEventListener("submit", (event) => event.preventDefault());

try {
  const tokenChanged = await showActions(given);
  tokenChanged();
  field.addEventListener("input", tokenChanged);
} catch (error) {
  element("swagger").textContent = `The actions can’t be shown: ${error}`;
}

function element<E extends HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`developers.html has no #${id}`);
  return found as E;
}
