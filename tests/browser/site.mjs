// The site that is checked: where it is, and its pages by kind.

import { kindsOf } from "./kinds.mjs";

/** A story that the stage takes back: there the site answers 410. */
const WITHDRAWN = {
  en: "/en/stories/sample-withdrawn/",
  ar: `/ar/stories/${encodeURI("خبر-سحب")}/`,
  fr: "/fr/stories/recit-retire/",
};

/** Its address, without a slash at the end; run.sh starts a site and tells us. */
export const BASE = process.env.PLENARY_SITE;
if (!BASE) {
  console.error("PLENARY_SITE does not say which site to check: run `bash tests/browser/run.sh` instead.");
  process.exit(2);
}

/** Addresses of one page of every kind: `KINDS.story.ar`. */
export const KINDS = await kindsOf(BASE);
if ((await fetch(BASE + WITHDRAWN.en)).status === 410) KINDS.gone = WITHDRAWN;

/** A story of 500 words, of the stage. */
export const LONG_STORY = { en: "/en/stories/sample-long/", ar: `/ar/stories/${encodeURI("خمسمئة-كلمة")}/` };

/** Languages in which everything is checked, and the direction in which each is written. */
export const DIRECTIONS = { en: "ltr", ar: "rtl", fr: "ltr" };
/** Languages of the journeys. */
export const LOCALES = ["en", "ar"];

/** Every page that is checked in these languages, as `[kind, locale, path]`. */
export function pages(locales = LOCALES, kinds = Object.keys(KINDS)) {
  const all = kinds.flatMap((kind) => locales.map((locale) => [kind, locale, KINDS[kind]?.[locale]]));
  return all.filter(([, , path]) => path);
}
