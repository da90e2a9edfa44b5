// Files in cells and on updates, and a large one. tests/browser/test_app.py starts the server and this.

import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { cellOf, openBoard, rowOf } from "./table.mjs";
import { api, person, story, URL_OF_LUNDI, until, visit } from "./visit.mjs";

const maggie = person("Maggie");
const token = maggie.personal_token;
const page = await visit({ as: "Maggie" });
const COLUMN = "files";
let board = 0;
let pulse = 0;

/** A black PNG of 64 x 64 pixels. */
function picture() {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(64, 0);
  head.writeUInt32BE(64, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const parts = [part("IHDR", head), part("IDAT", deflateSync(Buffer.alloc(64 * 65)))];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...parts, part("IEND")]);
}

/** @param {string} kind @param {Buffer} [body] */
function part(kind, body = Buffer.alloc(0)) {
  const named = Buffer.concat([Buffer.from(kind), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(checksum(named));
  return Buffer.concat([length, named, check]);
}

/** As PNG wants it. @param {Buffer} bytes */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** @param {string} query */
async function v2(query) {
  const answer = await fetch(`${URL_OF_LUNDI}/v2`, {
    method: "POST",
    headers: { Authorization: token, "Content-Type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data } = await answer.json();
  assert(data, query);
  return data;
}

/** The names of the files in the cell. */
async function kept() {
  const query = `{items(ids: [${pulse}]) {assets(column_ids: ["${COLUMN}"]) {name}}}`;
  const [item] = (await v2(query)).items;
  return item.assets.map((/** @type {any} */ one) => one.name).join(", ");
}

/** Chooses files once the browser asks which. @param {() => Promise<void>} act @param {{ name: string, buffer: Buffer }[]} files */
async function choose(act, files) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), act()]);
  await chooser.setFiles(files.map((file) => ({ mimeType: "", ...file })));
}

const panel = page.getByRole("dialog", { name: "Attachments" });
const addFiles = () => page.getByRole("button", { name: "Add files" }).first().click();

await story({
  async "a board with a column of files"() {
    const made = await api(token, "POST", "boards.json", {
      name: "Files",
      user_id: maggie.user_id,
    });
    board = made.id;
    const added = await api(token, "POST", `boards/${board}/pulses.json`, {
      pulse: { name: "Poster" },
    });
    pulse = added.pulse.id;
    await v2(
      `mutation {create_column(board_id: ${board}, title: "Attachments", column_type: file, id: "${COLUMN}") {id}}`,
    );
    await openBoard(page, board);
    await rowOf(page, "Poster").waitFor();
  },
  async "files are chosen for a cell, by keyboard"() {
    await cellOf(page, "Poster", "name").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await panel.locator(":focus").waitFor();
    await page.keyboard.press("Tab");
    await panel.getByRole("button", { name: "Add files" }).and(page.locator(":focus")).waitFor();
    await choose(
      () => page.keyboard.press("Enter"),
      [
        { name: "sea.png", buffer: picture() },
        { name: "page.html", buffer: Buffer.from("<script>alert(1)</script>") },
      ],
    );
    await until(async () => (await kept()) === "sea.png, page.html", "both files");
    await panel.getByText("page.html").waitFor();
  },
  async "a picture is looked at"() {
    await panel.getByRole("button", { name: "sea.png", exact: true }).click();
    const image = page.getByRole("img", { name: "sea.png" });
    const width = () => image.evaluate((/** @type {any} */ one) => one.naturalWidth);
    await until(async () => (await width()) === 64, "the picture itself");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await image.waitFor({ state: "hidden" });
  },
  async "a file is taken away, and that is undone"() {
    await panel.getByRole("button", { name: "Take away page.html" }).click();
    await panel.getByRole("button", { name: "Done" }).click();
    await until(async () => (await kept()) === "sea.png", "one file");
    await page.keyboard.press("Control+z");
    await until(async () => (await kept()) === "sea.png, page.html", "both again");
  },
  async "a cell is cleared"() {
    await cellOf(page, "Poster", "name").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Delete");
    await until(async () => (await kept()) === "", "no file");
    await page.keyboard.press("Control+z");
    await until(async () => (await kept()) === "sea.png, page.html", "both again");
  },
  async "a file is dropped on a cell"() {
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["x"], "dropped.txt"));
      return data;
    });
    const cell = cellOf(page, "Poster", COLUMN);
    for (const event of ["dragover", "drop"])
      await cell.dispatchEvent(event, { dataTransfer: dropped });
    await until(async () => (await kept()).endsWith("dropped.txt"), "the dropped file");
  },
  async "a file of several megabytes arrives too"() {
    await cellOf(page, "Poster", COLUMN).click();
    await choose(addFiles, [{ name: "large.bin", buffer: Buffer.alloc(8_000_000) }]);
    await until(async () => (await kept()).endsWith("large.bin"), "the large file");
    await panel.getByRole("button", { name: "Done" }).click();
  },
  async "a file is attached to an update and taken off"() {
    await page.goto(`${URL_OF_LUNDI}/boards/${board}/pulses/${pulse}`);
    await page.getByRole("textbox", { name: /^Write an update/ }).fill("Look at this");
    await page.getByRole("button", { name: "Post update" }).click();
    await page.locator(".update").getByText("Look at this").waitFor();
    await choose(addFiles, [{ name: "plan.pdf", buffer: Buffer.from("%PDF-1.4") }]);
    await page.getByRole("link", { name: "plan.pdf" }).waitFor();
    await page.getByRole("button", { name: "Take away plan.pdf" }).click();
    await page.getByRole("link", { name: "plan.pdf" }).waitFor({ state: "hidden" });
  },
});
