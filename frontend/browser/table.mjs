// Finding one's way in a board's table.

import { URL_OF_LUNDI } from "./visit.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {number} id */
export async function openBoard(page, id) {
  await page.goto(`${URL_OF_LUNDI}/boards/${id}`);
  await page.getByRole("grid").waitFor();
}

/** Of a pulse or a subitem. @param {Page} page @param {string} name */
export const rowOf = (page, name) =>
  page
    .locator("[data-pulse]")
    .filter({ has: page.locator(".name-text").and(page.getByText(name, { exact: true })) });

/** @param {Page} page @param {string} name @param {string} column Its id. */
export const cellOf = (page, name, column) =>
  rowOf(page, name).locator(`[role=gridcell][data-column="${column}"]`);

/** The names of a group's pulses, from top to bottom. @param {Page} page @param {string} group */
export async function namesIn(page, group) {
  return await page.evaluate((title) => {
    /** @type {string[]} */
    const names = [];
    let isIn = false;
    const lines = [...document.querySelectorAll(".line")].sort(
      (one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top,
    );
    for (const line of lines) {
      const head = line.querySelector(".group-head h2");
      if (head) isIn = head.textContent === title;
      const name = line.querySelector(".name-text")?.textContent;
      if (isIn && name) names.push(name);
    }
    return names;
  }, group);
}

/** @param {Page} page @param {import("playwright-core").Locator} what @param {import("playwright-core").Locator} where @param {number} part Of the target's height, from its top. */
export async function drag(page, what, where, part) {
  const [from, to] = [await what.boundingBox(), await where.boundingBox()];
  if (!from || !to) throw new Error("nothing to drag, or nowhere to drop it");
  const y = to.y + to.height * part;
  await page.mouse.move(from.x + 5, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + from.height / 2 + 5, { steps: 3 });
  await page.mouse.move(to.x + 20, y, { steps: 8 });
  await page.mouse.move(to.x + 22, y, { steps: 2 });
  await page.mouse.up();
}
