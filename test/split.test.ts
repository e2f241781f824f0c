import { type PartialPost, PostSplitter, safeParsePost, splitPosts, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";
import { RUNS } from "./support/runs.ts";

const PAIRS = RUNS;

/** Texts of two neighbours, in a form. */
const pairOf = (number: number, form: "spaced" | "dense"): [string, string] => [
  stringifyPost(synthesizePost(number), { form }),
  stringifyPost(synthesizePost(number + 1), { form }),
];

/** What could be read, whole or not. */
const readOf = (text: string): PartialPost => {
  const result = safeParsePost(text);
  return result.success ? result.data : result.partial;
};

describe.each(["spaced", "dense"] as const)("%s copies", (form) => {
  test("come apart into what was joined", () => {
    for (let number = 1; number <= PAIRS; number++) {
      const pair = pairOf(number, form);
      expect(splitPosts(pair.join("\n")).map((text) => text.trim())).toEqual(pair.map((text) => text.trim()));
    }
  });

  test("come apart where no file ends its last line", () => {
    for (let number = 1; number <= PAIRS; number += 10) {
      const pair = pairOf(number, form).map((text) => text.trim());
      expect(splitPosts(pair.join(""))).toEqual(pair);
    }
  });

  test("that are joined are refused where the second starts, and nothing of it is read", () => {
    for (let number = 1; number <= PAIRS; number += 10) {
      const [first, second] = pairOf(number, form);
      const joined = `${first}\n${second}`;
      const { success, issues } = safeParsePost(joined);
      expect(success).toBe(false);
      const several = issues.find(({ code }) => code === "several_posts");
      expect(several?.position?.start.offset).toBe(first.length + 1);
      expect(readOf(joined)).toEqual(readOf(first));
    }
  });

  test("of a stream are given one by one, however it is cut", async () => {
    const texts = Array.from({ length: 60 }, (_, i) => stringifyPost(synthesizePost(i + 1), { form }));
    const joined = texts.join("\n");
    for (const size of [7, 1000, joined.length]) {
      const chunks = new ReadableStream<string>({
        start(controller) {
          for (let at = 0; at < joined.length; at += size) controller.enqueue(joined.slice(at, at + size));
          controller.close();
        },
      });
      const posts: string[] = [];
      for await (const post of chunks.pipeThrough(new PostSplitter()) as unknown as AsyncIterable<string>)
        posts.push(post);
      expect(posts).toEqual(splitPosts(joined));
      expect(posts).toHaveLength(texts.length);
    }
  });
});

test("a stream that starts with blank lines, more than are held at once, has the post after them", async () => {
  const post = stringifyPost(synthesizePost(5));
  const chunks = new Blob(["\n".repeat(150_000), post]).stream().pipeThrough(new TextDecoderStream());
  const posts: string[] = [];
  for await (const text of chunks.pipeThrough(new PostSplitter()) as unknown as AsyncIterable<string>)
    posts.push(text.trimStart());
  expect(posts).toEqual([post]);
});

test("a text without a visible character holds no post, and what is no string is refused", () => {
  expect(splitPosts(" \n\u2028")).toEqual([]);
  expect(() => splitPosts(undefined as never)).toThrow(
    new TypeError("splitPosts takes a string, got undefined"),
  );
});

test("bars over a title come apart from the post before, on a line of their own or not", () => {
  const [first, second] = pairOf(7, "spaced").map((text) => text.trim()) as [string, string];
  for (const bars of ["|\n\n", "| | |\n\n"]) {
    expect(splitPosts(`${first}${bars}${second}`)).toEqual([first, `${bars}${second}`]);
    expect(splitPosts(`${first}\n${bars}${second}`)).toEqual([`${first}\n`, `${bars}${second}`]);
  }
});

test("one post is one piece, whatever stands around it", () => {
  const text = `\n\n${stringifyPost(synthesizePost(5))}\n\n`;
  expect(splitPosts(text)).toEqual([text]);
});
