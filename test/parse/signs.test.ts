import { describe, expect, test } from "vitest";
import type { ValueRow } from "../../src/format/fields.ts";
import {
  endOfAll,
  escapeOf,
  hasSigns,
  isLongDash,
  isNoItem,
  jointOf,
  oddEnd,
  oddItem,
  oddStart,
  oddValue,
  signOfLayout,
  signOfValue,
  startOfAll,
  startsWithSign,
} from "../../src/parse/signs.ts";

/** Signs of texts that have one, and texts that have none of the kind. */
type Signs = readonly [text: string, sign: string][];

describe("what layouts leave in a value is found:", () => {
  const signs: Signs = [
    ["| a", "|"],
    ["##", "##"],
    ["a │", "│"],
    ["\\a", "\\"],
    ["a\\", "\\"],
    ["`a", "`"],
    ["a`", "`"],
    ["• a", "•"],
    ["a•", "•"],
    ["◦a", "◦"],
    ["* a", "* "],
    ["*. a", "*. "],
    ["- a", "-"],
    ["+ a", "+ "],
    ["& a", "& "],
    ["<<a", "<<"],
    ["{code}", "{code}"],
    ["a-", "-"],
    ["a –", "–"],
    ["a +", " +"],
    ["a\\n", "\\n"],
    ["a\\par", "\\par"],
    ["a* b", "*"],
    ["a- b", "-"],
    ["a‐ b", "‐"],
    ["a +--- b", "+---"],
    ["a +=== b", "+==="],
    ["a <b> c", "<b>"],
    ["a </B> c", "</B>"],
    ["a <br/> c", "<br/>"],
    ["a <br /> c", "<br />"],
    ["a <my-tag> c", "<my-tag>"],
    ["a </b-c> d", "</b-c>"],
    ["a %% b", "%%"],
    ["100%%", "%%"],
    ["a '' b", "''"],
    ["a    b", "    "],
    ["a [b]{.mark} c", "]{."],
    ["a {class: b", "{class:"],
    ["a t}@ b", "t}@"],
    ["a @t{ b", "@t{"],
    ["t{", "t{"],
    ["t}", "t}"],
    ["a {plus} b", "{plus}"],
    ["a ++_ b", "++_"],
    ["a _(b) c", "_(b"],
    ["a &amp; b", "&amp;"],
    ["a &hellip; b", "&hellip;"],
    ["a .IP (bu b", ".IP (bu"],
  ];
  test.each(signs)("%j", (text, sign) => expect(signOfLayout(text)).toBe(sign));

  test.each([
    "a",
    "a | b",
    "a`b",
    "a ◦ b",
    "*a",
    "a * b",
    "a*b",
    "a & b",
    "a + b",
    "c++",
    "a<<b",
    "{code} a",
    "a {code}",
    "{a b}",
    "a\\nb",
    "a - b",
    "a-b",
    "a) - b",
    "a)- b",
    "a- (b)",
    "a +-- b",
    "a < b > c",
    "a <1> b",
    "a <b c> d",
    "50% of it",
    "don't",
    "a  b",
    "   a",
    "a ]{b",
    "t{a",
    "at{",
    "a _( b",
    "a &b; c",
    "a &abcdefghi; b",
    "a & b; c",
  ])("none in %j", (text) => expect(signOfLayout(text)).toBeUndefined());
});

test.each<[string, string | undefined]>([
  ["a \\* b", "\\*"],
  ["a \\_b", "\\_"],
  ["a \\\\ b", "\\\\"],
  ["\\#a", "\\#"],
  ["\\[a\\]", "\\["],
  ["a\\]", "\\]"],
  ["a\\-b", "\\-"],
  ["next\\.js", "\\."],
  ["a \\. b", undefined],
  ["a \\n b", undefined],
  ["a * b", undefined],
])("the sign that a backslash keeps from acting in %j is %j", (text, sign) =>
  expect(escapeOf(text)).toBe(sign),
);

describe("what joins a label and its value is found at the start of the value:", () => {
  const signs: Signs = [
    ["= a", "="],
    ["=> a", "=>"],
    ["-> a", "->"],
    ["–→ a", "–→"],
    ["> a", ">"],
    ["– a", "–"],
    ["; a", ";"],
    [") a", ")"],
    ["] a", "]"],
    ["_a", "_"],
    ["- a", "-"],
    ["-a", "-"],
    ["/ a", "/"],
    ["colon a", "colon"],
    ["... a", "..."],
    ["…… a", "……"],
    [". . a", ". . "],
  ];
  test.each(signs)("%j", (text, sign) => expect(jointOf(text)).toBe(sign));

  test.each(["a", "a = b", "/a", "colonial", ". a", "… a", "-", "--", "a - b"])("none in %j", (text) =>
    expect(jointOf(text)).toBeUndefined(),
  );
});

describe("signs around a value are none of it:", () => {
  const signs: Signs = [
    [": a", ":"],
    ["} a", "}"],
    ["= a", "="],
    ["• a", "•"],
    ["☐  a", "☐"],
    [">- a", ">-"],
    [">+ a", ">+"],
    ["**a", "**"],
    ["<!-- a", "<!--"],
    ["<l", "<l"],
    ["</li", "</li"],
    ["#a", "#"],
    ["#A", "#"],
    ["[0m a", "[0m"],
    ["[1;31ma", "[1;31m"],
    ["^[[0ma", "^[[0m"],
    ["[a] b", "[a]"],
    ["![a] b", "![a]"],
    ["--", "--"],
    ["…", "…"],
    ['"a', '"a'],
    ['a b"', 'a b"'],
    ["a;", ";"],
    ["a,", ","],
    ["a\\", "\\"],
    ["a -", "-"],
    ["a /", "/"],
    ["a (https://b.example)", "(https://b.example)"],
    ["a <http://b.example>", "<http://b.example>"],
    ["a[1]", "[1]"],
    ["a [123]", "[123]"],
    ["a⟨5⟩", "⟨5⟩"],
    ["a !", "!"],
    ["a ?!", "?!"],
    ['"a b"', '"'],
    ["'a'", "'"],
    ["`a b`", "`"],
    ["*a b*", "*"],
    ["_a_", "_"],
    ["~~a~~", "~"],
    ["==a==", "="],
    ["(a b)", "("],
    ["{a b}", "{"],
    ["<b>a</b>", "<"],
    ["<B>a</b>", "<"],
    ["<a b>", "<"],
    ["“a b”", "“"],
    ["‘a b’", "‘"],
    ["«a b»", "«"],
    ["‹a b›", "‹"],
  ];
  test.each(signs)("%j", (text, sign) => {
    expect(signOfValue(text)).toBe(sign);
    expect(hasSigns(text)).toBe(true);
  });

  test.each([
    "",
    "a",
    "a.",
    "a b!",
    "é",
    "a é",
    "a ٣",
    "a .",
    "=a",
    "•a",
    ">-a",
    "** a",
    "#1",
    "# a",
    "[m",
    "-a",
    '"a" b',
    'a 5"',
    '5"',
    "a-",
    "a/",
    "a (ftp://b.example)",
    "a [1234]",
    "a [1] b",
    "a ?!?",
    "(a) (b)",
    "<b>a</c>",
    "'a' b'",
    "“a” and “b”",
    "a..",
  ])("none around %j", (text) => {
    expect(signOfValue(text)).toBeUndefined();
    expect(hasSigns(text)).toBe(false);
  });

  test.each<[string, string, boolean]>([
    ["a…", "…", true],
    ["a...", "...", true],
    ["a …", "…", false],
    ["a ...", "...", false],
    ["(a...)", "(", true],
    ["a b...]", "...]", false],
    ["a b…)", "…)", false],
  ])("what is cut off in %j ends with %s", (text, sign, isTold) => {
    expect(signOfValue(text)).toBe(sign);
    expect(hasSigns(text)).toBe(isTold);
  });
});

test.each<[string, boolean]>([
  ["a", false],
  ["é", false],
  ["é a", false],
  ["7", false],
  ["٣", false],
  ["", false],
  ["-a", true],
  [" a", true],
  ["…", true],
])("%j starts with a sign: %s", (text, expected) => expect(startsWithSign(text)).toBe(expected));

describe("what no value of its kind holds is found:", () => {
  const kinds = (kind: ValueRow["kind"], isAddress = false): ValueRow => ({ kind, isAddress }) as ValueRow;

  test.each<[string, string | undefined]>([
    ["bash", undefined],
    ["c++", undefined],
    ["c#", undefined],
    ["objective-c", undefined],
    ["es2022", undefined],
    ["copy", undefined],
    ["bashcopy", "copy"],
    ["bash copy", " copy"],
    ["bash.", "."],
    ["7z", "7z"],
    ["ba`sh`", "`sh`"],
    ['ba"sh', '"sh'],
    ["bash(1)", "(1)"],
    ["bash[1]", "[1]"],
    ["bash/sh", "/sh"],
  ])("in the word %j: %j", (text, odd) => expect(oddValue(kinds("word"), text)).toBe(odd));

  test.each<[string, string | undefined]>([
    ["it ends.", undefined],
    ["it starts at 10:30 and ends.", undefined],
    ["note:this ends.", undefined],
    ["of post: it ends.", "of post:"],
    [": it ends.", ":"],
    ["one two three: it ends.", "one two three:"],
    ["one two three four: it ends.", undefined],
    ["onetwothree1 onetwothree2 onetwothree3: it ends.", "onetwothree1 onetwothree2 onetwothree3:"],
    ["note:this goes on for so long that nobody knows why: it ends.", undefined],
    ["onetwothreefour: it ends.", undefined],
    ["one onetwothreefour two: it ends.", undefined],
    ["this is what it says of context: one and of problem: two.", "context: one and of problem: "],
    ["this is what it says of Context: one and of Problem: two.", "Context: one and of Problem: "],
    ["this is what it says of context: one and of others: two.", undefined],
    ["this is what it says of context: one and of no problem.", undefined],
    ["this is what it says of mycontext: one and of problem: two.", undefined],
  ])("in the sentence %j: %j", (text, odd) => expect(oddValue(kinds("sentence"), text)).toBe(odd));

  test.each<[string, string | undefined]>([
    ["1.2.3", undefined],
    ["1.2.2024", "1.2.2024"],
    ["11.12.2024", "11.12.2024"],
    ["111.12.2024", undefined],
    ["1.2.20245", undefined],
  ])("in the version %j: %j", (text, odd) => expect(oddValue(kinds("version"), text)).toBe(odd));

  test.each<[string, string | undefined]>([
    ["https://a.example/b", undefined],
    ["http://a.example/b", undefined],
    ["HTTPS://a.example/b", undefined],
    ["https://é.example/b", undefined],
    ["htps://a.example/b", "htps://"],
    ["a.example/b", "a.example/"],
    ["/b", "/"],
    ["see https://a.example", "see"],
    ["https://a.example/b c d", " c d"],
    ["https://a.example/b‐c", "‐"],
  ])("in the address %j: %j", (text, odd) => expect(oddValue(kinds("text", true), text)).toBe(odd));

  test("and nothing in a text", () => expect(oddValue(kinds("text"), "7: a/b copy")).toBeUndefined());
});

describe("an item that is several is known by the bullet within it:", () => {
  test.each<[text: string, bullet: string, sign: string]>([
    ["a • b", "•", "•"],
    ["a• b", "-", "•"],
    ["a recommended action: b", "•", "recommended action: "],
    ["a Last Reviewed: b", "•", "Last Reviewed: "],
    ["source id: b", "•", "source id: "],
    ["a - b", "-", "-"],
    ["a- b", "-", "-"],
    ["a ◦", "◦", "◦"],
    ["a◦", "◦", "◦"],
    ["a o b", "o", "o"],
    ["a 1. b", "1.", "1."],
    ["a 2. b", "1.", "2."],
    ["a 10. b", "9.", "10."],
    ["a 11. b", "10.", "11."],
    ["a [ ] b", "[ ]", "[ ]"],
    ["a2) b", "1)", "2)"],
  ])("%j in a list of %j: %j", (text, bullet, sign) => expect(oddItem(text, bullet)).toBe(sign));

  test.each<[text: string, bullet: string]>([
    ["a b", "•"],
    ["• a", "•"],
    ["a •b", "•"],
    ["a•", "•"],
    ["a - b", "•"],
    ["a - b", "*"],
    ["- a", "-"],
    ["a -", "-"],
    ["a-b", "-"],
    ["a)- b", "-"],
    ["a+", "+"],
    ["go to b", "o"],
    ["a 3. b", "1."],
    ["a 2.b", "1."],
    ["source id:b", "•"],
    ["context: b", "•"],
  ])("not %j in a list of %j", (text, bullet) => expect(oddItem(text, bullet)).toBeUndefined());
});

test.each<[string, boolean]>([
  ["none", true],
  ["None", true],
  ["N/A", true],
  ["NaN", true],
  ["null", true],
  ["undefined", true],
  ["show 3 more", true],
  ["and 12 more", true],
  ["show 1234 more", true],
  ["show 12345 more", false],
  ["show more", false],
  ["nonce", false],
  ["a none", false],
  ["none at", false],
  ["more", false],
])("%j stands for no item: %s", (text, expected) => expect(isNoItem(text)).toBe(expected));

test("a long dash is no bullet among others", () => {
  expect(["–", "—", "-", "•"].filter(isLongDash)).toEqual(["–", "—"]);
});

describe("what all items of a list start with", () => {
  test.each<[items: string[], sign: string]>([
    [["-- a", "-- b"], "--"],
    [["* a", "* b"], "*"],
    [["-a", "-b"], "-"],
    [["---- a", "---- b"], "-"],
    [["x a", "x b", "x c"], "x"],
    [["e. a", "e. b", "e. c"], "e."],
    [["é a", "é b", "é c"], "é"],
  ])("%j: is a bullet, %j", (items, sign) => {
    expect(startOfAll(items)).toBe(sign);
    expect(oddEnd(items)).toBe(sign);
  });

  test.each([
    [["-a"]],
    [["-a", "b"]],
    [["-- a", "-b"]],
    [["x a", "x b"]],
    [["x a", "x b", "y c"]],
    [["a fox", "a cat", "a dog"]],
    [["A fox", "A cat", "A dog"]],
    [["the fox", "the cat", "the dog"]],
    [["s3 a", "s3 b", "s3 c"]],
  ])("%j: is none", (items) => {
    expect(startOfAll(items)).toBeUndefined();
    expect(oddEnd(items)).toBeUndefined();
  });
});

describe("what all items of a list end with", () => {
  test.each<[items: string[], end: string]>([
    [["a.", "b."], "."],
    [["a;", "b;", "c;"], ";"],
    [[";", "b;", "c;"], ";"],
    [["one x", "two x", "three x"], " x"],
  ])("%j: is no part of them, %j", (items, end) => {
    expect(endOfAll(items)).toBe(end);
    expect(oddEnd(items)).toBe(end);
  });

  test.each([
    [["a."]],
    [["a.", "b"]],
    [["a.", "b.", "c"]],
    [["a;", "b;"]],
    [["a;", "b.", "c."]],
    [["one x", "two x"]],
    [["one x", "two x", "three y"]],
    [["one x", "two ax", "three x"]],
    [["same", "same", "same"]],
  ])("%j: is theirs", (items) => {
    expect(endOfAll(items)).toBeUndefined();
    expect(oddEnd(items)).toBeUndefined();
  });
});

describe("the last item of a list", () => {
  test.each<[last: string, behind: string]>([
    ["two Similar Posts", "Similar Posts"],
    ["two Published on May 3", " Published on May 3"],
    ["twoPosted by Ann", "Posted by Ann"],
    ["two Updated May 3", " Updated May 3"],
    ["two Filed under notes", " Filed under notes"],
    ["twoAuthor Ann", "Author Ann"],
    ["twoBy Ann", "By Ann"],
    ["twoThis post was written by Ann", "This post was written by Ann"],
    ["Designed with care", "Designed with care"],
    ["Proudly powered by Ann", "Proudly powered by Ann"],
    ["Powered by Ann", "Powered by Ann"],
    ["Built on a stack", "Built on a stack"],
  ])("is without what a page shows behind it: %j", (last, behind) => {
    expect(oddEnd(["one", last])).toBe(behind);
    expect(oddEnd([last])).toBe(behind);
    expect(oddEnd([last, "two", "three"])).toBeUndefined();
  });

  test("may be the second half of what a theme shows", () => {
    expect(oddEnd(["one", "Designed with", "Ann"])).toBe("Designed with");
    expect(oddEnd(["Designed with", "Ann", "Bob"])).toBeUndefined();
    expect(oddEnd(["one", "Designed with", "ann"])).toBeUndefined();
  });

  test.each([
    "two",
    "two Similar Posts three",
    "two Posted here",
    "two Author Ann",
    "two By Ann",
    "TWO Posted by Ann",
    "twoThis post is new",
    "Built to last",
    "We Built with care",
    `Built with ${"a".repeat(41)}`,
  ])("may be %j", (last) => expect(oddEnd(["one", last])).toBeUndefined());
});

describe("items that are counted", () => {
  test.each<[items: string[], sign: string]>([
    [["a) one", "b) two"], "a) "],
    [["a. one", "b. two", "c. three"], "a. "],
    [["1-one", "2-two"], "1-"],
    [["1--one", "2--two"], "1--"],
    [["1: one", "2: two"], "1:"],
    [["1 one", "2 two"], "1 "],
  ])("%j: have a sign that is none of them, %j", (items, sign) => expect(oddEnd(items)).toBe(sign));

  test.each([
    [["a) one"]],
    [["a) one", "c) two"]],
    [["b) one", "c) two"]],
    [["2-one", "3-two"]],
    [["a) one", "two"]],
    [["1-one", "two"]],
    [["1-one", "2"]],
    [["a)one", "b)two"]],
    [["1. one", "2. two"]],
    [["one 1 is", "two 2 is"]],
  ])("not %j", (items) => expect(oddEnd(items)).toBeUndefined());
});

describe("the s of a label in the plural", () => {
  test.each<[text: string, value: string]>([
    ["views 12", "s 12"],
    ["topics: caching", "s: caching"],
    ["topics| caching", "s| caching"],
    ["topicsbackups", "sbackups"],
    ["topicsthread pools", "sthread pools"],
    ["topicsetting up\nthis is etting up", "setting up"],
  ])("in %j is none of %j", (text, value) => expect(oddStart(text, text.indexOf(value), value)).toBe("s"));

  test.each<[text: string, value: string]>([
    ["topic s3 backups", "s3 backups"],
    ["topiccaching", "caching"],
    ["topicsetting up", "setting up"],
    ["topicsone\nthis is one", "sone"],
    ["topic sbackups", "sbackups"],
    ["topiccaching\nthis is aching", "caching"],
    ["topics3 backups", "s3 backups"],
  ])("in %j may be the start of %j", (text, value) =>
    expect(oddStart(text, text.indexOf(value), value)).toBeUndefined(),
  );

  test("is the value's own where its word stands elsewhere before", () => {
    const text = "setting it\ntopicsetting up\nthis is etting up";
    expect(oddStart(text, text.indexOf("setting up"), "setting up")).toBeUndefined();
  });
});
