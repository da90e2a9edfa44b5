// A webhook made in the board's menu, its log, and delivering again. tests/browser/test_app.py starts the server and this.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import AxeBuilder from "@axe-core/playwright";
import { openBoard } from "./table.mjs";
import { api, person, story, until, visit } from "./visit.mjs";

/** @type {any[]} */
const told = [];
let isWilling = false;
const receiver = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => {
    body += part;
  });
  request.on("end", () => {
    const { challenge, event } = JSON.parse(body);
    if (event) told.push(event);
    if (event && told.length === 1) response.statusCode = 500;
    response.end(challenge && isWilling ? body : "no idea");
  });
});
await new Promise((done) => receiver.listen(0, "127.0.0.1", () => done(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (receiver.address());

const token = person("Maggie").personal_token;
const [board] = await api(token, "GET", "boards.json");
const page = await visit({ as: "Maggie" });
const panel = page.locator("aside.webhooks");

await story({
  async "an address that doesn't answer the challenge is refused with the reason"() {
    await openBoard(page, board.id);
    await page.getByRole("button", { name: "Menu of the board" }).click();
    await page.getByRole("button", { name: "Webhooks" }).click();
    await panel.getByText("no webhooks yet").waitFor();
    await panel.getByRole("button", { name: "Add a webhook" }).click();
    await panel.getByLabel("When").selectOption({ label: "A status changes" });
    await panel.getByLabel("Becomes").selectOption({ index: 1 });
    await panel.getByLabel("When").selectOption({ label: "A pulse is made" });
    await panel.getByLabel("Address").fill(`http://127.0.0.1:${port}/hook`);
    await panel.getByRole("button", { name: "Add", exact: true }).click();
    await panel.getByText("with the challenge that it was sent").waitFor();
  },
  async "one that does is listed"() {
    isWilling = true;
    await panel.getByRole("button", { name: "Add", exact: true }).click();
    await panel.getByRole("listitem").getByText(`http://127.0.0.1:${port}/hook`).waitFor();
  },
  async "what it delivered is in its log, and can be delivered again"() {
    await api(token, "POST", `boards/${board.id}/pulses.json`, { pulse: { name: "Told at once" } });
    await until(async () => told.length === 1, "the receiver is told");
    assert.equal(told[0].pulseName, "Told at once");
    await panel.getByRole("button", { name: /^Log/ }).click();
    await panel.getByText("Waiting").click();
    await panel.getByText(/^500 after \d+ ms/).waitFor();
    await panel.getByText('"pulseName": "Told at once"').waitFor();
    await panel.getByRole("button", { name: "Deliver again" }).click();
    await until(async () => told.length === 2, "the receiver is told again");
    await panel.getByRole("button", { name: "Look again" }).click();
    await panel.getByText("Delivered").waitFor();
    assert.equal(told[0].triggerUuid, told[1].triggerUuid);
    const { violations } = await new AxeBuilder({ page }).include("aside.webhooks").analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      [],
    );
  },
  async "it is deleted"() {
    await panel.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await panel.getByText("no webhooks yet").waitFor();
    await panel.getByRole("button", { name: "Close the webhooks" }).click();
  },
});
receiver.close();
receiver.closeAllConnections();
