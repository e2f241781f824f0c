import { readFileSync } from "node:fs";
import { parsePost, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";

/** What programs write around the rows of a box: drawers of Org, comments, tags of Muse, marks of XWiki. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);
const at = base.indexOf("alphanode post meta");

/** The base with its box written anew. */
const boxed = (change: (box: string) => string): string => base.slice(0, at) + change(base.slice(at));

/** The labels that stand alone on their lines, and those right before a value. */
const LABELS =
  /^(topic|summary|ai brief|code language|difficulty|reading time|view count|reference|hash)(?=\S)(.*)$|^([a-z ]+)$(?=\n +•)/gm;

test("drawers of Org under headings are left out", () => {
  const drawer = (name: string): string => `:PROPERTIES:\n:CUSTOM_ID: ${name.replace(/ /g, "-")}\n:END:\n`;
  const text = boxed((box) =>
    box
      .replace(LABELS, (_, label = "", value = "", alone = "") => {
        const name = label + alone;
        return `\n*** ${name}\n${drawer(name)}${value}`;
      })
      .replace(/^ +• /gm, "- ")
      .replace("alphanode post meta\n", `** alphanode post meta\n${drawer("alphanode post meta")}`),
  );
  expect(safeParsePost(text).value.meta).toEqual(post.meta);
});

test("a drawer that is not closed stays", () => {
  const text = base.replace(
    "\nproduction checks\n",
    "\nproduction checks\n\n:PROPERTIES:\n:a: b\nsome words of it.\n",
  );
  expect(JSON.stringify(safeParsePost(text).value)).toContain(":PROPERTIES:");
});

test("comments of HTML in the cells of a table are left out", () => {
  const text = boxed((box) =>
    box
      .replace(LABELS, (_, label = "", value = "", alone = "") =>
        label ? `| **${label}** <!-- a --> | ${value} <!-- b --> |` : `| **${alone}** <!-- a --> |`,
      )
      .replace("alphanode post meta\n\n", "## alphanode post meta\n\n<!-- table -->\n"),
  );
  expect(safeParsePost(text).value.meta).toEqual(post.meta);
});

test("a comment in one value alone is its own", () => {
  const text = boxed((box) => box.replace(/(?<=\n {2}• problem: .*)$/m, " <!-- a -->"));
  expect(safeParsePost(text).value.meta?.aiOutline?.problem).toBe(
    `${post.meta.aiOutline.problem} <!-- a -->`,
  );
});

test("addresses in the tags of Muse are read without them", () => {
  const text = boxed((box) =>
    box
      .replace(LABELS, (_, label = "", value = "", alone = "") => `*${label + alone}*: ${value}`)
      .replace(/(url: )(.*)/g, "$1<verbatim>$2</verbatim>"),
  );
  expect(safeParsePost(text).value.meta?.imageSources).toEqual(post.meta.imageSources);
});

describe("the marks of XWiki", () => {
  const items = (box: string): string =>
    box
      .replace(/^ {4}• (name|source): /gm, "*. **. **$1:** ")
      .replace(/^ {4}• ([a-z]+): /gm, "**. **$1:** ")
      .replace(/^ {2}• ([a-z ]+): (?=.)/gm, "*. **$1:** ")
      .replace(/^ {2}• /gm, "*. ")
      .replace(/\/\//g, "~/~/");
  const heading = '== alphanode post meta {{id name="alphanode-post-meta" /}}==\n';

  test("in paragraphs", () => {
    const text = boxed((box) =>
      items(box)
        .replace(LABELS, (_, label = "", value = "") => `**${label}**\\\\${value}\n`)
        .replace(
          /^(ai outline|stack|tools|score|revision|flags|checklist|entities|image sources|payload|notes)$/gm,
          "\n**$1**\n",
        )
        .replace("alphanode post meta\n", heading),
    );
    expect(text).toContain("**topic**\\\\");
    expect(safeParsePost(text).value.meta).toEqual(post.meta);
  });

  test("in the cells of a table", () => {
    const text = boxed((box) =>
      items(box)
        .replace(LABELS, (_, label = "", value = "") => `|${label} |{{code}}${value}{{/code}}`)
        .replace(
          /^(ai outline|stack|tools|score|revision|flags|checklist|entities|image sources|payload|notes)\n((?:\*.*\n)+)/gm,
          "|$1 |((($2)))\n",
        )
        .replace("alphanode post meta\n", heading),
    );
    expect(text).toContain("|stack |(((*. ");
    expect(safeParsePost(text).value.meta).toEqual(post.meta);
  });
});
