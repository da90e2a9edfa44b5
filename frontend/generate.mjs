// Writes src/api/types.ts from the OpenAPI document of /app, read from standard input; with --check, fails where it is not up to date.

import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const FILE = new URL("src/api/types.ts", import.meta.url);
const HEAD =
  "// Made from src/lundi/entrypoints/app_api by `make format`; don't change it here.\n\n";

// In pieces: a pipe may have nothing to read yet.
let document = "";
for await (const piece of process.stdin) document += piece;
const made =
  HEAD +
  astToString(
    await openapiTS(JSON.parse(document), {
      defaultNonNullable: false,
      emptyObjectsUnknown: true,
    }),
  );
if (!process.argv.includes("--check")) writeFileSync(FILE, made);
else if (readFileSync(FILE, "utf8") !== made) {
  console.error("frontend/src/api/types.ts is not up to date: make format");
  process.exit(1);
}
