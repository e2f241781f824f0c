import { type ParseIssue, safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Lines that a page shows among those of a post whose text is as the site writes it otherwise. */

const post = synthesizePost(42_001);
const text = stringifyPost(post);
const code = post.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === "code");
const codeText = code?.type === "code" ? code.text : "";
const [first = "", second = ""] = post.sections
  .flatMap(({ blocks }) => blocks)
  .flatMap((block) => (block.type === "paragraph" ? [block.text] : []));

/** What is reported of the article where one stretch of the text is another. */
function told(before: string, after: string): ParseIssue[] {
  expect(text).toContain(before);
  return safeParsePost(text.replace(before, () => after)).issues.filter(({ path }) => path[0] !== "meta");
}

test("the post has what the lines are put beside", () => {
  expect([codeText, first, second]).not.toContain("");
  expect(safeParsePost(text).issues).toEqual([]);
});

describe("a line among the paragraphs of an article is told", () => {
  test.each([
    "advertisement",
    "Subscribe to our newsletter",
    "Tweet this",
    "read also: a post of another day",
  ])("%s", (line) => {
    expect(told(first, `${first}\n\n${line}`).map(({ code }) => code)).toContain("unusual_article");
    expect(told(first, `${line}\n\n${first}`).map(({ code }) => code)).toContain("unusual_article");
  });
});

describe("what stands with code and is none is told", () => {
  test.each([
    ["the numbers of its lines", "1 a = b();\n2 c(a);"],
    ["the numbers of its lines, with tabs", "  1\ta = b();\n  2\tc(a);"],
    ["a language and a button", "bash\nCopy\na = b();"],
    ["bars before its lines", "| a = b();\n| c(a);"],
    ["a table", "| a | b |\n|---|---|\n| c | d |"],
  ])("%s", (_, lines) => {
    const issues = told(codeText, lines);
    expect(issues).toMatchObject([{ path: ["sections"] }]);
    expect(["unusual_article", "stray_text"]).toContain(issues[0]?.code);
  });
});

test("a quotation is told", () => {
  expect(told(first, `> ${first}`)).toContainEqual(expect.objectContaining({ code: "unusual_article" }));
});

describe("what stands below the final notes is told", () => {
  const heading = "\n\nalphanode post meta\n";

  test.each([
    "seo details\n\nfocus keyword: cron\nreadability: good",
    "about us\n\na page of people who write.",
  ])("%j", (lines) =>
    expect(told(heading, `\n\n${lines}${heading}`)).toMatchObject([{ code: "unusual_article" }]),
  );
});

describe("a sentence of the page among the paragraphs of a section is told", () => {
  test.each([
    "We use cookies to improve your experience on our site.",
    "We value your privacy, and that of our partners.",
    "Subscribe to our newsletter to get the latest posts.",
    "Enter your email address to follow this blog.",
    "See also: how to rotate logs safely.",
    "Disclosure: this post contains affiliate links.",
    "Photo by Jane Doe on Unsplash.",
    "Please enable JavaScript to view the comments.",
    "Last updated on March 5, 2024.",
    "This article was last modified on 5 March 2024.",
    "About the author: Jane Doe writes about servers.",
    "To continue reading, please sign in.",
    "Editor's note: this post was updated in March.",
    "Click here to read the whole post.",
    "Open in app",
    "Copied!",
    "Download PDF",
    "Report an issue",
    "(adsbygoogle = window.adsbygoogle || []).push({});",
  ])("%j", (line) => {
    expect(told(second, `${line}\n\n${second}`)).not.toEqual([]);
  });

  test.each(["the site uses cookies to keep who is logged in.", "see also the notes of the release."])(
    "but %j is one of the post",
    (line) => {
      expect(told(second, `${line}\n\n${second}`)).toEqual([]);
    },
  );
});

test.each(["#", "¶"])(
  "the sign %s of a link behind the title is told, and is none of a title or a heading",
  (sign) => {
    const { value: titled } = safeParsePost(text.replace(post.title, () => `${post.title} ${sign}`));
    expect(titled.title).toBe(post.title);
    expect(told(post.title, `${post.title} ${sign}`)).toMatchObject([{ code: "stray_text", path: [] }]);
    const { heading = "" } = post.sections[0] ?? {};
    const { value } = safeParsePost(text.replace(`\n${heading}\n`, `\n${heading} ${sign}\n`));
    expect(value.sections).toEqual(post.sections);
  },
);

describe("below the titles of similar posts", () => {
  const titles = ["how to: use cron?", "ten ways to wait."];
  const list = `${text.trimEnd()}\n  • ${titles.join("\n  • ")}\n`;

  test("titles that end as sentences are titles", () => {
    expect(safeParsePost(list)).toMatchObject({ success: true, issues: [], data: { similarPosts: titles } });
  });

  test.each([
    "Designed with WordPress",
    "Blog at WordPress.com.",
    "Website Powered by WordPress.com",
    "Our Site | Powered by WordPress",
    "Built with GeneratePress",
    "Theme by Ann",
    "Next: a third post →",
    "2 comments",
    "ann says:\n\nthank you for this.",
  ])("%j is told", (lines) => {
    const { value, issues } = safeParsePost(`${list}\n${lines}\n`);
    expect(value.similarPosts).toEqual(titles);
    expect(issues).toMatchObject([{ code: "stray_text", path: ["similarPosts"] }]);
  });
});

test("a code language of several words is told", () => {
  const { issues } = safeParsePost(text.replace(/^code language.*$/m, "$& copy code"));
  expect(issues).toMatchObject([{ code: "unusual_value", path: ["meta", "codeLanguage"] }]);
});

test("what stands with a known label that cannot hold it is no field of its own", () => {
  const { value, issues } = safeParsePost(
    text.replace(/^score\n(?: +•.*\n)+/m, "score: 92 for quality, 38 for freshness\n"),
  );
  expect(value.meta.extra).toEqual({});
  expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
    "missing_field meta.score",
    "unknown_field meta.score",
  ]);
});

describe("the footer of a theme among items is told", () => {
  test.each([["Designed with WordPress"], ["Designed with", "WordPress"], ["Proudly powered by WordPress"]])(
    "%s",
    (...lines) => {
      const items = lines.map((line) => `  • ${line}`).join("\n");
      const { issues } = safeParsePost(text.replace("\n\nSimilar Posts", `\n${items}\n\nSimilar Posts`));
      expect(issues).toContainEqual(
        expect.objectContaining({ code: "unusual_value", path: ["meta", "notes", post.meta.notes.length] }),
      );
    },
  );
});

describe("when a post was written, on the line of a part, is told", () => {
  const intro = post.intro[0]?.type === "paragraph" ? post.intro[0].text : "";
  const last = post.sections.at(-1)?.blocks[0];
  const final = last?.type === "paragraph" ? last.text : "";

  test.each(["March 5, 2026", "2026-03-05", "posted in backups"])("behind the title: %s", (line) => {
    const { value } = safeParsePost(text.replace(post.title, () => `${post.title} ${line}`));
    expect(value.title).toBe(post.title);
    expect(told(post.title, `${post.title} ${line}`)).toMatchObject([{ code: "stray_text", path: [] }]);
  });

  test.each([
    ["before the intro", intro, `March 5, 2026  ${intro}`],
    ["behind the final notes", final, `${final} This entry was posted in Backups on March 5, 2026.`],
    ["behind the final notes, in short", final, `${final} Filed under Backups`],
    ["behind the final notes, with a colon", final, `${final} Categories: Backups, Cron`],
  ])("%s", (_, before, after) => {
    expect(told(before, after).map(({ code }) => code)).toContain("unusual_article");
  });
});
