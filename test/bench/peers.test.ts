import { parsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";
import { madePosts, seedPosts } from "./corpus.ts";
import { parseWithGrammar } from "./peers/grammar.ts";
import { readPost } from "./peers/regexes.ts";

/** Peers do the whole work on clean posts: who is fast because values are missing is no peer. */
describe.each([
  ["the regular expressions", readPost],
  ["the grammar", parseWithGrammar],
])("%s", (_, parse) => {
  test("read made posts as parsePost does", () => {
    for (const { text, post } of madePosts(400)) expect(parse(text)).toEqual(post);
  });

  test("read similar posts", () => {
    const post = { ...synthesizePost(1), similarPosts: ["one more post", "and another"] };
    expect(parse(stringifyPost(post))).toEqual(post);
  });

  test.each(seedPosts().map(({ text }) => [text.slice(0, 80), text]))("read %j", (_, text) => {
    expect(parse(text)).toEqual(parsePost(text));
  });
});
