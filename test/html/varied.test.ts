import type { Post } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";
import { folded } from "../support/folded.ts";
import { mixedWay, pageIn, singleWays, type Way } from "../support/varied/pages.ts";

/** Pages of every markup of box, article and theme, each by itself and all mixed. */

const PAGES = 600;

const posts = [39_770, 7, 84_195, 1234, 90_001].map(
  (n): Post => ({
    ...synthesizePost(n),
    similarPosts: [n + 1, n + 2, n + 3].map((other) => synthesizePost(other).title),
  }),
);

/** What may be reported of a page that is read whole: what stands around the post, joined lists, a rendered address. */
const TOLD = new Set(["stray_text", "flattened_list", "rewritten_value"]);

function expectRead(way: Way, n: number): void {
  const post = posts[n % posts.length] as Post;
  const { value, issues } = safeParseHtml(pageIn(post, way));
  expect(folded(value), JSON.stringify(way)).toEqual(folded(post));
  const others = issues.filter(({ code }) => !TOLD.has(code));
  // Without the space between its spans, a heading has lost one.
  expect(others.map(({ code }) => code).filter((code) => code !== "missing_box_heading")).toEqual([]);
}

describe("a page is read whole", () => {
  test("that differs in one choice", () => {
    singleWays().forEach(expectRead);
  });

  test("that differs in all", () => {
    for (let n = 0; n < PAGES; n++) expectRead(mixedWay(n), n);
  });
});
