import "../../../ui/base.css";
import "../page.css";
import "./v2.css";
import { element, watchToken } from "../token";

const watching = new Set<() => void>();

const { token, filled } = watchToken(
  {
    none: "Without one, every query answers 401.",
    own: "Your personal token. Sent with every query you run.",
    other: "Sent with every query you run below.",
  },
  () => {
    for (const tell of watching) tell();
  },
);

try {
  // The editor is most of what there is to load: the text is read meanwhile.
  const [{ showExplorer }] = await Promise.all([import("./explorer"), filled]);
  showExplorer(element("explorer"), {
    token,
    watch(tell) {
      watching.add(tell);
      return () => watching.delete(tell);
    },
  });
} catch (error) {
  element("explorer").textContent = `The editor can’t be shown: ${error}`;
}
