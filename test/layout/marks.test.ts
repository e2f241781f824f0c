import { readFileSync } from "node:fs";
import { type PostMeta, parsePost, safeParseArticle, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";

/** One post in the marks of languages beside Markdown, and as files of PDF and joined texts hold it. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);
const [article = "", box = ""] = base.split("\nalphanode post meta\n");

const codesAt = (text: string, ...path: (string | number)[]): string[] =>
  safeParsePost(text)
    .issues.filter((issue) => path.every((key, i) => issue.path[i] === key))
    .map(({ code }) => code);

/** Indents the lines of a text that are not blank. */
const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, " ".repeat(by));

/** The post in reStructuredText, within two containers. */
const restructured = `.. container:: page\n\n   .. container:: entry\n\n${indented(article, 6)}\n\n      .. rubric:: Alphanode Post Meta\n         :name: box\n\n${indented(box, 6)}`;

describe("reStructuredText", () => {
  test("containers are taken off with their indentation, rubrics are headings", () => {
    const { value } = safeParsePost(restructured);
    expect(value).toEqual(post);
  });

  test("code stands under two colons, by itself or of a directive", () => {
    const text = `a title of words\n\nan intro that says something.\n\nwhy this matters\n\na paragraph of words.\n\n::\n\n   on: push\n   jobs:\n     - test\n\nproduction checks\n\nsome more words.\n\n.. code-block:: bash\n   :linenos:\n\n   echo "$x"\n\nfinal notes\n\nthe end of it.\n`;
    const { value } = safeParseArticle(text);
    const blocks = value.sections?.slice(0, 2).map((section) => section.blocks.at(-1));
    expect(blocks).toEqual([
      { type: "code", text: "on: push\njobs:\n  - test" },
      { type: "code", text: 'echo "$x"' },
    ]);
  });
});

/** The box with its rows written anew: the value rows, and the lists with their items. */
const rewritten = (
  value: (label: string, value: string) => string,
  list: (label: string, items: string[]) => string,
) =>
  `${article}\nalphanode post meta\n${box
    .replace(
      /^(stack|tools|checklist|notes|score|ai outline)\n((?: +• .*\n)+)/gm,
      (_, label: string, items: string) =>
        list(
          label,
          items
            .trimEnd()
            .split("\n")
            .map((line) => line.replace(/^ +• /, "")),
        ),
    )
    .replace(/^(topic|summary|ai brief|difficulty|hash)(\S.*)$/gm, (_, label: string, text: string) =>
      value(label, text),
    )}`;

describe("boxes in other languages of marks", () => {
  test.each([
    [
      "AsciiDoc, whose cells say how they are shown",
      rewritten(
        (label, value) => `|*${label}* |${value}`,
        (label, items) => `|*${label}* a|\n${items.map((item) => `* ${item}`).join("\n")}\n`,
      ),
    ],
    [
      "Org, with anchors behind labels",
      rewritten(
        (label, value) => `*${label}*${value}\n`,
        (label, items) => `*${label}*<<>>\n${items.map((item) => `- ${item}`).join("\n")}\n`,
      ),
    ],
    [
      "reStructuredText, with a space that is none",
      rewritten(
        (label, value) => `**${label}**\\ ${value}\n`,
        (label, items) => `**${label}**\n\n${items.map((item) => `-  ${item}`).join("\n")}\n`,
      ),
    ],
  ])("%s", (_, text) => {
    expect(safeParsePost(text).value).toEqual(post);
  });
});

test("a value over two lines beside its label goes together, as a table of a terminal has it", () => {
  const { topic, summary, difficulty, hash, viewCount } = post.meta;
  const pad = " ".repeat(17);
  const [first = "", ...more] = summary.match(/.{1,40}(?: |$)/g) ?? [];
  const rows = [
    `  Topic          ${topic.replace(/ (?=\S+$)/, `\n${pad}`)}`,
    `${pad}S${first.slice(1)}`,
    `  Summary        ${more[0]}`,
    ...more.slice(1).map((line) => pad + line),
    `  Difficulty     ${difficulty}`,
    `  View Count     ${viewCount}`,
    `  Hash           ${hash}`,
  ];
  const { value } = safeParsePost(`${article}\nalphanode post meta\n\n${rows.join("\n")}\n`);
  expect(value.meta).toMatchObject({ topic, summary: `S${summary.slice(1)}`, hash });
});

test("a row that says what is nested under it says nothing more", () => {
  const text = base.replace("\ntools\n", `\ntools ${post.meta.tools.join("")}\n`);
  expect(text).not.toBe(base);
  const { value } = safeParsePost(text);
  expect(value).toEqual(post);
});

describe("texts of PDF", () => {
  test("letters that were put into one are read apart, in labels, headings, code and values", () => {
    const text = base.replace(/ffi|fi|fl|ff/g, (letters) =>
      String.fromCharCode({ ff: 0xfb00, fi: 0xfb01, fl: 0xfb02, ffi: 0xfb03 }[letters] ?? 0),
    );
    expect(text).toMatch(/[\ufb00-\ufb03]/);
    expect(safeParsePost(text).value).toEqual(post);
  });

  test("a sentence whose label stands beside its second line goes together", () => {
    const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
    const { topic, summary } = post.meta;
    const cut = summary.indexOf(" ", summary.length / 2);
    const text = base
      .replace(`\nsummary${summary}\n`, "\n")
      .replace(
        `\ntopic${topic}\n`,
        `\nTopic\n\n${capital(topic)}\n${capital(summary.slice(0, cut))}\nSummary\n${summary.slice(cut + 1)}\n`,
      );
    const { value } = safeParsePost(text);
    expect(value.meta?.summary).toBe(capital(summary));
    expect(value.meta?.topic).toBe(capital(topic));
  });
});

test("a page whose texts were joined at bars is read line by line, and that is reported", () => {
  const text = base
    .split("\n")
    .filter((line) => !/^[|\s]*$/.test(line))
    .map((line) => line.trim().replace(/^• /, ""))
    .join("|");
  const result = safeParsePost(text);
  expect(result.value.title).toBe(post.title);
  expect(result.value.meta?.hash).toBe(post.meta.hash);
  expect(result.issues.map(({ code }) => code)).toContain("run_together");
});

describe("signs of wikis", () => {
  const bold = base.replace(/^(difficulty|reading time|hash)/gm, "'''$1'''");

  test("three quotes around a label are marks of bold", () => {
    expect(safeParsePost(bold).value).toEqual(post);
  });

  test.each(["%%//%%", "''//''"])("an address with %s", (slashes) => {
    const url = post.meta.imageSources[0]?.url ?? "";
    const text = bold.replace(url, url.replace("//", slashes));
    expect(text).not.toBe(bold);
    expect(safeParsePost(text).value).toEqual(post);
  });
});

describe("signs that a layout left in a value are reported", () => {
  const bold = base.replace(/^(difficulty|reading time|hash)/gm, "**$1** ");

  test.each<[key: keyof PostMeta, value: string, shown: string]>([
    ["topic", post.meta.topic, post.meta.topic.replace(" / ", "       / ")],
    ["aiBrief", post.meta.aiBrief, `<var>${post.meta.aiBrief}</var>`],
  ])("%s", (key, value, shown) => {
    const text = bold.replace(value, shown);
    expect(safeParsePost(text).value.meta[key]).toBe(shown);
    expect(codesAt(text, "meta", key)).toEqual(["unusual_value"]);
  });

  test("but not in a text as the site writes it, where they are its own", () => {
    const text = base.replace("• cron", "• *");
    expect(safeParsePost(text).value.meta.tools?.[3]).toBe("*");
    expect(codesAt(text, "meta", "tools")).toEqual([]);
  });
});

describe("what is run into an article is reported", () => {
  test("a title with all of the box in it", () => {
    const text = `topic${post.meta.topic}summary${post.meta.summary}ai brief${post.meta.aiBrief.slice(0, -1)}`;
    expect(codesAt(text, "title")).toContain("unusual_article");
  });

  test("images that the box has a label for, whose sources are lost", () => {
    const bare = base
      .replace(/\nimage sources\n(?: +• .*\n)+/, "\nimage sources\n")
      .replace(/^(.+)\n\1\. image source: .*\n/gm, "");
    expect(bare).not.toContain("image source:");
    expect(codesAt(bare, "sections")).toContain("unmatched_images");
  });

  test("a checklist that is gone from the article, where that of the box cannot be read", () => {
    const bare = base
      .replace(/implementation checklist\n\n(?: *• .*\n)+/, "")
      .replace(/\nchecklist\n(?: +• .*\n)+/, "\nchecklist\n");
    expect(bare).not.toBe(base);
    expect(codesAt(bare, "sections")).toContain("unusual_article");
  });
});

describe("the number of a page within an article is reported", () => {
  const paragraph = "\nwrite the way back before the way forward.";
  test.each([
    ["before a paragraph", (text: string) => text.replace(paragraph, `\nPage 2 of 4${paragraph}`)],
    ["apart", (text: string) => text.replace(paragraph, `\nPage 2 of 4\n${paragraph}`)],
    ["between dashes", (text: string) => text.replace(paragraph, `\n- 12 -\n${paragraph}`)],
    ["alone", (text: string) => text.replace(paragraph, `\n7${paragraph}`)],
    ["before code", (text: string) => text.replace("\nsystemctl list", "\npage 3\nsystemctl list")],
    [
      "among items",
      (text: string) => text.replace("\n  • test the smallest", "\n\nPage 2 of 4\n  • test the smallest"),
    ],
  ])("%s", (_, change) => {
    const text = change(base);
    expect(text).not.toBe(base);
    expect(safeParsePost(text).issues).not.toEqual([]);
  });
});
