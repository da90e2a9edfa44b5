import { texts } from "../../texts";
import { Prose } from "../../ui/Prose";
import { useTitle } from "../../ui/useTitle";
import { ApiHelp } from "./ApiHelp";
import { Keys } from "./Keys";
import "./help.css";

export function HelpPage() {
  useTitle(texts.frame.help);
  return (
    <article className="help">
      <h1>{texts.help.title}</h1>
      <ApiHelp />
      {texts.help.answers.map(({ title, text }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>
            <Prose text={text} />
          </p>
        </section>
      ))}
      <Keys />
    </article>
  );
}
