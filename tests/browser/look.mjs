// Takes pictures of pages, so that people can look at them:
//
//     node tests/browser/look.mjs http://127.0.0.1:8080 ~/pictures
//     node tests/browser/look.mjs http://127.0.0.1:8080 ~/pictures home story --widths 360 --locales ar --schemes dark
//
// A name is a kind of page (kinds.mjs has them all) or an address such as /en/about/. Each picture shows the whole page
// and is called NAME-LOCALE-WIDTH-SCHEME.png. `npm ci` in this folder before the first time.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { kindsOf } from "./kinds.mjs";

const USAGE =
  "usage: node look.mjs BASE_URL OUT_DIR [NAME…] [--widths 360,1280] [--locales en,ar] [--schemes light,dark]";
/** What is looked at if no names are given. */
const NAMES = [
  "home", "story", "statement", "members", "member", "meeting", "wall",
  "podcast", "episode", "video", "campaign", "search", "404",
];
/** What people call some kinds. */
const ALSO = { 404: "missing", 410: "gone", series: "podcast" };
const HEIGHT = 800;

const { names, base, folder, widths, locales, schemes } = wishes();
const kinds = await kindsOf(base);
await mkdir(folder, { recursive: true });
const browser = await launch();
try {
  for (const scheme of schemes) for (const width of widths) await take(scheme, Number(width));
} finally {
  await browser.close();
}

async function take(colorScheme, width) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: HEIGHT } });
  for (const name of names) {
    for (const locale of locales) {
      const path = addressOf(name, locale);
      if (!path) {
        console.error(`${name}: not on this site in ${locale}`);
        continue;
      }
      const page = await context.newPage();
      await page.goto(base + path);
      await lazyPictures(page);
      const file = join(folder, `${name.replaceAll("/", "_")}-${locale}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      await page.close();
    }
  }
  await context.close();
}

function addressOf(name, locale) {
  return name.startsWith("/") ? name : kinds[ALSO[name] ?? name]?.[locale];
}

/** Pictures below the fold come when one scrolls to them. */
async function lazyPictures(page) {
  await page.evaluate(async () => {
    for (const picture of document.querySelectorAll("img[loading=lazy]")) picture.loading = "eager";
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})));
  });
}

function wishes() {
  const options = {
    widths: { type: "string", default: "360,1280" },
    locales: { type: "string", default: "en,ar" },
    schemes: { type: "string", default: "light,dark" },
  };
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const [address, folder, ...names] = positionals;
  if (!address || !folder) {
    console.error(USAGE);
    process.exit(2);
  }
  const lists = Object.entries(values).map(([name, value]) => [name, value.split(",")]);
  return { base: new URL(address).origin, folder, names: names.length ? names : NAMES, ...Object.fromEntries(lists) };
}
