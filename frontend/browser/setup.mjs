// From nothing to the first pulse, without a terminal. tests/browser/test_app.py starts the server and this.

import assert from "node:assert/strict";
import { cellOf } from "./table.mjs";
import { story, URL_OF_LUNDI, until, visit } from "./visit.mjs";

const EMAIL = "grace@example.com";
const PASSWORD = "a ship in port is safe";
const page = await visit();

await story({
  async "the first page leads to the set-up"() {
    await page.goto(URL_OF_LUNDI);
    await page.waitForURL("**/setup");
    await page.getByLabel("Company").fill("Hopper & Sons");
    await page.getByLabel("Your name").fill("Grace Hopper");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.locator("input[type=password]").fill("short");
    await page.getByText("Too short").waitFor();
    await page.locator("input[type=password]").fill(PASSWORD);
    await page.getByRole("button", { name: "Set up" }).click();
    await page.getByRole("heading", { name: "Welcome to Hopper & Sons" }).waitFor();
  },
  async "a board is made, and its first pulse"() {
    await page.getByRole("button", { name: "New board" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Compilers");
    await page.getByRole("button", { name: "Create board" }).click();
    await page.waitForURL("**/boards/*");
    await page
      .getByLabel(/^Add a pulse to/)
      .first()
      .fill("A-0 System");
    await page.keyboard.press("Enter");
    await page.getByText("A-0 System", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Add a column" }).first().click();
    await page.getByRole("button", { name: "Status", exact: true }).click();
    const [name] = await page.locator("[data-pulse] [data-column]").all();
    assert(name);
    await until(() => page.locator("[data-pulse] [data-column]").nth(1).isVisible(), "the column");
    await page.locator("[data-pulse] [data-column]").nth(1).click();
    await page.getByRole("option").nth(1).click();
    await page.locator(".cell-status").waitFor();
  },
  async "all of it is still there after a reload"() {
    const shown = await page.locator(".cell-status").first().innerText();
    await page.reload();
    await cellOf(page, "A-0 System", "name").waitFor();
    assert.equal(await page.locator(".cell-status").first().innerText(), shown);
  },
  async "signing out, and in again"() {
    await page.getByRole("button", { name: "Grace Hopper" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    await page.getByLabel("E-mail address").fill(EMAIL);
    await page.locator("input[type=password]").fill("not the one");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("don't go together").waitFor();
    await page.locator("input[type=password]").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Compilers" }).first().waitFor();
  },
  async "who isn't signed in is led back to where they wanted to go"() {
    const other = await visit();
    const board = await page.getByRole("link", { name: "Compilers" }).first().getAttribute("href");
    await other.goto(`${URL_OF_LUNDI}${board}`);
    await other.waitForURL("**/sign-in?next=*");
    await other.getByLabel("E-mail address").fill(EMAIL);
    await other.locator("input[type=password]").fill(PASSWORD);
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.waitForURL(`**${board}`);
    await other.getByText("A-0 System", { exact: true }).waitFor();
  },
});
