// A real browser: the machine's own Chromium, or the one in node_modules.

import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import packaged from "@sparticuz/chromium";
import { chromium } from "playwright-core";

const INSTALLED = "/usr/bin/chromium";
const UNPACKED = join(import.meta.dirname, "../node_modules/.chromium");

export async function launch() {
  return chromium.launch({
    executablePath: existsSync(INSTALLED) ? INSTALLED : await unpacked(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync"],
  });
}

/** It unpacks itself into the folder for temporary files, where another version may lie. */
async function unpacked() {
  const before = process.env.TMPDIR;
  mkdirSync(UNPACKED, { recursive: true });
  process.env.TMPDIR = UNPACKED;
  try {
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
