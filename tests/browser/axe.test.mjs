// One page of every kind breaks no rule of WCAG 2.2 AA that axe can judge: in light and dark, wide and at 320 pixels,
// which is also what 400 % zoom makes of 1280.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NARROW, play, WIDE } from "./play.mjs";
import { BASE, KINDS, pages } from "./site.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** All that axe has for level AA up to WCAG 2.2, its rule of 24 pixels for targets among them, and its advice. */
const EVERYTHING = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
};
/** What can differ where only the width is another. */
const OF_WIDTH = { runOnly: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"] };
/** What can differ where only the colours are others. */
const OF_COLOUR = { runOnly: ["color-contrast", "link-in-text-block"] };
/** Kinds of which French is looked at too, to see its longer words. */
const MAIN = ["home", "stories", "story", "statement", "member", "meeting", "wall", "podcast", "episode", "video"];

for (const [kind, locale, path] of [...pages(), ...pages(["fr"], MAIN.filter((kind) => KINDS[kind]))]) {
  play(`${kind} in ${locale} breaks no rule and fits into 320 pixels`, {}, async (page) => {
    await page.goto(BASE + path);
    await page.evaluate(AXE);
    const broken = [];
    const look = async (colorScheme, viewport, rules) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      broken.push(...(await violations(page, rules)).map((what) => `${colorScheme}, ${viewport.width}: ${what}`));
    };
    await look("light", WIDE, EVERYTHING);
    await look("dark", WIDE, OF_COLOUR);
    await look("dark", NARROW, OF_COLOUR);
    await look("light", NARROW, OF_WIDTH);
    broken.push(...(await overflowing(page)));
    assert.deepEqual(broken, []);
  });
}

async function violations(page, rules) {
  const found = await page.evaluate((rules) => window.axe.run(document, rules), rules);
  return found.violations.map(({ id, help, nodes }) => {
    const first = nodes[0];
    const figures = first.any[0]?.message ?? "";
    return `${id} (${help}) at ${nodes.length} places, the first ${first.target}: ${figures}`;
  });
}

/** What makes the page wider than the window. Tables may, inside of a frame that scrolls. */
function overflowing(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const scrolls = (element) => ["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX);
    const framed = (element) => element && (scrolls(element) || framed(element.parentElement));
    const beyond = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return (box.right > root.clientWidth + 1 || box.left < -1) && !framed(element.parentElement);
    });
    const named = beyond.slice(0, 3).map((element) => `<${element.localName} class="${element.className}">`);
    return [`${root.scrollWidth - root.clientWidth} pixels too wide at ${root.clientWidth}: ${named.join(", ")}`];
  });
}
