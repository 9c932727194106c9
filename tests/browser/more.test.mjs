// "Load more" on the wall: with a script it appends; without, it is a link to the next part.

import assert from "node:assert/strict";
import { placeOf, play, tabTo } from "./play.mjs";
import { BASE, KINDS, LOCALES } from "./site.mjs";

const MORE = ".more a[rel=next]";

for (const locale of LOCALES) {
  const wall = KINDS.wall[locale];

  play(`"load more" appends in ${locale}, leads to the first new post and keeps the address`, {}, async (page) => {
    await page.goto(BASE + wall);
    const before = await addresses(page);
    const next = await postsAt(page, await page.locator(MORE).getAttribute("href"));
    await loadMore(page);
    assert.deepEqual(await addresses(page), [...before, ...next], "all of the next part, below what was there");
    const focused = page.locator(":focus").locator("a[href*='/posts/']").first();
    assert.equal(await focused.getAttribute("href"), next[0]);
    assert.equal(placeOf(page), wall);
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate((first) => document.activeElement.closest(".post").innerHTML.includes(first), next[0]));
  });

  play(`the footer of the wall in ${locale} stays reachable: nothing loads by scrolling`, {}, async (page) => {
    await page.goto(BASE + wall);
    const before = await addresses(page);
    await page.keyboard.press("End");
    await page.waitForTimeout(500);
    assert.deepEqual(await addresses(page), before);
    await tabTo(page, page.locator("footer.footer a").last());
    assert.ok(await page.locator("footer.footer").isVisible());
  });

  play(`after "load more" in ${locale} the way back and forward works`, {}, async (page) => {
    await page.goto(`${BASE}/${locale}/`);
    await page.goto(BASE + wall);
    await loadMore(page);
    await tabTo(page, page.locator(".post a[href*='/posts/']"));
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    await page.goBack();
    assert.equal(placeOf(page), wall);
    assert.ok((await addresses(page)).length > 0);
    await page.goBack();
    assert.equal(placeOf(page), `/${locale}/`);
    await page.goForward();
    assert.equal(placeOf(page), wall);
    await page.locator(MORE).waitFor();
  });

  const scriptless = { javaScriptEnabled: false };
  play(`without a script "load more" in ${locale} leads to the next part and back`, scriptless, async (page) => {
    await page.goto(BASE + wall);
    const before = await addresses(page);
    const next = await page.locator(MORE).getAttribute("href");
    await tabTo(page, page.locator(MORE));
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    assert.equal(placeOf(page), next);
    const after = await addresses(page);
    assert.ok(after.length > 0 && !after.some((post) => before.includes(post)), "other posts than before");
    await page.goBack();
    assert.deepEqual(await addresses(page), before);
  });

  play(`if the next part does not come in ${locale}, one is led there as without a script`, {}, async (page) => {
    await page.goto(BASE + wall);
    const next = await page.locator(MORE).getAttribute("href");
    let refused = false;
    await page.route(BASE + next, (route) => {
      if (refused) return route.continue();
      refused = true;
      return route.abort();
    });
    await tabTo(page, page.locator(MORE));
    await page.keyboard.press("Enter");
    await page.waitForURL(BASE + next);
  });
}

async function loadMore(page) {
  const before = (await addresses(page)).length;
  await tabTo(page, page.locator(MORE));
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => document.querySelectorAll(".post").length > before, before);
}

/** The posts on the page, by their addresses here. */
function addresses(page) {
  return page.locator("[data-more] > *").evaluateAll((posts) =>
    posts.map((post) => post.querySelector("a[href*='/posts/']").getAttribute("href")),
  );
}

async function postsAt(page, path) {
  const other = await page.context().newPage();
  await other.goto(BASE + path);
  const found = await addresses(other);
  await other.close();
  return found;
}
