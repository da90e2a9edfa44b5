// A team from Admin, in a cell of people and on a board. tests/browser/test_parts.py starts the server and this.

import { openBoard } from "./table.mjs";
import { api, person, story, URL_OF_LUNDI, until, visit } from "./visit.mjs";

const page = await visit({ as: "Maggie" });
const dialog = page.getByRole("dialog");
const [board] = await api(person("Maggie").personal_token, "GET", "boards.json");
/** @param {string} action */
async function act(action) {
  await page.getByRole("button", { name: /^Actions: / }).click();
  await dialog.getByRole("button", { name: action, exact: true }).click();
}

await story({
  async "a team is made, gets members and owners, and another name"() {
    await page.goto(`${URL_OF_LUNDI}/admin/teams`);
    await page.getByRole("button", { name: "New team" }).click();
    await dialog.getByLabel("Name of the team").fill("Welders");
    await page.keyboard.press("Enter");
    const line = page.getByRole("row", { name: /^Welders/ });
    await line.getByRole("cell", { name: "Maggie Okafor" }).last().waitFor();
    await act("Members and owners");
    await dialog.getByLabel("Add a member").fill("tomasz");
    await dialog.getByRole("button", { name: /^Tomasz Wolski/ }).click();
    await dialog.getByRole("button", { name: "Make owner" }).click();
    await until(
      async () => (await dialog.getByRole("button", { name: "No owner any more" }).count()) === 2,
      "two owners",
    );
    await dialog.getByRole("button", { name: "No owner any more" }).first().click();
    await dialog.getByRole("button", { name: "Make owner" }).waitFor();
    await dialog.getByRole("button", { name: "Done" }).click();
    await line.getByRole("cell", { name: "Tomasz Wolski", exact: true }).waitFor();
    await act("Rename");
    await dialog.getByLabel("Name of the team").fill("Welding");
    await page.keyboard.press("Enter");
    await page.getByRole("rowheader", { name: "Welding" }).waitFor();
  },
  async "it is put beside a person in a cell"() {
    await openBoard(page, board.id);
    const cell = page.locator("[data-pulse] .cell-of-person").first();
    await cell.click();
    await dialog.getByRole("button", { name: "Clear" }).click();
    await cell.click();
    await dialog.getByPlaceholder("Find a person or team").fill("weld");
    await dialog.getByRole("button", { name: /^Welding/ }).click();
    await dialog.getByPlaceholder("Find a person or team").fill("priya");
    await page.keyboard.press("Enter");
    await until(
      async () => (await cell.innerText()).includes("Welding, Priya Raman"),
      "the team and the person",
    );
  },
  async "it subscribes to a board, and is taken off again"() {
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await dialog.getByLabel("Add a subscriber").fill("weld");
    await dialog.getByRole("button", { name: /^Welding/ }).click();
    await dialog.getByRole("button", { name: "Remove Welding" }).click();
    await until(
      async () => (await dialog.getByRole("button", { name: "Remove Welding" }).count()) === 0,
      "it is off",
    );
    await dialog.getByRole("button", { name: "Done" }).click();
  },
  async "it is deleted"() {
    await page.goto(`${URL_OF_LUNDI}/admin/teams`);
    await act("Delete");
    await dialog.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("heading", { name: "0 teams" }).waitFor();
  },
});
