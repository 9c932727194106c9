// One page of every kind that a site has, found as a crawler finds them: by its sitemaps, and by where these pages lead.

/** The name of a list's page, and of one of the things in it, by the first segment of their addresses. */
const SECTIONS = {
  stories: ["stories", "story"],
  statements: ["statements", "statement"],
  announcements: ["announcements", "announcement"],
  members: ["members", "member"],
  efforts: ["efforts", "effort"],
  groups: ["groups", "group"],
  meetings: ["meetings", "meeting"],
  campaigns: ["campaigns", "campaign"],
  series: ["podcasts", "podcast"],
  episodes: ["episodes", "episode"],
  videos: ["videos", "video"],
  tags: ["tags", "tag"],
  wall: ["wall", "post"],
  privacy: ["privacy", "privacy"],
};

/** Kinds that no sitemap names: on which page of another kind they are found, and behind which link. */
const BEHIND = {
  year: ["stories", /href="([^"]*\/stories\/\d{4}\/)"/],
  older: ["wall", /rel="next" href="([^"]*)"/],
  post: ["wall", /<div class="words"><p>.*?href="([^"]*\/posts\/[^"]*)"/s],
  "about-member": ["member", /href="([^"]*\/stories\/by\/[^"]*)"/],
  search: ["home", /href="([^"]*)"[^>]*class="to-search"|class="to-search"[^>]*href="([^"]*)"/],
};

/** An address at which no site has anything. */
const NOWHERE = "no-such-page/";

/** The site's pages by kind and locale: `kinds.story.ar` is the address of one, from the host on. */
export async function kindsOf(base) {
  const entries = await listed(base);
  const locales = Object.keys(entries[0].alternates);
  const first = locales[0];
  const found = {};
  for (const entry of entries.filter((entry) => entry.locale === first)) {
    const kind = kindOf(entry.path);
    (found[kind] ??= []).push(entry);
  }
  const kinds = {};
  for (const [kind, entries] of Object.entries(found)) kinds[kind] = (await richest(base, entries)).alternates;
  for (const [kind, [from, link]] of Object.entries(BEHIND)) {
    const pages = await eachLocale(locales, (locale) => behind(base, kinds[from]?.[locale], link));
    if (Object.keys(pages).length) kinds[kind] = pages;
  }
  kinds.missing = Object.fromEntries(locales.map((locale) => [locale, `/${locale}/${NOWHERE}`]));
  return kinds;
}

/** The text of a page, whatever its status. */
export async function textOf(base, path) {
  const answer = await fetch(base + path);
  return answer.text();
}

/** The addresses of all pages that the sitemaps list. */
export async function addressesOf(base) {
  return (await listed(base)).map((entry) => entry.path);
}

/** What the sitemaps list: each page's address, its locale and the addresses of its translations. */
async function listed(base) {
  const parts = places(await textOf(base, "/sitemap.xml"));
  const texts = await Promise.all(parts.map((part) => textOf(base, part)));
  const entries = texts.flatMap((text) => text.match(/<url>.*?<\/url>/gs) ?? []);
  return entries.map((entry) => {
    const [path] = places(entry);
    const alternates = {};
    for (const [, locale, address] of entry.matchAll(/hreflang="([a-z]{2,3})" href="([^"]*)"/g)) {
      alternates[locale] = new URL(address).pathname;
    }
    const locale = path.split("/")[1];
    return { path, locale, alternates: Object.keys(alternates).length ? alternates : { [locale]: path } };
  });
}

function places(sitemap) {
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
}

function kindOf(path) {
  const [, section, slug] = path.split("/").filter(Boolean);
  if (!section) return "home";
  return SECTIONS[section]?.[slug ? 1 : 0] ?? "page";
}

/** The one with the longest page: it shows most of what its kind can show. */
async function richest(base, entries) {
  const sizes = await Promise.all(entries.map(async (entry) => (await textOf(base, entry.path)).length));
  return entries[sizes.indexOf(Math.max(...sizes))];
}

async function behind(base, page, link) {
  if (!page) return undefined;
  const found = (await textOf(base, page)).match(link);
  return found?.[1] ?? found?.[2];
}

async function eachLocale(locales, find) {
  const pairs = await Promise.all(locales.map(async (locale) => [locale, await find(locale)]));
  return Object.fromEntries(pairs.filter(([, path]) => path));
}
