// What a guest, a viewer, a member and an admin each see and may do. tests/browser/test_app.py starts the server and this.

import assert from "node:assert/strict";
import { openBoard } from "./table.mjs";
import { api, person, story, URL_OF_LUNDI, visit } from "./visit.mjs";

/** @param {string} first */
const boardsOf = (first) => api(person(first).personal_token, "GET", "boards.json");
/** @type {{ id: number, board_kind: string }[]} */
const boards = await boardsOf("Maggie");
/** @type {Set<number>} */
const seenByBen = new Set((await boardsOf("Ben")).map((/** @type {any} */ board) => board.id));
const MAIN = boards.find((board) => board.board_kind === "public")?.id ?? 0;
const PRIVATE = boards.find((board) => !seenByBen.has(board.id))?.id ?? 0;
const NOBODYS = 999_999;

/** @param {import("playwright-core").Page} page */
const sideBar = (page) => page.getByRole("navigation", { name: "Boards" });
/** @param {import("playwright-core").Page} page @param {number} board */
async function pageAt(page, board) {
  await page.goto(`${URL_OF_LUNDI}/boards/${board}`);
  const text = await page.getByRole("main").getByRole("heading").innerText();
  return text.replaceAll(String(board), "#");
}

await story({
  async "a guest sees the boards shared with them, and writes nothing"() {
    const page = await visit({ as: "Callum" });
    await page.goto(URL_OF_LUNDI);
    const links = sideBar(page).getByRole("link");
    await links.first().waitFor();
    const shared = await boardsOf("Callum");
    assert.equal(await links.count(), shared.length);
    assert.equal(await page.getByRole("button", { name: "New board" }).count(), 0);
    assert.equal(await page.getByRole("link", { name: "Recycle bin" }).count(), 0);
    await openBoard(page, shared[0].id);
    await page.locator("[data-pulse]").first().waitFor();
    assert.equal(await page.getByLabel(/^Add a pulse to/).count(), 0);
    assert.equal(await page.getByRole("button", { name: "Share", exact: true }).count(), 0);
    await page.locator("[data-pulse] .cell-of-status").first().click();
    assert.equal(await page.getByRole("dialog").count(), 0);
  },
  async "a board that isn't shared looks as one that doesn't exist"() {
    const page = await visit({ as: "Callum" });
    const nothing = await pageAt(page, NOBODYS);
    for (const board of [MAIN, PRIVATE]) assert.equal(await pageAt(page, board), nothing);
  },
  async "a viewer reads the main boards, and writes nothing"() {
    const page = await visit({ as: "Ben" });
    await openBoard(page, MAIN);
    await page.locator("[data-pulse]").first().waitFor();
    assert.equal(await page.getByLabel(/^Add a pulse to/).count(), 0);
    assert.equal(await page.getByRole("link", { name: "Admin", exact: true }).count(), 0);
    assert.equal(await pageAt(page, PRIVATE), await pageAt(page, NOBODYS));
  },
  async "a member works on boards, and has no Admin"() {
    const page = await visit({ as: "Priya" });
    await openBoard(page, MAIN);
    await page
      .getByLabel(/^Add a pulse to/)
      .first()
      .fill("A member's pulse");
    await page.keyboard.press("Enter");
    await page.getByText("A member's pulse", { exact: true }).waitFor();
    assert.equal(await page.getByRole("link", { name: "Admin", exact: true }).count(), 0);
    await page.goto(`${URL_OF_LUNDI}/admin/users`);
    await page.getByText("This part is for admins").waitFor();
    assert.equal(await page.getByText(person("Maggie").email).count(), 0);
    await page.goto(`${URL_OF_LUNDI}/profile/api`);
    await page.getByRole("heading", { name: "Personal API Token" }).waitFor();
    assert.equal(await page.getByRole("heading", { name: "Company API Token" }).count(), 0);
  },
  async "an admin has Admin, and both tokens"() {
    const page = await visit({ as: "Maggie" });
    await page.goto(URL_OF_LUNDI);
    await page.getByRole("link", { name: "Admin", exact: true }).click();
    await page.getByRole("heading", { name: "Company API Token" }).waitFor();
    for (const name of ["Personal API Token", "Company API Token"]) {
      assert.equal(await page.getByRole("heading", { name }).count(), 1);
    }
  },
});
