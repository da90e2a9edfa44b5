// Cells that the server computes, and a time that is started and stopped. tests/browser/test_parts.py starts the server and this.

import { cellOf, openBoard, rowOf } from "./table.mjs";
import { api, v2 as askV2, person, story, until, visit } from "./visit.mjs";

const maggie = person("Maggie");
const page = await visit({ as: "Maggie", width: 1600 });
const token = maggie.personal_token;
let board = 0;

/** @param {string} query */
const v2 = (query) => askV2(token, query);

/** @param {string} id @param {string} type @param {object} settings */
const column = (id, type, settings = {}) =>
  v2(`mutation { create_column (board_id: ${board}, id: "${id}", title: "${id}", column_type: ${type},
    defaults: ${JSON.stringify(JSON.stringify(settings))}) { id } }`);

/** @param {string} id @param {string | RegExp} text */
const shows = (id, text) =>
  until(async () => {
    const shown = (await cellOf(page, "Cake", id).innerText()).trim();
    return typeof text === "string" ? shown === text : text.test(shown);
  }, `${id}: ${text}`);

await story({
  async "a formula, a mirror, links, progress, subitems and a number are shown"() {
    const named = { user_id: maggie.user_id };
    const other = (await api(token, "POST", "boards.json", { name: "Shops", ...named })).id;
    board = other;
    await column("stage", "status");
    const shop = (
      await api(token, "POST", `boards/${other}/pulses.json`, { pulse: { name: "Corner" } })
    ).pulse.id;
    await v2(`mutation { change_simple_column_value (board_id: ${other}, item_id: ${shop},
      column_id: "stage", value: "Done") { id } }`);
    board = (await api(token, "POST", "boards.json", { name: "Computed", ...named })).id;
    await column("price", "numbers");
    await column("done", "status");
    await column("shop", "board_relation", { boardIds: [other] });
    await column("seen", "mirror", {
      relation_column: { shop: true },
      displayed_linked_columns: { [other]: ["stage"] },
    });
    await column("double", "formula", { formula: "{price} * 2" });
    await column("no", "auto_number");
    await column("bar", "progress");
    await column("time", "time_tracking");
    const cake = (
      await api(token, "POST", `boards/${board}/pulses.json`, { pulse: { name: "Cake" } })
    ).pulse.id;
    await v2(`mutation { change_multiple_column_values (board_id: ${board}, item_id: ${cake}, column_values:
      ${JSON.stringify(JSON.stringify({ price: "21", done: "Done", shop: { item_ids: [shop] } }))}) { id } }`);
    await v2(`mutation { create_subitem (parent_item_id: ${cake}, item_name: "Icing") { id } }`);
    await openBoard(page, board);
    await rowOf(page, "Cake").waitFor();
    await shows("double", "42");
    await shows("shop", "Corner");
    await shows("seen", "Done");
    await shows("bar", "100%");
    await shows("no", "1");
    await shows("subitems", "Icing");
  },

  async "a formula follows the number that it is made of"() {
    await cellOf(page, "Cake", "price").focus();
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await shows("double", "8");
  },

  async "a formula is changed in the column's settings"() {
    await page
      .getByRole("columnheader", { name: /^double/ })
      .getByRole("button")
      .first()
      .click();
    await page
      .getByRole("button", { name: /formula|settings/i })
      .first()
      .click();
    await page.getByLabel("Formula").fill('CONCATENATE({price}, "!")');
    await page.getByRole("button", { name: "Done", exact: true }).click();
    await shows("double", "4!");
  },

  async "a time is started and stopped by the keyboard"() {
    await cellOf(page, "Cake", "time").focus();
    await page.keyboard.press("Space");
    await shows("time", /running/);
    await page.keyboard.press("Space");
    await shows("time", /stopped/);
  },
});
