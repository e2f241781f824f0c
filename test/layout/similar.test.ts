import { safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Titles of similar posts that share a line, run over several, or have the signs of their links. */

const post = synthesizePost(42_001);
const text = stringifyPost({ ...post, similarPosts: [] }).trimEnd();
const first = "Field Notes on Rotating Keys for React";
const second = "React Notes: Rotating Keys Behind a CDN";
const third = "How to Handle Rotating Keys in Php";

/** What is read below the heading of similar posts: the titles, and what is reported of them. */
function read(...lines: string[]): { titles: string[]; told: string[] } {
  const { value, issues } = safeParsePost(`${text}\n\n${lines.join("\n")}\n`);
  expect(value).toMatchObject({ meta: post.meta, sections: post.sections });
  return {
    titles: value.similarPosts as string[],
    told: issues.map(({ code, path }) => `${code} ${path.join(".")}`),
  };
}

test("titles on lines of their own are read as they stand", () => {
  const own = ["Notes to myself", "What I read in May", "a_b"];
  expect(read(...own)).toEqual({ titles: own, told: [] });
  expect(read(first, "", "My Holidays", "", third)).toEqual({
    titles: [first, "My Holidays", third],
    told: [],
  });
});

describe("titles on one line are parted", () => {
  test.each([
    ["a space, where known words start one", " "],
    ["two spaces", "  "],
    ["a tab", "\t"],
  ])("by %s", (_, sign) => {
    const titles = [first, second, third];
    expect(read(titles.join(sign))).toEqual({ titles, told: ["flattened_list similarPosts"] });
    expect(read(`  • ${titles.join(sign)}`)).toEqual({ titles, told: ["flattened_list similarPosts"] });
  });

  test("by a gap, whatever they say", () => {
    const titles = ["Backups that come back", "Restores on a Friday"];
    expect(read(titles.join("  "))).toEqual({ titles, told: ["flattened_list similarPosts"] });
  });
});

describe("titles on one line are told where they cannot be parted", () => {
  test.each([
    ["a stack that is not known", `${first} Haskell Notes: Rotating Keys Behind a CDN`],
    ["two of them", `Elm Notes: Old Keys Behind a CDN Haskell Notes: Rotating Keys Behind a CDN`],
    ["a gap before a word", "Backups that come  back"],
  ])("%s", (_, line) => {
    expect(read(line)).toEqual({ titles: [line.trim()], told: ["unusual_article similarPosts"] });
  });
});

describe("titles that run over several lines", () => {
  const halves = (title: string): string[] => {
    const middle = title.indexOf(" ", title.length / 2);
    return [title.slice(0, middle), title.slice(middle + 1)];
  };

  test.each([
    ["with empty lines between", [...halves(first), "", ...halves(third)]],
    ["one right under the other", [...halves(first), ...halves(third)]],
  ])("are one each, %s", (_, lines) => {
    expect(read(...lines)).toEqual({
      titles: [first, third],
      told: ["wrapped_text similarPosts.0", "wrapped_text similarPosts.1"],
    });
  });

  test("are left as lines beside whole titles", () => {
    expect(read(first, "Holidays", third)).toEqual({ titles: [first, "Holidays", third], told: [] });
  });

  test.each(["•", "*", "+", "□"])("are joined under the bullet %s", (sign) => {
    const lines = [first, third].map((title) => `  ${sign} ${halves(title).join("\n    ")}`);
    const { value } = safeParsePost(`${text.replaceAll("•", sign)}\n\n${lines.join("\n")}\n`);
    expect(value.similarPosts).toEqual([first, third]);
  });

  test("are joined between empty lines in a text that is wrapped", () => {
    const width = 60;
    const narrow = (line: string): string =>
      line.length <= width || line.includes("•") || line.includes("http")
        ? line
        : line.replace(new RegExp(`(.{1,${width}})(?: |$)`, "g"), "$1\n").trimEnd();
    const article = text.slice(0, text.indexOf("\n\nalphanode post meta"));
    const box = text.slice(article.length);
    const below = (...lines: string[]): ReturnType<typeof safeParsePost> =>
      safeParsePost(`${article.split("\n").map(narrow).join("\n")}${box}\n\n${lines.join("\n")}\n`);
    const long = "What we found out about the backups of last year and those";
    const { value } = below(long, "nobody made", "", "Another post");
    expect(value.similarPosts).toEqual([`${long} nobody made`, "Another post"]);
  });
});

describe("titles have no signs of their links", () => {
  test.each([
    "(/p/1)",
    "https://example.org/p/1",
    "(https://example.org/p/1)",
    "<https://example.org/p/1>",
    "[/p/1]",
  ])("%s", (address) => {
    const told = ["stray_text similarPosts", "stray_text similarPosts"];
    expect(read(`${first} ${address}`, `My Holidays ${address}`)).toEqual({
      titles: [first, "My Holidays"],
      told,
    });
    expect(read(`  • ${first} ${address}`, `  • ${third} ${address}`)).toEqual({
      titles: [first, third],
      told,
    });
  });

  test("what the theme has to say for itself is none of them", () => {
    const told = ["flattened_list similarPosts", "stray_text similarPosts"];
    expect(read(`${first} ${third} Designed with WordPress`)).toEqual({ titles: [first, third], told });
  });

  test("underscores between their words", () => {
    const titles = [first, second];
    expect(read(...titles.map((title) => `  • ${title.replaceAll(" ", "_")}`))).toEqual({ titles, told: [] });
    const cut = (title: string): string => title.replaceAll(" ", "_").replace(/_(?=[^_]*$)/, " ");
    expect(read(...titles.map(cut))).toEqual({ titles, told: [] });
  });
});
