// What we use of Swagger UI, which brings no types.

declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  interface ReactElement {
    readonly $$typeof: symbol;
  }

  type Component = (props: Record<string, unknown>) => ReactElement | null;

  export interface System {
    React: {
      createElement(
        type: string,
        props: Record<string, unknown>,
        ...children: string[]
      ): ReactElement;
    };
    preauthorizeApiKey(scheme: string, value: string): unknown;
    authActions: { logout(schemes: string[]): void };
  }

  interface Operation {
    get(name: "path" | "method"): string;
  }

  interface Plugin {
    components: Record<string, Component>;
    statePlugins: {
      layout: { wrapActions: { scrollToElement: () => (element: Element) => void } };
    };
  }

  export interface Options {
    dom_id: string;
    spec: object;
    deepLinking: boolean;
    defaultModelsExpandDepth: number;
    displayRequestDuration: boolean;
    docExpansion: "list" | "full" | "none";
    operationsSorter(a: Operation, b: Operation): number;
    plugins: ((system: System) => Plugin)[];
    syntaxHighlight: { activated: boolean };
    validatorUrl: null;
    onComplete(): void;
  }

  export default function SwaggerUI(options: Options): System;
}
