import { type Block, parseArticle, safeParseArticle } from "alphanode-post";
import { describe, expect, test } from "vitest";

/** What a chunk is read as after a paragraph, where a heading follows and where nothing does. */
function typesOf(chunk: string): (Block["type"] | undefined)[] {
  return ["\n\nfinal notes\n\nsome words to end with.", ""].map((rest) => {
    const result = safeParseArticle(
      `a title\n\nwhy this matters\n\nsome words of prose here.\n\n${chunk}${rest}`,
    );
    const { sections } = result.value;
    return sections?.[0]?.blocks[1]?.type;
  });
}

const LOOKS = {
  prose: ["paragraph", "paragraph"],
  code: ["code", "code"],
  /** A few words without an end: code only where the site puts it, after a section's last paragraph. */
  plain: ["code", "paragraph"],
};

describe("a line of prose", () => {
  test.each([
    "a word.",
    "two words.",
    "it is done!",
    "is it done?",
    "so it goes…",
    "so it goes...",
    "he said (twice).",
    'they call it "done."',
    "they call it “done”.",
    "it grew by 42%.",
    "it went from 8 to 9 in 2024.",
    "it takes 8ms, or 9 s.",
    "wait (and see).)",
    "see the list [1].",
    "größe und länge.",
    "this naïve' one.",
    "a load balancer's logs, kept for a day, say more.",
    "use next.js and/or node.js here.",
    "/etc and its files are kept out of the image.",
    "$path names the folder that all files are kept in.",
    "the steps are these:",
    "prefer steps that can be run twice, then x(1) and y.",
    "some words that go on and on with no end at all so that they are cut off",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
    "one  two  three  four  five  six  seven  eight  nine  ten  one  two  three  four",
    "one two three four five six seven eight nine ten one two three four ## ## ##",
    "one two three four five six seven eight nine ten one two three four five six ## ## ## ##",
    "%% %% %% one two three four five six seven.",
    "%% %% %% 1 2 one two three four five.",
    "one two three:",
  ])("%s", (line) => expect(typesOf(line)).toEqual(LOOKS.prose));
});

describe("a line of code", () => {
  test.each([
    "# install first.",
    "@decorator one.",
    "{ one two.",
    "} one two.",
    "<b> is a tag.",
    "> quoted words here.",
    "; a comment here.",
    "\\begin it here.",
    "] closes it all.",
    "=~ matches it all.",
    "-- a comment of it.",
    "// a comment of it.",
    "/* a comment of it.",
    '""" a comment of it.',
    "''' a comment of it.",
    "rule: keep it for a day.",
    "RULE: keep it for a day.",
    "*/5 one two three.",
    'echo "it is done."',
    "echo 'it is done.'",
    "apt-get 'it is done.'",
    "x = 1",
    "call(x)",
    "call()",
    "a -> b",
    "std::move",
    "a && b",
    "ls -l",
    "ls --all",
    "cat /etc/hosts",
    "cat ~/notes",
    "cat ../notes",
    "camelCase",
    "snake_case",
    "SELECT name",
    "list[0]",
    "me@host",
    "nginx:latest",
    "port:80",
    '"one"',
    "'one'",
    "a | b",
    "a; b",
    "a < b",
    "a > b",
    "a `b`",
    "a $b",
    "a \\ b",
    "a } b",
    "open {",
    "close }",
    "open (",
    "open [",
    "done;",
    "go on \\",
    "x =",
    "a |",
    "map =>",
    "run &&",
    "name:",
    "name: value",
    '"name": 1',
    "'name': 1",
    "a.b-c: 1",
    "$path",
    "&amp",
    "+ added",
    ".class",
    "`ls`",
    "[section]",
    "docker build . -t x",
    "$x.y.",
  ])("%s", (line) => expect(typesOf(line)).toEqual(LOOKS.code));
});

describe("a few words without an end", () => {
  test.each([
    "npm ci",
    "git push origin main",
    "a word",
    "docker build .",
    "go up ..",
    "one.",
    "one two:",
    "one two three ##:",
    "one two three four five six seven eight nine ten one two three four ## ## ## ##",
    "%% %% %% one two three four five six.",
    "%% %% %% 1 2 ## one two three four.",
    "one two three four five six seven eight nine ten eleven twelve thirteen",
    "it's done",
    "well-known words",
    "words, and words",
  ])("%s", (line) => expect(typesOf(line)).toEqual(LOOKS.plain));
});

describe("a chunk of several lines", () => {
  const FIRST = "this is the first line of a text that a program has";
  test.each([
    ["sentences", "one sentence is here.\nanother one is here.", LOOKS.prose],
    ["a wrapped sentence", `${FIRST}\nwrapped where the next word no longer fitted in.`, LOOKS.prose],
    ["a sentence with room left on a line", `${FIRST}\nshort\nand the rest of it ends here.`, LOOKS.code],
    ["a short sentence on two lines", "this was never\nwrapped by anything.", LOOKS.code],
    ["a wrapped text without an end", `${FIRST}\nwrapped where the next word no longer`, LOOKS.prose],
    ["a wrapped text of few words without an end", `${FIRST}\nwrapped`, LOOKS.code],
    ["a line of code among sentences", "one sentence is here.\n# install.", LOOKS.code],
    ["a block among sentences", "one sentence is here.\nopen {", LOOKS.code],
    [
      "a sentence that goes on as a comment",
      `${FIRST}\n-- and this is where the rest of it ends.`,
      LOOKS.code,
    ],
    ["a sentence that opens a bracket", `${FIRST} (\nand this is where the rest of it ends.`, LOOKS.code],
    ["lines of thirty-two characters", `${"abcd ".repeat(6)}ab\nabcd and an end.`, LOOKS.prose],
    ["lines of thirty-one characters", `${"abcd ".repeat(6)}a\nabcd and an end.`, LOOKS.code],
    ["room for the next word", `${FIRST}\n${"abcd ".repeat(9)}a\nabcdef and an end.`, LOOKS.prose],
    ["room for the next word to the letter", `${FIRST}\n${"abcd ".repeat(9)}a\nabcd and an end.`, LOOKS.code],
    ["commands", "npm ci\nnpm test", LOOKS.code],
  ])("%s", (_, chunk, look) => expect(typesOf(chunk)).toEqual(look));
});

describe("lines with dashes", () => {
  test("of which one is a key and its value are a list in a dense copy, too", () => {
    const text =
      "a title\nsome words of prose here.\nwhy this matters\nsome words of prose here.\n- first: go\n- go on\nfinal notes\nsome words to end with.";
    const { sections } = parseArticle(text);
    expect(sections[0]?.blocks[1]).toEqual({ type: "list", items: ["first: go", "go on"] });
  });

  test("that are keys and values are code under a command, and a list under a heading", () => {
    const read = (above: string) =>
      parseArticle(
        `a title\n\nwhy this matters\n\n${above}- first: go\n- then: stop\n\nfinal notes\n\nsome words to end with.`,
      ).sections[0]?.blocks;
    expect(read("npm ci\n\n")).toEqual([{ type: "code", text: "npm ci\n\n- first: go\n- then: stop" }]);
    expect(read("")).toEqual([{ type: "list", items: ["first: go", "then: stop"] }]);
  });
});
