import { describe, expect, test } from "vitest";
import { composeBox } from "../../src/parse/box.ts";
import { IssueList } from "../../src/parse/issues.ts";
import { divide } from "../../src/syntax/division.ts";
import { Source } from "../../src/syntax/scan.ts";
import { laidOut } from "../support/laid-out.ts";
import { box } from "../support/own-box.ts";

/** What is told of a box in which a text stands in place of another. */
function toldOf(source: Source): string[] {
  const list = new IssueList(source);
  composeBox(list, divide(source, 1).boxes);
  return list.issues.map(({ code, path, message }) => `${code} ${path.slice(1).join(".")}: ${message}`);
}

/** What is told of the box as it was given, and of one that was laid out. */
function told(before: string, after: string): [given: string[], laidOut: string[]] {
  expect(box).toContain(before);
  const text = box.replace(before, () => after);
  return [toldOf(new Source(text)), toldOf(laidOut(text))];
}

const sign = (path: string, value: string, found: string): string =>
  `unusual_value ${path}: "${value}" holds "${found}", which seems to be a sign of a layout; expected the value alone`;

describe("of an item is told", () => {
  const itemTold = (item: string) => told("  • cron", `  • ${item}`);
  const TWICE = "unusual_value tools.3: this stands here twice, or is the label above";
  const LABEL = "unusual_value tools.3: this is a label; the list seems to end above it";

  test.each<[item: string, found: string, value?: string]>([
    ["| cron", "|"],
    ["cron • git", "•"],
    ["none", "none"],
    ["show 3 more", "show 3 more"],
    ["cron\tgit", " ", "cron git"],
    ["cron…", "…"],
    ["cron Similar Posts", "Similar Posts"],
    ["a chart. image source: unsplash", "a chart. image source: unsplash"],
    ["a \u0007bell", "\\u0007", "a \\u0007bell"],
  ])("the sign in %j", (item, found, value = item) => {
    const expected = [sign("tools.3", value, found)];
    expect(itemTold(item)).toEqual([expected, expected]);
  });

  test("a sign that may be its own, where it was laid out", () => {
    expect(itemTold("cron`")).toEqual([[], [sign("tools.3", "cron`", "`")]]);
    expect(itemTold("cron\\*")).toEqual([
      [sign("tools.3", "cron\\*", "\\*")],
      [sign("tools.3", "cron\\*", "*")],
    ]);
  });

  test.each(["systemd", "Systemd", "tools"])(
    "that it stands there twice, where it was laid out: %s",
    (item) => {
      expect(itemTold(item)).toEqual([[], [TWICE]]);
    },
  );

  test("not that the last of a stack is its first", () => {
    expect(told("  • bash", "  • linux server operations")).toEqual([[], []]);
  });

  test.each(["code language", "code language:", "Code Language :", "code langauge", "score:"])(
    "that it is a label, where it was laid out: %s",
    (item) => expect(itemTold(item)[1]).toContain(LABEL),
  );

  test.each(["score", "scores:", "recommended actions", "code", "language:er"])("nothing of %s", (item) => {
    expect(itemTold(item)).toEqual([[], []]);
  });

  test("that it is empty, and that the list is left out with it", () => {
    const expected = [
      "empty_value tools.3: a bullet without a text; expected an item",
      'field_left_out tools: "tools" is left out as a whole, since part of it is wrong; what stands here goes with it',
    ];
    expect(itemTold("")).toEqual([expected, expected]);
  });

  test("that it has a dash before it, where others have a bullet", () => {
    expect(told("  • cron", "  – cron")[0]).toEqual([sign("tools.3", "cron", "–")]);
    const dashed = box.replace(/(?<=\ntools\n).*(?=\ncode language)/s, (tools) => tools.replaceAll("•", "–"));
    expect(dashed).not.toBe(box);
    expect(toldOf(new Source(dashed))).toEqual([]);
  });
});

describe("of a value is told", () => {
  test.each<[label: string, found: string, value: string]>([
    ["topic=> ", "=>", "=> running scheduled tasks reliably / linux server operation…"],
    ["topic- ", "-", "- running scheduled tasks reliably / linux server operations"],
    ["topics ", "s", "s running scheduled tasks reliably / linux server operations"],
    ["topicsb", "s", "sbrunning scheduled tasks reliably / linux server operations"],
  ])("the sign behind its label: %j", (label, found, value) => {
    const expected = [sign("topic", value, found)];
    expect(told("topicrunning", `${label}running`)).toEqual([expected, expected]);
  });

  test("that it has a mark before it, which is no part of it", () => {
    const expected = [
      'marked_label topic: ":" stands between "topic" and its value; canonical text has nothing there',
    ];
    expect(told("topicrunning", "topic: running")).toEqual([expected, expected]);
    expect(told("topicrunning", "topic: => running")).toEqual([expected, expected]);
  });

  test.each<[string, string]>([
    ["beginer", 'did you mean "beginner"?'],
    ["Beginer", 'did you mean "beginner"?'],
    ["easy", "known are beginner, intermediate, advanced"],
  ])("that the word is not known: %s", (word, hint) => {
    const expected = [`unfamiliar_word difficulty: "${word}" is not a known difficulty; ${hint}`];
    expect(told("difficultybeginner", `difficulty${word}`)).toEqual([expected, expected]);
  });

  test("nothing of a known word in capitals, nor of another where any word may stand", () => {
    expect(told("difficultybeginner", "difficultyBeginner")).toEqual([[], []]);
    expect(told("code languagebash", "code languagebrainfork")[0].join()).not.toContain("unfamiliar_word");
  });

  test("that it has no value", () => {
    const [given] = told("difficultybeginner", "difficulty");
    expect(given).toEqual(['empty_value difficulty: "difficulty" has no value; expected a word']);
  });

  test("that its label is one edit away, and that where it ends is not clear", () => {
    expect(told("difficultybeginner", "dificulty: beginner")[0]).toEqual([
      'misspelled_label difficulty: unknown label "dificulty"; did you mean "difficulty"? It was read as "difficulty"',
      'marked_label difficulty: ":" stands between "difficulty" and its value; canonical text has nothing there',
    ]);
    expect(told("topicrunning", "topi crunning")[0]).toEqual([
      expect.stringContaining("topic: unknown label"),
    ]);
  });
});
