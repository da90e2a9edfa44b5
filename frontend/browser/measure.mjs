// What a person waits for on a board: opening, scrolling, typing, finding. bench/browser.py fills the boards and starts this.

import { launch } from "./chromium.mjs";
import { meters } from "./meters.mjs";

const [url = "", told = "{}"] = process.argv.slice(2);
/** @type {{ boards: Record<string, number>, email: string, password: string }} */
const { boards, email, password } = JSON.parse(told);
const ROUNDS = 5;
const SCROLLS = 3;
const TURNS = 100;
/** How far the wheel turns at once, in pixels. */
const NOTCH = 120;
const FLICK = 600;
const SECOND = 1000;
const TEXT = ".cell-of-text";

/**
 * One figure: the median of what was measured. `most`, or `least`, is the mark.
 * @typedef {{ what: string, unit: string, of: Record<string, number>, most?: number, least?: number }} Figure
 * @type {Map<string, Figure>}
 */
const figures = new Map();

const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(meters);
  await context.request.post(`${url}/app/sign-in`, {
    data: { email, password },
    headers: { origin: url },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  for (const [size, id] of Object.entries(boards)) {
    const keep = keeper(size);
    await loading(page, keep);
    await opening(page, id, keep);
    await scrolling(page, keep);
    await typing(page, keep);
    await finding(page, keep);
  }
} finally {
  await browser.close();
}
show();

/** @typedef {import("playwright-core").Page} Page @typedef {ReturnType<typeof keeper>} Keep */

/** @param {string} size */
function keeper(size) {
  /** @param {string} what @param {string} unit @param {number[]} numbers @param {Partial<Figure>} [mark] */
  return (what, unit, numbers, mark = {}) => {
    const figure = figures.get(what) ?? { what, unit, of: {}, ...mark };
    figure.of[size] = middle(numbers);
    figures.set(what, figure);
  };
}

/** @param {Page} page @param {Keep} keep */
async function loading(page, keep) {
  await page.goto(`${url}/`, { waitUntil: "networkidle" });
  keep("first load, packed", "KB", [await meter(page, "kilobytes")], { most: 300 });
}

/** @param {Page} page @param {number} id @param {Keep} keep */
async function opening(page, id, keep) {
  const direct = [];
  const linked = [];
  const after = [];
  const longest = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    direct.push(await taken(page, () => page.goto(`${url}/boards/${id}`)));
    after.push(await meter(page, "rowsAfterAnswer", id));
    longest.push(Math.max(0, ...(await meter(page, "longTasks"))));
    await page.goto(`${url}/help`);
    const link = page.locator(`.side-list a[href="/boards/${id}"]`).first();
    await link.waitFor();
    linked.push(await taken(page, () => link.click()));
  }
  keep("opened from its address", "ms", direct);
  keep("opened by its link", "ms", linked);
  keep("first rows after the answer", "ms", after, { most: 500 });
  keep("opening: longest task", "ms", longest);
}

/** Until the first row is painted. @param {Page} page @param {() => Promise<unknown>} act */
async function taken(page, act) {
  const start = performance.now();
  await act();
  await page.locator("[data-pulse]").first().waitFor();
  await settled(page);
  return performance.now() - start;
}

/** @param {Page} page */
async function settled(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** @param {Page} page @param {Keep} keep */
async function scrolling(page, keep) {
  await page.mouse.move(700, 600);
  for (const [how, pixels] of Object.entries({ "scrolled by notches": NOTCH, flicked: FLICK })) {
    await scrolled(page, pixels);
    const rounds = [];
    for (let round = 0; round < SCROLLS; round += 1) rounds.push(await scrolled(page, pixels));
    keep(`${how}: frames in the worst second`, "", rounds.map(slowestSecond), { least: 50 });
    keep(
      `${how}: longest frame`,
      "ms",
      rounds.map((frames) => Math.max(...frames)),
    );
  }
}

/** From the top; the time from one frame to the next. @param {Page} page @param {number} pixels */
async function scrolled(page, pixels) {
  await toTop(page);
  await meter(page, "takeFrames");
  for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, pixels);
  return meter(page, "takenFrames");
}

/** @param {Page} page */
async function toTop(page) {
  await page.locator(".board-scroller").evaluate((scroller) => scroller.scrollTo(0, 0));
  await settled(page);
}

/** @param {number[]} frames */
function slowestSecond(frames) {
  const counts = frames.map((_, start) => {
    let time = 0;
    let count = 0;
    for (const frame of frames.slice(start)) {
      time += frame;
      if (time > SECOND) return count;
      count += 1;
    }
    return Number.POSITIVE_INFINITY;
  });
  return Math.min(...counts);
}

/** @param {Page} page @param {Keep} keep */
async function typing(page, keep) {
  await toTop(page);
  const first = [];
  const next = [];
  const entered = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const pulse = await page.locator("[data-pulse]").nth(round).getAttribute("data-pulse");
    const cell = `[data-pulse="${pulse}"] ${TEXT}`;
    await page.locator(cell).focus();
    first.push(await keyed(page, "a", `${cell} input`, "a"));
    next.push(await keyed(page, "b", `${cell} input`, "ab"));
    entered.push(await keyed(page, "Enter", `${cell} .cell-text`, "ab"));
  }
  const mark = { most: 50 };
  keep("a cell's first letter", "ms", first, mark);
  keep("its next letter", "ms", next, mark);
  keep("Enter to the new value", "ms", entered, mark);
}

/** @param {Page} page @param {string} key @param {string} selector @param {string} text */
async function keyed(page, key, selector, text) {
  await meter(page, "watchForKey", { selector, text });
  await page.keyboard.press(key);
  return meter(page, "fromKey");
}

/** Found on the server, then shown. @param {Page} page @param {Keep} keep */
async function finding(page, keep) {
  const found = [];
  const cleared = [];
  const field = page.locator(".board-search input");
  for (let round = 0; round < ROUNDS; round += 1) {
    await meter(page, "longTasks");
    const count = page.locator(".group-count").first();
    const before = await count.textContent();
    const started = performance.now();
    await field.fill(`Pulse ${round + 1}7`);
    await changed(count, before);
    found.push(performance.now() - started);
    const again = performance.now();
    const few = await count.textContent();
    await field.fill("");
    await changed(count, few);
    cleared.push(performance.now() - again);
  }
  keep("found by a text", "ms", found);
  keep("all shown again", "ms", cleared);
  keep("finding: longest task", "ms", [Math.max(0, ...(await meter(page, "longTasks")))]);
}

/** @param {import("playwright-core").Locator} locator @param {string | null} before */
async function changed(locator, before) {
  while ((await locator.textContent()) === before) await new Promise((done) => setTimeout(done, 5));
}

/** @param {Page} page @param {string} name @param {unknown} [given] @returns {Promise<any>} */
function meter(page, name, given) {
  return page.evaluate(([own, one]) => Reflect.get(globalThis, String(own))(one), [name, given]);
}

/** @param {number[]} numbers */
function middle(numbers) {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;
}

function show() {
  const sizes = Object.keys(boards);
  const heads = sizes.map((size) => `${Number(size).toLocaleString("en")} pulses`);
  console.log(`| what | ${heads.join(" | ")} | mark | |`);
  console.log(`| --- |${" ---: |".repeat(sizes.length + 1)} --- |`);
  for (const { what, unit, of, most, least } of figures.values()) {
    const numbers = sizes.map((size) => of[size] ?? 0);
    const isMet = numbers.every((one) => one <= (most ?? one) && one >= (least ?? one));
    const mark = [most && `at most ${most}`, least && `at least ${least}`].find(Boolean);
    const name = unit ? `${what}, ${unit}` : what;
    const told = mark ? `${mark} | ${isMet ? "met" : "missed"}` : " |";
    console.log(`| ${name} | ${numbers.map(Math.round).join(" | ")} | ${told} |`);
  }
}
