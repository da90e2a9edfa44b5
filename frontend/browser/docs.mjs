// Docs: written, read again, written by two at a time; in cells and as the description of a pulse. tests/browser/test_parts.py starts the server and this.

import assert from "node:assert/strict";
import { cellOf, openBoard, rowOf } from "./table.mjs";
import { api, person, story, URL_OF_LUNDI, until, v2, visit } from "./visit.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SOON = 3000;
const token = person("Maggie").personal_token;
const page = await visit({ as: "Maggie" });
const other = await visit({ as: "Priya" });
const side = page.getByRole("navigation", { name: "Boards" });
let doc = "";
let board = 0;
let pulse = 0;

/** @param {Page} at */
const text = (at) => at.getByRole("textbox", { name: "Text of Plans" });
/** @param {Page} at */
const saved = (at) => at.getByText("Saved", { exact: true }).waitFor();

/** What API v2 says of a doc. @param {string} [id] */
async function markdown(id = doc) {
  const query = "query ($d: ID!) {export_markdown_from_doc(docId: $d) {markdown}}";
  return (await v2(token, query, { d: id })).export_markdown_from_doc.markdown;
}

/** As fast as a person. @param {string[]} keys Texts, and keys in angle brackets. */
async function type(...keys) {
  for (const one of keys) {
    if (/^<.+>$/.test(one)) await page.keyboard.press(one.slice(1, -1), { delay: 50 });
    else await page.keyboard.type(one);
  }
}

/** Puts the cursor at the end of a line. @param {Page} at @param {string} line */
async function stand(at, line) {
  await text(at).getByText(line, { exact: true }).click();
  await at.keyboard.press("End");
}

await story({
  async "a doc is made in the side bar"() {
    await page.goto(URL_OF_LUNDI);
    await side.getByRole("button", { name: "More to make" }).click();
    await page.getByRole("button", { name: "New doc", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Plans");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/docs\/\d+$/);
    doc = page.url().split("/").at(-1) ?? "";
    await page.getByRole("heading", { name: "Plans" }).waitFor();
    await page.getByText("Owned by Maggie").waitFor();
    await side.getByRole("link", { name: "Main doc Plans" }).waitFor();
  },
  async "it is written by keyboard, and saved by itself"() {
    await text(page).click();
    await type(
      "# Party",
      "<Enter>",
      "With ",
      "<Control+b>",
      "cake",
      "<Control+b>",
      " from the shop",
    );
    await type("<Control+Shift+ArrowLeft>", "<Control+k>", "example.com/cakes", "<Enter>");
    await type(" nearby", "<Enter>", "- one", "<Enter>", "<Tab>", "two");
    await type("<Enter>", "<Shift+Tab>", "<Enter>", "[] eggs", "<Enter>", "flour");
    await page.getByRole("checkbox", { name: "Done: eggs" }).check();
    await saved(page);
    const lists = "- one\n  - two\n- [x] eggs\n- [ ] flour\n";
    const link = "[shop](https://example.com/cakes) nearby";
    assert.equal(await markdown(), `# Party\n\nWith **cake** from the ${link}\n\n${lists}`);
    await page.reload();
    await text(page).getByRole("heading", { name: "Party" }).waitFor();
    assert(await page.getByRole("checkbox", { name: "Done: eggs" }).isChecked());
    assert.equal(
      await text(page).getByRole("link").getAttribute("href"),
      "https://example.com/cakes",
    );
    await saved(page);
  },
  async "what was there keeps its place in the database"() {
    const query = "query ($d: [ID!]) {docs(ids: $d) {blocks {id type}}}";
    const read = async () => (await v2(token, query, { d: [doc] })).docs[0].blocks;
    const before = await read();
    await stand(page, "flour");
    await type("<Enter>", "sugar");
    await saved(page);
    const after = await read();
    assert.deepEqual(after.slice(0, -1), before);
    assert.equal(after.at(-1).type, "check_list");
  },
  async "a table is put in, filled and made wider"() {
    await stand(page, "sugar");
    await type("<Enter>", "<Enter>");
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await type("Who", "<Tab>", "What", "<Tab>", "When", "<Tab>", "Ana");
    await page.getByRole("button", { name: "In this table" }).click();
    await page.getByRole("button", { name: "Add a column to the right" }).click();
    await page.getByRole("button", { name: "In this table" }).click();
    await page.getByRole("button", { name: "Delete the row" }).click();
    await saved(page);
    assert(
      (await markdown()).endsWith(
        "| Who |  | What | When |\n| --- | --- | --- | --- |\n|  |  |  |  |\n",
      ),
    );
  },
  async "another browser sees what is written"() {
    await other.goto(`${URL_OF_LUNDI}/docs/${doc}`);
    await text(other).getByRole("heading", { name: "Party" }).waitFor();
    await stand(page, "Party");
    await type(" at five");
    await text(other).getByRole("heading", { name: "Party at five" }).waitFor({ timeout: SOON });
    await page.getByRole("button", { name: "Name: Plans" }).click();
    await type("<Control+a>", "Plans!", "<Enter>");
    await other.getByRole("heading", { name: "Plans!" }).waitFor({ timeout: SOON });
    await page.getByRole("button", { name: "Name: Plans!" }).click();
    await type("<Control+a>", "Plans", "<Enter>");
    await other
      .getByRole("heading", { name: "Name: Plans", exact: true })
      .waitFor({ timeout: SOON });
  },
  async "two write at a time, each in a line of their own"() {
    await stand(page, "flour");
    await stand(other, "Party at five");
    await Promise.all([type(" of rye"), other.keyboard.type(" sharp")]);
    const both = async () => {
      const made = await markdown();
      return made.includes("flour of rye") && made.includes("# Party at five sharp");
    };
    await until(both, "both are kept", 8000);
    await text(page).getByText("Party at five sharp").waitFor({ timeout: SOON });
    await text(other).getByText("flour of rye", { exact: true }).waitFor({ timeout: SOON });
    await Promise.all([saved(page), saved(other)]);
  },
  async "who changes a line that others have just changed decides"() {
    const blocks = "query ($d: [ID!]) {docs(ids: $d) {blocks(limit: 1) {id}}}";
    const block = (await v2(token, blocks, { d: [doc] })).docs[0].blocks[0].id;
    const change =
      "mutation ($b: String!, $c: JSON!) {update_doc_block(block_id: $b, content: $c) {id}}";
    /** @param {string} words */
    const rewrite = (words) =>
      v2(token, change, { b: block, c: JSON.stringify([{ insert: words }]) });
    await stand(other, "Party at five sharp");
    await other.keyboard.type("er");
    await rewrite("Party at six");
    await other.getByText("Somebody else has changed the same lines").waitFor();
    await text(other).getByText("Party at five sharper").waitFor();
    await other.getByRole("button", { name: "Take theirs" }).click();
    await text(other).getByText("Party at six", { exact: true }).waitFor();
    await saved(other);
    await stand(other, "Party at six");
    await other.keyboard.type("ty");
    await rewrite("Party at seven");
    await other.getByRole("button", { name: "Keep mine" }).click();
    await saved(other);
    assert((await markdown()).startsWith("# Party at sixty\n"));
    await text(page).getByText("Party at sixty").waitFor({ timeout: SOON });
  },
  async "who is offline is told so, and all is saved later"() {
    await page.context().setOffline(true);
    await stand(page, "flour of rye");
    await type("bread");
    await page
      .getByRole("alert")
      .getByText(/^Not saved: /)
      .waitFor();
    await page.context().setOffline(false);
    await saved(page);
    assert((await markdown()).includes("flour of ryebread"));
  },
  async "what is written last is saved on the way out"() {
    await stand(page, "Party at sixty");
    await type("!");
    await side.getByRole("link", { name: "Product roadmap" }).click();
    await until(async () => (await markdown()).startsWith("# Party at sixty!\n"), "it is saved");
  },
  async "who may only read sees no tools"() {
    const viewer = await visit({ as: "Ben" });
    await viewer.goto(`${URL_OF_LUNDI}/docs/${doc}`);
    await viewer.getByRole("heading", { name: "Party at sixty!" }).waitFor();
    assert.equal(await viewer.getByRole("toolbar").count(), 0);
    assert.equal(await viewer.getByRole("textbox", { name: /Text of/ }).count(), 0);
    assert.equal(await viewer.getByRole("button", { name: "Doc menu" }).count(), 0);
    const box = viewer.getByRole("checkbox", { name: "Done: eggs" });
    await box.click();
    assert(await box.isChecked());
  },
  async "a pulse is described by keyboard"() {
    board = (
      await api(token, "POST", "boards.json", { name: "Shop", user_id: person("Maggie").user_id })
    ).id;
    pulse = (await api(token, "POST", `boards/${board}/pulses.json`, { pulse: { name: "Cake" } }))
      .pulse.id;
    await openBoard(page, board);
    await rowOf(page, "Cake").getByRole("link").first().focus();
    await page.goto(`${URL_OF_LUNDI}/boards/${board}/pulses/${pulse}`);
    await page.getByRole("button", { name: "Add a description" }).focus();
    await type("<Enter>");
    const description = page.getByRole("textbox", { name: "Description" });
    await description.waitFor();
    await until(
      () => description.evaluate((box) => box.contains(document.activeElement)),
      "it is there to write in",
    );
    await type("Three ", "<Control+i>", "layers", "<Control+i>", "<Enter>", "> at least");
    await saved(page);
    const query = "query ($i: [ID!]) {items(ids: $i) {description {id blocks {type}}}}";
    const [item] = (await v2(token, query, { i: [pulse] })).items;
    assert.deepEqual(
      item.description.blocks.map((/** @type {any} */ one) => one.type),
      ["normal_text", "quote"],
    );
    assert.equal(await markdown(item.description.id), "Three *layers*\n\n> at least\n");
    await other.goto(`${URL_OF_LUNDI}/boards/${board}/pulses/${pulse}`);
    await other.getByRole("textbox", { name: "Description" }).getByText("Three layers").waitFor();
    await page.getByRole("tab", { name: "Activity" }).click();
    await page.getByText("changed the description of this pulse").waitFor();
    await page.keyboard.press("Escape");
  },
  async "a doc is made in a cell, and opened from it"() {
    const made =
      'mutation ($b: ID!) {create_column(board_id: $b, title: "Recipe", column_type: doc) {id}}';
    const column = (await v2(token, made, { b: board })).create_column.id;
    await openBoard(page, board);
    await cellOf(page, "Cake", column).click();
    await page.waitForURL(/\/docs\/\d+$/);
    await page.getByRole("heading", { name: "Cake" }).waitFor();
    await page.getByText("Doc of").getByRole("link", { name: "Cake" }).waitFor();
    const address = page.url();
    await page.getByRole("textbox", { name: "Text of Cake" }).click();
    await type("Mix it.");
    await saved(page);
    await page.goBack();
    await cellOf(page, "Cake", column).getByRole("link", { name: "Cake" }).click();
    await page.waitForURL(address);
    await page.getByText("Mix it.").waitFor();
  },
  async "a doc is deleted"() {
    await page.goto(`${URL_OF_LUNDI}/docs/${doc}`);
    await other.goto(`${URL_OF_LUNDI}/docs/${doc}`);
    await text(other).waitFor();
    await page.getByRole("button", { name: "Doc menu" }).click();
    await page.getByRole("button", { name: "Delete the doc" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete the doc" }).click();
    await until(
      async () => (await side.getByRole("link", { name: "Plans" }).count()) === 0,
      "it is gone",
    );
    await other.getByText(`There is no doc ${doc}.`).waitFor();
  },
});
