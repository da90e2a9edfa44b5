// Subitems in the table and at the side, by keyboard and by mouse, and as others see them. tests/browser/test_parts.py starts the server and this.

import assert from "node:assert/strict";
import { isAccessible } from "./axe.mjs";
import { cellOf, drag, openBoard, rowOf } from "./table.mjs";
import { api, person, story, URL_OF_LUNDI, until, visit } from "./visit.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SOON = 1000;
const maggie = person("Maggie");
const token = maggie.personal_token;
const page = await visit({ as: "Maggie" });
const other = await visit({ as: "Priya" });
let board = 0;
let trip = 0;
let under = 0;

/** @param {string} query @returns {Promise<any>} */
async function v2(query) {
  const answer = await fetch(`${URL_OF_LUNDI}/v2`, {
    method: "POST",
    headers: { Authorization: token, "Content-Type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const told = await answer.json();
  if (told.errors) throw new Error(JSON.stringify(told.errors));
  return told.data;
}
/** What API v2 says is under a pulse. */
async function stored() {
  const { items } = await v2(
    `{ items (ids: [${trip}]) { subitems { name column_values { id text } } } }`,
  );
  return items[0].subitems;
}
/** The names under pulses, from top to bottom. @param {Page} of */
const namesUnder = (of) =>
  of.evaluate(() =>
    [...document.querySelectorAll(".row-under[data-pulse]")]
      .sort((one, two) => one.getBoundingClientRect().top - two.getBoundingClientRect().top)
      .map((row) => row.querySelector(".name-text")?.textContent ?? ""),
  );
/** @param {Page} of @param {string[]} names */
const shows = (of, names, milliseconds = 5000) =>
  until(async () => (await namesUnder(of)).join() === names.join(), names.join(), milliseconds);
/** @param {Page} of @param {string} name */
const fold = (of, name) => rowOf(of, name).locator(".name-fold").click({ force: true });
/** @param {string} name @param {string} column @param {string} text */
const cellShows = (name, column, text) =>
  until(async () => {
    for (const of of [page, other]) {
      if ((await cellOf(of, name, column).innerText()).trim() !== text) return false;
    }
    return true;
  }, `${name}: ${text}`);
/** The pulse and the column of the cell that has the focus. */
const focused = () =>
  page.evaluate(() => {
    const cell = /** @type {HTMLElement} */ (document.activeElement);
    const name = cell.closest("[data-pulse]")?.querySelector(".name-text")?.textContent;
    return name ? `${name} ${cell.dataset.column}` : (cell.getAttribute("aria-label") ?? "");
  });

await story({
  async "a board without subitems, open in two browsers"() {
    const made = await api(token, "POST", "boards.json", { name: "Trip", user_id: maggie.user_id });
    board = made.id;
    for (const name of ["Trip", "Visa", "Hotel"]) {
      const body = { pulse: { name }, add_to_bottom: true };
      const { pulse } = await api(token, "POST", `boards/${board}/pulses.json`, body);
      if (name === "Trip") trip = pulse.id;
    }
    await Promise.all([openBoard(page, board), openBoard(other, board)]);
    await Promise.all([rowOf(page, "Hotel").waitFor(), rowOf(other, "Hotel").waitFor()]);
  },

  async "the first ones are made by the keys alone"() {
    await cellOf(page, "Trip", "name").focus();
    await page.keyboard.press("Alt+ArrowRight");
    await until(async () => (await focused()) === "Add a subitem to Trip", "the field");
    for (const name of ["Pack", "Book the train"]) {
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await rowOf(page, name).waitFor();
    }
    await shows(page, ["Pack", "Book the train"]);
  },
  async "others see that there are some, and unfold them"() {
    const number = rowOf(other, "Trip").locator(".name-count");
    await until(async () => (await number.textContent()) === "2", "their number");
    await shows(other, []);
    await other.getByRole("button", { name: "Show 2 subitems of Trip" }).click();
    await shows(other, ["Pack", "Book the train"]);
  },
  async "one is added by the mouse, at the pulse and in its menu"() {
    await rowOf(page, "Visa").hover();
    await page.getByRole("button", { name: "Add a subitem to Visa" }).click();
    await page.keyboard.type("Photo");
    await page.keyboard.press("Enter");
    await rowOf(page, "Photo").waitFor();
    await rowOf(page, "Hotel").hover();
    await page.getByRole("button", { name: "Menu of Hotel" }).click();
    await page.getByRole("button", { name: "Add a subitem", exact: true }).click();
    await until(async () => (await focused()) === "Add a subitem to Hotel", "the field of Hotel");
    await page.keyboard.type("Compare");
    await page.keyboard.press("Enter");
    await shows(page, ["Pack", "Book the train", "Photo", "Compare"]);
  },
  async "what a script adds is there within a second, folded or not"() {
    await v2(`mutation { create_subitem (parent_item_id: ${trip}, item_name: "Tickets") { id } }`);
    await shows(page, ["Pack", "Book the train", "Tickets", "Photo", "Compare"], SOON);
    await shows(other, ["Pack", "Book the train", "Tickets"], SOON);
  },

  async "a status and a date by mouse, seen by others"() {
    await cellOf(page, "Pack", "status").click();
    await page.getByRole("option", { name: "Done" }).click();
    await cellShows("Pack", "status", "Done");
    await cellOf(page, "Pack", "date0").click();
    await page.locator(".rdp-day_button").filter({ hasText: /^14$/ }).first().click();
    await until(async () => {
      const [pack] = await stored();
      const day = pack.column_values.find((/** @type {any} */ one) => one.id === "date0")?.text;
      return /-14$/.test(day ?? "");
    }, "the day");
  },
  async "a status and a person by the keys"() {
    await cellOf(page, "Pack", "status").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await until(
      async () => (await cellOf(other, "Book the train", "status").innerText()).trim() !== "",
      "a label",
    );
    await cellOf(page, "Book the train", "person").focus();
    await page.keyboard.type("priya");
    await page.keyboard.press("Enter");
    await until(
      async () => /Priya/.test(await cellOf(other, "Book the train", "person").innerText()),
      "Priya",
    );
  },
  async "a column of their own, with texts that are typed, copied, and taken back"() {
    const heads = page.getByRole("row", { name: "Columns of the subitems of Trip" });
    await heads.getByRole("button", { name: "Add a column" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Text", exact: true }).click();
    const head = heads.getByRole("columnheader", { name: "Text" });
    await head.waitFor();
    const [pack] = await stored();
    const text = pack.column_values.at(-1).id;
    await cellOf(page, "Pack", text).focus();
    await page.keyboard.type("warm socks");
    await page.keyboard.press("Enter");
    await cellShows("Pack", text, "warm socks");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Control+c");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+v");
    await cellShows("Book the train", text, "warm socks");
    await page.keyboard.press("Control+z");
    await cellShows("Book the train", text, "");
  },

  async "the arrows lead in and out, and a range stays among one's own"() {
    await cellOf(page, "Trip", "name").focus();
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "Pack name");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "Tickets name");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "Add a subitem to Trip");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "Visa name");
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(), "Tickets name");
    for (let step = 0; step < 5; step += 1) await page.keyboard.press("Shift+ArrowUp");
    assert.equal(await focused(), "Pack name");
    assert.equal(await page.locator(".cell-marked").count(), 3);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".cell-marked").count(), 0);
  },
  async "the order is changed by the keys, and by dragging"() {
    await cellOf(page, "Tickets", "name").focus();
    await page.keyboard.press("Alt+ArrowUp");
    await shows(other, ["Pack", "Tickets", "Book the train"]);
    const grip = (/** @type {string} */ name) => rowOf(page, name).locator(".row-edge");
    await drag(page, grip("Pack"), grip("Book the train"), 0.9);
    await shows(other, ["Tickets", "Book the train", "Pack"]);
    const names = (await stored()).map((/** @type {any} */ one) => one.name);
    assert.deepEqual(names, ["Tickets", "Book the train", "Pack"]);
    await page.getByRole("button", { name: "Undo" }).last().click();
    await shows(other, ["Pack", "Tickets", "Book the train"]);
  },
  async "what was unfolded stays so when the page is loaded again"() {
    await fold(page, "Visa");
    await cellOf(page, "Compare", "name").focus();
    await page.keyboard.press("Alt+ArrowLeft");
    assert.equal(await focused(), "Hotel name");
    await shows(page, ["Pack", "Tickets", "Book the train"]);
    await page.reload();
    await shows(page, ["Pack", "Tickets", "Book the train"]);
    const column = await page
      .locator('[role=gridcell][data-column^="subitems"]')
      .first()
      .getAttribute("data-column");
    await cellOf(page, "Visa", column ?? "").click();
    await shows(page, ["Pack", "Tickets", "Book the train", "Photo"]);
    await fold(page, "Visa");
  },
  async "one is renamed where it stands"() {
    await cellOf(page, "Pack", "name").focus();
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Pack the bags");
    await page.keyboard.press("Enter");
    await shows(other, ["Pack the bags", "Tickets", "Book the train"]);
  },
  async "several are selected and deleted, and come back"() {
    for (const name of ["Pack the bags", "Tickets"]) {
      await rowOf(page, name).getByRole("checkbox").check({ force: true });
    }
    const bar = page.getByRole("toolbar", { name: "2 subitems selected" });
    assert.equal(await bar.getByRole("button", { name: "Move to group" }).count(), 0);
    await bar.getByRole("button", { name: "Delete" }).click();
    await shows(other, ["Book the train"]);
    await page.getByText("2 subitems deleted").waitFor();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await shows(other, ["Pack the bags", "Tickets", "Book the train"]);
  },
  async "pulses and subitems are never selected together"() {
    await rowOf(page, "Tickets").getByRole("checkbox").check({ force: true });
    await rowOf(page, "Visa").getByRole("checkbox").check({ force: true });
    await page.getByRole("toolbar", { name: "1 pulse selected" }).waitFor();
    assert.equal(await rowOf(page, "Tickets").getByRole("checkbox").isChecked(), false);
    await page.getByRole("button", { name: "Clear the selection" }).click();
  },
  async "one is duplicated in its menu, and that is taken back by the keys"() {
    await rowOf(page, "Tickets").hover();
    await page.getByRole("button", { name: "Menu of Tickets" }).click();
    await page.getByRole("button", { name: "Duplicate" }).click();
    await until(async () => (await rowOf(other, "Tickets").count()) === 2, "the copy");
    await cellOf(page, "Trip", "name").focus();
    await page.keyboard.press("Control+z");
    await until(async () => (await rowOf(other, "Tickets").count()) === 1, "no copy");
  },
  async "a pulse that is deleted takes them along, and brings them back"() {
    await rowOf(page, "Trip").hover();
    await page.getByRole("button", { name: "Menu of Trip" }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await shows(other, []);
    await page.getByRole("button", { name: "Undo" }).last().click();
    for (const of of [page, other]) await shows(of, ["Pack the bags", "Tickets", "Book the train"]);
  },
  async "the table with subitems is accessible, light and dark"() {
    await isAccessible(page, "the table");
    const dark = await visit({ as: "Maggie", theme: "dark", width: 390, height: 844 });
    await openBoard(dark, board);
    await fold(dark, "Trip");
    await shows(dark, ["Pack the bags", "Tickets", "Book the train"]);
    await isAccessible(dark, "the narrow table");
    await dark.close();
  },

  async "one is opened at the side, and leads to what it is under"() {
    await rowOf(page, "Tickets").getByRole("link", { name: "Open Tickets" }).click();
    await page.waitForURL(`**/boards/${board}/pulses/*`);
    const panel = page.getByRole("complementary", { name: "Tickets" });
    await panel.getByRole("textbox", { name: /Write an update/ }).click();
    await page.keyboard.type("Window seats, please.");
    await panel.getByRole("button", { name: "Post update" }).click();
    await panel.getByRole("article").getByText("Window seats, please.").waitFor();
    await isAccessible(page, "a subitem at the side");
    await panel.getByRole("link", { name: "Subitem of Trip" }).click();
    await page.waitForURL(`**/boards/${board}/pulses/${trip}`);
  },
  async "a pulse at the side lists them, and takes another"() {
    const panel = page.getByRole("complementary", { name: "Trip" });
    await panel.getByRole("tab", { name: "Subitems (3)" }).click();
    const list = panel.getByRole("listitem");
    assert.equal(await list.count(), 3);
    await panel.getByRole("button", { name: "Edit Status: Tickets" }).click();
    await page.getByRole("option", { name: "Stuck" }).click();
    await cellShows("Tickets", "status", "Stuck");
    await panel.getByLabel("Add a subitem to Trip").fill("Umbrella");
    await page.keyboard.press("Enter");
    await panel.getByRole("tab", { name: "Subitems (4)" }).waitFor();
    await shows(other, ["Pack the bags", "Tickets", "Book the train", "Umbrella"]);
    await isAccessible(page, "subitems at the side");
    await panel.getByRole("link", { name: "Umbrella" }).click();
    await page.getByRole("link", { name: "Subitem of Trip" }).waitFor();
    await page.getByRole("button", { name: "Close the pulse" }).click();
  },

  async "an address on their own board leads to where they stand"() {
    const { items } = await v2(`{ items (ids: [${trip}]) { subitems { id board { id } } } }`);
    const [one] = items[0].subitems;
    under = Number(one.board.id);
    await page.goto(`${URL_OF_LUNDI}/boards/${under}/pulses/${one.id}`);
    await page.waitForURL(`**/boards/${board}/pulses/${one.id}`);
    await page.getByRole("link", { name: "Subitem of Trip" }).waitFor();
    await page.goto(URL_OF_LUNDI);
    await page.locator(`a[href="/boards/${board}"]`).first().waitFor();
    assert.equal(await page.locator(`a[href="/boards/${under}"]`).count(), 0);
  },
  async "who may only read unfolds them, and adds none"() {
    const viewer = await visit({ as: "Ben" });
    await openBoard(viewer, board);
    await viewer.getByRole("button", { name: "Show 4 subitems of Trip" }).click();
    await shows(viewer, ["Pack the bags", "Tickets", "Book the train", "Umbrella"]);
    assert.equal(await viewer.getByLabel(/^Add a subitem to/).count(), 0);
    assert.equal(await viewer.getByRole("button", { name: "Menu of Trip" }).count(), 0);
    await cellOf(viewer, "Tickets", "status").click();
    assert.equal(await viewer.getByRole("dialog").count(), 0);
  },
});
