// Workspaces and folders in the side bar, and boards moved about them. tests/browser/test_parts.py starts the server and this.

import assert from "node:assert/strict";
import { drag } from "./table.mjs";
import { story, URL_OF_LUNDI, until, visit } from "./visit.mjs";

const page = await visit({ as: "Maggie" });
const side = page.getByRole("navigation", { name: "Boards" });
/** @param {string} name */
const part = (name) => side.getByRole("region", { name });
/** @param {string} name */
const fold = (name) => side.getByRole("button", { name, exact: true });
/** @param {string} of @param {string} item */
async function pick(of, item) {
  await side
    .getByRole("button", { name: `Menu: ${of}`, exact: true })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: item, exact: true }).click();
}
/** @param {string} label */
const inDialog = (label) => page.getByRole("dialog").getByLabel(label);
/** The links of a workspace's boards. @param {string} workspace */
const boardsIn = (workspace) => part(workspace).getByRole("link").allInnerTexts();

await story({
  async "a workspace is made"() {
    await page.goto(URL_OF_LUNDI);
    await side.getByRole("link").first().waitFor();
    await side.getByRole("button", { name: "More to make" }).click();
    await page.getByRole("button", { name: "New workspace" }).click();
    await inDialog("Name").fill("Workshop");
    await page.keyboard.press("Enter");
    await part("Workshop").waitFor();
  },
  async "a folder in it, and one in that, are made by keyboard"() {
    await pick("Workshop", "New folder");
    await page.keyboard.type("Orders");
    await page.keyboard.press("Enter");
    await fold("Orders").waitFor();
    await pick("Orders", "New folder");
    await page.keyboard.type("Old ones");
    await page.keyboard.press("Enter");
    await fold("Old ones").waitFor();
  },
  async "a board is made in a folder"() {
    await pick("Orders", "New board here");
    await inDialog("Name").fill("Wheels");
    await page.getByRole("button", { name: "Create board" }).click();
    await page.getByRole("heading", { name: "Wheels" }).waitFor();
    await until(async () => (await boardsIn("Workshop")).join() === "Wheels", "it is there");
  },
  async "a board is dragged into a folder, and that is undone"() {
    const board = side.getByRole("link", { name: "Product roadmap" });
    await drag(page, board, fold("Old ones"), 0.5);
    await until(
      async () => (await boardsIn("Workshop")).includes("Product roadmap"),
      "the board is in the folder",
    );
    await page.getByRole("button", { name: "Undo" }).click();
    await until(
      async () => (await boardsIn("Main workspace")).includes("Product roadmap"),
      "the board is back",
    );
  },
  async "a board is moved by its menu"() {
    await pick("Product roadmap", "Move to…");
    await inDialog("Where").selectOption({ label: "\u2003Orders" });
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await until(
      async () => (await boardsIn("Workshop")).includes("Product roadmap"),
      "it is moved",
    );
  },
  async "a folder is renamed, coloured, and moved out of the other"() {
    await pick("Old ones", "Rename or recolour the folder");
    await inDialog("Name").fill("Archive");
    await inDialog("dark red").click();
    await page.getByRole("button", { name: "Save" }).click();
    await fold("Archive").waitFor();
    await pick("Archive", "Move to…");
    await inDialog("Where").selectOption({ label: "Main workspace" });
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await part("Main workspace").getByRole("button", { name: "Archive", exact: true }).waitFor();
  },
  async "what is closed stays closed"() {
    await fold("Workshop").click();
    await until(async () => (await boardsIn("Workshop")).length === 0, "it is closed");
    await page.reload();
    await part("Workshop").waitFor();
    assert.equal(await fold("Workshop").getAttribute("aria-expanded"), "false");
    await side.getByRole("searchbox").fill("road");
    await until(
      async () => (await boardsIn("Workshop")).join() === "Product roadmap",
      "it is found",
    );
    await side.getByRole("searchbox").fill("");
    await fold("Workshop").click();
  },
  async "others see it, and change no workspace"() {
    const other = await visit({ as: "Priya" });
    await other.goto(URL_OF_LUNDI);
    const menu = other.getByRole("button", { name: "Menu: Workshop" });
    await menu.focus();
    await menu.press("Enter");
    const dialog = other.getByRole("dialog");
    await dialog.getByRole("button", { name: "New folder" }).waitFor();
    assert.equal(await dialog.getByRole("button", { name: "Delete the workspace" }).count(), 0);
    await other.keyboard.press("Escape");
    await pick("Workshop", "Change the workspace");
    await inDialog("Name").fill("Work shop");
    await inDialog("Closed: who is in it").check();
    await page.getByRole("button", { name: "Save" }).click();
    await part("Work shop").waitFor();
    await until(
      async () => (await other.getByRole("button", { name: /^Work ?shop$/ }).count()) === 0,
      "the other sees it no more",
    );
    await pick("Work shop", "Who is in it");
    await inDialog("Add a subscriber").fill("priya");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Priya Raman/ })
      .click();
    await page.getByRole("button", { name: "Remove Priya Raman" }).waitFor();
    await page.getByRole("button", { name: "Done" }).click();
    await other.getByRole("button", { name: "Work shop Closed" }).waitFor();
  },
  async "a folder and a workspace are deleted"() {
    await pick("Orders", "Delete the folder");
    await page.getByRole("dialog").getByRole("button", { name: "Delete the folder" }).click();
    await until(async () => (await fold("Orders").count()) === 0, "the folder is gone");
    await until(async () => (await boardsIn("Work shop")).length === 2, "its boards are not");
    await pick("Work shop", "Delete the workspace");
    await page.getByRole("dialog").getByRole("button", { name: "Delete the workspace" }).click();
    await until(async () => (await part("Work shop").count()) === 0, "the workspace is gone");
  },
});
