import { type Post, postToHtml, postToMarkdown, safeParsePost, stringifyPost } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import { readExport, writeExport } from "alphanode-post/wordpress";
import { describe, expect, test } from "vitest";

/** Made posts written in each form and read back: they are equal, and nothing is told. */

/** How many, from number 0 on; `npm run round-trip` tries more. */
const COUNT = Number(process.env.ROUND_TRIP ?? 200);

type Result = ReturnType<typeof safeParsePost>;

const FORMS: Readonly<Record<string, (post: Post) => Result>> = {
  "a text": (post) => safeParsePost(stringifyPost(post)),
  "a page with its box as div": (post) => safeParseHtml(postToHtml(post, { box: "div" })),
  "a page with its box as table": (post) => safeParseHtml(postToHtml(post, { box: "table" })),
  "a page with its box as dl": (post) => safeParseHtml(postToHtml(post, { box: "dl" })),
  Markdown: (post) => safeParsePost(postToMarkdown(post)),
};

function expectEqual({ value, issues }: Result, post: Post): void {
  expect(issues).toEqual([]);
  expect(value).toEqual(post);
}

describe(`${COUNT} made posts are read as they were written`, () => {
  test.each(Object.entries(FORMS))("as %s", (_, read) => {
    for (const post of synthesizePosts({ count: COUNT })) expectEqual(read(post), post);
    expect.assertions(2 * COUNT);
  });

  test("as an export of several files", async () => {
    const numbers = new Set<number | null>();
    for await (const file of writeExport(synthesizePosts({ count: COUNT }), { maxBytes: 400_000 })) {
      for await (const { number, result } of readExport(file)) {
        numbers.add(number);
        expectEqual(result, synthesizePost(number as number));
      }
    }
    expect(numbers.size).toBe(COUNT);
  });
});
