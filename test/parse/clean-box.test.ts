import { readFileSync } from "node:fs";
import { parseMetaBox } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { readCleanBox } from "../../src/parse/clean-box.ts";
import { type Edit, edited } from "../support/edited.ts";

const post = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const start = post.indexOf("alphanode post meta");
const box = post.slice(start);

describe("a box as on the site is read at once, to the values that the grammar gives:", () => {
  test.each<[string, ...Edit[]]>([
    ["under an article, or alone"],
    ["without the heading under it", [/\nSimilar Posts\n*/, "\n"]],
    ["over empty lines", [/Similar Posts\n*/, "Similar Posts\n\n\n"]],
    ["without images", [/\nimage sources\n(?: {4}.*\n)*/, "\n"]],
    ["with another language", ["code languagebash", "code languagelua5"], ["  • bash", "  • lua5"]],
    ["with a summary that starts with an s", ["summarythis", "summaryso this"]],
    ["with a topic in capitals", ["topicrunning", "topicRunning"]],
    ["with a title of a number", ["topicrunning", "topic9 ways of running"]],
    ["with an item that ends with a sign", ["  • cron", "  • c++"]],
    ["with an address of any signs", [/(?<=url: ).*/, "http://a.example/b?c=(d)&e=f~"]],
    ["with a colon within a word", ["generator: anp", "generator: anp:a"]],
    ["with a first note of two sentences", ["as lists", "as lists. so it is"]],
  ])("%s", (_, ...edits) => {
    const text = edited(box, edits);
    expect(readCleanBox(text)).toEqual({ start: 0, meta: parseMetaBox(text) });
    const under = `a title\n\nsome words.\n\n${text}`;
    expect(readCleanBox(under)).toEqual({ start: under.indexOf("alphanode"), meta: parseMetaBox(text) });
  });
});

describe("a box that is otherwise is left to the grammar:", () => {
  test.each<[string, ...Edit[]]>([
    ["another heading", ["alphanode post meta", "AlphaNode Post Meta"]],
    ["words under it", [/Similar Posts\n*/, "Similar Posts\nanother post\n"]],
    ["no line end behind its last note", [/\n\nSimilar Posts\n*/, ""]],
    ["a label that is missing", ["\ndifficultybeginner", ""]],
    ["a label in capitals", ["\ndifficulty", "\nDifficulty"]],
    ["a mark behind a label", ["\ndifficulty", "\ndifficulty: "]],
    ["an entry that has a colon", ["generator: anp", "generator: anp: a"]],
    ["an item that has a colon", ["  • cron", "  • cron:d"]],
    ["another order", [/\n(difficulty.*)\n(reading time.*)/, "\nreading time5\ndifficultybeginner"]],
    ["another bullet", ["  • cron", "  - cron"]],
    ["another indent", ["  • cron", "    • cron"]],
    ["an empty item", ["  • cron", "  • "]],
    ["an item that stands for none", ["  • cron", "  • None"]],
    ["an item that stands for more", ["  • cron", "  • show 3 more"]],
    ["an item of two", ["  • cron", "  • cron • git"]],
    ["an item that is an entry of images", ["  • cron", "  • source: cron"]],
    ["the heading under it behind an item", ["  • cron", "  • cron Similar Posts"]],
    ["items that all end with a stop", ["as lists", "as lists."], ["made up", "made up."]],
    ["a sign before a value", ["topicrunning", "topic-running"]],
    ["a sign behind a value", ["/ linux server operations", "/ linux server operations,"]],
    ["a backslash", ["topicrunning", "topicrunning \\* "]],
    ["a letter of others", ["topicrunning", "topicrünning"]],
    ["a tab", ["topicrunning", "topicrunning\t"]],
    ["the s of a label in the plural", ["topicrunning", "topics running"]],
    ["a word that is not known", ["difficultybeginner", "difficultyeasy"]],
    ["a word in capitals", ["code languagebash", "code languageBash"]],
    ["a word with a button", ["code languagebash", "code languagebashcopy"]],
    ["another language than its stack", ["code languagebash", "code languagelua5"]],
    ["a known word in capitals", ["difficultybeginner", "difficultyBeginner"]],
    ["a number with its unit", ["reading time5", "reading time5 min"]],
    ["a number with a nought before it", ["reading time5", "reading time05"]],
    ["a part of more than all", ["quality: 92", "quality: 192"]],
    ["a flag in words", ["has images: 1", "has images: yes"]],
    ["a date that is none", ["2023-07-19", "2023-02-30"]],
    ["a date as a version", ["version: 1.4.9", "version: 1.4.2024"]],
    ["a status that is not known", ["status: expanded", "status: finished"]],
    ["an address that is cut off", [/(?<=url: ).*/, "https://a.example/b..."]],
    ["an address with a space", [/(?<=url: ).*/, "https://a.example/b c"]],
    ["an address of another kind", [/(?<=url: ).*/, "ftp://a.example/b"]],
    ["a summary that does not end", ["left behind.", "left behind"]],
    ["a summary that starts with the rest of a label", ["summarythis", "summaryof post: this"]],
    ["a topic of one part", [/(?<=topic).*/, "running"]],
    ["a stack of two", ["  • devops\n", ""]],
    ["an entry that is missing", ["\n  • depth: 74", ""]],
    ["an entry in another order", ["  • freshness: 38\n  • depth: 74", "  • depth: 74\n  • freshness: 38"]],
    ["a record that has lost an entry", [/\n {4}• url: .*/, ""]],
    ["a kind of records that is missing", [/ {4}• name: .*\n {4}• type: area\n/, ""]],
  ])("%s", (_, ...edits) => expect(readCleanBox(edited(box, edits))).toBeUndefined());

  test("a text without a box", () => expect(readCleanBox("a title\n\nsome words.\n")).toBeUndefined());

  test("a list that ends under it, and may go on", () => {
    const text = edited(box, [
      [/\n\nSimilar Posts\n*/, "\n"],
      [/\n.*made up\n/, "\n"],
    ]);
    expect(readCleanBox(text)).toBeUndefined();
    expect(readCleanBox(`${text}\nSimilar Posts\n`)).toBeDefined();
  });
});
