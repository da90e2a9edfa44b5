// The OpenAPI document as Swagger UI is to show it.

interface Described {
  description?: string;
  example?: unknown;
}

interface Schema extends Described {
  type?: string;
  default?: unknown;
  enum?: string[];
}

interface Form {
  example?: Record<string, unknown>;
  schema: { properties: Record<string, Schema>; required?: string[] };
}

interface Operation {
  parameters: (Described & { schema: Schema })[];
  requestBody?: { content: Record<string, Form> };
  responses: Record<string, { headers?: unknown }>;
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, { content?: unknown }> };
}

const FORM = "application/x-www-form-urlencoded";

/**
 * Swagger UI writes every example into its forms, where it would be sent: 345 is somebody's pulse. So an example
 * becomes a part of the description. What the page says once, about errors and headers, isn't repeated at each action.
 */
export function prepared(document: OpenApi): OpenApi {
  const shown = structuredClone(document);
  for (const operation of Object.values(shown.paths).flatMap((path) => Object.values(path))) {
    for (const parameter of operation.parameters) tell(parameter);
    const form = operation.requestBody?.content[FORM];
    if (form) empty(form);
    for (const response of Object.values(operation.responses)) delete response.headers;
  }
  for (const refusal of Object.values(shown.components.responses)) delete refusal.content;
  return shown;
}

function empty(form: Form): void {
  for (const [name, field] of Object.entries(form.schema.properties)) {
    field.example = form.example?.[name];
    tell(field);
    // A required choice shows the first there is to choose, and that is then sent.
    const chosen = field.enum && form.schema.required?.includes(name);
    // Without one, Swagger UI makes up a text such as «string».
    if (field.default === undefined && !chosen) field.example = field.type === "array" ? [] : "";
  }
  delete form.example;
}

function tell(described: Described): void {
  const { description = "", example } = described;
  delete described.example;
  if (example === undefined) return;
  const text = typeof example === "object" ? JSON.stringify(example) : String(example);
  described.description = `${description} For example \`${text}\`.`.trim();
}
