// An admin's own pages, and who comes by the links made there. tests/browser/test_pages.py starts the server and this.

import assert from "node:assert/strict";
import { api, person, story, URL_OF_LUNDI, until, visit } from "./visit.mjs";

const PASSWORD = "three bells and a lantern";
const maggie = person("Maggie");
const page = await visit({ as: "Maggie" });
const other = await visit();

/** @param {string} name */
const button = (name) => page.getByRole("button", { name, exact: true });

/** @param {string} action */
async function actOnPriya(action) {
  await button("Actions: Priya Raman").click();
  await button(action).click();
}

await story({
  async "who is invited joins by the link, and is signed in"() {
    await page.goto(`${URL_OF_LUNDI}/admin/users`);
    await button("Invite").click();
    await page.getByLabel("E-mail address").fill("nina@larkspur.example");
    await page.getByRole("dialog").getByLabel("Role").selectOption("viewer");
    await button("Make the invitation").click();
    const link = await page.getByLabel("Link of the invitation").inputValue();
    await button("Copy").click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
    await button("Done").click();
    await page.getByRole("rowheader", { name: "nina@larkspur.example" }).waitFor();

    await other.goto(link);
    await other.getByRole("heading", { name: "Join Larkspur Cargo Bikes on Lundi" }).waitFor();
    await other.getByText("Maggie Okafor invites you as a viewer.").waitFor();
    await other.getByLabel("Your name").fill("Nina Castellanos");
    await other.getByLabel("Password").fill(PASSWORD);
    await other.getByRole("button", { name: "Join" }).click();
    await other.getByRole("heading", { name: "Welcome to Larkspur Cargo Bikes" }).waitFor();
    await other.goto(link);
    await other.getByText("This invitation is not valid").waitFor();
    await other.getByRole("link", { name: "To the sign-in page" }).waitFor();
  },
  async "an invitation that is taken back opens nothing"() {
    await page.reload();
    await button("Invite").click();
    await page.getByLabel("E-mail address").fill("late@larkspur.example");
    await button("Make the invitation").click();
    const link = await page.getByLabel("Link of the invitation").inputValue();
    await button("Done").click();
    await button("Take back the invitation of late@larkspur.example").click();
    await page.getByText("No invitation is open.").waitFor();
    await other.goto(link);
    await other.getByText("This invitation is not valid").waitFor();
  },
  async "a new password by a link from an admin"() {
    await actOnPriya("Make a link to a new password");
    await page.getByRole("dialog").getByRole("button", { name: "Make a link" }).click();
    const link = await page.getByLabel("Link", { exact: true }).inputValue();
    await button("Done").click();
    await other.goto(link);
    await other.getByRole("heading", { name: "A new password for Priya Raman" }).waitFor();
    await other.getByLabel("New password").fill(PASSWORD);
    await other.getByRole("button", { name: "Set password and sign in" }).click();
    await other.getByRole("button", { name: "Priya Raman" }).waitFor();
  },
  async "roles and names change, and the last admin stays one"() {
    await page.getByLabel("Role of Priya Raman").selectOption("admin");
    await page.getByText("Priya Raman has the role Admin now.").waitFor();
    await other.goto(`${URL_OF_LUNDI}/admin`);
    await other.waitForURL("**/admin/general");
    await page.getByLabel("Role of Priya Raman").selectOption("member");
    await page.getByText("Priya Raman has the role Member now.").waitFor();
    await page.getByLabel("Role of Daniel Reyes").selectOption("member");
    await page.getByText("Daniel Reyes has the role Member now.").waitFor();
    await page.getByLabel("Role of Maggie Okafor").selectOption("member");
    await page.getByText(/last .*admin/i).waitFor();
    assert.equal(await page.getByLabel("Role of Maggie Okafor").inputValue(), "admin");
    await other.reload();
    await other.getByText("This part is for admins.").waitFor();
  },
  async "who is disabled is out, and comes back when enabled"() {
    await actOnPriya("Disable");
    await page.getByText("is signed out everywhere").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
    await page.getByText("Priya Raman is disabled.").waitFor();
    await other.waitForURL("**/sign-in?**");
    await actOnPriya("Enable");
    await page.getByRole("dialog").getByRole("button", { name: "Enable" }).click();
    await page.getByText("Priya Raman can sign in again.").waitFor();
  },
  async "without mail, who forgot their password is sent to an admin"() {
    await other.getByRole("link", { name: "Forgot your password?" }).click();
    await other.getByRole("heading", { name: "Set a new password" }).waitFor();
    await other.getByLabel("E-mail address").fill(person("Priya").email);
    await other.getByRole("button", { name: "Send the link" }).click();
    await other.getByText("This server can’t send mail.").waitFor();
  },
  async "the company's name, plan and logo"() {
    await page.goto(`${URL_OF_LUNDI}/admin/general`);
    await page.getByLabel("Name").fill("Larkspur Bikes");
    await button("Save").click();
    await page.locator(".bar-company", { hasText: "Larkspur Bikes" }).waitFor();
    await button("Change to Pro").click();
    await button("Change to Enterprise").waitFor();
    await page.getByLabel("Upload a logo").setInputFiles({
      name: "logo.png",
      mimeType: "image/png",
      buffer: Buffer.alloc(201 * 1024),
    });
    await page.getByText("this one has 201 KB").waitFor();
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 32, height: 32 } });
    await page
      .getByLabel("Upload a logo")
      .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: picture });
    const logo = page.getByRole("img", { name: "The logo of Larkspur Bikes" });
    await until(
      () => logo.evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth > 0),
      "the logo",
    );
    await button("Remove").click();
    await page.getByText("There is no logo yet.").waitFor();
  },
  async "requests are counted by token"() {
    for (let count = 0; count < 3; count++) await api(maggie.personal_token, "GET", "users.json");
    await page.goto(`${URL_OF_LUNDI}/admin/usage`);
    const line = page.getByRole("row", { name: /Maggie Okafor’s personal token/ });
    await line.getByRole("cell", { name: "3", exact: true }).waitFor();
    const chart = page.getByRole("slider", { name: /^The last 30 days/ });
    assert.match((await chart.getAttribute("aria-valuetext")) ?? "", /: 3 answered, 0 refused$/);
    await chart.focus();
    await page.keyboard.press("ArrowLeft");
    assert.match((await chart.getAttribute("aria-valuetext")) ?? "", /: 0 answered, 0 refused$/);
  },
  async "requests are counted by client and version"() {
    const headers = { Authorization: maggie.personal_token, "Content-Type": "application/json" };
    const body = JSON.stringify({ query: "{me {id}}" });
    for (const more of [
      { "User-Agent": "cake-bot/2.0", "API-Version": "2026-01" },
      { "User-Agent": "cake-bot/2.0", "API-Version": "2026-01" },
      { "User-Agent": "node", "Api-Sdk-Version": "14.0.0", "API-Version": "2026-04" },
    ])
      await fetch(`${URL_OF_LUNDI}/v2`, { method: "POST", headers: { ...headers, ...more }, body });
    await page.goto(`${URL_OF_LUNDI}/admin/usage`);
    const table = page.getByRole("table", { name: "By client, Today" });
    await table.getByRole("row", { name: /cake-bot\/2.0 API v2, 2026-01 2 / }).waitFor();
    await table
      .getByRole("row", { name: /@mondaydotcomorg\/api\/14.0.0 API v2, 2026-04 1 / })
      .waitFor();
    await table.getByRole("row", { name: /REST API v1 3 / }).waitFor();
    await page.getByLabel("By client: Time").selectOption("30");
    await page.getByRole("table", { name: "By client, The last 30 days" }).waitFor();
  },
  async "what happened is told in sentences"() {
    await page.goto(`${URL_OF_LUNDI}/admin/security`);
    const audit = page.getByRole("list").filter({ hasText: "signed in from" });
    await audit.getByText("Maggie Okafor signed in from 127.0.0.1").first().waitFor();
    await audit.getByText("Maggie Okafor disabled Priya Raman").waitFor();
    await audit.getByText("Nina Castellanos accepted their invitation").waitFor();
  },
  async "the Developers page has the reader's own token, the new one after it is rotated"() {
    await page.goto(`${URL_OF_LUNDI}/profile/api`);
    await button("Rotate: Personal API Token").click();
    await page.getByRole("dialog").getByRole("button", { name: "Rotate" }).click();
    await page.getByText("The new token is shown.").waitFor();
    const token = await page.locator(".token-line code").innerText();
    assert.notEqual(token, maggie.personal_token);
    await page.getByRole("link", { name: /^To the Developers page/ }).click();
    await page.getByText("Signed in as Maggie Okafor").waitFor();
    assert.equal(await page.getByLabel("Your API token").inputValue(), token);
    const action = page.locator("#operations-Users-get_users");
    await action.locator(".opblock-summary-control").click();
    await action.getByRole("button", { name: "Try it out" }).click();
    await action.getByRole("button", { name: "Execute" }).click();
    const status = action.locator(".live-responses-table tbody .response-col_status");
    assert.match(await status.innerText(), /^200/);
  },
  async "one's own profile and password"() {
    await page.goto(`${URL_OF_LUNDI}/profile`);
    await page.getByLabel("Status").fill("On the road");
    await button("Save").click();
    await page.getByText("Saved").waitFor();
    await page.getByLabel("Present password").fill("not the one");
    await page.getByLabel("New password").fill(PASSWORD);
    await button("Change the password").click();
    await page.getByText("The old password is another one.").waitFor();
    await page.getByLabel("Present password").fill(maggie.password);
    await button("Change the password").click();
    await page.getByText("The password is changed.").waitFor();
    await page.reload();
    assert.equal(await page.getByLabel("Status").inputValue(), "On the road");
  },
});
