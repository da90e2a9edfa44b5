// What happened is taken back: in the activity log, by the toast and by the keyboard. tests/browser/test_app.py starts the server and this.

import assert from "node:assert/strict";
import { cellOf, namesIn, openBoard, rowOf } from "./table.mjs";
import { api, person, story, until, visit } from "./visit.mjs";

const maggie = person("Maggie");
const token = maggie.personal_token;
const page = await visit({ as: "Maggie" });
const other = await visit({ as: "Priya" });
let board = 0;
let target = 0;
let text = "";

const log = page.getByRole("complementary", { name: "Activity on Cakes" });
/** @param {string} said */
const lineOf = (said) => log.getByRole("listitem").filter({ hasText: said });
/** @param {string} name @param {string} value */
async function shows(name, value) {
  const cell = cellOf(page, name, text);
  await until(async () => (await cell.innerText()).trim() === value, `${name}: ${value}`);
}
/** @param {string} name */
async function newBoard(name) {
  return (await api(token, "POST", "boards.json", { name, user_id: maggie.user_id })).id;
}
/** @param {string} name */
async function select(name) {
  await rowOf(page, name).hover();
  await rowOf(page, name).getByRole("checkbox").check({ force: true });
}

await story({
  async "a board of a script, and its log"() {
    [board, target] = [await newBoard("Cakes"), await newBoard("Elsewhere")];
    for (const name of ["One", "Two"]) {
      await api(token, "POST", `boards/${board}/pulses.json`, { pulse: { name } });
    }
    const body = { title: "Remark", type: "text" };
    const { columns } = await api(token, "POST", `boards/${board}/columns.json`, body);
    text = columns.at(-1).id;
    await openBoard(page, board);
    await page.getByRole("button", { name: "Activity", exact: true }).click();
    await lineOf("added One").getByText("with a personal token").waitFor();
  },
  async "a value is taken back from the log, and brought back"() {
    await cellOf(page, "One", text).click();
    await page.keyboard.type("with cherries");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    const line = lineOf("changed Remark from nothing to “with cherries”");
    await line.getByText("in the web app").waitFor();
    await line.getByRole("button", { name: /^Undo/ }).click();
    await shows("One", "");
    await line.getByText("taken back").waitFor();
    assert.equal(await line.getByRole("button").count(), 0);
    await lineOf("took something back").getByRole("button", { name: /^Undo/ }).click();
    await shows("One", "with cherries");
    await line.last().getByRole("button", { name: /^Undo/ }).waitFor();
  },
  async "what was changed since is not taken back, and it is said why"() {
    const path = `boards/${board}/columns/${text}/text.json`;
    const pulses = await api(token, "GET", `boards/${board}/pulses.json`);
    const one = pulses.find((/** @type {any} */ found) => found.pulse.name === "One").pulse.id;
    const line = lineOf("changed Remark from nothing to “with cherries”").last();
    await line.getByRole("button", { name: /^Undo/ }).waitFor();
    await api(token, "PUT", path, { pulse_id: one, text: "with plums" });
    await shows("One", "with plums");
    await line.getByRole("button", { name: /^Undo/ }).click();
    await page.getByText(/can.t be taken back any more/).waitFor();
    await shows("One", "with plums");
  },
  async "others have no button for what they didn't do"() {
    await openBoard(other, board);
    await other.getByRole("button", { name: "Activity", exact: true }).click();
    const theirs = other.getByRole("complementary", { name: "Activity on Cakes" });
    await theirs.getByText("with plums").first().waitFor();
    assert.equal(await theirs.getByRole("button", { name: /^Undo/ }).count(), 0);
  },
  async "a deleted pulse comes back by the toast"() {
    await page.getByRole("button", { name: "Close the activity log" }).click();
    await select("Two");
    await page.getByRole("toolbar").getByRole("button", { name: "Delete" }).click();
    await until(async () => (await rowOf(page, "Two").count()) === 0, "it is gone");
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await rowOf(page, "Two").waitFor();
  },
  async "a pulse that went to another board comes back by the keyboard, with what it lost there"() {
    await select("One");
    await page.getByRole("toolbar").getByRole("button", { name: "Move to" }).click();
    await page.getByRole("button", { name: "To another board…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.locator("select").first().selectOption(String(target));
    await dialog.locator("button[type=submit]").click();
    await dialog.getByText("lose them").waitFor();
    await dialog.locator("button[type=submit]").click();
    await until(async () => (await rowOf(page, "One").count()) === 0, "it is gone");
    await page.keyboard.press("Control+z");
    await rowOf(page, "One").waitFor();
    await shows("One", "with plums");
    assert.deepEqual(await namesIn(page, "Group Title"), ["Two", "One"]);
  },
});
