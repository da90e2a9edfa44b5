// What is measured inside of a page: when a person sees it.

/** Given to each page before its own code. It runs in the browser, so it knows nothing else of this file. */
export function meters() {
  let rowsShownAt = 0;
  /** @type {number[]} */
  let frames = [];
  /** @type {number[]} */
  let tasks = [];
  /** @type {Promise<number> | undefined} */
  let key;

  /** Once it is on the screen. @param {() => unknown} isThere @returns {Promise<number>} */
  async function shown(isThere) {
    while (!isThere()) await new Promise((done) => requestAnimationFrame(done));
    return new Promise((done) =>
      requestAnimationFrame(() => setTimeout(() => done(performance.now()))),
    );
  }

  function watchForRows() {
    rowsShownAt = 0;
    shown(() => document.querySelector("[data-pulse]")).then((at) => {
      rowsShownAt = at;
    });
  }

  /** From the last byte of the board's answer. @param {number} board */
  async function rowsAfterAnswer(board) {
    while (!rowsShownAt) await new Promise((done) => setTimeout(done, 5));
    const answer = performance
      .getEntriesByType("resource")
      .findLast(({ name }) => name.endsWith(`/app/boards/${board}`));
    return rowsShownAt - /** @type {PerformanceResourceTiming} */ (answer).responseEnd;
  }

  /** From the next key until that text is there. @param {{ selector: string, text: string }} wanted */
  function watchForKey({ selector, text }) {
    const isThere = () => {
      const found = document.querySelector(selector);
      return (found instanceof HTMLInputElement ? found.value : found?.textContent) === text;
    };
    key = new Promise((done) => {
      const heard = (/** @type {KeyboardEvent} */ { timeStamp }) =>
        shown(isThere).then((at) => done(at - timeStamp));
      addEventListener("keydown", heard, { capture: true, once: true });
    });
  }

  function takeFrames() {
    const own = [performance.now()];
    frames = own;
    const next = () => {
      own.push(performance.now());
      if (own === frames) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }

  /** The time from each frame to the next. */
  function takenFrames() {
    const taken = frames;
    frames = [];
    return taken.slice(1).map((time, index) => time - (taken[index] ?? 0));
  }

  /** Of more than 50 ms each, since it was asked last. */
  function longTasks() {
    const taken = tasks;
    tasks = [];
    return taken;
  }

  /** Of the page and what it needs, packed. */
  function kilobytes() {
    const loaded = [
      ...performance.getEntriesByType("navigation"),
      ...performance.getEntriesByType("resource").filter(({ name }) => /\.(js|css)$/.test(name)),
    ];
    const sizes = loaded.map((one) => Reflect.get(one, "encodedBodySize"));
    return sizes.reduce((sum, size) => sum + size, 0) / 1000;
  }

  new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({ type: "longtask" });
  addEventListener("DOMContentLoaded", watchForRows);
  const fromKey = () => key;
  const ofKeys = { watchForKey, fromKey };
  Object.assign(globalThis, {
    ...ofKeys,
    rowsAfterAnswer,
    takeFrames,
    takenFrames,
    longTasks,
    kilobytes,
  });
}
