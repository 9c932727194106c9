// A test with a page of its own in the browser, of which a picture is kept if it fails.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import test, { after } from "node:test";
import { launch } from "./browser.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
/** Where pictures of failures are put. */
const FAILURES = process.env.PLENARY_FAILURES ?? join(HERE, "../../target/browser");
/** A press of the Tab key moves by one stop; this many would mean that one is led in circles. */
const STOPS_MAX = 600;

/** How long is waited for what should come soon, in milliseconds. */
const PATIENCE = 15_000;

export const WIDE = { width: 1280, height: 800 };
/** What 400 % zoom leaves of a screen 1280 pixels wide, and the narrowest that must do. */
export const NARROW = { width: 320, height: 640 };
export const PHONE = { width: 360, height: 640 };

/** Both ways in which every journey must succeed, always with the keyboard alone. */
export const WAYS = [
  ["the keyboard", { javaScriptEnabled: true, viewport: WIDE }],
  ["the keyboard and no script", { javaScriptEnabled: false, viewport: PHONE }],
];

let browser;
const pages = {};
after(async () => (await browser)?.close());

/**
 * A test that gets a page. `options` are those of a context in the browser, such as `viewport`, and `fresh` for one that
 * has nothing in its cache; `act` gets the page and the test, whose `skip` it may call.
 */
export function play(name, options, act) {
  test(name, async (t) => {
    const page = await pageOf({ viewport: WIDE, ...options });
    try {
      await act(page, t);
    } catch (error) {
      t.diagnostic(await shown(page, name));
      throw error;
    }
  });
}

/**
 * A page with these options. Tests share it, since to open one costs more than what most tests do; the site keeps nothing
 * in a browser that one could leave behind, and what a test may have changed is put back.
 */
async function pageOf({ fresh, ...options }) {
  browser ??= launch();
  const key = JSON.stringify(options);
  const page = fresh || !pages[key] ? await (await browser).newContext(options).then((own) => own.newPage()) : pages[key];
  if (!fresh) pages[key] = page;
  page.removeAllListeners();
  await page.unrouteAll();
  await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null });
  await page.setViewportSize(options.viewport);
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** Which page it was, and where it can be seen. */
async function shown(page, name) {
  mkdirSync(FAILURES, { recursive: true });
  const picture = join(FAILURES, name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 100) + ".png");
  await page.screenshot({ path: picture, timeout: 5000 }).catch(() => {});
  return `it failed on ${decodeURI(page.url())}, seen in ${picture}`;
}

/** Presses Tab until the thing has the focus, as one does who has only a keyboard. */
export async function tabTo(page, thing) {
  await thing.first().waitFor({ state: "attached" });
  const goal = await thing.first().elementHandle();
  for (let stops = 0; stops < STOPS_MAX; stops++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never reaches ${thing}`);
}

/** Goes where the first of these links that can be seen leads, by Tab and Enter; what folds it away is opened first. */
export async function follow(page, links) {
  await links.first().waitFor({ state: "attached" });
  const seen = links.filter({ visible: true });
  if (!(await seen.count())) {
    await tabTo(page, page.locator("details:not([open])", { has: links }).locator("summary"));
    await page.keyboard.press("Enter");
    await seen.first().waitFor();
  }
  await tabTo(page, seen);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

/** Where the page is, from the host on. */
export function placeOf(page) {
  return new URL(page.url()).pathname;
}
