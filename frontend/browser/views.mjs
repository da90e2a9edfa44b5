// Pulses filtered and sorted by rules, and views that keep them. tests/browser/test_parts.py starts the server and this.

import assert from "node:assert/strict";
import { cellOf, namesIn, openBoard, rowOf } from "./table.mjs";
import {
  api,
  v2 as askV2,
  person,
  seriousIn,
  story,
  URL_OF_LUNDI,
  until,
  visit,
} from "./visit.mjs";

/** Within a second others see it, and ask anew a moment later. */
const SOON = 1500;
const maggie = person("Maggie");
const token = maggie.personal_token;
const page = await visit({ as: "Maggie" });
const other = await visit({ as: "Priya" });
let board = 0;
let view = "";
/** By their names. @type {Record<string, string>} */
const items = {};

/** @param {string} query @param {object} [variables] */
const v2 = (query, variables) => askV2(token, query, { board, ...variables });
/** The names that API v2 finds, in its order. @param {object} query */
async function found(query) {
  const { boards } = await v2(
    `query ($board: [ID!], $query: ItemsQuery) {
      boards(ids: $board) { items_page(query_params: $query) { items { name } } } }`,
    { query },
  );
  return boards[0].items_page.items.map((/** @type {any} */ item) => item.name);
}
/** @param {import("playwright-core").Page} where @param {string[]} names */
const shows = (where, names) =>
  until(
    async () => (await namesIn(where, "Orders")).join() === names.join(),
    `${names.join()} are shown`,
    SOON,
  );
/** @param {string} number */
const rule = (number) => page.getByRole("group", { name: `Rule ${number}`, exact: true });
const dialog = (/** @type {string} */ name) => page.getByRole("dialog", { name, exact: true });
/** @param {import("playwright-core").Page} where @param {string} name */
const tab = (where, name) =>
  where
    .getByRole("navigation", { name: "Views of the board" })
    .getByRole("link", { name, exact: true });
/** Chosen in the list that has the focus, by its first letters. @param {string} text */
async function type(text) {
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

const WITHIN = {
  operator: "or",
  rules: [
    { column_id: "owner", operator: "any_of", compare_value: [`person-${maggie.user_id}`] },
    { column_id: "name", operator: "contains_text", compare_value: ["cargo"] },
  ],
};
const FILTER = {
  operator: "and",
  rules: [
    { column_id: "stage", operator: "any_of", compare_value: [0, 2] },
    { column_id: "hours", operator: "greater_than_or_equals", compare_value: [10] },
  ],
  groups: [WITHIN],
};
const ORDER = [
  { column_id: "stage", direction: "desc" },
  { column_id: "hours", direction: "asc" },
];

await story({
  async "a board of orders"() {
    board = (await api(token, "POST", "boards.json", { name: "Shop", user_id: maggie.user_id })).id;
    await v2(`mutation ($board: ID!) { update_group (board_id: $board, group_id: "topics",
      group_attribute: title, new_value: "Orders") { id } }`);
    for (const [id, kind] of Object.entries({
      stage: "status",
      hours: "numbers",
      owner: "people",
      due: "date",
    })) {
      await v2(
        `mutation ($board: ID!, $id: String!, $kind: ColumnType!) {
          create_column (board_id: $board, id: $id, title: $id, column_type: $kind) { id } }`,
        { id, kind },
      );
    }
    for (const [name, index, hours, isMine] of /** @type {const} */ ([
      ["Cargo box", 0, 40, false],
      ["Bell", 0, 10, true],
      ["Lamp", 0, 30, false],
      ["Saddle", 1, 50, true],
      ["Cargo net", 2, 20, false],
      ["Lock", 2, 10, true],
      ["Cargo strap", 2, 5, false],
    ])) {
      const values = {
        stage: { index },
        hours: String(hours),
        ...(isMine ? { owner: { personsAndTeams: [{ id: maggie.user_id, kind: "person" }] } } : {}),
      };
      const { create_item: item } = await v2(
        `mutation ($board: ID!, $name: String!, $values: JSON) {
          create_item (board_id: $board, item_name: $name, column_values: $values) { id } }`,
        { name, values: JSON.stringify(values) },
      );
      items[name] = item.id;
    }
    await Promise.all([openBoard(page, board), openBoard(other, board)]);
    await shows(page, await found({}));
  },

  async "a rule is made by mouse, of labels that are picked"() {
    await page.getByRole("button", { name: "Filter the pulses" }).click();
    await page.getByRole("button", { name: "Add a rule" }).click();
    await rule("1").getByLabel("Column").selectOption("stage");
    await rule("1")
      .getByRole("button", { name: /^Value/ })
      .click();
    for (const label of ["Working on it", "Stuck"])
      await page.getByRole("checkbox", { name: label }).check();
    await page.keyboard.press("Escape");
    await dialog("Value").waitFor({ state: "detached" });
    await shows(page, await found({ rules: FILTER.rules.slice(0, 1) }));
  },
  async "two more and a group by keyboard, each of another type"() {
    await page.getByRole("button", { name: "Add a rule" }).focus();
    await page.keyboard.press("Enter");
    await type("hours");
    const condition = rule("2").getByLabel("Condition");
    await until(async () => {
      if ((await condition.inputValue()) === "greater_than_or_equals") return true;
      await page.keyboard.press("ArrowDown");
    }, "the condition");
    await page.keyboard.press("Tab");
    await page.keyboard.type("10");
    await shows(page, await found({ rules: FILTER.rules }));

    await page.getByRole("button", { name: "Add a group" }).focus();
    await page.keyboard.press("Enter");
    await type("owner");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await dialog("Value").waitFor();
    await page.keyboard.type("Maggie");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await rule("3.2").waitFor();
    await type("Name");
    await page.keyboard.press("Tab");
    await page.keyboard.type("CARGO");
    const names = await found(FILTER);
    assert.deepEqual(names.toSorted(), ["Bell", "Cargo box", "Cargo net", "Lock"]);
    await shows(page, names);
  },
  async "the rules can be used by who listens"() {
    assert.deepEqual(await seriousIn(page), []);
    await rule("1")
      .getByRole("button", { name: /^Value: Working on it, Stuck/ })
      .click();
    assert.deepEqual(await seriousIn(page), []);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await dialog("Filter the pulses").waitFor({ state: "detached" });
  },
  async "the order is that of two columns"() {
    await page.getByRole("button", { name: "Sort the pulses" }).click();
    for (const { column_id, direction } of ORDER) {
      await page.getByRole("button", { name: "Add a column" }).last().click();
      const line = dialog("Sort the pulses").getByRole("group").last();
      await line.getByLabel("Column").selectOption(column_id);
      await line.getByLabel("Direction").selectOption(direction);
    }
    assert.deepEqual(await seriousIn(page), []);
    await page.keyboard.press("Escape");
    await shows(page, await found({ ...FILTER, order_by: ORDER }));
  },

  async "kept as a view, it is there for others at once, with the same pulses"() {
    await page.getByRole("button", { name: "Hide columns" }).click();
    await page.getByRole("checkbox", { name: "due" }).uncheck();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add a view" }).click();
    await page.keyboard.type("To build");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/views/*");
    view = page.url().split("/").at(-1) ?? "";
    await until(() => tab(other, "To build").isVisible(), "the tab", SOON);
    await tab(other, "To build").click();
    await other.waitForURL(`**/boards/${board}/views/${view}`);
    const names = await found({ ...FILTER, order_by: ORDER });
    await shows(other, names);
    assert.equal(await other.getByRole("columnheader", { name: "due" }).count(), 0);
    await other.reload();
    await shows(other, names);
    await shows(page, names);
  },
  async "a pulse opens over the view, and closes to it"() {
    await page.getByRole("link", { name: "Open Lock" }).click();
    await page.waitForURL(`**/boards/${board}/views/${view}/pulses/${items.Lock}`);
    await page.getByRole("complementary", { name: "Lock" }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL(`**/boards/${board}/views/${view}`);
  },
  async "what a script changes comes and goes"() {
    const set = (/** @type {string} */ name, /** @type {string} */ hours) =>
      v2(
        `mutation ($board: ID!, $item: ID!, $hours: String) { change_simple_column_value (
          board_id: $board, item_id: $item, column_id: "hours", value: $hours) { id } }`,
        { item: items[name], hours },
      );
    await set("Bell", "9");
    await set("Cargo strap", "15");
    const names = await found({ ...FILTER, order_by: ORDER });
    assert(!names.includes("Bell") && names.includes("Cargo strap"));
    for (const where of [page, other]) await shows(where, names);
  },
  async "one's own change takes a pulse out of the view"() {
    await cellOf(page, "Cargo net", "hours").focus();
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    await until(async () => (await rowOf(page, "Cargo net").count()) === 0, "it is gone", SOON);
    await page.getByLabel("Add a pulse to Orders").fill("Pump");
    await page.keyboard.press("Enter");
    await page.getByText("Added, but hidden by your search or filter.").waitFor();
  },

  async "what one changes in a view is one’s own, until it is saved to it"() {
    const names = await namesIn(other, "Orders");
    await page.getByPlaceholder("Search this board").fill("maggie stuck");
    await shows(page, ["Lock"]);
    await page.getByPlaceholder("Search this board").fill("");
    await page.getByRole("button", { name: "Filter by person" }).click();
    await page.getByRole("checkbox", { name: "Maggie Okafor" }).check();
    await page.keyboard.press("Escape");
    await shows(page, ["Lock"]);
    await page.getByText("Changed", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Reset" }).click();
    await shows(page, names);
    await page.getByRole("button", { name: "Sort the pulses" }).click();
    await page.getByRole("button", { name: "Don’t sort by stage" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Save to this view" }).click();
    await page.getByText("Saved to “To build”").waitFor();
    assert.equal(await page.getByText("Changed", { exact: true }).count(), 0);
    const sorted = await found({ ...FILTER, order_by: ORDER.slice(1) });
    for (const where of [page, other]) await shows(where, sorted);
  },
  async "who may only read uses views, and keeps none"() {
    const viewer = await visit({ as: "Ben" });
    await viewer.goto(`${URL_OF_LUNDI}/boards/${board}/views/${view}`);
    await shows(viewer, await namesIn(page, "Orders"));
    assert.equal(await viewer.getByRole("button", { name: "Add a view" }).count(), 0);
    assert.equal(await viewer.getByRole("button", { name: "Menu of To build" }).count(), 0);
    await viewer.getByRole("button", { name: "Show all pulses" }).click();
    await shows(viewer, await found({}));
    await viewer.getByRole("button", { name: "Reset" }).waitFor();
    assert.equal(await viewer.getByRole("button", { name: "Save to this view" }).count(), 0);
  },
  async "a view that a script makes has its columns and their order"() {
    await v2(
      `mutation ($board: ID!, $settings: TableViewSettingsInput) {
        create_view_table (board_id: $board, name: "By script", settings: $settings) { id } }`,
      {
        settings: {
          columns: {
            column_order: ["name", "due", "hours"],
            column_properties: [{ column_id: "stage", visible: false }],
          },
        },
      },
    );
    await tab(page, "By script").click();
    const heads = async () => (await page.locator(".head-title").allInnerTexts()).join();
    await until(async () => (await heads()) === "Name,due,hours,owner", "the columns");
    await page
      .getByRole("columnheader", { name: /^hours/ })
      .getByRole("button")
      .click();
    await page.getByRole("button", { name: "Move left" }).click();
    await until(async () => (await heads()) === "Name,hours,due,owner", "the order");
    await page.getByRole("button", { name: "Save to this view" }).click();
    await page.getByText("Saved to “By script”").waitFor();
    const { boards } = await v2("query ($board: [ID!]) { boards(ids: $board) { columns { id } } }");
    const ids = boards[0].columns.map((/** @type {any} */ { id }) => id);
    assert.deepEqual(ids, ["name", "stage", "hours", "owner", "due"]);
  },
  async "a view whose column is gone shows all pulses, and says why"() {
    await tab(page, "To build").click();
    await v2(
      `mutation ($board: ID!) { delete_column (board_id: $board, column_id: "stage") { id } }`,
    );
    await page.getByText(`There is no column 'stage' on board ${board}.`).waitFor();
    await shows(page, await found({}));
    await page.getByRole("button", { name: "Filter the pulses" }).click();
    await page.getByRole("button", { name: "Remove rule 1" }).click();
    await page.keyboard.press("Escape");
    await shows(
      page,
      await found({ ...FILTER, rules: FILTER.rules.slice(1), order_by: ORDER.slice(1) }),
    );
  },
  async "a view is renamed, duplicated, and deleted for everybody"() {
    await page.getByRole("button", { name: "Menu of To build" }).click();
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("To ship");
    await page.keyboard.press("Enter");
    await until(() => tab(other, "To ship").isVisible(), "the new name", SOON);
    await page.getByRole("button", { name: "Menu of To ship" }).click();
    await page.getByRole("button", { name: "Duplicate" }).click();
    await tab(other, "Duplicate of To ship").waitFor();
    await tab(page, "To ship").click();
    await page.getByRole("button", { name: "Menu of To ship" }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.waitForURL(`**/boards/${board}`);
    await other.getByText("That view isn’t there any more.").waitFor();
    await other.waitForURL(`**/boards/${board}`);
  },
});
