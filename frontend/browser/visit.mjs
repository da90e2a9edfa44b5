// A person at a browser, signed in or not. What the page complains about fails the test at its end.

import assert from "node:assert/strict";
import AxeBuilder from "@axe-core/playwright";
import { launch } from "./chromium.mjs";

export const URL_OF_LUNDI = process.env.LUNDI_URL ?? "";

/**
 * @typedef {{ name: string, role: string, email: string, password: string, personal_token: string, user_id: number }} Person
 * @type {Person[]}
 */
export const PEOPLE = JSON.parse(process.env.LUNDI_PEOPLE ?? "[]");

/** @param {string} first The first name. */
export function person(first) {
  const found = PEOPLE.find(({ name }) => name.startsWith(first));
  assert(found, `nobody is called ${first}`);
  return found;
}

const browser = await launch();

/** Runs the steps one after the other, and says which one failed. @param {Record<string, () => Promise<void>>} steps */
export async function story(steps) {
  try {
    for (const [name, step] of Object.entries(steps)) {
      try {
        await step();
      } catch (error) {
        await picture(name);
        console.error(`failed: ${name}`);
        throw error;
      }
    }
    assert.equal(complaints.join("\n"), "", "a page complained");
  } finally {
    await browser.close();
  }
}

/** @type {string[]} */
const complaints = [];
/** @type {import("playwright-core").Page[]} */
const pages = [];
/** The browser itself notes each answer of 400 and above, and that it is offline; tests of refusals and of that expect them. */
const REFUSAL = /the server responded with a status of 4\d\d|ERR_INTERNET_DISCONNECTED/;

/** @param {{ as?: string, width?: number, height?: number, theme?: "light" | "dark" }} [wanted] */
export async function visit({ as, width = 1280, height = 900, theme = "light" } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => {
    const isBad = ["error", "warning"].includes(message.type());
    if (isBad && !REFUSAL.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(URL_OF_LUNDI) && !/^(data|blob):/.test(url))
      complaints.push(`asked ${url}`);
  });
  pages.push(page);
  if (as) await signIn(page, person(as));
  return page;
}

/** @param {import("playwright-core").Page} page @param {{ email: string, password: string }} who */
async function signIn(page, { email, password }) {
  const answer = await page.request.post(`${URL_OF_LUNDI}/app/sign-in`, {
    data: { email, password },
    headers: { origin: URL_OF_LUNDI },
  });
  assert(answer.ok(), await answer.text());
}

/** As scripts do, by REST v1: what it answers. @param {string} token @param {string} method @param {string} path @param {object} [body] */
export async function api(token, method, path, body) {
  const answer = await fetch(`${URL_OF_LUNDI}/v1/${path}`, {
    method,
    headers: { Authorization: token, "Content-Type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const told = await answer.json();
  assert(answer.ok, `${method} ${path}: ${answer.status} ${JSON.stringify(told)}`);
  return told;
}

/** The same by API v2: its data. @param {string} token @param {string} query @param {object} [variables] @returns {Promise<any>} */
export async function v2(token, query, variables = {}) {
  const answer = await fetch(`${URL_OF_LUNDI}/v2`, {
    method: "POST",
    headers: { Authorization: token, "Content-Type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const told = await answer.json();
  assert(!told.errors, JSON.stringify(told.errors));
  return told.data;
}

/** What axe finds wrong with a page, of what is serious. @param {import("playwright-core").Page} page */
export async function seriousIn(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

/** Until it holds. @param {() => Promise<unknown>} check @param {string} what */
export async function until(check, what, milliseconds = 5000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await check()) return;
    assert(Date.now() < end, `${what}: not within ${milliseconds} ms`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** For a person to look at, where LUNDI_PICTURES names a folder. @param {string} name */
async function picture(name) {
  const folder = process.env.LUNDI_PICTURES;
  if (!folder) return;
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: `${folder}/${name}-${index}.png` }).catch(() => undefined);
  }
}
