// What people come for, from the home page on, with nothing but a keyboard: once with scripts and once without.

import assert from "node:assert/strict";
import { follow, placeOf, play, tabTo, WAYS } from "./play.mjs";
import { BASE, KINDS, LOCALES } from "./site.mjs";

/** The day whose communiqué is looked for, and a word of its title. */
const DAY = "2022-05-11";
const WORD = { en: "Marrakech", ar: "مراكش" };
/** The member of the stage and how many posts it has. */
const MEMBER = { en: "/en/members/sampleland/", ar: `/ar/members/${encodeURI("بلد-المثال")}/` };
const POSTS = 60;

for (const [way, options] of WAYS) {
  for (const locale of LOCALES) {
    const scripts = options.javaScriptEnabled;
    const home = `${BASE}/${locale}/`;
    const name = (journey) => `${journey}, with ${way}, in ${locale}`;
    const allowed = { ...options, permissions: ["clipboard-read", "clipboard-write"] };

    play(name("one finds the communiqué of a date and copies a paragraph with its citation"), allowed, async (page) => {
      await page.goto(home);
      await follow(page, inMenu(page, "statements"));
      await follow(page, page.locator(".archive a", { hasText: DAY.slice(0, 4) }));
      await follow(page, statementOfDay(page));
      await (scripts ? copiesParagraph(page) : citesParagraph(page));
    });

    play(name("one searches for that communiqué"), options, async (page, t) => {
      await page.goto(home);
      const search = page.locator("a.to-search");
      if (!(await search.count())) return t.skip("this site has no search yet");
      await follow(page, search);
      await tabTo(page, page.locator("main input[name=q], main input[type=search]"));
      await page.keyboard.type(WORD[locale]);
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      await follow(page, page.locator(`main a[href="${KINDS.statement[locale]}"], main a[href*="/statements/"]`));
      assert.match(await page.locator("h1").innerText(), new RegExp(WORD[locale]));
    });

    play(name("one reads the transcript of an episode"), options, async (page, t) => {
      await page.goto(BASE + KINDS.episode[locale]);
      if (!(await page.locator("#transcript").count())) return t.skip("no episode has a recording yet");
      await page.goto(home);
      await follow(page, inMenu(page, "series"));
      await follow(page, page.locator(`main a[href="${KINDS.podcast[locale]}"]`));
      await follow(page, page.locator(`main a[href="${KINDS.episode[locale]}"]`));
      await readsTranscript(page, locale);
    });

    play(name("one reads all posts of a member"), options, async (page, t) => {
      await page.goto(home);
      await follow(page, inMenu(page, "members"));
      const member = page.locator(`main a[href="${MEMBER[locale]}"]`);
      if (!(await member.count())) return t.skip("this site has no member of the stage");
      await follow(page, member);
      const list = `/${locale}/wall/sampleland/`;
      await follow(page, page.locator(`main .more a[href="${list}"]`));
      const posts = await (scripts ? loadsMore(page) : turnsPages(page));
      assert.equal(posts.size, POSTS);
      assert.equal(placeOf(page) === list, scripts, "with a script the address stays");
    });
  }
}

function inMenu(page, section) {
  return page.locator(`nav a[data-section=${section}]`);
}

function statementOfDay(page) {
  return page.locator("main .card", { has: page.locator(`time[datetime^="${DAY}"]`) }).locator("a");
}

/** What the button puts into the clipboard leads back to the paragraph. */
async function copiesParagraph(page) {
  const paragraph = page.locator(".body p", { has: page.locator("button.copy") }).first();
  const words = await paragraph.evaluate(ownWords);
  const button = paragraph.locator("button.copy");
  const before = await button.innerText();
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => document.activeElement.textContent !== before, before);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.includes(words), `${copied} has the words ${words}`);
  assert.ok(copied.includes(await page.locator(".cite").getAttribute("data-cite")), `${copied} has the citation`);
  const address = copied.match(/http:\S+$/)?.[0];
  await page.goto(address);
  assert.equal(await page.locator(":target").evaluate(ownWords), words);
}

/** Without a script, the number of a paragraph gives its address, and the citation stands below as words. */
async function citesParagraph(page) {
  assert.equal(await page.locator("button.copy").count(), 0);
  await tabTo(page, page.locator(".body p > a.anchor"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/#/);
  const id = new URL(page.url()).hash.slice(1);
  assert.ok((await page.locator(":target").innerText()).length > 20);
  assert.equal(await page.locator(":target").getAttribute("id"), id);
  const cite = page.locator(".cite");
  assert.ok((await cite.innerText()).includes(await cite.getAttribute("data-cite")));
  assert.ok(decodeURI(await cite.innerText()).includes(decodeURI(page.url().split("#")[0])), "the address stands there");
}

/** The words of a paragraph without what is there to handle it. */
function ownWords(paragraph) {
  const own = paragraph.cloneNode(true);
  own.querySelectorAll("a.anchor, button, sup.note").forEach((part) => part.remove());
  return own.textContent.trim().replace(/\s+/g, " ");
}

async function readsTranscript(page, locale) {
  const transcript = page.locator("#transcript");
  const folded = page.locator("details:not([open])", { has: transcript }).or(transcript.locator("details:not([open])"));
  if (await folded.count()) {
    await tabTo(page, folded.locator("summary"));
    await page.keyboard.press("Enter");
  }
  const main = page.locator("main");
  const section = page.locator("section, details, div, article", { has: transcript }).last();
  const words = (await transcript.innerText()).length > 100 ? transcript : section;
  assert.ok(await words.isVisible());
  assert.ok((await words.innerText()).length > 100, "a transcript has more than a few words");
  assert.ok(await main.isVisible());
  const language = await words.evaluate((element) => element.closest("[lang]").lang);
  assert.equal(language, locale);
}

/** Presses "Load more" until there is no more; the posts' addresses. */
async function loadsMore(page) {
  const posts = page.locator(".post");
  const link = page.locator(".more a[rel=next]");
  while (await link.count()) {
    const before = await posts.count();
    await tabTo(page, link);
    await page.keyboard.press("Enter");
    await page.waitForFunction((before) => document.querySelectorAll(".post").length > before, before);
  }
  return postsOn(page);
}

/** Follows the link to older posts until there is none. */
async function turnsPages(page) {
  const found = await postsOn(page);
  const link = page.locator(".more a[rel=next]");
  while (await link.count()) {
    await follow(page, link);
    for (const post of await postsOn(page)) found.add(post);
  }
  return found;
}

async function postsOn(page) {
  const links = page.locator(".post a[href*='/posts/']");
  return new Set(await links.evaluateAll((links) => links.map((link) => link.getAttribute("href"))));
}
