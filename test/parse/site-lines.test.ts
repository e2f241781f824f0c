import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hasSiteLines } from "../../src/parse/site-lines.ts";
import { divide } from "../../src/syntax/division.ts";
import { Source } from "../../src/syntax/scan.ts";

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");

const isSite = (text: string): boolean => {
  const source = new Source(text);
  return hasSiteLines(source, divide(source).boxes);
};

type Edit = readonly [before: string | RegExp, after: string];

/** Tells whether the lines are the site's still, after edits that each find their place. */
const isSiteWith = (...edits: readonly Edit[]): boolean =>
  isSite(
    edits.reduce((text, [before, after]) => {
      const edited = text.replace(before, () => after);
      expect(edited).not.toBe(text);
      return edited;
    }, base),
  );

describe("signs in an item are", () => {
  test.each([
    ["dev&ops", true],
    ["dev&amp;ops", false],
    ["dev&#38;ops", false],
    ["dev;ops", true],
    ["dev_ops", true],
    ["dev_x_ops", true],
    ["has_images", false],
    ["has-images", false],
    ["_devops", false],
    ["devops_", false],
    ["dev, ops", true],
    ["devops,", false],
    ["devops+", true],
    ["devops +", false],
    ["dev*ops", false],
    ["dev`ops", false],
    ["dev|ops", false],
    ["dev<ops", false],
    ["dev>ops", false],
    ["dev\\ops", false],
    ["dev’ops – “x”…", true],
    ["devöps", false],
    ["dev\tops", false],
  ])("%s: those of the site: %s", (item, expected) => expect(isSiteWith(["devops", item])).toBe(expected));
});

describe("lines are", () => {
  test.each<[string, boolean, ...Edit[]]>([
    ["a bullet without a space", false, ["  • devops", "  •devops"]],
    ["a bullet and two spaces", false, ["  • devops", "  •  devops"]],
    ["a bullet alone", false, ["  • devops", "  •"]],
    ["an item with a colon at its end", false, ["  • devops", "  • devops:"]],
    ["an item with another in it", false, ["  • devops", "  • devops • more"]],
    ["an item with a colon", true, ["  • devops", "  • devops: more"]],
    ["an item with an entry in it", false, ["  • devops", "  • devops: more quality: 5"]],
    ["a list with something on the line of its label", false, ["\nscore\n", "\nscore 5\n"]],
    ["a value after a colon", false, ["difficultybeginner", "difficulty: beginner"]],
    ["a value after a space", false, ["difficultybeginner", "difficulty beginner"]],
    ["a label without its value", true, ["difficultybeginner", "difficulty"]],
    ["a label without its value, and words below", false, ["difficultybeginner", "difficulty\nsome words"]],
    ["a label without its items, at the end", false, [/\nnotes\n(?:.*\n)*.*made up/, "\nnotes"]],
    ["a label without its items over one that is due", true, ["\nstack\n", "\nstack\ntools\n"]],
    ["a label without its items over one that is not", false, ["\ntools\n", "\ntools\nstack\n"]],
    ["a label further in", false, ["\ndifficulty", "\n  difficulty"]],
    ["a label over items further in", false, ["\ntools\n", "\n  tools\n"]],
    ["a word with another behind it", false, ["difficultybeginner", "difficultybeginner reading"]],
    ["a text of several words", true, [/(?<=topic).*/, "caching / redis"]],
    ["a label without its value, at the end", true, [/(?<=\nreference)[\s\S]*/, "\n"]],
    ["a label with a bullet", false, ["\ndifficulty", "\n• difficulty"]],
    ["a heading that is misspelled", false, ["alphanode post meta", "alphanode post mta"]],
    ["an item under a value", false, ["\ndifficulty", "\n  • more\ndifficulty"]],
    ["an item above all labels", false, ["\ntopic", "\n  • more\ntopic"]],
    ["an item under entries", false, ["\nreference", "\n  • more\nreference"]],
    ["a label without its value, and an item below", false, ["difficultybeginner", "difficulty\n  • more"]],
    ["an item with a bullet in it", false, ["  • devops", "  • dev•ops"]],
    ["an item with an entry behind a colon", false, ["  • devops", "  • devops:quality: 5"]],
    ["an item with a label and no colon", true, ["  • devops", "  • devops: more quality"]],
    ["items whose label is lost", true, ["\nchecklist\n", "\n"]],
    ["items whose label stands above", false, ["\nstack\n", "\n"], ["\ntools\n", "\nstack\n"]],
    ["entries whose label is lost", true, ["\nscore\n", "\n"]],
    ["an entry that is not known", true, ["• depth:", "• depths:"]],
    ["an entry without a colon", false, ["• depth: 74", "• deep"]],
    ["an entry that has lost its bullet", true, ["  • depth", "depth"]],
    ["words between values", true, ["\ndifficulty", "\nany words\ndifficulty"]],
    ["lines of words between values", true, ["\ndifficulty", "\nany words\nand more\ndifficulty"]],
    ["words after a list", false, ["\ncode language", "\nany words\ncode language"]],
    ["words at the end", false, ["is made up", "is made up\nany words"]],
    ["furniture at the end", true, ["is made up", "is made up\nshare this"]],
    ["the start of a label", false, [/\nhash.*/, "\nhas"]],
    ["the start of a label, within which the text ends", true, [/\nhash[\s\S]*/, "\nhas"]],
    ["the start of a label on the last line", false, [/\nhash[\s\S]*/, "\nhas\n"]],
    ["the start of another label", true, ["\nhash", "\ndiff\nhash"]],
  ])("%s: those of the site: %s", (_, expected, ...edits) => {
    expect(isSiteWith(...edits)).toBe(expected);
  });
});

describe("a label that is missing stands within a line", () => {
  const withoutHash: Edit = [/\nhash.*/, ""];

  test.each<[boolean, ...Edit[]]>([
    [true, ["tidy", "hash:"]],
    [true, withoutHash, ["tidy", "hash"]],
    [true, withoutHash, ["draft:", "hash."]],
    [false, withoutHash, ["tidy", "hash:"]],
    [false, withoutHash, ["tidy", "(hash"]],
    [false, withoutHash, ["tidy", "HASH:"]],
    [false, [/\nview count\d+/, ""]],
    [false, ["\nstack\n", "\n"]],
    [true, ["\nscore\n", "\n"]],
    [false, ["\nscore\n", "\n"], ["tidy", "score"]],
    [false, ["• depth:", "• depths:"], ["tidy", "depth :"]],
  ])("and is no line of the site: %s, %j %j", (expected, ...edits) => {
    expect(isSiteWith(...edits)).toBe(expected);
  });
});

describe("of several boxes", () => {
  const heading = "alphanode post meta\n";
  const box = base.slice(base.indexOf(heading), base.indexOf("\nSimilar Posts"));

  test.each<[string, boolean, string]>([
    ["the second is the first once more", true, `${box}\n${box}`],
    ["the second is otherwise", false, `${box}\n${box.replace("hash", "hash: ")}`],
    ["the second goes on with the first", false, box.replace("\nhash", `\n\n${heading}\nhash`)],
    ["the first is empty", false, `${heading}\n${box}`],
    ["the last is empty", true, `${box}\n${heading}`],
  ])("%s: lines of the site: %s", (_, expected, text) => expect(isSite(text)).toBe(expected));
});
