import { safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { expect, test } from "vitest";

/** Articles of which no heading is left: what stood under them is no intro. */

const post = synthesizePost(4_212);
const text = stringifyPost(post);
const article = text.slice(0, text.indexOf("\n\nalphanode post meta"));
const headings = new Set(post.sections.map(({ heading }) => heading));
const bare = article.split("\n").filter((line) => !headings.has(line) && !line.includes("•"));

test.each([
  ["with its title", bare],
  ["without its title", bare.slice(2)],
])("an article without a heading is told at its intro, %s", (_, lines) => {
  const { issues } = safeParsePost(lines.join("\n"));
  expect(issues).toContainEqual(expect.objectContaining({ code: "unusual_article", path: ["intro"] }));
});

test("a title and a paragraph are told nothing of their intro", () => {
  const { issues } = safeParsePost(bare.slice(0, 3).join("\n"));
  expect(issues.filter(({ path }) => path[0] === "intro")).toEqual([]);
});
