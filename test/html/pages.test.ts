import type { Post } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";
import { BOXES, pageOf, THEMES } from "../support/pages.ts";

/** A post with the letter case of its headings as a page has them. */
const shown = (post: Post): Post => ({
  ...post,
  sections: post.sections.map(({ heading, blocks }) => ({
    heading: heading.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    blocks,
  })),
});

/** Posts with no image, and with several, with code and without. */
const posts = [39_770, 7, 84_195].map((n) => synthesizePost(n));

describe.each(Object.keys(THEMES))("a page of the theme %s", (theme) => {
  test.each(Object.keys(BOXES))("is read with its box as %s", (markup) => {
    for (const post of posts) {
      const { value, issues } = safeParseHtml(pageOf(post, markup, theme));
      expect(issues).toEqual([]);
      expect(value).toEqual(shown(post));
    }
  });
});
