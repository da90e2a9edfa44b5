import "../../ui/base.css";
import "./page.css";
import "./actions.css";
import { showActions } from "./actions";
import { element, watchToken } from "./token";

let tokenChanged = () => {};

const { token, filled } = watchToken(
  {
    none: "Without one, every action answers 401.",
    own: "Your personal token. Sent with every action you try.",
    other: "Sent with every action you try below.",
  },
  () => tokenChanged(),
);

try {
  const [changed] = await Promise.all([showActions(token), filled]);
  tokenChanged = changed;
  tokenChanged();
} catch (error) {
  element("swagger").textContent = `The actions can’t be shown: ${error}`;
}
