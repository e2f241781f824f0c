import { readFileSync } from "node:fs";
import { parsePost, postToMarkdown, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";

/** Backslashes, rules and references to characters that are a text's own, and those that an extractor wrote. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);
const CODE = post.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === "code") as {
  text: string;
};

/** The post with other code, and what is done to all of it. */
const withCode = (code: string, change = (text: string): string => text): string => {
  expect(base).toContain(CODE.text);
  return change(base.replace(CODE.text, () => code));
};

const codeOf = (text: string): string[] =>
  (safeParsePost(text).value.sections ?? [])
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === "code" ? [block.text] : []));

/** What lays a text out and touches no code. */
const CHANGES: readonly [string, (text: string) => string][] = [
  ["a byline", (text) => text.replace("\n", "\n\nby editor\n")],
  ["quotation", (text) => text.replace(/^/gm, "> ")],
  ["empty lines", (text) => text.replace(/\n/g, "\n\n")],
  ["indents", (text) => text.replace(/^(?=.)/gm, "  ")],
];

describe.each(CHANGES)("with %s, code keeps", (_, change) => {
  test.each([
    ["backslashes", 'grep -E "\\.(gz|log)$" names\nsed "s/\\_/-/" names\nrm old\\-log\ndf -h'],
    ["a line of dashes", "host | port\nweb\n-----\nqueue"],
    ["references", '<b class="y">you &amp; me</b>\n<i>&lt;s&gt;</i>\n<br>\n<hr>'],
    ["signs that wikis put around others", "for %%i%% in names; do echo ''*''; done"],
  ])("%s", (_name, code) => {
    expect(codeOf(withCode(code, change))).toEqual([code]);
  });
});

test("backslashes of a text in no language of marks are its own, in paragraphs and in the box", () => {
  const path = "logs stand in D:\\old\\_web. nobody reads them.";
  const text = base
    .replace("\n", "\n\nby editor\n")
    .replace("\n\nthe practical approach\n\n", `$&${path}\n\n`)
    .replace(/\n.*is made up/, "\n  • D:\\#web is gone");
  const { value, issues } = safeParsePost(text);
  expect(JSON.stringify(value)).toContain(JSON.stringify("D:\\old\\_web").slice(1, -1));
  expect(value.meta?.notes).toContain("D:\\#web is gone");
  expect(issues.filter(({ path: [at] }) => at === "meta")).toMatchObject([{ code: "unusual_value" }]);
});

test.each(["\\_", "\\*", "\\\\_"])("%j in a value is told", (sign) => {
  const text = base.replace(/(?<=\n {2}• )journalctl/, `journal${sign}ctl`);
  expect(text).not.toBe(base);
  const { issues } = safeParsePost(text);
  expect(issues).toMatchObject([{ code: "unusual_value", path: ["meta", "tools", expect.any(Number)] }]);
});

describe("references to characters", () => {
  const written = (text: string): string =>
    text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  const other = base.replace(/(?<=lock=\d+)/g, "&h=2");
  const own = parsePost(other.replace(CODE.text, () => 'cat "$1" > all && wc -l < all'));

  test("of a text that is as the site's otherwise are read", () => {
    const text = written(other.replace(CODE.text, () => 'cat "$1" > all && wc -l < all'));
    expect(safeParsePost(text)).toMatchObject({ success: true, issues: [] });
    expect(parsePost(text)).toEqual(own);
  });

  test.each([
    ["an address", base.replace(/(?<=lock=\d+)/, "&amp;amp;h=2"), "imageSources"],
    ["a note", base.replace("view count is made up", "R&amp;amp;D"), "notes"],
    ["a paragraph", base.replace("\n\nthe practical approach\n\n", "$&R&amp;#8217;s own. "), "sections"],
    ["code", withCode("cat a &amp;gt; b\nwc b"), "sections"],
  ])("that were written twice are told: %s", (_, text, part) => {
    const { success, issues } = safeParsePost(text);
    expect(success).toBe(true);
    expect(issues.map(({ path }) => path.find((key) => key !== "meta"))).toEqual([part]);
  });

  test("of code that has such signs as they are, too, are its own", () => {
    const code = '<p>you &amp; me</p>\ncurl "$1?a=1&b=2"';
    expect(codeOf(withCode(code))).toEqual([code]);
    expect(safeParsePost(withCode(code)).issues).toEqual([]);
  });

  test("ampersands of addresses are none", () => {
    expect(safeParsePost(other)).toMatchObject({ success: true, issues: [] });
  });
});

test("Markdown of the post keeps what its code has", () => {
  const code = 'name\n-----\n<b>&amp;</b> \\. "\\_"';
  expect(codeOf(postToMarkdown(parsePost(withCode(code))))).toEqual([code]);
});

describe("buttons with which code is copied", () => {
  test.each(["Copy", "[ Copy ]", "(BUTTON) Copy", "[Copy code]"])("%j under code is left out", (button) => {
    const text = withCode(`${CODE.text}\n${button}`);
    const { value, issues } = safeParsePost(text);
    expect(value).toEqual(post);
    expect(issues).toMatchObject([{ code: "stray_text", path: ["sections"] }]);
  });

  test.each(["Copy\n\nAdvertisement", "\nAdvertisement"])("%j under code is told", (lines) => {
    const { issues } = safeParsePost(withCode(`${CODE.text}\n${lines}`));
    expect(issues.map(({ path }) => path)).toEqual([["sections"]]);
  });
});

describe("attributes that pandoc writes behind headings", () => {
  const HEADINGS = /^(?:the practical approach|production checks|implementation checklist|final notes)$/gm;
  const named = (heading: string): string => `${heading} {#${heading.replace(/ /g, "-")} .wp-block-heading}`;

  test.each([
    ["over a rule", (heading: string) => `${named(heading)}\n----------`],
    ["behind a sign", (heading: string) => `## ${named(heading)}`],
    ["of a heading that is known", named],
  ])("are left out %s", (_, write) => {
    const text = base.replace(HEADINGS, write).replace(/^linux.*/m, `$& {#top .entry-title}\n==========`);
    expect(safeParsePost(text)).toMatchObject({ success: true, value: post, issues: [] });
  });

  test("are left out behind a title without a rule, and told", () => {
    const { value, issues } = safeParsePost(base.replace(/^linux.*/m, "$& {#top .entry-title}"));
    expect(value).toEqual(post);
    expect(issues).toMatchObject([{ code: "stray_text", path: [] }]);
  });

  test("a rule on the line of a title is told", () => {
    const { value, issues } = safeParsePost(base.replace(/^linux.*/m, "$& =========="));
    expect(value.title).toMatch(/\w$/);
    expect(issues).toMatchObject([{ code: "stray_text", path: [] }]);
  });
});

describe("marks within paragraphs of Markdown", () => {
  const inMarkdown = (text: string): string =>
    postToMarkdown(post).replace(/(?<=\n## the practical approach\n\n)/i, () => `${text}\n\n`);
  const first = (text: string): string | undefined => {
    const [block] = safeParsePost(inMarkdown(text)).value.sections?.[0]?.blocks ?? [];
    return block?.type === "paragraph" ? block.text : undefined;
  };

  test.each([
    [
      "keep the *top* of the list and its **bottom** apart.",
      "keep the top of the list and its bottom apart.",
    ],
    [
      "read _all of it_ in [the notes][1] and [the log](/log) first.",
      "read all of it in the notes and the log first.",
    ],
  ])("%j is plain words", (given, text) => {
    expect(first(given)).toBe(text);
  });

  test.each([
    ["what \\*stars\\* stand here are its own.", "what *stars* stand here are its own."],
    ["files of *.js and *.ts are read by this.", "files of *.js and *.ts are read by this."],
    [
      "the name __init__ and a_b_c are left as they are.",
      "the name __init__ and a_b_c are left as they are.",
    ],
  ])("%j has signs of its own", (given, text) => {
    expect(first(given)).toBe(text);
  });

  test("a text that is none keeps them", () => {
    const text = "keep the *top* of the list and its **bottom** apart.";
    const plain = base
      .replace("\n\nlinux", "\n\nby editor\n\nlinux")
      .replace("\n\nthe practical approach\n\n", `$&${text}\n\n`);
    expect(JSON.stringify(safeParsePost(plain).value)).toContain(text);
  });
});

describe("values that name tags and patterns, in a text that is laid out", () => {
  const quoted = (value: string): ReturnType<typeof safeParsePost> =>
    safeParsePost(base.replace("the view count is made up", () => value).replace(/^/gm, "> "));

  test("a mark of bold that closes nothing is their own", () => {
    const { value, issues } = quoted("use *.js and **/x for files");
    expect(value.meta?.notes).toContain("use *.js and **/x for files");
    expect(issues).toEqual([]);
  });

  test.each(["put it in <b> and no more", "press <kbd>x</kbd> to end"])("%j stays, and is told", (note) => {
    const { value, issues } = quoted(note);
    expect(value.meta?.notes).toContain(note);
    expect(issues).toMatchObject([{ code: "unusual_value", path: ["meta", "notes", 1] }]);
  });
});

test("line ends of TEI part the entries of a record", () => {
  const text = base
    .replace(/^ +• (name|source): (.*)\n +• (type|url): (.*)$/gm, "<item>$1: $2<lb/>$3: $4</item>")
    .replace(/(<lb\/>url.*)<\/item>\n +• (caption.*)/g, "$1<lb/>$2</item>");
  expect(text).toContain("<lb/>caption");
  const { value } = safeParsePost(text);
  expect(value.meta?.entities).toEqual(post.meta.entities);
  expect(value.meta?.imageSources).toEqual(post.meta.imageSources);
});
