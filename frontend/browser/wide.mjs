// A board that is larger than the window, in every direction. tests/browser/test_app.py starts the server and this.

import assert from "node:assert/strict";
import { cellOf, openBoard, rowOf } from "./table.mjs";
import { api, person, story, until, visit } from "./visit.mjs";

const PULSES = 120;
const COLUMNS = 14;
const page = await visit({ as: "Maggie" });
const maggie = person("Maggie");
const token = maggie.personal_token;
const scroller = page.locator(".board-scroller");
let board = 0;
/** @type {string[]} */
const columns = [];

await story({
  async "a board of many pulses and columns"() {
    const made = await api(token, "POST", "boards.json", { name: "Wide", user_id: maggie.user_id });
    board = made.id;
    for (let number = 0; number < PULSES; number += 1) {
      const body = { pulse: { name: `Pulse ${number}` }, add_to_bottom: true };
      await api(token, "POST", `boards/${board}/pulses.json`, body);
    }
    for (let number = 0; number < COLUMNS; number += 1) {
      const body = { title: `Column ${number}`, type: "text" };
      const answer = await api(token, "POST", `boards/${board}/columns.json`, body);
      columns.push(answer.columns.at(-1).id);
    }
    await openBoard(page, board);
    await rowOf(page, "Pulse 0").waitFor();
  },
  async "only what is on the screen is rendered"() {
    assert((await page.locator("[data-pulse]").count()) < PULSES / 2);
  },
  async "the keys bring a cell into the window, and not beneath the name"() {
    await cellOf(page, "Pulse 0", "name").focus();
    for (let step = 0; step < 10; step += 1) await page.keyboard.press("ArrowRight");
    const name = await cellOf(page, "Pulse 0", "name").boundingBox();
    const cell = await cellOf(page, "Pulse 0", columns[9] ?? "").boundingBox();
    assert(name && cell && cell.x + cell.width <= 1280 && cell.x >= name.x + name.width);
    for (let step = 0; step < 8; step += 1) await page.keyboard.press("ArrowLeft");
    const back = await cellOf(page, "Pulse 0", columns[1] ?? "").boundingBox();
    assert(back && back.x >= name.x + name.width);
  },
  async "what is typed survives scrolling away and back"() {
    await cellOf(page, "Pulse 0", columns[1] ?? "").focus();
    await page.keyboard.type("half a sent");
    await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await rowOf(page, `Pulse ${PULSES - 1}`).waitFor();
    await page.keyboard.type("ence");
    await page.keyboard.press("Enter");
    const cell = cellOf(page, "Pulse 0", columns[1] ?? "");
    await until(async () => (await cell.innerText()) === "half a sentence", "the text");
  },
  async "the titles stay over the pulses"() {
    await scroller.evaluate((element) => element.scrollTo(0, 1000));
    const head = page.getByRole("columnheader", { name: "Column 0" }).first();
    await until(() => head.isVisible(), "the titles");
    const [table, title] = [await scroller.boundingBox(), await head.boundingBox()];
    assert(table && title && Math.abs(table.y - title.y) < 4);
    await scroller.evaluate((element) => element.scrollTo(400, 1000));
    const ids = await rowOf(page, "Pulse 30").locator("[data-column]").all();
    const [over, cell] = [await head.boundingBox(), await ids[1]?.boundingBox()];
    assert(over && cell && Math.abs(over.x - cell.x) < 2, "titles stand over their columns");
    await scroller.evaluate((element) => element.scrollTo(0, 0));
  },
  async "a click elsewhere keeps what was typed, and stays where it was"() {
    await cellOf(page, "Pulse 1", columns[0] ?? "").focus();
    await page.keyboard.type("kept");
    const search = page.getByPlaceholder("Search this board");
    await search.click();
    await page.keyboard.type("Pulse 1");
    assert.equal(await search.inputValue(), "Pulse 1");
    const cell = cellOf(page, "Pulse 1", columns[0] ?? "");
    await until(async () => (await cell.innerText()) === "kept", "the text");
  },
});
