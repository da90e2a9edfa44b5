// How long a board takes to open, and how smoothly it scrolls. bench/browser.py fills the boards and starts this.

import { launch } from "./chromium.mjs";

const [url = "", told = "{}"] = process.argv.slice(2);
const { boards, email, password } = JSON.parse(told);
const ROUNDS = 5;
const SCROLLS = 120;

const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.request.post(`${url}/app/sign-in`, {
    data: { email, password },
    headers: { origin: url },
  });
  const page = await context.newPage();
  console.log(
    "pulses | opened from the address, ms | opened by its link, ms | frames: median, worst, ms",
  );
  for (const [size, id] of Object.entries(boards)) {
    const direct = [];
    const linked = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      direct.push(await opened(() => page.goto(`${url}/boards/${id}`)));
      await page.goto(`${url}/help`);
      const link = page.locator(`.side-list a[href="/boards/${id}"]`).first();
      await link.waitFor();
      linked.push(await opened(() => link.click()));
    }
    const frames = await scrolled();
    console.log(
      `${size} | ${middle(direct)} | ${middle(linked)} | ${middle(frames)}, ${Math.round(Math.max(...frames))}`,
    );
  }

  /** Until the first row is painted. @param {() => Promise<unknown>} act */
  async function opened(act) {
    const start = performance.now();
    await act();
    await page.locator("[data-pulse]").first().waitFor();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    return performance.now() - start;
  }

  /** The time from one frame to the next while the wheel turns. */
  async function scrolled() {
    await page.mouse.move(700, 600);
    await page.evaluate(() => {
      const frames = [performance.now()];
      Object.assign(globalThis, { frames_taken: frames });
      const next = () => {
        frames.push(performance.now());
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    });
    for (let turn = 0; turn < SCROLLS; turn += 1) await page.mouse.wheel(0, 600);
    /** @type {number[]} */
    const times = await page.evaluate(() => Reflect.get(globalThis, "frames_taken"));
    return times.slice(1).map((time, index) => time - (times[index] ?? 0));
  }
} finally {
  await browser.close();
}

/** @param {number[]} numbers */
function middle(numbers) {
  return Math.round(numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0);
}
