import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ParseResult, PartialPost, Post } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { readExport, readFeed, readRest, type WordPressPost } from "alphanode-post/wordpress";
import { describe, expect, test } from "vitest";
import { folded } from "../support/folded.ts";

/** What real WordPress gives of two posts, and pages of extractors' tests; they lie beside the repository, not in it. */

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const wordpress = `${shared}wordpress/`;

type Result = ParseResult<Post, PartialPost>;

const pagesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".html"))
        .map((name) => folder + name)
    : [];

const pages = ["wordpress/", "extractors/js/", "extractors/python/pages/"].flatMap((folder) =>
  pagesIn(shared + folder),
);

/** A post to compare with another form of it: similar posts are the theme's, and one page has lost its blank lines. */
const plain = ({ value: { similarPosts: _, ...post } }: Result): unknown =>
  JSON.parse(JSON.stringify(folded(post)).replaceAll("\\n\\n", "\\n"));

const whole = (result: Result): void => {
  expect(result.success).toBe(true);
  expect(result.issues.map(({ code }) => code).filter((code) => code !== "rewritten_value")).toEqual([]);
  // The twenty fields, and those that the table does not know.
  expect(Object.keys(result.value.meta)).toHaveLength(21);
  expect(result.value.intro?.map(({ type }) => type).slice(0, 2)).toEqual(["paragraph", "image"]);
  expect(result.value.sections?.map(({ heading }) => heading.toLowerCase()).slice(1)).toEqual([
    "production checks",
    "implementation checklist",
    "final notes",
  ]);
  expect(result.value.sections?.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
    expect.arrayContaining(["paragraph"]),
    ["paragraph", "code"],
    expect.arrayContaining(["list"]),
    ["paragraph"],
  ]);
};

describe.skipIf(pages.length === 0)("pages beside the repository", () => {
  test.each(pages.map((file) => file.slice(shared.length)))("%s is read whole", (file) => {
    whole(safeParseHtml(readFileSync(shared + file, "utf8")));
  });
});

describe.skipIf(!existsSync(wordpress))("one post from every form of WordPress", async () => {
  const found: [name: string, post: WordPressPost][] = [];
  if (existsSync(wordpress)) {
    const read = (name: string): string => readFileSync(wordpress + name, "utf8");
    for await (const post of readExport(read("wp7.1-export.wxr.xml"))) found.push(["export", post]);
    for await (const post of readFeed(read("wp7.1-feed.xml"))) found.push(["feed", post]);
    for (const name of ["wp7.1-rest-post-edit.json", "wp7.1-rest-posts.json"])
      for (const post of readRest(read(name))) found.push([name, post]);
  }

  test("is read whole", () => {
    expect(found.length).toBeGreaterThan(9);
    for (const [, { result }] of found) whole(result);
  });

  test.each([
    ["own0", "keeping-import-jobs-small"],
    ["own1", "dont-trust-zero-downtime"],
  ])("is the same: %s", (own, slug) => {
    const results = [
      ...found.filter(([, post]) => post.slug.startsWith(slug)).map(([, { result }]) => result),
      ...pages
        .filter((file) => file.includes(`-${own}-`))
        .map((file) => safeParseHtml(readFileSync(file, "utf8"))),
    ];
    expect(results.length).toBeGreaterThan(5);
    const [first, ...others] = results.map(plain);
    for (const other of others) expect(other).toEqual(first);
  });
});
