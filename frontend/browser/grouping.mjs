// A table grouped by a column, in place of the board's groups. tests/browser/test_parts.py starts the server and this.

import assert from "node:assert/strict";
import { cellOf, drag, namesIn, openBoard, rowOf } from "./table.mjs";
import { api, v2 as askV2, person, seriousIn, story, until, visit } from "./visit.mjs";

/** Within a second others see it. */
const SOON = 1500;
const maggie = person("Maggie");
const token = maggie.personal_token;
// So tall that what is dragged, and where it goes, are both on the screen.
const page = await visit({ as: "Maggie", height: 1500 });
const other = await visit({ as: "Priya" });
let board = 0;

/** @param {string} query @param {object} [variables] */
const v2 = (query, variables) => askV2(token, query, { board, ...variables });
/** What API v2 says of a cell. @param {string} name @param {string} column */
async function text(name, column) {
  const { items_page_by_column_values: found } = await v2(
    `query ($board: ID!, $names: [String]!, $ids: [String!]) {
      items_page_by_column_values(board_id: $board, columns: [{column_id: "name", column_values: $names}]) {
        items { column_values(ids: $ids) { text } } } }`,
    { names: [name], ids: [column] },
  );
  return found.items[0].column_values[0].text;
}
/** @param {import("playwright-core").Page} where @param {Record<string, string[]>} wanted */
const stands = (where, wanted) =>
  until(
    async () => {
      const heads = (await where.locator(".group-head h2").allInnerTexts()).map((one) =>
        one.trim(),
      );
      if (heads.join() !== Object.keys(wanted).join()) return false;
      for (const [head, names] of Object.entries(wanted))
        if ((await namesIn(where, head)).join() !== names.join()) return false;
      return true;
    },
    `${JSON.stringify(wanted)} is shown`,
    SOON,
  );
/** @param {string} name */
const grip = (name) => rowOf(page, name).locator(".row-edge");
const tab = (/** @type {import("playwright-core").Page} */ where) =>
  where.getByRole("link", { name: "By stage", exact: true });

await story({
  async "a board of orders in two groups"() {
    board = (await api(token, "POST", "boards.json", { name: "Shop", user_id: maggie.user_id })).id;
    await v2(`mutation ($board: ID!) {
      update_group (board_id: $board, group_id: "topics", group_attribute: title, new_value: "Orders") { id }
      stage: create_column (board_id: $board, id: "stage", title: "Stage", column_type: status) { id }
      owner: create_column (board_id: $board, id: "owner", title: "Owner", column_type: people) { id }
      hours: create_column (board_id: $board, id: "hours", title: "Hours", column_type: numbers) { id } }`);
    const { create_group: group } = await v2(
      `mutation ($board: ID!) { create_group (board_id: $board, group_name: "Later",
        relative_to: "topics", position_relative_method: after_at) { id } }`,
    );
    for (const [name, index, hours, where] of /** @type {const} */ ([
      ["Bell", 1, 9, "topics"],
      ["Lamp", 0, 10, "topics"],
      ["Saddle", 1, -2, group.id],
      ["Pump", undefined, undefined, group.id],
    ])) {
      const values = index === undefined ? {} : { stage: { index }, hours: String(hours) };
      await v2(
        `mutation ($board: ID!, $group: String!, $name: String!, $values: JSON) {
          create_item (board_id: $board, group_id: $group, item_name: $name, column_values: $values) { id } }`,
        { name, group: where, values: JSON.stringify(values) },
      );
    }
    await Promise.all([openBoard(page, board), openBoard(other, board)]);
    await stands(page, { Orders: ["Bell", "Lamp"], Later: ["Saddle", "Pump"] });
  },
  async "it is grouped by its labels, those that no pulse has too"() {
    await page.getByRole("button", { name: "Group the pulses" }).click();
    await page.getByRole("dialog").getByLabel("Column").selectOption("Stage");
    const grouped = { "Working on it": ["Lamp"], Done: ["Bell", "Saddle"], Stuck: [] };
    await stands(page, { ...grouped, "No Stage": ["Pump"] });
    await page.getByLabel("Hide labels that no pulse has").check();
    await page.getByRole("dialog").getByLabel("Direction").selectOption("descending");
    assert.deepEqual(await seriousIn(page), []);
    await stands(page, {
      Done: ["Bell", "Saddle"],
      "Working on it": ["Lamp"],
      "No Stage": ["Pump"],
    });
    await page.getByLabel("Hide labels that no pulse has").uncheck();
    await page.getByRole("dialog").getByLabel("Direction").selectOption("ascending");
    await page.keyboard.press("Escape");
  },
  async "kept as a view, others see it, and API v2 tells it"() {
    await page.getByRole("button", { name: "Add a view" }).click();
    await page.keyboard.type("By stage");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/views/*");
    await tab(other).click();
    for (const where of [page, other])
      await stands(where, {
        ...{ "Working on it": ["Lamp"], Done: ["Bell", "Saddle"] },
        ...{ Stuck: [], "No Stage": ["Pump"] },
      });
    const { boards } = await v2(
      "query ($board: [ID!]) { boards(ids: $board) { views { settings } } }",
    );
    const { group_by: by } = boards[0].views[0].settings;
    assert.deepEqual([by.conditions[0].columnId, by.hideEmptyGroups], ["stage", false]);
  },
  async "a pulse that is added gets the label of its group"() {
    await page.getByLabel("Add a pulse to Stuck").fill("Chain");
    await page.keyboard.press("Enter");
    await until(async () => (await namesIn(other, "Stuck")).includes("Chain"), "it is stuck", SOON);
    assert.equal(await text("Chain", "stage"), "Stuck");
    await page.getByLabel("Add a pulse to No Stage").fill("Rack");
    await page.keyboard.press("Enter");
    await until(async () => (await namesIn(page, "No Stage")).includes("Rack"), "it has no stage");
  },
  async "one that is dragged to another group gets that one's, and back with undo"() {
    await drag(page, grip("Lamp"), grip("Saddle"), 0.9);
    await until(async () => (await namesIn(page, "Done")).includes("Lamp"), "it is done");
    await until(async () => (await text("Lamp", "stage")) === "Done", "the server knows");
    await page.keyboard.press("Control+z");
    await until(async () => (await namesIn(page, "Working on it")).includes("Lamp"), "it is back");
    await drag(page, grip("Bell"), page.getByLabel("Add a pulse to No Stage"), 0.5);
    await until(async () => (await text("Bell", "stage")) !== "Done", "the label is gone");
    await page.keyboard.press("Control+z");
    await drag(page, grip("Bell"), grip("Saddle"), 0.9);
    await page
      .getByText("Pulses are grouped by “Stage”: within a group their order stays.")
      .waitFor();
  },
  async "a label that is changed in its cell, or by a script, moves the pulse"() {
    await cellOf(page, "Bell", "stage").click();
    await page.getByRole("option", { name: "Stuck" }).click();
    await until(async () => (await namesIn(other, "Stuck")).includes("Bell"), "it moved", SOON);
    await v2(`mutation ($board: ID!) { change_simple_column_value (
      board_id: $board, item_id: ${await idOf("Bell")}, column_id: "stage", value: "Done") { id } }`);
    await until(async () => (await namesIn(page, "Done")).includes("Bell"), "and back", SOON);
  },
  async "a group is closed, and its sums are those of its pulses"() {
    await page.getByRole("button", { name: "Collapse Done" }).click();
    await until(async () => (await namesIn(page, "Done")).length === 0, "it is closed");
    await page.getByRole("button", { name: "Expand Done" }).click();
    await page.locator(".line-summary").getByText("7", { exact: true }).first().waitFor();
  },
  async "by another column it is one's own, until it is saved or reset"() {
    await page.getByRole("button", { name: "Group the pulses" }).click();
    await page.getByRole("dialog").getByLabel("Column").selectOption("Hours");
    await page.keyboard.press("Escape");
    await until(async () => (await namesIn(page, "-2")).join() === "Saddle", "by hours");
    await page.getByText("Changed", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Reset" }).click();
    await until(async () => (await namesIn(page, "Working on it")).join() === "Lamp", "by stage");
  },
  async "what is filtered leaves groups out"() {
    await page.getByPlaceholder("Search this board").fill("lamp");
    await stands(page, { "Working on it": ["Lamp"] });
    await page.getByPlaceholder("Search this board").fill("");
  },
  async "who may only read sees the groups, and nothing to add"() {
    const viewer = await visit({ as: "Ben" });
    await viewer.goto(page.url());
    await until(
      async () => (await namesIn(viewer, "Working on it")).includes("Lamp"),
      "it is there",
    );
    assert.equal(await viewer.getByLabel("Add a pulse to Stuck").count(), 0);
  },
  async "when its column goes, the board's groups are back"() {
    await v2(
      `mutation ($board: ID!) { delete_column (board_id: $board, column_id: "stage") { id } }`,
    );
    await until(async () => (await namesIn(page, "Orders")).includes("Bell"), "they are", SOON);
  },
});

/** @param {string} name */
async function idOf(name) {
  const { boards } = await v2(
    `query ($board: [ID!]) { boards(ids: $board) { items_page { items { id name } } } }`,
  );
  return boards[0].items_page.items.find((/** @type {any} */ item) => item.name === name).id;
}
