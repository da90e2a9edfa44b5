// The editor of queries, with examples to start from and the version to ask in.

import { useEditorContext } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./explorer.css";
import { ask, type Question } from "./asking";
import { EXAMPLES, type Example, NOWHERE } from "./examples";
import { findScene, type Scene } from "./scene";
import { VersionField } from "./VersionField";

/** The token that the page holds. */
export interface Held {
  token: () => string;
  watch: (tell: () => void) => () => void;
}

interface Chosen {
  example: Example;
  query: string;
  variables: string;
}

const TYPING_PAUSE = 400;

export function showExplorer(place: HTMLElement, held: Held): void {
  createRoot(place).render(<Explorer held={held} />);
}

function Explorer({ held }: { held: Held }) {
  const token = useSyncExternalStore(held.watch, held.token);
  const settled = useSettled(token);
  const [version, setVersion] = useState("");
  const [scene, setScene] = useState<Scene | undefined>();
  const [chosen, setChosen] = useState<Chosen | undefined>();
  const schema = useSchema(version);
  const fetcher = useCallback(
    (question: Question) => ask(token, version, question) as Promise<object>,
    [token, version],
  );

  useEffect(() => {
    let isWanted = true;
    void findScene(settled).then((found) => {
      if (isWanted) setScene(found);
    });
    return () => {
      isWanted = false;
    };
  }, [settled]);

  return (
    <>
      <div className="examples-about">
        <p>
          {scene
            ? `Examples about your board “${scene.boardName}”; a dot marks those that change it.`
            : "Examples; with your token, they are about a board of yours. A dot marks those that change something."}
        </p>
        <VersionField token={settled} version={version} onChange={setVersion} />
      </div>
      <div className="examples">
        {EXAMPLES.map((example) => (
          <button
            key={example.name}
            type="button"
            className={example.changes ? "example example-changes" : "example"}
            aria-pressed={chosen?.example === example}
            onClick={() => setChosen(choose(example, scene))}
          >
            {example.name}
            {example.changes && <span className="unseen"> (changes the board)</span>}
          </button>
        ))}
      </div>
      <GraphiQL
        fetcher={fetcher}
        schema={schema}
        defaultQuery={EXAMPLES[0]?.query ?? ""}
        // Gone with the tab: this may be somebody else's computer.
        storage={sessionStorage}
        defaultEditorToolsVisibility="variables"
        isHeadersEditorEnabled={false}
        showPersistHeadersSettings={false}
        forcedTheme="system"
      >
        <GraphiQL.Toolbar>
          {({ prettify, copy, merge }) => (
            <>
              <Fill chosen={chosen} />
              {prettify}
              {merge}
              {copy}
            </>
          )}
        </GraphiQL.Toolbar>
      </GraphiQL>
    </>
  );
}

function choose(example: Example, scene: Scene | undefined): Chosen {
  const variables = example.variables?.(scene ?? NOWHERE);
  return {
    example,
    query: example.query,
    variables: variables ? JSON.stringify(variables, null, 2) : "",
  };
}

/** Puts what was chosen into the editors; only what stands inside of GraphiQL reaches them. */
function Fill({ chosen }: { chosen: Chosen | undefined }) {
  const { queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  useEffect(() => {
    if (!chosen) return;
    queryEditor?.setValue(chosen.query);
    variableEditor?.setValue(chosen.variables);
  }, [chosen, queryEditor, variableEditor]);
  return null;
}

/** What it is once nobody is typing any more. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(setSettled, TYPING_PAUSE, value);
    return () => clearTimeout(waiting);
  }, [value]);
  return settled;
}

/** Of a version; read without a token, so that the docs are there for everybody. */
function useSchema(version: string): GraphQLSchema | null {
  const [schema, setSchema] = useState<GraphQLSchema | null>(null);
  useEffect(() => {
    let isWanted = true;
    void fetch(`/v2/get_schema?format=json&version=${version}`)
      .then((answer) => answer.json())
      .then(({ data }: { data: IntrospectionQuery }) => {
        if (isWanted) setSchema(buildClientSchema(data));
      });
    return () => {
      isWanted = false;
    };
  }, [version]);
  return schema;
}
