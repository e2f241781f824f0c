import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stringifyPost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { readDoc } from "../support/examples.ts";
import { assess } from "./assess.ts";
import { documentOf } from "./document.ts";
import { composePage, EXTRACTED, nameOf, PAGES, postOf } from "./pages.ts";
import { countBy, recorded } from "./record.ts";
import { ownTexts } from "./texts.ts";
import { TOOLS } from "./tools.ts";

const texts = ownTexts();
const record = recorded();

describe("what is counted", () => {
  const post = postOf("journal");
  const text = stringifyPost(post);

  test("all fields and parts of the canonical text are right", () => {
    expect(assess(post, text)).toMatchObject({ right: 20, parts: 14, misread: 0, untold: 0 });
  });

  test.each([
    ["20451", "30451", { right: 19, silent: 1 }],
    ["difficulty", "dificulty", { right: 20 }],
    ["anp-ref-070131-5150", "anp-ref-0701", { right: 19, lost: 1 }],
    ["reading time6", "6", { right: 19, refused: 1 }],
  ])("fields: %s changed to %s", (from, to, count) => {
    expect(assess(post, text.replace(from, to))).toMatchObject(count);
  });

  test("a part that stands in the text and is read otherwise is misread, and one that is gone is not", () => {
    const apart = text.replace("of its own in the journal", "of its own.\n\nIn the journal");
    expect(assess(post, apart)).toMatchObject({ parts: 13, misread: 0 });
    const cut = text.replace("writes most. Give", "writes most.\n\nGive");
    expect(assess(post, cut)).toMatchObject({ parts: 13, misread: 1, untold: 1 });
  });
});

test("the pages are those that were given to the tools", () => {
  for (const page of PAGES) {
    expect(readFileSync(join(EXTRACTED, "pages", `${nameOf(page)}.html`), "utf8")).toBe(composePage(page));
  }
});

test("there are texts of the tools of the table, and of no other", () => {
  expect(readdirSync(EXTRACTED).sort()).toEqual(
    ["pages", "read.json", ...TOOLS.map(({ name }) => name)].sort(),
  );
});

describe("no less is read than was", () => {
  const counts = countBy(texts, ({ tool }) => tool);

  test.each(TOOLS.map(({ name }) => name))("%s", (name) => {
    const [now, then] = [counts[name], record[name]];
    expect(now?.right).toBeGreaterThanOrEqual(then?.right ?? Number.NaN);
    expect(now?.parts).toBeGreaterThanOrEqual(then?.parts ?? Number.NaN);
    expect(now?.silent).toBeLessThanOrEqual(then?.silent ?? Number.NaN);
    expect(now?.untold).toBeLessThanOrEqual(then?.untold ?? Number.NaN);
  });
});

test("no text is read otherwise for what was read before it", () => {
  const onward = texts.map(({ post, text }) => assess(post, text));
  const backward = [...texts].reverse().map(({ post, text }) => assess(post, text));
  expect(backward.reverse()).toEqual(onward);
});

test("docs/extractors.md shows the texts and the numbers as they are recorded", () => {
  expect(readDoc("docs/extractors.md")).toBe(documentOf(texts, record));
});
