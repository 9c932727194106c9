// What the browser checks need and the demonstration does not have: `node stage.mjs FOLDER` writes it as content files,
// `node stage.mjs --is-shown BASE_URL` succeeds as soon as a site that took them in shows them.
//
// The folder `stage` (a member who does not exist, a text with every kind of block, a communiqué, a withdrawn story),
// sixty posts of that member, and a story of 500 words put together from the demonstration's own. All of it is older
// than the demonstration's content, so that the home page stays as visitors of the demonstration see it.

import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const STORIES = join(HERE, "../../demo/stories");
const POSTS = 60;
const WORDS = 500;

/** The posts' words, which take turns. */
const SAID = [
  ["en", "The reading room in Port Sample is open on Sundays too."],
  ["ar", "قاعة المطالعة في مرفأ المثال مفتوحة أيام الأحد أيضًا."],
  ["fr", "La salle de lecture de Port-Exemple ouvre aussi le dimanche."],
];
const LONG = {
  en: { title: "A story of five hundred words", slug: "sample-long", more: "source = true\npicture = \"harbour.jpg\"\n" },
  ar: { title: "خبر من خمسمئة كلمة", slug: "خمسمئة-كلمة", more: "" },
  fr: { title: "Un récit de cinq cents mots", slug: "cinq-cents-mots", more: "" },
};

const [folder, site] = process.argv.slice(2);
if (site) {
  const stories = ["sample-withdrawn", "sample-long"].map((slug) => fetch(`${site}/en/stories/${slug}/`));
  const [withdrawn, long] = await Promise.all(stories);
  process.exit(withdrawn.status === 410 && long.status === 200 ? 0 : 1);
} else if (folder) {
  cpSync(join(HERE, "stage"), folder, { recursive: true });
  posts();
  for (const locale of Object.keys(LONG)) longStory(locale);
} else {
  console.error("usage: node stage.mjs FOLDER | --is-shown BASE_URL");
  process.exit(2);
}

function posts() {
  mkdirSync(join(folder, "posts"));
  for (let post = 1; post <= POSTS; post++) {
    const [number, day] = [post, Math.ceil(post / 2)].map((number) => String(number).padStart(2, "0"));
    const [language, words] = SAID[post % SAID.length];
    const text = `at = 2013-01-${day}T${post % 2 ? "08" : "18"}:00:00Z
language = "${language}"
words = "${words} (${post})"
[speaker]
name = "Sampleland"
handle = "sampleland"
network = "Mastodon"
member = "sampleland"
`;
    writeFileSync(join(folder, "posts", `sample-${number}.toml`), text);
  }
}

function longStory(locale) {
  const { title, slug, more } = LONG[locale];
  const head = `+++\ntitle = "${title}"\nslug = "${slug}"\npublish = 2013-05-01T09:00:00Z\n${more}+++\n`;
  writeFileSync(join(folder, "stories", `sample-long.${locale}.md`), head + prose(locale));
}

/** Paragraphs of the demonstration's stories, as plain words, until there are enough of them. */
function prose(locale) {
  const files = readdirSync(STORIES).filter((name) => name.endsWith(`.${locale}.md`)).sort();
  const bodies = files.map((name) => readFileSync(join(STORIES, name), "utf8").split("+++\n")[2]);
  const paragraphs = bodies.flatMap((body) => body.split(/\n\s*\n/)).filter((text) => /^\p{L}/u.test(text.trim()));
  const words = paragraphs.map((text) => text.trim().replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").split(/\s+/));
  let left = WORDS;
  const taken = words.map((paragraph) => {
    const part = paragraph.slice(0, left);
    left -= part.length;
    return part.join(" ");
  });
  return taken.filter(Boolean).join("\n\n") + "\n";
}
