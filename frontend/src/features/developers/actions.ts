// Swagger UI with what is Lundi's own about it.

import SwaggerUI, { type System } from "swagger-ui-dist/swagger-ui-es-bundle.js";
import { type OpenApi, prepared } from "./document";
import { compareActions, titleOf } from "./operations";

const SCHEME = "api_key";

/** Shows the actions, the token for all of them being what `token` says; gives what to call when that changes. */
export async function showActions(token: () => string): Promise<() => void> {
  const answer = await fetch("/v1/openapi.json");
  if (!answer.ok) throw new Error(`openapi.json answers ${answer.status}.`);
  const spec = prepared((await answer.json()) as OpenApi);
  return new Promise((resolve) => {
    const ui = SwaggerUI({
      dom_id: "#swagger",
      spec,
      deepLinking: true,
      defaultModelsExpandDepth: -1,
      displayRequestDuration: true,
      docExpansion: "list",
      operationsSorter: (a, b) => compareActions(actionOf(a), actionOf(b)),
      plugins: [dressing],
      syntaxHighlight: { activated: false },
      // The one address outside that Swagger UI would call.
      validatorUrl: null,
      // Only then does it know the scheme that the token belongs to.
      onComplete: () => resolve(authorizing(ui, token)),
    });
  });
}

/** The token goes as `api_key` into the query, so that the shown URL and curl line run as they are. */
function authorizing(ui: System, token: () => string): () => void {
  let authorized = false;
  return () => {
    // Swagger UI fails at signing out who never signed in.
    if (authorized) ui.authActions.logout([SCHEME]);
    authorized = token() !== "";
    if (authorized) ui.preauthorizeApiKey(SCHEME, token());
  };
}

function actionOf(operation: { get(name: "path" | "method"): string }) {
  return { path: operation.get("path"), method: operation.get("method") };
}

function dressing(system: System) {
  const nothing = () => null;
  return {
    // Its own way of scrolling knows nothing of the token, which stays in sight above.
    statePlugins: {
      layout: {
        wrapActions: { scrollToElement: () => (element: Element) => element.scrollIntoView() },
      },
    },
    components: {
      // The page has its own introduction and its one field for the token.
      InfoContainer: nothing,
      authorizeOperationBtn: nothing,
      AuthorizeBtnContainer: nothing,
      ServersContainer: nothing,
      // The API takes an empty parameter as one that isn't given.
      ParameterIncludeEmpty: nothing,
      OperationSummaryMethod: ({ method }: Record<string, unknown>) =>
        system.React.createElement(
          "span",
          { className: "opblock-summary-method" },
          titleOf(String(method)),
        ),
    },
  };
}
