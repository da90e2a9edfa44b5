// The inbox and the recycle bin. tests/browser/test_pages.py starts the server and this.

import assert from "node:assert/strict";
import { api, person, story, URL_OF_LUNDI, until, visit } from "./visit.mjs";

const maggie = person("Maggie");
const page = await visit({ as: "Maggie" });

await story({
  async "what is opened in the inbox is read, and leaves the unread"() {
    await page.goto(`${URL_OF_LUNDI}/inbox`);
    const first = page.getByRole("article").first();
    const name = await first.getByRole("heading").getByRole("link").innerText();
    const count = () => page.getByRole("link", { name: /^Inbox, \d+ unread/ }).textContent();
    const before = Number(await count());
    await first.getByRole("heading").getByRole("link").click();
    await page.waitForURL("**/boards/*/pulses/*");
    await page.getByText(name).first().waitFor();
    await until(async () => Number(await count()) < before, "the count goes down");
  },
  async "one thread, then all, are marked as read"() {
    await page.goto(`${URL_OF_LUNDI}/inbox`);
    const marks = page.getByRole("button", { name: /^Mark as read/ });
    const name = (await marks.first().getAttribute("aria-label")) ?? "";
    const before = await page.getByRole("button", { name, exact: true }).count();
    await marks.first().click();
    await until(
      async () => (await page.getByRole("button", { name, exact: true }).count()) < before,
      "the thread is gone",
    );
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await page.getByText("You have read everything.").waitFor();
    await page.getByRole("link", { name: "Show all of it" }).click();
    await page.getByRole("article").first().waitFor();
    assert.equal(await marks.count(), 0);
  },
  async "what was deleted is restored from the recycle bin"() {
    const board = await api(maggie.personal_token, "POST", "boards.json", {
      name: "Fair",
      user_id: maggie.user_id,
    });
    const made = await api(maggie.personal_token, "POST", `boards/${board.id}/pulses.json`, {
      pulse: { name: "Lost tent" },
    });
    const path = `pulses/${made.pulse.id}.json`;
    await api(maggie.personal_token, "DELETE", path);
    await page.goto(`${URL_OF_LUNDI}/recycle-bin`);
    await page.getByLabel("How it was put away").selectOption("deleted");
    await page.getByLabel("Find something by its name").fill("tent");
    await page.getByText("It is removed for good on").waitFor();
    await page.getByRole("button", { name: "Restore Lost tent" }).click();
    await page.getByText("“Lost tent” is back on Fair.").waitFor();
    await page.getByText("Nothing here has that name").waitFor();
    await api(maggie.personal_token, "GET", path);
  },
});
