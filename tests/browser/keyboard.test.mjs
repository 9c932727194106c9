// Every page can be used with the keyboard alone: the skip link leads past the menu, all that can be used is reached in
// the order in which it is read, nothing holds one back, and one always sees where one is.

import assert from "node:assert/strict";
import { NARROW, play, tabTo, WIDE } from "./play.mjs";
import { BASE, pages } from "./site.mjs";

/** The Tab key stops this often at most in one player, whose buttons are the browser's own. */
const PLAYER_STOPS_MAX = 20;
/** What shows the focus is that thick, in pixels (WCAG 2.2, 2.4.13), and differs that much from what is around (1.4.11). */
const OUTLINE = { width: 2, contrast: 3 };

// The narrow page of the other direction has another order of boxes, and its menu may be folded.
const WINDOWS = { en: WIDE, ar: NARROW };

for (const [kind, locale, path] of pages()) {
  const viewport = WINDOWS[locale];

  play(`${kind} in ${locale} is used with the keyboard alone`, { viewport }, async (page) => {
    await page.goto(BASE + path);
    const wanted = await page.evaluate(stops);
    const found = await walk(page);
    assert.deepEqual(found.flatMap((stop) => stop.problems), []);
    const reached = [...new Set(found.map((stop) => stop.number))].filter((number) => number !== null);
    assert.deepEqual(reached, wanted.map((_, number) => number), missed(wanted, reached));

    assert.equal(found[0].href, "#main", "the first stop offers to skip to the main part");
    await page.reload();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.ok(await page.evaluate(() => document.activeElement === document.querySelector("main")));
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(isBehindMain), "the next stop stands before the main part");

    // What every page folds away, its menu, is unfolded once.
    const folded = page.locator(kind === "home" ? "details" : "main details");
    for (const part of await folded.filter({ visible: true }).all()) await unfold(page, part);
  });
}

/** All stops from the first to the last. */
async function walk(page) {
  const found = [];
  let same = 0;
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(seen, OUTLINE);
    if (!stop) return found;
    same = stop.number !== null && stop.number === found.at(-1)?.number ? same + 1 : 0;
    assert.ok(same < PLAYER_STOPS_MAX, `${stop.name} holds the focus`);
    if (found.length && found[0].number === stop.number && same === 0) return found;
    found.push(stop);
  }
}

/** Opens what is folded away, and steps through all that is in it. */
async function unfold(page, part) {
  await tabTo(page, part.locator("summary"));
  await page.keyboard.press("Enter");
  const inside = part.locator("a[href], button, audio, video").filter({ visible: true });
  for (const thing of await inside.all()) {
    await tabTo(page, thing);
    assert.deepEqual((await page.evaluate(seen, OUTLINE)).problems, []);
  }
}

function missed(wanted, reached) {
  const left = wanted.filter((_, number) => !reached.includes(number));
  return left.length ? `not reached: ${left.join(", ")}` : "reached in another order than that of the text";
}

// What follows runs in the page.

/** Marks all that one can use with a number in the order of the text; gives their names. */
function stops() {
  const kinds = "a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex='0']";
  const usable = [...document.querySelectorAll(kinds)].filter((element) => {
    return element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.type !== "hidden";
  });
  usable.forEach((element, number) => (element.dataset.stop = number));
  return usable.map((element) => `<${element.localName}> ${element.textContent.trim().slice(0, 40)}`);
}

/** Where the focus is, and what is wrong with how it shows; nothing if it has left the page. */
async function seen(outline) {
  await Promise.all(document.getAnimations().map((movement) => movement.finished));
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const name = `<${element.localName}> ${(element.textContent || element.ariaLabel || "").trim().slice(0, 40)}`;
  const problems = [];
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // Within a player the focus is on the browser's own buttons, which show it by themselves.
  const isOwn = element.matches(":focus");
  const ratio = () => contrast(colour(style.outlineColor), ground(element));
  const isBare = style.outlineStyle === "none" || parseFloat(style.outlineWidth) < outline.width;
  if (isOwn && isBare) problems.push(`${name}: no outline`);
  else if (isOwn && ratio() < outline.contrast) problems.push(`${name}: its outline has a contrast of ${ratio().toFixed(2)} only`);
  if (!box.width || !box.height) problems.push(`${name}: no size`);
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
    problems.push(`${name}: outside of the window`);
  } else if (covered(element)) problems.push(`${name}: covered by something else`);
  const number = element.dataset.stop === undefined ? null : Number(element.dataset.stop);
  return { name, number, href: element.getAttribute("href"), problems };

  /** Nothing of it is on top, at the corners and in the middle of its first line. */
  function covered(element) {
    const line = element.getClientRects()[0];
    const inside = (low, high) => [low + 2, (low + high) / 2, high - 2];
    const points = inside(line.left, line.right).flatMap((x) => inside(line.top, line.bottom).map((y) => [x, y]));
    return !points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    });
  }
  function colour(words) {
    const numbers = words.match(/[\d.]+/g).map(Number);
    return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
  }
  /** The colour around the element, where its outline is drawn. */
  function ground(element) {
    for (let around = element.parentElement; around; around = around.parentElement) {
      const own = colour(getComputedStyle(around).backgroundColor);
      if (own.alpha === 1) return own;
    }
    return { rgb: [255, 255, 255] };
  }
  function contrast(one, other) {
    const light = ({ rgb }) => {
      const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      const [r, g, b] = rgb.map((part) => linear(part / 255));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [darker, lighter] = [light(one), light(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }
}

function isBehindMain() {
  const main = document.querySelector("main");
  const stop = document.activeElement;
  return stop === document.body || Boolean(main.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
}
