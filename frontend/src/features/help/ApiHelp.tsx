import { useQuery } from "@tanstack/react-query";
import { accountQuery, useMe } from "../../api/queries";
import { texts } from "../../texts";
import { Prose } from "../../ui/Prose";
import "../../ui/table.css";

const { tokens, example, limits } = texts.help;

export function ApiHelp() {
  return (
    <section>
      <h2>{texts.help.apiQuestion}</h2>
      <p>
        <Prose text={texts.help.yes} />
      </p>
      <Tokens />
      <Example />
      <Limits />
    </section>
  );
}

function Tokens() {
  const [token, ...heads] = tokens.heads;
  return (
    <>
      <h3>{tokens.title}</h3>
      <table className="table table-folding" aria-label={tokens.title}>
        <thead>
          <tr>
            <th scope="col">{token}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={cell} data-label={heads[index]}>
                  <span>
                    <Prose text={cell} />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Prose text={tokens.care} />
      </p>
    </>
  );
}

function Example() {
  return (
    <>
      <h3>{example.title}</h3>
      <ol>
        {example.steps.map((step) => (
          <li key={step}>
            <Prose text={step} />
          </li>
        ))}
      </ol>
      <p>{example.terminal}</p>
      <Sample text={example.curl(location.origin)} />
      <p>{example.answer}</p>
      <Sample text={example.json(location.origin)} />
    </>
  );
}

function Sample({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is too wide is scrolled by keyboard, too.
    <pre tabIndex={0}>
      <code>{text}</code>
    </pre>
  );
}

function Limits() {
  const { data: account } = useQuery({ ...accountQuery, staleTime: 0 });
  const me = useMe();
  return (
    <>
      <h3>{limits.title}</h3>
      <p>
        {account && <Prose text={limits.own(account)} />} <Prose text={limits.rules} />{" "}
        {me.is_admin && <Prose text={limits.admin} />}
      </p>
    </>
  );
}
