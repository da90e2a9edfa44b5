// What one does, others see. tests/browser/test_app.py starts the server and this.

import assert from "node:assert/strict";
import { cellOf, openBoard, rowOf } from "./table.mjs";
import { api, person, story, until, visit } from "./visit.mjs";

const SOON = 1000;
const maggie = person("Maggie");
const token = maggie.personal_token;
const one = await visit({ as: "Maggie" });
const other = await visit({ as: "Priya" });
let board = 0;
let pulse = 0;
let text = "";

/** The text that REST v1 says of a pulse. @param {string} name */
async function stored(name) {
  const pulses = await api(token, "GET", `boards/${board}/pulses.json`);
  const found = pulses.find((/** @type {any} */ given) => given.pulse.name === name);
  return found.column_values.find((/** @type {any} */ value) => value.cid === text)?.value;
}

await story({
  async "two people open one board"() {
    const made = await api(token, "POST", "boards.json", {
      name: "Shared",
      user_id: maggie.user_id,
    });
    board = made.id;
    const answer = await api(token, "POST", `boards/${board}/pulses.json`, {
      pulse: { name: "Cake" },
    });
    pulse = answer.pulse.id;
    const columns = await api(token, "POST", `boards/${board}/columns.json`, {
      title: "Remark",
      type: "text",
    });
    text = columns.columns.at(-1).id;
    await Promise.all([openBoard(one, board), openBoard(other, board)]);
    await Promise.all([rowOf(one, "Cake").waitFor(), rowOf(other, "Cake").waitFor()]);
  },
  async "each sees what the other does"() {
    await cellOf(one, "Cake", text).click();
    await one.keyboard.type("with cherries");
    await one.keyboard.press("Enter");
    const seen = cellOf(other, "Cake", text);
    await until(async () => (await seen.innerText()) === "with cherries", "the text", SOON);
    await other
      .getByLabel(/^Add a pulse to/)
      .first()
      .fill("Candles");
    await other.keyboard.press("Enter");
    await until(() => rowOf(one, "Candles").isVisible(), "the new pulse", SOON);
  },
  async "both see what a script does by the API"() {
    await api(token, "PUT", `pulses/${pulse}.json`, { name: "Two cakes" });
    for (const page of [one, other]) {
      await until(() => rowOf(page, "Two cakes").isVisible(), "the new name", SOON);
    }
  },
  async "two edit one cell: the last one wins, and both see it"() {
    for (const page of [one, other]) await cellOf(page, "Candles", text).click();
    await one.keyboard.type("red");
    await other.keyboard.type("green");
    await one.keyboard.press("Enter");
    await until(async () => (await stored("Candles")) === "red", "the first is kept");
    await other.keyboard.press("Enter");
    for (const page of [one, other]) {
      const cell = cellOf(page, "Candles", text);
      await until(async () => (await cell.innerText()) === "green", "the last");
    }
  },
  async "who was offline is told so, and misses nothing"() {
    await other.context().setOffline(true);
    await other.evaluate(() => globalThis.dispatchEvent(new Event("offline")));
    await other.getByText(/^Offline/).waitFor();
    await api(token, "PUT", `pulses/${pulse}.json`, { name: "Three cakes" });
    await rowOf(one, "Three cakes").waitFor();
    assert.equal(await rowOf(other, "Three cakes").count(), 0);
    await other.context().setOffline(false);
    await other.evaluate(() => globalThis.dispatchEvent(new Event("online")));
    await rowOf(other, "Three cakes").waitFor();
    await other.getByText(/^Offline/).waitFor({ state: "detached" });
  },
  async "a mention tells whom it names"() {
    await one.goto(`${one.url()}/pulses/${pulse}`);
    await one.getByRole("textbox", { name: /Write an update/ }).click();
    await one.keyboard.type("How many, @priya");
    await one.getByRole("option", { name: "Priya Raman" }).waitFor();
    await one.keyboard.press("Enter");
    await one.keyboard.type("?");
    await one.getByRole("button", { name: "Post update" }).click();
    await other.getByText("Somebody mentioned you").waitFor();
    await other.getByRole("link", { name: /^Inbox, \d+ unread/ }).click();
    await other.getByText("How many").first().waitFor();
  },
  async "an archived board is at once one that can only be read"() {
    await other.goBack();
    await rowOf(other, "Three cakes").waitFor();
    await one.goto(one.url().replace(/\/pulses.*/, ""));
    await one.getByRole("button", { name: "Menu of the board" }).click();
    await one.getByRole("button", { name: "Archive board" }).click();
    await other.getByText("This board is archived").waitFor();
    await until(
      async () => (await other.getByLabel(/^Add a pulse to/).count()) === 0,
      "no new pulse",
    );
  },
});
