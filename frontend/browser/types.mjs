// The cells of the further column types, each by keyboard and by mouse. tests/browser/test_parts.py starts the server and this.

import assert from "node:assert/strict";
import { cellOf, openBoard, rowOf } from "./table.mjs";
import { api, v2 as askV2, person, seriousIn, story, until, visit } from "./visit.mjs";

const maggie = person("Maggie");
const page = await visit({ as: "Maggie", width: 1600 });
const token = maggie.personal_token;

/** By the name that the menu has for the type: the column's id. @type {Record<string, string>} */
const columns = {};
let board = 0;

const TYPES = [
  ...["Checkbox", "Dropdown", "Long text", "Rating", "Team", "Email", "Phone", "Link"],
  ...["Location", "Country", "World clock", "Hour", "Week", "Colour picker", "Vote", "Button"],
  ...["Creation log", "Last updated", "Item ID"],
];

/** @param {string} name @param {string} type */
const cell = (name, type) => cellOf(page, name, columns[type] ?? "");
/** @param {string} name @param {string} type @param {string | RegExp} text */
async function shows(name, type, text) {
  await until(async () => {
    const shown = (await cell(name, type).innerText()).trim();
    return typeof text === "string" ? shown === text : text.test(shown);
  }, `${name}'s ${type}: ${text}`);
}
/** @param {string} name @param {string} type */
async function focus(name, type) {
  await cell(name, type).focus();
}
/** What API v2 says of a cell. @param {string} name @param {string} type */
async function stored(name, type) {
  const query = `{ boards(ids: [${board}]) { items_page { items { name column_values { id text value } } } } }`;
  const data = await v2(query);
  const items = data.boards[0].items_page.items;
  const item = items.find((/** @type {any} */ one) => one.name === name);
  return item.column_values.find((/** @type {any} */ one) => one.id === columns[type]).text;
}
/** @param {string} query */
const v2 = (query) => askV2(token, query);
async function accessible() {
  assert.deepEqual(await seriousIn(page), []);
}
/** @param {string} name */
const button = (name) => page.getByRole("dialog").getByRole("button", { name, exact: true });

await story({
  async "columns of each type are added from the menu"() {
    const made = await api(token, "POST", "boards.json", {
      name: "Types",
      user_id: maggie.user_id,
    });
    board = made.id;
    for (const name of ["One", "Two"]) {
      await api(token, "POST", `boards/${board}/pulses.json`, {
        pulse: { name },
        add_to_bottom: true,
      });
    }
    await v2(`mutation { create_team (input: {name: "Riders", subscriber_ids: []}) { id } }`);
    await openBoard(page, board);
    await rowOf(page, "One").waitFor();
    for (const [index, type] of TYPES.entries()) {
      await page.getByRole("button", { name: "Add a column" }).click();
      if (index === 0) await page.getByRole("dialog").getByRole("button", { name: type }).click();
      else {
        await page.keyboard.type(type);
        await page.keyboard.press("Enter");
      }
      const head = page.getByRole("columnheader", { name: new RegExp(`^${type}`) });
      await head.waitFor();
    }
    const { columns: all } = (await v2(`{ boards(ids: [${board}]) { columns { id title } } }`))
      .boards[0];
    for (const { id, title } of all) columns[title] = id;
  },

  async "a checkbox by Space, Enter and a click"() {
    await focus("One", "Checkbox");
    await page.keyboard.press("Space");
    await until(async () => (await stored("One", "Checkbox")) === "v", "checked");
    await page.keyboard.press("Enter");
    await until(async () => (await stored("One", "Checkbox")) === "", "not checked");
    await cell("Two", "Checkbox").click();
    await until(async () => (await stored("Two", "Checkbox")) === "v", "checked");
  },
  async "a dropdown gets its labels, and several are picked"() {
    await focus("One", "Dropdown");
    await page.keyboard.press("Enter");
    await button("Edit labels").click();
    await page.getByLabel("Label 1", { exact: true }).fill("Red");
    await button("Add a label").click();
    await page.keyboard.type("Blue");
    await page.keyboard.press("Enter");
    await until(async () => (await page.getByRole("dialog").count()) === 0, "the labels are kept");
    await focus("One", "Dropdown");
    await page.keyboard.type("bl");
    await page.keyboard.press("Enter");
    await page.keyboard.type("red");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await until(async () => (await stored("One", "Dropdown")) === "Blue, Red", "both labels");
    await cell("Two", "Dropdown").click();
    await page.getByRole("checkbox", { name: "Red" }).check();
    await button("Done").click();
    await shows("Two", "Dropdown", "Red");
  },
  async "a long text of several lines"() {
    await focus("One", "Long text");
    await page.keyboard.type("one");
    await page.keyboard.press("Enter");
    await page.keyboard.type("two");
    await page.keyboard.press("Control+Enter");
    await until(async () => (await stored("One", "Long text")) === "one\ntwo", "both lines");
    await cell("Two", "Long text").click();
    await page.getByRole("textbox", { name: "Long text" }).fill("by mouse");
    await button("Done").click();
    await shows("Two", "Long text", "by mouse");
  },
  async "a rating by its number, and by a click"() {
    await focus("One", "Rating");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await until(async () => (await stored("One", "Rating")) === "4", "four stars");
    await cell("Two", "Rating").click();
    await page.getByRole("option").nth(1).click();
    await until(async () => (await stored("Two", "Rating")) === "2", "two stars");
  },
  async "a team"() {
    await focus("One", "Team");
    await page.keyboard.type("rid");
    await page.keyboard.press("Enter");
    await shows("One", "Team", /Riders/);
    await cell("Two", "Team").click();
    await button("Riders").click();
    await shows("Two", "Team", /Riders/);
  },
  async "an e-mail address, a phone number, a link and a place"() {
    await focus("One", "Email");
    await page.keyboard.type("ann@larkspur.example");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ann");
    await page.keyboard.press("Enter");
    await shows("One", "Email", "Ann");
    await cell("Two", "Email").click();
    await page.getByLabel("E-mail address").fill("nobody");
    await button("Done").click();
    await page.getByText("“nobody” is not an e-mail address.").waitFor();
    await page.getByLabel("E-mail address").fill("bob@larkspur.example");
    await button("Done").click();
    await shows("Two", "Email", "bob@larkspur.example");

    await focus("One", "Phone");
    await page.keyboard.type("+1 202 555 0169");
    await page.keyboard.press("Enter");
    await shows("One", "Phone", "+12025550169");
    await cell("Two", "Phone").click();
    await page.getByRole("textbox", { name: "Number" }).fill("22 12 34 56");
    await page.getByRole("dialog").getByLabel("Country").selectOption("NO");
    await button("Done").click();
    await shows("Two", "Phone", "+4722123456");

    await focus("One", "Link");
    await page.keyboard.type("larkspur.example");
    await page.keyboard.press("Enter");
    await shows("One", "Link", "https://larkspur.example");
    await cell("Two", "Link").click();
    await page.getByRole("dialog").getByLabel("Address").fill("https://larkspur.example/bikes");
    await page.getByLabel("Words to show").fill("Bikes");
    await button("Done").click();
    await shows("Two", "Link", "Bikes");

    await focus("One", "Location");
    await page.keyboard.type("Oslo");
    await page.keyboard.press("Tab");
    await page.keyboard.type("59.91");
    await page.keyboard.press("Tab");
    await page.keyboard.type("10.75");
    await page.keyboard.press("Enter");
    await shows("One", "Location", "Oslo");
    await cell("Two", "Location").click();
    await page.getByLabel("Latitude").fill("1");
    await page.getByLabel("Longitude").fill("2");
    await button("Done").click();
    await shows("Two", "Location", "1 2");
  },
  async "a country and a clock, each out of many"() {
    await focus("One", "Country");
    await page.keyboard.type("norw");
    await page.keyboard.press("Enter");
    await shows("One", "Country", "Norway");
    await cell("Two", "Country").click();
    await button("Albania").click();
    await shows("Two", "Country", "Albania");
    await focus("One", "World clock");
    await page.keyboard.type("oslo");
    await page.keyboard.press("Enter");
    await shows("One", "World clock", /\d.*Europe\/Oslo$/);
    await cell("Two", "World clock").click();
    await page.getByPlaceholder("Find a city or time zone").fill("new york");
    await button("America/New York").click();
    await shows("Two", "World clock", /America\/New York$/);
  },
  async "an hour, a week and a colour"() {
    await focus("One", "Hour");
    await page.keyboard.type("4:42 pm");
    await page.keyboard.press("Enter");
    await until(async () => (await stored("One", "Hour")) === "04:42 PM", "the hour");
    await cell("Two", "Hour").click();
    await page.keyboard.type("9");
    await page.keyboard.press("Tab");
    await until(async () => (await stored("Two", "Hour")) === "09:00 AM", "the hour");

    await focus("One", "Week");
    await page.keyboard.press("Enter");
    await page.getByLabel("A day of the week").fill("2026-02-04");
    await page.keyboard.press("Enter");
    await until(
      async () => (await stored("One", "Week")) === "2026-02-02 - 2026-02-08",
      "the week of the day",
    );
    await cell("One", "Week").click();
    await page.locator(".rdp-day_button").filter({ hasText: /^11$/ }).first().click();
    await until(
      async () => (await stored("One", "Week")) === "2026-02-09 - 2026-02-15",
      "the week picked",
    );

    await focus("One", "Colour picker");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Colour", exact: true }).fill("#123ABC");
    await page.keyboard.press("Enter");
    await until(async () => (await stored("One", "Colour picker")) === "#123abc", "the colour");
    await cell("Two", "Colour picker").click();
    await button("#00c875").click();
    await until(async () => (await stored("Two", "Colour picker")) === "#00c875", "the colour");
  },
  async "a vote is given and taken back"() {
    await cell("One", "Vote").click();
    await until(async () => (await stored("One", "Vote")) === "1", "one vote");
    await focus("One", "Vote");
    await page.keyboard.press("Enter");
    await shows("One", "Vote", /^0/);
    await page.keyboard.press("Space");
    await shows("One", "Vote", /^1/);
    await page.keyboard.press("Delete");
    await shows("One", "Vote", /^0/);
  },
  async "what is computed is shown, and no editor opens"() {
    for (const type of ["Button", "Creation log", "Last updated", "Item ID"]) {
      await cell("One", type).click();
      await page.keyboard.press("Enter");
      assert.equal(await page.getByRole("dialog").count(), 0, type);
      assert.notEqual((await cell("One", type).innerText()).trim(), "", type);
    }
  },
  async "the settings of columns are changed from their menus"() {
    await page
      .getByRole("columnheader", { name: /^Rating/ })
      .getByRole("button")
      .first()
      .click();
    await button("Settings").click();
    await page.getByLabel("Number of stars").selectOption("7");
    await button("Done").click();
    await until(async () => (await cell("One", "Rating").locator("svg").count()) === 7, "7 stars");
    await page
      .getByRole("columnheader", { name: /^Button/ })
      .getByRole("button")
      .first()
      .click();
    await button("Settings").click();
    await page.getByLabel("What the button says").fill("Ship it");
    await button("Done").click();
    await shows("One", "Button", "Ship it");
  },
  async "the table, an editor and the side panel are accessible"() {
    await accessible();
    await focus("One", "Phone");
    await page.keyboard.press("Enter");
    await accessible();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Open One" }).click();
    await page.getByRole("tab", { name: "Fields" }).click();
    await page.getByRole("button", { name: "Edit Phone" }).waitFor();
    await accessible();
    await page.keyboard.press("Escape");
  },
  async "a row is copied to another one, without what can't be written"() {
    await focus("One", "Checkbox");
    await page.keyboard.press("Space");
    await focus("One", "Checkbox");
    for (const _ of TYPES.slice(1)) await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Control+c");
    await focus("Two", "Checkbox");
    await page.keyboard.press("Control+v");
    await until(async () => (await stored("Two", "Hour")) === "04:42 PM", "the hour is pasted");
    await shows("Two", "Email", "Ann");
    await shows("Two", "Country", "Norway");
  },
});
