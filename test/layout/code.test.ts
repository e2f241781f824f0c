import { readFileSync } from "node:fs";
import { type ParseIssue, parsePost, postToMarkdown, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";

/** Code as extractors leave it: under marks of many languages, with the signs of a page around it, or broken. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);
const FENCED = /```[a-z]*\n[\s\S]*?\n```/;

/** The post in Markdown with something else in the place of its code. */
const withCode = (text: string): string => {
  const markdown = postToMarkdown(post).replace(FENCED, () => text);
  expect(markdown).toContain(text);
  return markdown;
};

const codesIn = (text: string): string[] =>
  (safeParsePost(text).value.sections ?? [])
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === "code" ? [block.text] : []));

/** What is reported of the article, but for its checklist. */
const told = (text: string): ParseIssue[] =>
  safeParsePost(text).issues.filter(({ path }) => path[0] === "sections");

const indented = (text: string, by = 4): string => text.replace(/^(?=.)/gm, " ".repeat(by));

const YAML =
  "- name: install timer\n  copy:\n    content: |\n      [Timer]\n\n      [Install]\n  notify: reload";
const SHORT = "set -eu";
const LOOP =
  'for unit in web queue; do\n    echo "$unit"\n\n    if [ -d "old_$unit" ]; then\n        rm -r old_logs\n    fi\ndone';

describe("code is read as it is", () => {
  test.each([
    ["that starts with an item, indented by four", indented(YAML), YAML],
    ["with no mark, whose lines after an empty one are indented by four", LOOP, LOOP],
    ["between the braces of Jira", `{code:title=x|bash}\n${LOOP}\n{code}`, LOOP],
    ["between the braces of XWiki", `{{code language="bash"}}\n${LOOP}\n{{/code}}`, LOOP],
    ["between the braces of Zim", `{{{code: lang="sh"\n${LOOP}\n}}}`, LOOP],
    ["in the tag of MediaWiki", `<syntaxhighlight lang="bash">${LOOP}</syntaxhighlight>`, LOOP],
    ["with no mark and all of its signs escaped", LOOP.replace(/[[\]_"$-]/g, "\\$&"), LOOP],
    [
      "with no mark and escapes of its own, in which other such signs have none",
      "location ~* \\.(css|js)$ {\n    root /srv/example.org;\n}",
      "location ~* \\.(css|js)$ {\n    root /srv/example.org;\n}",
    ],
  ])("%s", (_, given, text) => {
    expect(codesIn(withCode(given))).toEqual([text]);
  });

  test.each(["Copy", "Copy code", "Copied!"])("under the button %j, which is reported", (button) => {
    const text = withCode(`${button}\n\n${LOOP}`);
    expect(codesIn(text)).toEqual([LOOP]);
    expect(told(text)).toMatchObject([{ code: "stray_text", message: expect.stringContaining(button) }]);
  });
});

describe("what is wrong with code is reported", () => {
  test.each([
    ["the button of the page at its start", `Copy${LOOP}`, "marks"],
    ["an image as a link to another format", LOOP.replace("for", "!https://x.example/a.png!\nfor"), "marks"],
    ["a share line within", LOOP.replace("\n\n", "\nShare this post\n"), "line of the page"],
    ["an address within", LOOP.replace("\n\n", "\nhttps://alphanode.example/post/12\n"), "line of the page"],
    [
      "a sentence within",
      LOOP.replace("\n\n", "\nNobody reads what is written here, and yet it stands in the middle.\n"),
      "line of the page",
    ],
    ["empty lines within", LOOP.replace("\n\n", "\n\n\n\n"), "empty lines"],
    ["a second block", `${SHORT}\n\`\`\`\n\nsome words stand here.\n\n\`\`\`\n${LOOP}`, "line of the page"],
    ["a block that is not indented", "server {\nlisten 443;\n    root /srv;\n}", "indented"],
    ["white space that was collapsed", "SELECT id\n FROM orders\n WHERE total > 8;", "indented"],
  ])("%s", (_, text, message) => {
    const found = told(withCode(`\`\`\`\n${text}\n\`\`\``));
    expect(found.map((issue) => issue.message).join("\n")).toContain(message);
    expect(found.map(({ code }) => code)).toContain("unusual_article");
  });

  test("but whole code is not", () => {
    for (const text of [
      LOOP,
      YAML,
      "server {\n    listen 443;\n}",
      "SELECT id\n  FROM orders\n WHERE total > 8;",
    ])
      expect(told(withCode(`\`\`\`\n${text}\n\`\`\``))).toEqual([]);
  });
});

describe("paragraphs that were cut in two are reported", () => {
  const [article = "", box = ""] = postToMarkdown(post).split(/(?=\n#+ alphanode post meta\n)/i);

  test.each([
    ["within a sentence", article.replace(/(?<=## production checks\n\n\S+ \S+ \S+) /i, "\n\n")],
    ["after a sentence of the final notes", `${article.trimEnd()}\n\nand another sentence stands here.\n`],
  ])("%s", (_, cut) => {
    expect(cut).not.toBe(article);
    expect(told(cut + box).map(({ code }) => code)).toContain("unusual_article");
  });
});
