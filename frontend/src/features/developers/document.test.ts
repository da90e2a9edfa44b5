import { expect, test } from "vitest";
import { type OpenApi, prepared } from "./document";

const FORM = "application/x-www-form-urlencoded";

const document: OpenApi = {
  paths: {
    "/pulses/{id}.json": {
      put: {
        parameters: [{ description: "The pulse's id.", example: 345, schema: { type: "integer" } }],
        requestBody: {
          content: {
            [FORM]: {
              example: { name: "Order two cakes", ids: [1, 2] },
              schema: {
                required: ["kind"],
                properties: {
                  kind: { type: "string", enum: ["text", "date"] },
                  name: { type: "string", description: "The title." },
                  text: { type: "string" },
                  ids: { type: "array" },
                  archive: { type: "boolean", default: false },
                },
              },
            },
          },
        },
        responses: { "200": { headers: {} } },
      },
    },
  },
  components: { responses: { "401": { content: {} } } },
};

const update = prepared(document).paths["/pulses/{id}.json"]?.put;
const fields = update?.requestBody?.content[FORM]?.schema.properties;

test("an example is told, and not filled in", () => {
  expect(update?.parameters[0]).toEqual({
    description: "The pulse's id. For example `345`.",
    schema: { type: "integer" },
  });
  expect(fields?.name).toEqual({
    type: "string",
    description: "The title. For example `Order two cakes`.",
    example: "",
  });
  expect(fields?.ids?.description).toBe("For example `[1,2]`.");
});

test("a field of the form starts empty, or with its default", () => {
  expect(fields?.text?.example).toBe("");
  expect(fields?.ids?.example).toEqual([]);
  expect(fields?.kind).toEqual({ type: "string", enum: ["text", "date"] });
  expect(fields?.archive).toEqual({ type: "boolean", default: false });
});

test("the document itself stays as it is", () => {
  expect(document.paths["/pulses/{id}.json"]?.put?.parameters[0]?.example).toBe(345);
});
