// The browser: Debian's Chromium, or the one that CHROMIUM names. None is ever downloaded.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Starts it. Its sandbox refuses to run for root, as which containers often run. */
export function launch() {
  const args = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath: program(), args });
}

/** Where the browser lies; undefined if there is none. */
export function program() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(runs);
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
