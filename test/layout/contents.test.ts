import { readFileSync } from "node:fs";
import { parsePost, safeParsePost, splitPosts, stringifyPost } from "alphanode-post";
import { describe, expect, test } from "vitest";

/** Tables of contents whose entries have no signs: the headings of the article, one under the other, before it. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);
const headings = post.sections.map(({ heading }) => heading);
const [title = "", intro = ""] = base.split("\n\n").filter((block) => !/^[|\s]+$/.test(block));

/** The text with lines under its title, or under its intro. */
const withContents = (under: string, lines: readonly string[], between: string): string =>
  base.replace(under, () => [under, ...lines].join(between));

describe("a table of contents without signs is left out", () => {
  test.each([
    ["under the intro", withContents(intro, headings, "\n\n")],
    ["under the intro, line by line", withContents(intro, headings, "\n")],
    ["under the title", withContents(title, headings, "\n\n")],
    [
      "with their addresses",
      withContents(
        intro,
        headings.flatMap((heading, i) => [heading, `#h${i}`]),
        "\n",
      ),
    ],
    ["below its own heading", withContents(intro, ["Table of Contents", ...headings], "\n")],
    ["with the heading of the box", withContents(intro, [...headings, "AlphaNode Post Meta"], "\n")],
    [
      "with the headings of the box and of similar posts",
      withContents(intro, [...headings, "AlphaNode Post Meta", "Similar Posts"], "\n"),
    ],
  ])("%s", (_, text) => {
    const { value, issues } = safeParsePost(text);
    expect(issues.filter(({ code }) => code !== "stray_text")).toEqual([]);
    expect(value).toEqual(post);
    expect(splitPosts(text)).toHaveLength(1);
  });

  test("and the post below is one of its own", () => {
    const text = withContents(intro, headings, "\n");
    expect(splitPosts(`${text}\n${text}`)).toEqual([`${text}\n`, text]);
  });

  test("of which the last entry alone is left", () => {
    const last = headings.at(-1) as string;
    const text = base.slice(base.indexOf(headings[0] as string), base.lastIndexOf(last));
    expect(splitPosts(`${last}\n\n${text}`)).toHaveLength(1);
  });
});

test("the first of two sections with one heading is no entry of a table, below a title without an intro", () => {
  const [first] = post.sections;
  const twice = {
    ...post,
    title: "short post",
    intro: [],
    sections: [...(first ? [first] : []), ...post.sections],
  };
  expect(parsePost(stringifyPost(twice))).toEqual(twice);
});
