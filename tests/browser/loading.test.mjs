// A page loads what it needs and nothing else: from its own host alone, without complaints of the browser, and without
// leaving anything in it.

import assert from "node:assert/strict";
import { play } from "./play.mjs";
import { BASE, KINDS, pages } from "./site.mjs";

for (const [kind, locale, path] of pages()) {
  play(`${kind} in ${locale} loads from one host, without a complaint, and leaves nothing`, {}, async (page) => {
    const complaints = [];
    const status = { missing: 404, gone: 410 }[kind] ?? 200;
    page.on("console", (message) => {
      // That the page itself is not there is what these two are for.
      const own = message.location().url === BASE + path && status !== 200;
      const isBad = ["error", "warning"].includes(message.type());
      if (isBad && !own) complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("requestfailed", (request) => {
      // What the former page was still loading when this one was asked for was given up, and did not fail.
      const { errorText } = request.failure();
      if (errorText !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${errorText}`);
    });
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== BASE) complaints.push(`a request to ${request.url()}`);
    });
    const answer = await page.goto(BASE + path);
    assert.equal(answer.status(), status);
    assert.deepEqual(complaints, []);
    assert.deepEqual(await page.context().cookies(), []);
    const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
    assert.equal(kept, 0, "something is kept in the browser's storage");
  });
}

play("a browser finds a picture for its tab, which it would else look for in vain", {}, async (page) => {
  await page.goto(BASE + KINDS.home.en);
  const icon = await page.locator("link[rel=icon]").getAttribute("href");
  const answer = await fetch(BASE + icon);
  assert.deepEqual([answer.status, answer.headers.get("content-type")], [200, "image/svg+xml"]);
});
