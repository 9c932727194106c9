// The menu of languages leads from every page to the same thing in each other language, and back.

import assert from "node:assert/strict";
import { follow, placeOf, play, WAYS } from "./play.mjs";
import { BASE, DIRECTIONS, KINDS } from "./site.mjs";

/** Without a script one goes from each language to each other once; with one, to the language of the other direction. */
const ROUNDS = { false: ["en", "ar", "en", "fr", "ar", "fr", "en"], true: ["en", "ar", "en"] };
/** What exists in one language only, and the kind of page above it to which readers of another are led. */
const NEAREST = { missing: "home", post: "wall", gone: "stories" };

for (const [way, options] of WAYS) {
  for (const kind of Object.keys(KINDS)) {
    play(`with ${way} one changes the language of ${kind}`, options, async (page) => {
      const round = ROUNDS[options.javaScriptEnabled];
      for (const [at, to] of round.slice(1).entries()) {
        const here = KINDS[kind][round[at]];
        if (page.url() !== BASE + here) await page.goto(BASE + here);
        await follow(page, page.locator(`.languages a[hreflang=${to}]`));
        assert.equal(placeOf(page), KINDS[NEAREST[kind] ?? kind][to]);
        const root = page.locator("html");
        assert.deepEqual([await root.getAttribute("lang"), await root.getAttribute("dir")], [to, DIRECTIONS[to]]);
        assert.equal(await page.locator(".languages [aria-current]").getAttribute("hreflang"), to);
      }
    });
  }
}
