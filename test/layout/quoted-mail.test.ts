import { safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Posts that a mail quotes: each line has a sign before it, and who wrote it stands above. */

const post = synthesizePost(4_212);
const text = stringifyPost(post).trimEnd();
const quoted = (sign = "> ", lines = text): string =>
  lines.replace(/^.*$/gm, (line) => (sign + line).trimEnd());

describe("a post that a mail quotes is read, and what stands around it is told", () => {
  test.each<[string, string]>([
    ["below who wrote it", `On Mon, 3 Feb 2025, Kim wrote:\n${quoted()}\n`],
    ["below an empty line", `On Mon, 3 Feb 2025, Kim wrote:\n\n${quoted()}\n`],
    [
      "below an address on a line of its own",
      `On Mon, 3 Feb 2025, Kim\n<kim@example.org> wrote:\n\n${quoted()}\n`,
    ],
    ["without spaces", `Kim wrote:\n${quoted(">")}\n`],
    ["with empty lines without signs", `Kim wrote:\n${quoted().replace(/^>$/gm, "")}\n`],
    ["between words of the mail", `Hi,\n\nsee below.\n\nKim wrote:\n\n${quoted()}\n\nThanks,\nLee\n`],
    ["twice", `Kim wrote:\n> Lee wrote:\n${quoted("> > ")}\n`],
    ["above a signature", `Kim wrote:\n${quoted()}\n\n-- \nLee\n`],
  ])("%s", (_, source) => {
    const { value, issues } = safeParsePost(source);
    expect(value).toEqual(post);
    expect(new Set(issues.map(({ code, path }) => code + path.join(".")))).toEqual(new Set(["stray_text"]));
  });
});

test("a box that is quoted below its article is none of a mail", () => {
  const at = text.indexOf("alphanode post meta");
  const { value } = safeParsePost(`${text.slice(0, at)}${quoted("> ", text.slice(at))}\n`);
  expect(value.title).toBe(post.title);
  expect(value.sections).toHaveLength(post.sections.length);
});
