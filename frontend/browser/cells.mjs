// Every cell editor by keyboard and by mouse; ranges, the clipboard, undo. tests/browser/test_app.py starts the server and this.

import assert from "node:assert/strict";
import { cellOf, openBoard, rowOf } from "./table.mjs";
import { api, person, story, until, visit } from "./visit.mjs";

const maggie = person("Maggie");
const page = await visit({ as: "Maggie" });
const token = maggie.personal_token;

/** @type {Record<string, string>} */
const columns = {};
let board = 0;

/** @param {string} name @param {string} type @param {string} text */
async function shows(name, type, text) {
  const cell = cellOf(page, name, columns[type] ?? "name");
  await until(async () => (await cell.innerText()).trim() === text, `${name}'s ${type}: ${text}`);
}
/** @param {string} name @param {string} type */
async function focus(name, type) {
  await cellOf(page, name, "name").focus();
  const across = Object.keys(columns).indexOf(type) + 1;
  for (let step = 0; step < across; step += 1) await page.keyboard.press("ArrowRight");
}
/** @param {string} day */
const dayButton = (day) =>
  page
    .locator(".rdp-day_button")
    .filter({ hasText: new RegExp(`^${day}$`) })
    .first();
/** What REST v1 says of a cell. @param {string} name @param {string} type */
async function stored(name, type) {
  const pulses = await api(token, "GET", `boards/${board}/pulses.json`);
  const found = pulses.find((/** @type {any} */ one) => one.pulse.name === name);
  const column = columns[type];
  return found.column_values.find((/** @type {any} */ value) => value.cid === column);
}

await story({
  async "a board with a column of every type"() {
    const made = await api(token, "POST", "boards.json", {
      name: "Cells",
      user_id: maggie.user_id,
    });
    board = made.id;
    for (const name of ["One", "Two", "Three"]) {
      await api(token, "POST", `boards/${board}/pulses.json`, {
        pulse: { name },
        add_to_bottom: true,
      });
    }
    for (const type of ["status", "text", "person", "date", "timeline", "numeric", "tags"]) {
      const body = { title: type, type };
      const answer = await api(token, "POST", `boards/${board}/columns.json`, body);
      const { columns: all } = answer;
      columns[type] = all.at(-1).id;
    }
    await openBoard(page, board);
    await rowOf(page, "One").waitFor();
  },

  async "status by mouse, and by keyboard"() {
    await cellOf(page, "One", columns.status ?? "").click();
    await page.getByRole("option").nth(1).click();
    const picked = cellOf(page, "One", columns.status ?? "");
    await until(async () => (await picked.innerText()).trim() !== "", "a label");
    const label = await picked.innerText();
    await focus("Two", "status");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await shows("Two", "status", label);
  },
  async "a status's labels are edited where they are picked"() {
    await cellOf(page, "One", columns.status ?? "").click();
    await page.getByRole("button", { name: "Edit labels" }).click();
    await page.getByLabel("Edit labels 2").fill("Shipped");
    await page.getByRole("button", { name: "Done" }).click();
    await shows("One", "status", "Shipped");
    await shows("Two", "status", "Shipped");
  },
  async "text: typing starts, Enter goes on below, Escape drops"() {
    await focus("One", "text");
    await page.keyboard.type("hello there");
    await page.keyboard.press("Enter");
    await shows("One", "text", "hello there");
    await page.keyboard.type("below");
    await page.keyboard.press("Escape");
    await shows("Two", "text", "");
    await cellOf(page, "Two", columns.text ?? "").click();
    await page.keyboard.type("by mouse");
    await page.keyboard.press("Tab");
    await shows("Two", "text", "by mouse");
  },
  async "person by search and Enter, and by mouse"() {
    await focus("One", "person");
    await page.keyboard.type("priya");
    await page.keyboard.press("Enter");
    await until(
      async () =>
        (await cellOf(page, "One", columns.person ?? "").innerText()).includes("Priya Raman"),
      "Priya",
    );
    await cellOf(page, "Two", columns.person ?? "").click();
    await page.getByRole("button", { name: "Tomasz Wolski" }).click();
    await page.getByRole("button", { name: "Done" }).click();
    await until(
      async () =>
        (await cellOf(page, "Two", columns.person ?? "").innerText()).includes("Tomasz Wolski"),
      "Tomasz",
    );
  },
  async "date by keyboard, and by mouse in the calendar"() {
    await focus("One", "date");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").locator("input[type=date]").fill("2026-02-03");
    await page.keyboard.press("Enter");
    await until(async () => (await stored("One", "date"))?.value === "2026-02-03", "the date");
    await cellOf(page, "One", columns.date ?? "").click();
    await dayButton("14").click();
    await until(
      async () => (await stored("One", "date"))?.value === "2026-02-14",
      "the day picked",
    );
  },
  async "timeline by keyboard, and by mouse in the calendar"() {
    await focus("One", "timeline");
    await page.keyboard.press("Enter");
    await page.getByLabel("From", { exact: true }).fill("2026-03-02");
    await page.getByLabel("To", { exact: true }).fill("2026-03-06");
    await page.keyboard.press("Enter");
    const days = async () => {
      const { from, to } = (await stored("One", "timeline"))?.value ?? {};
      return `${from} ${to}`;
    };
    await until(async () => (await days()) === "2026-03-02 2026-03-06", "the timeline");
    await cellOf(page, "One", columns.timeline ?? "").click();
    await dayButton("20").click();
    await page.getByRole("button", { name: "Done" }).click();
    await until(async () => (await days()) === "2026-03-02 2026-03-20", "the range picked");
  },
  async "numbers, and a refusal that takes back what was shown"() {
    await focus("One", "numeric");
    await page.keyboard.type("12.5");
    await page.keyboard.press("Enter");
    await shows("One", "numeric", "12.5");
    await focus("One", "numeric");
    await page.keyboard.type("a lot");
    await page.keyboard.press("Enter");
    await page.locator(".toast-error").getByText("is not a number").waitFor();
    await shows("One", "numeric", "12.5");
    await page.locator(".toast-error").getByRole("button", { name: "Close" }).click();
  },
  async "tags: a new one, and one that is there already"() {
    await focus("One", "tags");
    await page.keyboard.press("Enter");
    await page.keyboard.type("urgent");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await shows("One", "tags", "#urgent");
    await cellOf(page, "Two", columns.tags ?? "").click();
    await page.keyboard.type("urgent");
    await page.getByRole("button", { name: "Done" }).click();
    await shows("Two", "tags", "#urgent");
  },

  async "opening an editor and leaving it changes nothing"() {
    await focus("One", "status");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await shows("One", "status", "Shipped");
    await focus("One", "person");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await until(async () => (await page.getByRole("dialog").count()) === 0, "the picker closes");
    const person = cellOf(page, "One", columns.person ?? "");
    assert((await person.innerText()).includes("Priya Raman"));
    await focus("Three", "tags");
    await page.keyboard.press("Enter");
    await page.keyboard.type("dropped");
    await page.keyboard.press("Escape");
    await shows("Three", "tags", "");
  },
  async "typing picks a label by its first letter"() {
    await focus("Three", "status");
    await page.keyboard.type("s");
    await page.keyboard.press("Enter");
    await until(
      async () => /^S/.test(await cellOf(page, "Three", columns.status ?? "").innerText()),
      "a label with S",
    );
    await page.keyboard.press("Delete");
    await shows("Three", "status", "");
  },
  async "Tab stays in a panel, Escape closes it and gives the focus back"() {
    const button = page.getByRole("button", { name: "Sort the pulses" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press("Tab");
      assert(await page.evaluate(() => document.activeElement?.closest(".popover") !== null));
    }
    await page.keyboard.press("Escape");
    await until(async () => (await page.getByRole("dialog").count()) === 0, "it closes");
    await until(
      () => button.evaluate((one) => one === document.activeElement),
      "the focus is back",
    );
  },

  async "a pulse is renamed in its cell"() {
    await cellOf(page, "Three", "name").focus();
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Three");
    await page.keyboard.press("Enter");
    await rowOf(page, "Three").waitFor();
  },
  async "a range is copied and pasted, and undone at once"() {
    await focus("One", "status");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+c");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, "Shipped\thello there\nShipped\tby mouse");
    await page.evaluate(() => navigator.clipboard.writeText("Shipped\tpasted\r\n"));
    await focus("Three", "status");
    await page.keyboard.press("Control+v");
    await shows("Three", "text", "pasted");
    await shows("Three", "status", "Shipped");
    await page.keyboard.press("Control+z");
    await shows("Three", "text", "");
    await shows("Three", "status", "");
  },
  async "Delete clears what is marked"() {
    await focus("One", "text");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Delete");
    await shows("One", "text", "");
    await shows("Two", "text", "");
    await page.keyboard.press("Control+z");
    await shows("One", "text", "hello there");
  },
  async "filters, sort and hidden columns are kept for the reader"() {
    await page.getByRole("button", { name: "Filter the pulses" }).click();
    await page.getByRole("button", { name: "Add a rule" }).click();
    await page.getByRole("textbox", { name: "Value" }).fill("T");
    await page.keyboard.press("Escape");
    await until(async () => (await rowOf(page, "One").count()) === 0, "One is filtered out");
    await page.getByRole("button", { name: "Hide columns" }).click();
    await page.getByRole("checkbox", { name: "numeric" }).uncheck();
    await page.keyboard.press("Escape");
    await page.waitForResponse((answer) => answer.url().endsWith("/choices") && answer.ok());
    await page.reload();
    await rowOf(page, "Two").waitFor();
    assert.equal(await rowOf(page, "One").count(), 0);
    assert.equal(await page.getByRole("columnheader", { name: "numeric" }).count(), 0);
    await page.getByRole("button", { name: "Show all pulses" }).click();
    await rowOf(page, "One").waitFor();
  },
});
