import { type PartialPost, safeParsePost, splitPosts, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Headings of an article on lines of a box, as a table of contents beside it leaves them: they cut no box, and start no post. */

const post = synthesizePost(51_004);
const text = stringifyPost(post);

const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  ["as on the site", (text) => text],
  ["other bullets", (text) => text.replaceAll("•", "□")],
  ["no bullets", (text) => text.replaceAll("  • ", "")],
];

/** The text with a line above the one that starts so in the box. */
const above = (start: string, line: string): string => {
  const at = text.indexOf(`\n${start}`, text.indexOf("alphanode post meta"));
  expect(at).toBeGreaterThan(0);
  return `${text.slice(0, at)}\n${line}${text.slice(at)}`;
};

const lost = ({ meta }: PartialPost, right: PartialPost): string[] =>
  Object.keys(right.meta ?? {}).filter(
    (key) =>
      JSON.stringify((meta as Record<string, unknown> | undefined)?.[key]) !==
      JSON.stringify((right.meta as Record<string, unknown>)[key]),
  );

describe.each(WAYS)("a known heading between two fields is told, and all fields are read: %s", (_, write) => {
  const right = safeParsePost(write(text)).value;
  test.each(
    ["ai brief", "tools", "view count", "hash", "entities", "notes"].flatMap((label) => [
      [label, "production checks"],
      [label, "implementation checklist"],
      [label, "final notes"],
    ]),
  )("above %s: %s", (label, heading) => {
    const changed = write(above(label, heading));
    const { value, issues } = safeParsePost(changed);
    expect(lost(value, right)).toEqual([]);
    expect(value.sections).toEqual(right.sections);
    const codes = issues.map(({ code }) => code);
    expect(codes).toContain("stray_text");
    expect(codes).not.toContain("several_posts");
    expect(splitPosts(changed)).toHaveLength(1);
  });
});

test("a post whose first section follows a box is another", () => {
  const next = stringifyPost(synthesizePost(51_005));
  const box = text.slice(0, text.indexOf("Similar Posts"));
  expect(splitPosts(`${box}\n${next}`)).toHaveLength(2);
  const codes = safeParsePost(`${box}\n${next}`).issues.map(({ code }) => code);
  expect(codes).toContain("several_posts");
});

test("sections below a box that stands above its article are its article's", () => {
  const at = text.indexOf("alphanode post meta");
  const box = text.slice(at, text.indexOf("Similar Posts", at));
  const { value } = safeParsePost(`${box}\n${text.slice(0, at)}`);
  expect(value.sections).toEqual(post.sections);
});

describe("a heading among similar posts is told, and parts none of them", () => {
  const similarPosts = ["one guide to lists", "another guide to lists"];
  const both = stringifyPost({ ...post, similarPosts });
  test.each(["alphanode post meta", "production checks"])("%s", (heading) => {
    const parted = both.replace(/(one guide to lists\n)/, `$1\n${heading}\n\n`);
    expect(parted).not.toBe(both);
    const { value, issues } = safeParsePost(parted);
    expect(value).toEqual({ ...post, similarPosts });
    expect(issues.map(({ code }) => code)).toContain("stray_text");
  });
});
