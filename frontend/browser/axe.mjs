import assert from "node:assert/strict";
import AxeBuilder from "@axe-core/playwright";

/** Nothing serious is found on what the page shows now. @param {import("playwright-core").Page} page @param {string} what */
export async function isAccessible(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
  assert.deepEqual(serious, [], what);
}
