// What a visitor on an old phone pays for: bytes as they are sent, with brotli. 1 kB is 1,000 bytes.

import assert from "node:assert/strict";
import http from "node:http";
import test, { after } from "node:test";
import { addressesOf, textOf } from "./kinds.mjs";
import { PHONE, play } from "./play.mjs";
import { BASE, KINDS, LOCALES, LONG_STORY } from "./site.mjs";

const KB = 1000;
/** "home ≤ 14 kB of brotli HTML + CSS and ≤ 150 kB with pictures at 360 px" */
const HOME = { text: 14 * KB, all: 150 * KB };
/** "story of 500 words ≤ 10 kB and ≤ 100 kB" */
const STORY = { text: 10 * KB, all: 100 * KB };
/** "script ≤ 5 kB in all", before it is compressed */
const SCRIPT = 5 * KB;
/** "audio ≤ 48 kbit/s" */
const AUDIO = 48;

/** Screens by how many points make up a pixel of a style sheet: the limits are those of the first. */
const DENSITIES = [1, 2, 3];
const SOUNDS = /(?:src|href)="([^"]+\.(?:mp3|opus|ogg|oga|m4a|weba))"/g;

const table = [];
after(() => console.log(["weights in bytes, as sent:", ...table].join("\n")));

for (const locale of LOCALES) {
  weighs("home", KINDS.home[locale], locale, HOME);
  weighs("story of 500 words", LONG_STORY[locale], locale, STORY);
  weighs("longest story or one with all blocks", KINDS.story[locale], locale, STORY);
}

function weighs(name, path, locale, limits) {
  test(`HTML and CSS of the ${name} in ${locale} have at most ${limits.text} bytes`, async () => {
    const page = await sent(path);
    const sheets = [...page.text.matchAll(/rel="stylesheet" href="([^"]*)"/g)].map(([, address]) => address);
    assert.ok(sheets.length > 0);
    const styles = await Promise.all(sheets.map(sent));
    const css = sum(styles.map((sheet) => sheet.bytes));
    table.push(row(name, locale, `HTML ${page.bytes}, CSS ${css}, together ${page.bytes + css} of ${limits.text}`));
    assert.ok(page.bytes + css <= limits.text, `${page.bytes} + ${css} bytes`);
  });

  for (const deviceScaleFactor of DENSITIES) {
    const options = { viewport: PHONE, deviceScaleFactor, fresh: true };
    const held = deviceScaleFactor === DENSITIES[0];
    const rule = held ? `has at most ${limits.all} bytes` : "is weighed";
    play(`all of the ${name} in ${locale}, read to its end at ${deviceScaleFactor}x, ${rule}`, options, async (page) => {
      const { first, all } = await loaded(page, path);
      const view = `360 px at ${deviceScaleFactor}x: first view ${first}`;
      table.push(row(name, locale, `${view}, to the end ${all} of ${limits.all}`));
      assert.ok(!held || all <= limits.all, `${all} bytes`);
    });
  }
}

test(`all scripts together have at most ${SCRIPT} bytes`, async () => {
  const pages = await Promise.all(Object.values(KINDS).map((kind) => textOf(BASE, kind.en)));
  const found = pages.flatMap((page) => [...page.matchAll(/<script[^>]* src="([^"]*)"/g)].map(([, address]) => address));
  const addresses = [...new Set(found)];
  const sizes = await Promise.all(addresses.map(async (address) => (await textOf(BASE, address)).length));
  table.push(row("scripts", "all", `${sum(sizes)} of ${SCRIPT}, not compressed`));
  assert.ok(sum(sizes) <= SCRIPT);
  const inline = pages.filter((page) => /<script(?![^>]* src=)/.test(page));
  assert.equal(inline.length, 0, "pages with a script of their own");
});

play(`every sound needs at most ${AUDIO} kbit/s`, {}, async (page, t) => {
  const episodes = (await addressesOf(BASE)).filter((path) => path.includes("/episodes/"));
  const pages = await Promise.all(episodes.map((path) => textOf(BASE, path)));
  const sounds = [...new Set(pages.flatMap((text) => [...text.matchAll(SOUNDS)].map(([, address]) => address)))];
  if (!sounds.length) return t.skip("no episode has a recording yet");
  await page.goto(BASE + KINDS.episode.en);
  const rates = [];
  for (const address of sounds) {
    const seconds = await page.evaluate(duration, address);
    const { bytes } = await sent(address);
    rates.push((bytes * 8) / seconds / 1000);
    const rate = `${rates.at(-1).toFixed(1)} of ${AUDIO} kbit/s`;
    table.push(row("sound", address, `${bytes} bytes, ${seconds.toFixed(1)} s, ${rate}`));
  }
  assert.ok(Math.max(...rates) <= AUDIO);
});

/** What the browser is sent until the page is there, and until all of it has been scrolled through. */
async function loaded(page, path) {
  const requests = [];
  page.on("requestfinished", (request) => requests.push(request));
  await page.goto(BASE + path, { waitUntil: "networkidle" });
  const first = await weight(requests);
  await page.evaluate(async () => {
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
      scrollTo(0, at);
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth));
  await page.waitForTimeout(100);
  return { first, all: await weight(requests) };
}

/** Bodies as sent, and what is sent before them. */
async function weight(requests) {
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  return sum(sizes.map(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize));
}

/** A file with brotli: how many bytes its body has on the way, and the text, which is asked for once more. */
async function sent(path) {
  const bytes = await new Promise((done, failed) => {
    const asked = http.get(BASE + path, { headers: { "accept-encoding": "br" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (part) => (bytes += part.length));
      answer.on("end", () => done(bytes));
    });
    asked.on("error", failed);
  });
  return { bytes, text: await textOf(BASE, path) };
}

/** Runs in the page: how long a sound lasts, in seconds. */
function duration(address) {
  return new Promise((done, failed) => {
    const sound = new Audio(address);
    sound.onloadedmetadata = () => done(sound.duration);
    sound.onerror = () => failed(new Error(`${address} cannot be played`));
    sound.preload = "metadata";
  });
}

function sum(numbers) {
  return numbers.reduce((one, other) => one + other, 0);
}

function row(name, locale, words) {
  return `  ${name.padEnd(38)} ${locale.padEnd(4)} ${words}`;
}
