// Pulses, groups and columns dragged to where they belong. tests/browser/test_app.py starts the server and this.

import { drag, namesIn, openBoard, rowOf } from "./table.mjs";
import { api, person, story, until, visit } from "./visit.mjs";

const page = await visit({ as: "Maggie" });
const maggie = person("Maggie");
const token = maggie.personal_token;
let board = 0;
let left = "";

/** @param {string} name */
const grip = (name) => rowOf(page, name).locator(".row-edge");
/** @param {Record<string, string[]>} wanted */
async function stands(wanted) {
  for (const [group, names] of Object.entries(wanted)) {
    const there = async () => JSON.stringify(await namesIn(page, group));
    await until(async () => (await there()) === JSON.stringify(names), `${group}: ${names}`);
  }
}
/** As REST v1 lists them. */
async function listed() {
  const pulses = await api(token, "GET", `boards/${board}/pulses.json`);
  return pulses.map((/** @type {any} */ one) => one.pulse.name);
}

await story({
  async "a board with two groups"() {
    const made = await api(token, "POST", "boards.json", {
      name: "Order",
      user_id: maggie.user_id,
    });
    board = made.id;
    const [first] = (await api(token, "GET", `boards/${board}.json`)).groups;
    left = first.title;
    await api(token, "POST", `boards/${board}/groups.json`, { title: "Right" });
    for (const name of ["a", "b", "c", "d"]) {
      const body = { pulse: { name }, group_id: first.id, add_to_bottom: true };
      await api(token, "POST", `boards/${board}/pulses.json`, body);
    }
    await openBoard(page, board);
    await stands({ [left]: ["a", "b", "c", "d"], Right: [] });
  },
  async "within a group"() {
    await drag(page, grip("a"), grip("c"), 0.9);
    await stands({ [left]: ["b", "c", "a", "d"] });
    await drag(page, grip("d"), grip("b"), 0.1);
    await stands({ [left]: ["d", "b", "c", "a"] });
    await until(async () => (await listed()).join() === "d,b,c,a", "the API says the same");
  },
  async "between groups, and back by Undo"() {
    await drag(page, grip("b"), page.getByLabel("Add a pulse to Right"), 0.5);
    await stands({ [left]: ["d", "c", "a"], Right: ["b"] });
    await page.getByRole("button", { name: "Undo" }).click();
    await stands({ [left]: ["d", "b", "c", "a"], Right: [] });
  },
  async "several at once"() {
    for (const name of ["d", "c"])
      await rowOf(page, name).getByRole("checkbox").check({ force: true });
    await drag(page, grip("c"), page.getByLabel("Add a pulse to Right"), 0.5);
    await stands({ [left]: ["b", "a"], Right: ["d", "c"] });
    await page.keyboard.press("Control+z");
    await stands({ [left]: ["d", "b", "c", "a"], Right: [] });
  },
  async "by the keys alone"() {
    await rowOf(page, "b").locator('[data-column="name"]').focus();
    await page.keyboard.press("Alt+ArrowDown");
    await stands({ [left]: ["d", "c", "b", "a"] });
  },
  async "the bar of actions: move, archive, delete, each undone"() {
    // What is selected while the server takes its time stays so.
    const place = "**/pulses/place";
    await page.route(place, async (route) => {
      await new Promise((done) => setTimeout(done, 1000));
      await route.continue();
    });
    await page.getByRole("button", { name: "Move to group" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Right" }).click();
    await stands({ [left]: ["b", "a"], Right: ["d", "c"] });
    await rowOf(page, "a").getByRole("checkbox").check({ force: true });
    await page.getByRole("toolbar", { name: "1 pulse selected" }).waitFor();
    await page.unroute(place);
    for (const action of ["Archive", "Delete"]) {
      await rowOf(page, "a").getByRole("checkbox").check({ force: true });
      await page.getByRole("button", { name: action, exact: true }).click();
      await stands({ [left]: ["b"] });
      await page.getByRole("button", { name: "Undo" }).last().click();
      await stands({ [left]: ["b", "a"] });
    }
  },
  async "on the head of a closed group"() {
    await page.getByRole("button", { name: "Collapse Right" }).click();
    const head = page.locator(".group-head").filter({ hasText: "Right" });
    await drag(page, grip("a"), head, 0.6);
    await page.getByRole("button", { name: "Expand Right" }).click();
    await until(async () => (await namesIn(page, "Right"))[0] === "a", "a is on top of Right");
    await page.keyboard.press("Control+z");
    await until(async () => (await namesIn(page, left)).includes("a"), "a is back");
  },
  async "a column goes before another"() {
    for (const title of ["First", "Second"]) {
      await api(token, "POST", `boards/${board}/columns.json`, { title, type: "text" });
    }
    const head = (/** @type {string} */ title) =>
      page.getByRole("columnheader", { name: title }).first();
    await head("Second").waitFor();
    await head("Second")
      .getByRole("button")
      .first()
      .dragTo(head("First"), { targetPosition: { x: 6, y: 18 } });
    await until(async () => {
      const now = await api(token, "GET", `boards/${board}.json`);
      const titles = now.columns.map((/** @type {any} */ column) => column.title);
      return titles.indexOf("Second") < titles.indexOf("First");
    }, "Second before First");
  },
  async "a group goes above another"() {
    const before = (await api(token, "GET", `boards/${board}.json`)).groups;
    const heads = page.locator(".group-head");
    await heads
      .last()
      .locator("h2")
      .dragTo(heads.first(), { targetPosition: { x: 30, y: 4 } });
    await until(async () => {
      const now = await api(token, "GET", `boards/${board}.json`);
      return now.groups[0].id === before.at(-1).id;
    }, "the last group first");
  },
});
