// Every page, light and dark, wide and narrow: axe finds nothing serious, nothing sticks out. tests/browser/test_app.py starts the server and this.

import assert from "node:assert/strict";
import { api, person, seriousIn, story, URL_OF_LUNDI, until, v2, visit } from "./visit.mjs";

const token = person("Maggie").personal_token;
const [board] = await api(token, "GET", "boards.json");
const [{ pulse }] = await api(token, "GET", `boards/${board.id}/pulses.json`);

const { create_view_table: view } = await v2(
  token,
  'mutation ($board: ID!) { create_view_table (board_id: $board, name: "All of it") { id } }',
  { board: board.id },
);
const [place] = (await v2(token, "{workspaces {id}}")).workspaces;
const made = `mutation {create_doc(location: {workspace: {workspace_id: ${place.id}, name: "Plans"}}) {id}}`;
const doc = (await v2(token, made)).create_doc.id;
const MARKDOWN =
  "# Party\n\n> at **five**\n\n- one\n- [x] two\n\n| a | b |\n| --- | --- |\n| c | d |\n\n`x` [y](https://z.example)";
await v2(
  token,
  "mutation ($d: ID!, $m: String!) {add_content_to_doc_from_markdown(docId: $d, markdown: $m) {success}}",
  { d: doc, m: MARKDOWN },
);
await v2(
  token,
  "mutation ($i: ID!, $m: String!) {set_item_description_content(item_id: $i, markdown: $m) {success}}",
  { i: pulse.id, m: MARKDOWN },
);

const SIGNED_OUT = ["/sign-in", "/forgot", "/invitation/nobodys", "/reset/nobodys"];
const PAGES = [
  "/",
  `/boards/${board.id}`,
  `/boards/${board.id}/pulses/${pulse.id}`,
  `/boards/${board.id}/views/${view.id}`,
  "/boards/999999",
  `/docs/${doc}`,
  "/docs/999999",
  "/inbox",
  "/recycle-bin",
  "/help",
  "/profile",
  "/profile/api",
  "/profile/sessions",
  ...["general", "users", "teams", "boards", "usage", "security", "api"].map(
    (tab) => `/admin/${tab}`,
  ),
];

/** @param {import("playwright-core").Page} page @param {string} path */
async function look(page, path) {
  await page.goto(`${URL_OF_LUNDI}${path}`);
  await page.getByRole("heading").first().waitFor();
  await until(async () => (await page.locator(".waiting").count()) === 0, `${path} is there`);
  assert.deepEqual(await seriousIn(page), [], path);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert(width <= 0, `${path} is ${width} px wider than the window`);
}

/** @type {Record<string, () => Promise<void>>} */
const steps = {};
for (const [theme, width] of /** @type {const} */ ([
  ["light", 1280],
  ["dark", 390],
])) {
  steps[`signed out, ${theme}, ${width}`] = async () => {
    const page = await visit({ theme, width });
    for (const path of SIGNED_OUT) await look(page, path);
  };
  steps[`signed in, ${theme}, ${width}`] = async () => {
    const page = await visit({ as: "Maggie", theme, width });
    for (const path of PAGES) await look(page, path);
  };
}
steps["the old path of a pulse leads to it"] = async () => {
  const page = await visit({ as: "Maggie" });
  await page.goto(`${URL_OF_LUNDI}/projects/${pulse.id}`);
  await page.waitForURL(`**/boards/${board.id}/pulses/${pulse.id}`);
  await page.getByRole("button", { name: new RegExp(`: ${pulse.id}$`) }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), String(pulse.id));
};
await story(steps);
