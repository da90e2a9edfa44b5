// Reads the Developers page as a person would. tests/browser/test_developers.py starts the server and this.

import assert from "node:assert/strict";
import { launch } from "./chromium.mjs";

const { LUNDI_URL = "", LUNDI_TOKEN = "", LUNDI_PULSE = "", LUNDI_NAME = "" } = process.env;
const SECTIONS = ["Users", "Updates", "Pulses", "Boards", "Tags"];

const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(20_000);
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const complaints = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));

  await page.goto(`${LUNDI_URL}/developers`);
  await page.locator("#operations-Tags-get_tag").waitFor();

  await allActionsAreShown(page);
  await keyboardReachesTheActions(page);
  await renamesAPulse(page);
  assert.equal(complaints.join("\n"), "", "the page complained");
  await wrongTokenIsTold(page);

  assert.deepEqual(
    asked.filter((url) => new URL(url).origin !== LUNDI_URL && !url.startsWith("data:")),
    [],
    "something outside was asked for",
  );
  // The browser itself says so of every 401.
  assert.deepEqual(
    complaints.filter((text) => !text.includes("401")),
    [],
  );
  await nothingSticksOut(page);
} finally {
  await browser.close();
}

/** @param {import("playwright-core").Page} page */
async function allActionsAreShown(page) {
  const sections = page.locator(".opblock-tag-section");
  assert.deepEqual(await sections.locator("h3 a").allInnerTexts(), SECTIONS);
  const answer = await page.request.get(`${LUNDI_URL}/v1/openapi.json`);
  const { paths } = await answer.json();
  const expected = [];
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { operationId, tags, summary }] of Object.entries(methods)) {
      const title = method.charAt(0).toUpperCase() + method.slice(1);
      expected.push({ id: `operations-${tags[0]}-${operationId}`, title, path, summary });
    }
  }
  const shown = await page.locator(".opblock").evaluateAll((rows) =>
    rows.map((row) => {
      const text = (/** @type {string} */ part) =>
        row.querySelector(`.opblock-summary-${part}`)?.textContent?.replaceAll("\u200b", "");
      return {
        id: row.id,
        title: text("method"),
        path: text("path"),
        summary: text("description"),
      };
    }),
  );
  const byId = (/** @type {{id: string}} */ a, /** @type {{id: string}} */ b) =>
    a.id < b.id ? -1 : 1;
  assert.deepEqual(shown.sort(byId), expected.sort(byId));
  const row = page.locator("#operations-Pulses-update_pulse");
  const path = await row.locator(".opblock-summary-path").boundingBox();
  const summary = await row.locator(".opblock-summary-description").boundingBox();
  assert(path && summary && summary.x >= path.x + path.width, "what it does stands to the right");
}

/** @param {import("playwright-core").Page} page */
async function keyboardReachesTheActions(page) {
  await page.locator("#operations-Users-get_users .opblock-summary-control").focus();
  await page.keyboard.press("Enter");
  await page.locator("#operations-Users-get_users .try-out__btn").waitFor();
  await page.keyboard.press("Enter");
  await page.locator("#operations-Users-get_users .try-out__btn").waitFor({ state: "detached" });
}

/** @param {import("playwright-core").Page} page */
async function renamesAPulse(page) {
  await page.getByLabel("Your API token").fill(LUNDI_TOKEN);
  const action = page.locator(".opblock", { hasText: "Update a pulse's attributes." });
  await action.locator(".opblock-summary-control").click();
  await action.getByRole("button", { name: "Try it out" }).click();
  const name = action.locator("[data-property-name=name] input");
  assert.equal(await name.inputValue(), "", "no made-up text waits to be sent");
  await action.locator("[data-param-name=id] input").fill(LUNDI_PULSE);
  await name.fill(LUNDI_NAME);
  await action.getByRole("button", { name: "Execute" }).click();
  const answer = action.locator(".live-responses-table");
  await answer.waitFor();

  const address = `${LUNDI_URL}/v1/pulses/${LUNDI_PULSE}.json?api_key=${LUNDI_TOKEN}`;
  assert.equal(await action.locator(".request-url pre").innerText(), address);
  const curl = await action.locator(".curl").innerText();
  assert(curl.startsWith("curl -X 'PUT'") && curl.includes(`'${address}'`), curl);
  assert.equal(await answer.locator("tbody .response-col_status").innerText(), "200");
  const body = JSON.parse(await answer.locator(".highlight-code pre").innerText());
  assert.equal(body.name, LUNDI_NAME);
}

/** @param {import("playwright-core").Page} page */
async function wrongTokenIsTold(page) {
  const action = page.locator("#operations-Pulses-update_pulse");
  for (const token of ["wrong", ""]) {
    await page.getByLabel("Your API token").fill(token);
    await action.getByRole("button", { name: "Clear" }).click();
    await action.getByRole("button", { name: "Execute" }).click();
    const answer = action.locator(".live-responses-table");
    await answer.waitFor();
    const status = await answer.locator("tbody .response-col_status").innerText();
    assert.match(status, /^401/);
    assert.match(await answer.locator(".highlight-code pre").innerText(), /"error":/);
  }
}

/** @param {import("playwright-core").Page} page */
async function nothingSticksOut(page) {
  for (const width of [1280, 768, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert(wide <= width, `at ${width} pixels the page is ${wide} wide`);
  }
}
