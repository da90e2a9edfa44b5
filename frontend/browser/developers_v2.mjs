// Asks API v2 on the Developers page as a person would. tests/browser/test_developers.py starts the server and this.

import assert from "node:assert/strict";
import AxeBuilder from "@axe-core/playwright";
import { person, story, URL_OF_LUNDI, until, visit } from "./visit.mjs";

const maggie = person("Maggie");
const CHANGES = ["Create an item", "Change values", "Write an update"];

/** @param {Parameters<typeof visit>[0]} wanted */
async function open(wanted) {
  const page = await visit(wanted);
  await page.goto(`${URL_OF_LUNDI}/developers/v2`);
  await page.locator(".graphiql-query-editor .CodeMirror").waitFor();
  return page;
}

/** What the editor of that part holds. @param {import("playwright-core").Page} page @param {string} part */
async function textIn(page, part) {
  return await page
    .locator(`${part} .CodeMirror`)
    // @ts-expect-error CodeMirror keeps itself at its element.
    .evaluate((element) => element.CodeMirror.getValue());
}

/** Runs what stands in the editor; gives what was sent and answered. @param {import("playwright-core").Page} page */
async function run(page) {
  const query = await textIn(page, ".graphiql-query-editor");
  const answered = page.waitForResponse(
    (answer) => answer.request().postDataJSON()?.query === query,
  );
  await page.getByRole("button", { name: /^Execute query/ }).click();
  const answer = await answered;
  const told = await answer.json();
  await until(
    async () => (await textIn(page, ".graphiql-response")) === JSON.stringify(told, null, 2),
    "the answer is shown",
  );
  return { told, request: answer.request(), status: answer.status() };
}

/** @param {string} query */
async function ask(query) {
  const answer = await fetch(`${URL_OF_LUNDI}/v2`, {
    method: "POST",
    headers: { Authorization: maggie.personal_token, "Content-Type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined);
  return data;
}

await story({
  "each example runs on a board of the reader's own": async () => {
    const page = await open({ as: "Maggie" });
    await page.getByText("Your personal token.").waitFor();
    assert.equal(await page.getByLabel("Your API token").inputValue(), maggie.personal_token);
    await page.getByText("Examples about your board").waitFor();
    /** @type {Record<string, any>} */
    const told = {};
    for (const example of await page.locator(".example").all()) {
      const name = (await example.innerText()).split(/[\n(]/)[0]?.trim() ?? "";
      await example.click();
      const { told: answer, request } = await run(page);
      assert.equal(answer.errors, undefined, `${name}: ${JSON.stringify(answer)}`);
      assert.equal(request.headers().authorization, maggie.personal_token);
      assert.equal(request.headers().cookie, undefined, "the token alone says who asks");
      told[name] = answer.data;
    }
    assert(told["My boards"].boards.length > 1);
    assert(told["Items that match"].boards[0].items_page.items.length > 0);
    assert(told["What a query costs"].complexity.query > 1);
    assert.deepEqual(
      Object.keys(told).filter((name) => CHANGES.includes(name)),
      CHANGES,
    );

    const made = told["Create an item"].create_item.id;
    const changed = told["Change values"].change_multiple_column_values;
    const { items } = await ask(
      `{items(ids: [${made}, ${changed.id}]) {id name column_values {id text value} updates {text_body}}}`,
    );
    const byId = Object.fromEntries(items.map((/** @type {any} */ item) => [item.id, item]));
    assert.equal(byId[made].name, "Made by the API");
    assert.deepEqual(byId[changed.id].column_values, changed.column_values);
    assert.equal(byId[changed.id].updates[0].text_body, "Said by the API.");
  },

  "the version that was picked answers": async () => {
    const page = await open({ as: "Maggie" });
    await page.locator(".version option[value='2025-01']").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "What a query costs" }).click();
    for (const [value, expected] of [
      ["2025-01", "2025-01"],
      ["", "2026-07"],
    ]) {
      await page.getByLabel("API-Version").selectOption(value ?? "");
      const { told, request } = await run(page);
      assert.equal(request.headers()["api-version"] ?? "", value);
      assert.equal(told.data.version.value, expected);
    }
  },

  "what one wrote is there after a reload, and gone with the tab": async () => {
    const page = await open({ as: "Maggie" });
    await page.getByRole("button", { name: "Write an update" }).click();
    await until(
      async () =>
        (await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).includes("WriteUpdate"),
      "it is kept",
    );
    assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage })), "{}");
    await page.reload();
    await page.locator(".graphiql-query-editor .CodeMirror").waitFor();
    assert.match(await textIn(page, ".graphiql-query-editor"), /mutation WriteUpdate/);
  },

  "the docs are there without a token, and a query says what it lacks": async () => {
    const page = await open({});
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.getByRole("link", { name: "Query", exact: true }).click();
    await page.getByRole("link", { name: "boards", exact: true }).waitFor();
    const { status, told } = await run(page);
    assert.equal(status, 401);
    assert.equal(told.errors[0].message, "Not authenticated");
    await page.getByLabel("Your API token").fill(maggie.personal_token);
    assert.equal((await run(page)).told.data.me.name, maggie.name);
  },

  "one gets from one part to the other": async () => {
    const page = await open({});
    await page.getByRole("link", { name: "REST API v1" }).click();
    await page.locator("#operations-Tags-get_tag").waitFor();
    await page.getByRole("link", { name: "GraphQL API v2" }).click();
    await page.waitForURL("**/developers/v2");
  },

  "it is accessible, light and dark, wide and narrow": async () => {
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      const page = await open({ as: "Maggie", theme });
      const { violations } = await new AxeBuilder({ page })
        // GraphiQL's own.
        .exclude(".graphiql-container")
        .analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
      );
      for (const width of [1280, 768, 390]) {
        await page.setViewportSize({ width, height: 844 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert(wide <= width, `at ${width} pixels the page is ${wide} wide`);
      }
    }
  },
});
