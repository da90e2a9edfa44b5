// Both tokens from Admin, the Developers page and the board at once. tests/browser/test_app.py starts the server and this.

import assert from "node:assert/strict";
import { openBoard, rowOf } from "./table.mjs";
import { api, person, story, URL_OF_LUNDI, until, visit } from "./visit.mjs";

const NEW_NAME = "Renamed from the Developers page";
const page = await visit({ as: "Maggie" });
const other = await visit({ as: "Priya" });
/** @type {Record<string, string>} */
const copied = {};

/** @param {string} title */
const card = (title) =>
  page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: title }) })
    .last();
/** @param {string} token */
async function statusWith(token) {
  const answer = await fetch(`${URL_OF_LUNDI}/v1/boards.json`, {
    headers: { Authorization: token },
  });
  return answer.status;
}

await story({
  async "both tokens are copied, and work"() {
    await page.goto(`${URL_OF_LUNDI}/admin/api`);
    for (const title of ["Personal API Token", "Company API Token"]) {
      assert.match(await card(title).locator("code").innerText(), /^•+$/);
      await card(title).getByRole("button", { name: /^Copy/ }).click();
      copied[title] = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied[title] ?? "", /^[0-9a-f]{32}$/);
      assert.equal(await statusWith(copied[title] ?? ""), 200);
      await card(title).getByRole("button", { name: /^Show/ }).click();
      assert.equal(await card(title).locator("code").innerText(), copied[title]);
    }
    assert.equal(copied["Personal API Token"], person("Maggie").personal_token);
  },
  async "the Developers page is just under them, filled in, and changes the board at once"() {
    const token = copied["Personal API Token"] ?? "";
    const [board] = await api(token, "GET", "boards.json");
    const [{ pulse }] = await api(token, "GET", `boards/${board.id}/pulses.json`);
    await openBoard(other, board.id);
    await rowOf(other, pulse.name).waitFor();
    await page.getByRole("link", { name: /Developers page/ }).click();
    await page.waitForURL("**/developers");
    const action = page.locator("#operations-Pulses-update_pulse");
    await action.locator(".opblock-summary-control").click();
    await action.getByRole("button", { name: "Try it out" }).click();
    await action.locator("[data-param-name=id] input").fill(String(pulse.id));
    await action.locator("[data-property-name=name] input").fill(NEW_NAME);
    await action.getByRole("button", { name: "Execute" }).click();
    const answer = action.locator(".live-responses-table tbody .response-col_status");
    assert.match(await answer.innerText(), /^200/);
    await until(() => rowOf(other, NEW_NAME).isVisible(), "the new name on the board", 1000);
  },
  async "a rotated token stops at once, and the new one works"() {
    await page.goto(`${URL_OF_LUNDI}/admin/api`);
    for (const [title, old] of Object.entries(copied)) {
      await card(title)
        .getByRole("button", { name: /^Rotate/ })
        .click();
      const question = page.getByRole("dialog");
      await question.getByText("stops at once").waitFor();
      await question.getByRole("button", { name: "Rotate", exact: true }).click();
      await until(async () => (await statusWith(old)) === 401, "the old token stops", 2000);
      await card(title).getByRole("button", { name: /^Copy/ }).click();
      const fresh = await page.evaluate(() => navigator.clipboard.readText());
      assert.notEqual(fresh, old);
      assert.equal(await statusWith(fresh), 200);
    }
  },
});
