import { parseMetaBox, safeParseMetaBox } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { box } from "../support/own-box.ts";

const whole = parseMetaBox(box);

/** What is read of the box where a text stands in place of another: the fields that are otherwise, and what is told of which. */
function read(before: string | RegExp, after: string): [changed: object, ...told: string[]] {
  const text = box.replace(before, () => after);
  expect(text).not.toBe(box);
  const { value, issues } = safeParseMetaBox(text);
  const keys = Object.keys({ ...whole, ...value }) as (keyof typeof whole)[];
  const changed = keys.filter((key) => JSON.stringify(value[key]) !== JSON.stringify(whole[key]));
  return [
    Object.fromEntries(changed.map((key) => [key, value[key]])),
    ...issues.map(({ code, path }) => `${code} ${path.slice(1).join(".")}`),
  ];
}

describe("a line that starts with the letters of a label is its field where that can hold the rest:", () => {
  test.each<[string | RegExp, string, object, ...string[]]>([
    ["difficultybeginner", "difficulty beginner", {}],
    ["difficultybeginner", "difficulty\tbeginner", {}],
    [
      "difficultybeginner",
      "difficulty quite easy now",
      { difficulty: "quite easy now" },
      "unfamiliar_word difficulty",
    ],
    [
      "difficultybeginner",
      "difficulty: is a matter of taste",
      { difficulty: "is a matter of taste" },
      "marked_label difficulty",
      "unfamiliar_word difficulty",
    ],
    [
      "difficultybeginner",
      "difficultys: beginner",
      {},
      "misspelled_label difficulty",
      "marked_label difficulty",
    ],
    ["reading time5", "reading time 5", {}],
    ["reading time5", "reading times 5", { readingTime: undefined }, "invalid_number readingTime"],
    [/reference.*/, "reference anp-ref-033980-0042", {}],
    [/reference.*/, "reference 212", { reference: undefined }, "invalid_id reference"],
    [
      "\ntools\n",
      "\ntools • awk • sed\n",
      { tools: ["awk", "sed", "systemd", "journalctl", "ss", "cron", "git", "logs"] },
      "flattened_list tools",
    ],
    [
      "\ntools\n",
      "\ntools: awk\n",
      { tools: ["awk", "systemd", "journalctl", "ss", "cron", "git", "logs"] },
      "marked_label tools",
    ],
    ["\ntools\n", "\ntols\n", {}, "misspelled_label tools"],
  ])("%s, %j", (before, after, changed, ...told) => {
    expect(read(before, after)).toEqual([changed, ...told]);
  });
});

describe("a line is no field where that cannot hold what follows the letters of its label:", () => {
  test.each<[string | RegExp, string, object, ...string[]]>([
    [
      "difficultybeginner",
      "difficulty is a matter of taste",
      { difficulty: undefined },
      "missing_field difficulty",
      "stray_text codeLanguage",
    ],
    [
      "reading time5",
      "reading time five of them or so",
      { readingTime: undefined },
      "missing_field readingTime",
      "stray_text difficulty",
    ],
    [
      /reference.*/,
      "reference 21",
      { reference: undefined },
      "missing_field reference",
      "stray_text revision",
    ],
    [
      /reference.*/,
      "reference 2",
      { reference: undefined },
      "missing_field reference",
      "stray_text revision",
    ],
    [
      "\ntools\n",
      "\ntools for the job\n",
      {
        tools: undefined,
        extra: { "tools for the job": ["systemd", "journalctl", "ss", "cron", "git", "logs"] },
      },
      "missing_field tools",
      "unknown_field extra.tools for the job",
      "unknown_field stack",
    ],
  ])("%s, %j", (before, after, changed, ...told) => {
    expect(read(before, after)).toEqual([changed, ...told]);
  });
});

describe("a value over several lines is read as one:", () => {
  const summary = (text: string) => read(/summary.*/, `summary${text}`);

  test.each<[string, string]>([
    ["this is what\nit tells.", "this is what it tells."],
    ["this is what\n\nit tells.", "this is what it tells."],
    ["this is\nwhat it\ntells.", "this is what it tells."],
    ["\nthis is what it tells.", "this is what it tells."],
    ["This is what\nIt tells.", "This is what It tells."],
    ["this is what\ntools tell.", "this is what tools tell."],
  ])("the sentence %j", (text, value) => {
    expect(summary(text)).toEqual([{ summary: value }, "wrapped_text summary"]);
  });

  test.each([
    "topicrunning scheduled tasks reliably /\nlinux server operations",
    "topicrunning scheduled tasks\nreliably / linux server operations",
    "topic\nrunning scheduled tasks reliably / linux server operations",
  ])("a topic, of two parts: %j", (text) => {
    expect(read(/topic.*/, text)).toEqual([{}, "wrapped_text topic"]);
  });

  test.each<[string | RegExp, string, string]>([
    ["difficultybeginner", "difficulty\nbeginner", "difficulty"],
    ["reading time5", "reading time\n5", "readingTime"],
    ["code languagebash", "code language\nbash", "codeLanguage"],
    [/hash(?=\w)/, "hash\n", "hash"],
  ])("one below its label: %s", (before, after, field) => {
    expect(read(before, after)).toEqual([{}, `wrapped_text ${field}`]);
  });
});

describe("a line below a value is none of it", () => {
  const summary = (text: string) => read(/summary.*/, `summary${text}`);

  test.each<[string, string, object, ...string[]]>([
    [
      "where the sentence ends above it",
      "it ends.\nthis goes on.",
      { summary: "it ends." },
      "stray_text summary",
    ],
    [
      "where it has a capital, as the value has not",
      "this is what\nIt tells.",
      { summary: "this is what" },
      "unusual_value summary",
      "stray_text summary",
    ],
    [
      "where it is a field with a colon",
      "this is what\nothers: it tells",
      { summary: "this is what", extra: { others: "it tells" } },
      "unusual_value summary",
      "unknown_field extra.others",
    ],
  ])("%s", (_, text, changed, ...told) => expect(summary(text)).toEqual([changed, ...told]));

  test("where a topic has both its parts", () => {
    expect(read(/topic.*/, "topicrunning tasks / linux\nserver operations")).toEqual([
      { topic: "running tasks / linux" },
      "stray_text topic",
    ]);
  });
});

test("a label that stands elsewhere, too, may be the start of a longer one", () => {
  const edits: [string, string][] = [
    ["\ntopic", "\ntopics: one and two\ntopic"],
    ["\nsummary", "\ntopics: one and two\nsummary"],
    ["\nhash", "\ntopics: one and two\nhash"],
  ];
  for (const [before, after] of edits)
    expect(read(before, after)).toEqual([{ extra: { topics: "one and two" } }, "unknown_field extra.topics"]);
});

test("the label that is left is the field's, whatever its value looks like", () => {
  expect(read(/topic.*/, "topics: one and two\ntopicfast: caching / redis")).toEqual([
    { topic: "fast: caching / redis", extra: { topics: "one and two" } },
    "unknown_field extra.topics",
  ]);
});

describe("a line of a word among the items of a list", () => {
  const some = (...lines: string[]): string => ["\ntools", "  • awk", "  • sed", ...lines, ""].join("\n");
  const rest = ["share", "  • git", "  • cron"];
  const list = /\ntools\n(?: {2}• .*\n)+/;

  test("is none of it, and the list goes on below it where it is as long as usual then", () => {
    expect(read(list, some(...rest))).toEqual([{ tools: ["awk", "sed", "git", "cron"] }, "stray_text tools"]);
  });

  test("is the label of another field where the list stands twice, so that nothing tells how long it is", () => {
    const [{ tools, extra }, ...told] = read(
      list,
      `${some()}tools\n  • jq\n  • tr\n${rest.join("\n")}\n`,
    ) as [{ tools?: string[]; extra?: object }, ...string[]];
    expect(tools).toEqual(["awk", "sed"]);
    expect(extra).toEqual({ share: ["git", "cron"] });
    expect(told).toContain("duplicate_field tools");
  });
});
