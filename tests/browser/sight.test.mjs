// What readers change about how pages look: forced colours, no movement, more room between lines, words and letters.

import assert from "node:assert/strict";
import { NARROW, play } from "./play.mjs";
import { BASE, DIRECTIONS, LOCALES, pages } from "./site.mjs";

/** WCAG 2.2, 1.4.12. Letters of Arabic are joined: to part them is not asked for. */
const ROOM = `* { line-height: 1.5 !important; word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }
  :lang(en), :lang(fr) { letter-spacing: .12em !important; }`;

for (const [kind, locale, path] of pages(Object.keys(DIRECTIONS))) {
  play(`${kind} in ${locale} serves readers who change how it looks`, { viewport: NARROW }, async (page) => {
    await page.goto(BASE + path);
    assert.deepEqual(await page.evaluate(shapeOf, [locale, DIRECTIONS[locale]]), [], "its shape");
    // What the two other languages have shown, French would only show again.
    if (!LOCALES.includes(locale)) return;

    await page.emulateMedia({ reducedMotion: "reduce" });
    assert.deepEqual(await page.evaluate(moving), [], "what moves for those who do not like it");
    await page.emulateMedia({ forcedColors: "active" });
    assert.deepEqual(await page.evaluate(withoutOutline), [], "what does not show the focus in forced colours");
    await page.evaluate(makeRoom, ROOM);
    assert.deepEqual(await page.evaluate(cut), [], "what is cut when words get more room");
  });
}

// What follows runs in the page.

/** All that can have the focus and does not show it. */
function withoutOutline() {
  const usable = [...document.querySelectorAll("a[href], button, input, select, summary, audio, video")];
  const shown = usable.filter((element) => element.getClientRects().length);
  const bare = shown.filter((element) => {
    element.focus({ focusVisible: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return document.activeElement === element && (outlineStyle === "none" || parseFloat(outlineWidth) < 2);
  });
  return bare.map((element) => element.outerHTML.slice(0, 100));
}

/** All that would move: by a transition, an animation, or by scrolling softly. */
function moving() {
  const shown = [...document.querySelectorAll("*")].filter((element) => getComputedStyle(element).display);
  const styles = shown.flatMap((element) =>
    ["", "::before", "::after"].map((part) => [element, getComputedStyle(element, part)]),
  );
  const moves = ({ transitionDuration, animationName, scrollBehavior }) =>
    transitionDuration.split(",").some((time) => parseFloat(time) > 0.01) ||
    animationName !== "none" ||
    scrollBehavior === "smooth";
  // What takes no part in the page, say the captions of a film, cannot move in it.
  return styles.filter(([, style]) => style.display !== "none" && moves(style)).map(([element]) => element.outerHTML.slice(0, 100));
}

function makeRoom(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}

/** Elements of which words are hidden because they do not fit. What is hidden on purpose is a pixel large. */
function cut() {
  const hides = (style) => [style.overflowX, style.overflowY].some((way) => way === "hidden" || way === "clip");
  const boxes = [...document.body.querySelectorAll("*")].filter((element) => {
    const tooSmall = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
    return element.clientHeight > 1 && tooSmall && element.textContent.trim() && hides(getComputedStyle(element));
  });
  const told = (element) => `${element.outerHTML.slice(0, 100)}: ${element.scrollHeight} in ${element.clientHeight}`;
  const cut = boxes.map(told);
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth ? [...cut, `the page is ${scrollWidth} pixels wide`] : cut;
}

/** What is wrong with its language, its direction, its landmarks or its headings. */
function shapeOf([lang, dir]) {
  const problems = [];
  const root = document.documentElement;
  if (root.lang !== lang || root.dir !== dir) problems.push(`it says that it is ${root.lang} and ${root.dir}`);
  const mains = document.querySelectorAll("main").length;
  if (mains !== 1) problems.push(`${mains} main parts`);
  const landmarks = "header, nav, main, footer, aside, a.skip";
  for (const element of document.body.children) {
    if (!element.matches(landmarks) && element.checkVisibility()) problems.push(`outside of all landmarks: ${element.outerHTML.slice(0, 100)}`);
  }
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.localName[1]));
  const jumps = levels.filter((level, at) => (at ? level === 1 || level > levels[at - 1] + 1 : level !== 1));
  if (jumps.length || !levels.length) problems.push(`headings of the levels ${levels.join(" ")}`);
  return problems;
}
