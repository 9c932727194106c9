// The HTML of one page of every kind, in all three languages, has no error in the eyes of the Nu HTML checker.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { textOf } from "./kinds.mjs";
import { BASE, DIRECTIONS, KINDS, pages } from "./site.mjs";

const LOCALES = Object.keys(DIRECTIONS);
/** Room for what it says, which is much if every page is wrong. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A page with an error, by which we see that the checker read what it was given. */
const WRONG = "<!doctype html><html lang=en><title>Wrong</title><p><wrong></p>";

const said = await checked(pages(LOCALES));

test("the checker finds what is wrong, and judges nothing but pages", () => {
  const others = said.filter((message) => !KINDS[message.kind]);
  assert.ok(others.some((message) => message.isError && message.kind === "wrong"));
  assert.deepEqual(others.filter((message) => message.kind !== "wrong"), []);
});

for (const kind of Object.keys(KINDS)) {
  test(`the HTML of ${kind} has no error in ${LOCALES.join(", ")}`, (t) => {
    const own = said.filter((message) => message.kind === kind);
    for (const line of counted(own.filter((message) => !message.isError))) t.diagnostic(line);
    assert.deepEqual(own.filter((message) => message.isError).map(({ text, where }) => `${where}: ${text}`), []);
  });
}

/** What the checker says of pages, all of them in one run: to start it takes longer than to judge a page. */
async function checked(pages) {
  const folder = mkdtempSync(join(tmpdir(), "plenary-markup-"));
  try {
    writeFileSync(join(folder, "wrong.en.html"), WRONG);
    await Promise.all(
      pages.map(async ([kind, locale, path]) => {
        writeFileSync(join(folder, `${kind}.${locale}.html`), await textOf(BASE, path));
      }),
    );
    const checker = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
    // Without a deep stack it gives up on long lines.
    const words = ["-Xss1m", "-jar", checker, "--format", "json", "--exit-zero-always", folder];
    const { stderr } = await promisify(execFile)("java", words, { maxBuffer: MOST_BYTES });
    return JSON.parse(stderr).messages.map(told);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function told({ type, url, lastLine, message, extract }) {
  const [kind, locale] = decodeURI(url ?? "").split("/").pop().split(".");
  const where = `${kind} in ${locale}, line ${lastLine}, ${(extract ?? "").trim()}`;
  return { kind, isError: type !== "info", text: message, where };
}

/** What it warns of, each once. */
function counted(warnings) {
  const texts = [...new Set(warnings.map(({ text }) => text))];
  return texts.map((text) => `a warning, ${warnings.filter((warning) => warning.text === text).length} times: ${text}`);
}
