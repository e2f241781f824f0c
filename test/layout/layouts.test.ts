import { readFileSync } from "node:fs";
import {
  type ParseResult,
  type PartialPost,
  type Post,
  parsePost,
  postToMarkdown,
  safeParsePost,
} from "alphanode-post";
import { describe, expect, test } from "vitest";
import { wrapLine } from "../support/wrap.ts";

/** One post in the layouts of extractors: however its lines were laid out, it is read as what it is. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);
const markdown = postToMarkdown(post);

const codesOf = ({ issues }: ParseResult<Post, PartialPost>): string[] => [
  ...new Set(issues.map(({ code }) => code)),
];

/** Replaces one text in another that must have it. */
function put(text: string, before: string | RegExp, after: string): string {
  const changed = text.replace(before, () => after);
  expect(changed).not.toBe(text);
  return changed;
}

const [article = "", box = ""] = base.split("\nalphanode post meta\n");
const code = post.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === "code");
const codeText = code?.type === "code" ? code.text : "";

/** The box as a table whose labels stand in a column of their own, beside the middle of their lines. */
function inColumns(text: string): string {
  const rows: { label: string; lines: string[] }[] = [];
  const labels = [
    "topic",
    "summary",
    "ai outline",
    "ai brief",
    "stack",
    "tools",
    "code language",
    "difficulty",
    "reading time",
    "view count",
    "score",
    "revision",
    "reference",
    "hash",
    "flags",
    "checklist",
    "entities",
    "image sources",
    "payload",
    "notes",
  ];
  for (const line of text.split("\n").filter((one) => one.trim() !== "" && !/^similar posts/i.test(one))) {
    const label = labels[rows.length];
    if (label !== undefined && line.startsWith(label))
      rows.push({ label, lines: line.length > label.length ? [line.slice(label.length)] : [] });
    else rows.at(-1)?.lines.push(line.replace(/^ *• /, "  * "));
  }
  return rows
    .flatMap(({ label, lines }) => {
      const middle = Math.floor((lines.length - 1) / 2);
      return lines.map((line, i) => `  ${(i === middle ? label : "").padEnd(15)}${line}`);
    })
    .join("\n");
}

describe("a box is read as it is", () => {
  test.each<[string, string]>([
    ["in Markdown", markdown],
    ["in Markdown whose bold labels are headings", markdown.replace(/^\*\*([a-z ]+)\*\*$/gm, "### $1")],
    ["in two columns", `${article}\nalphanode post meta\n\n${inColumns(box)}\n`],
    [
      "in two columns under a head row",
      `${article}\nalphanode post meta\n\n  field          value\n${inColumns(box)}\n\nshare this\n`,
    ],
    ["with its lists without bullets", base.replace(/^ +• /gm, "")],
    ["with other bullets", `${article}\nalphanode post meta\n${box.replace(/•/g, "□")}`],
    ["with bullets of another encoding", `${article}\nalphanode post meta\n${box.replace(/•/g, "â€¢")}`],
    [
      "with its rows as items",
      `${article}\nalphanode post meta\n${box.replace(/^(?=[a-z])/gm, "- ").replace(/^ +• /gm, "  - ")}`,
    ],
    [
      "with values under their labels",
      `${article}\nalphanode post meta\n${box.replace(/^(code language|difficulty|reading time|view count|reference|hash|summary|topic|ai brief)(?=\S)/gm, "$1\n")}`,
    ],
    [
      "as a table of bars",
      `${article}\nalphanode post meta\n${box.replace(/^(code language|difficulty|reading time|view count|reference|hash|summary|topic|ai brief)(\S.*)$/gm, "| $1 | $2 |")}`,
    ],
    [
      "with tags",
      `${article}\nalphanode post meta\n${box.replace(/^ +• (.*)$/gm, "<li>$1</li>").replace(/^(code language|difficulty|reading time|view count|reference|hash|summary|topic|ai brief)(\S.*)$/gm, "<tr><th>$1</th><td>$2</td></tr>")}`,
    ],
    [
      "with its labels fused to the values before",
      put(
        put(put(base, "\ncode language", "code language"), "\ndifficulty", "difficulty"),
        "\nreading time",
        "reading time",
      ),
    ],
    ["over its article", `alphanode post meta\n${box.replace(/\nsimilar posts[\s\S]*/i, "")}\n\n${article}`],
  ])("%s", (_, text) => {
    expect(safeParsePost(text).value.meta).toEqual(post.meta);
  });

  test("with references to characters, soft hyphens and digits as wide as Chinese letters", () => {
    const digits = String(post.meta.viewCount).replace(/\d/g, (digit) =>
      String.fromCharCode(0xff10 + Number(digit)),
    );
    const odd = put(put(markdown, String(post.meta.viewCount), digits), "beginner", "b&#101;g&#x69;nner");
    const text = put(put(odd, "difficulty", "diffi\u00adculty"), "expanded", "exp&amp;anded&#0;&nbsp;\u2011");
    const { meta } = safeParsePost(text).value;
    expect(meta?.viewCount).toBe(post.meta.viewCount);
    expect(meta?.difficulty).toBe("beginner");
    expect(meta?.revision?.status).toBe("exp&anded&#0; -");
  });

  test("with labels over two lines, and commas after items", () => {
    const read = (before: string | RegExp, after: string) =>
      safeParsePost(put(base, before, after)).value.meta;
    const { tools, readingTime } = post.meta;
    expect(read(/\nreading time(\d+)/, `\nreading\ntime\n${readingTime}`)).toMatchObject({ readingTime });
    expect(
      read(/\ntools\n(?: {2}• .*\n)+/, `\ntools\n${tools.map((tool) => `* ${tool},`).join(" ")}\n`),
    ).toMatchObject({ tools });
  });

  test("and refused where its items have nothing between them", () => {
    const tools = post.meta.tools.join(" ");
    const result = safeParsePost(put(base, /\ntools\n(?: {2}• .*\n)+/, `\ntools: ${tools}\n`));
    expect(result.value.meta?.tools).toBeUndefined();
    expect(codesOf(result)).toContain("uncertain_value");
  });
});

/** The Markdown of a post, with a stretch of its article changed. */
const changed = (before: string | RegExp, after: string): ParseResult<Post, PartialPost> =>
  safeParsePost(put(markdown, before, after));

describe("an article is read as it is", () => {
  test.each<[string, string | RegExp, string]>([
    ["with fences of tildes", /```[a-z]*\n([\s\S]*?)\n```/, `~~~bash\n${codeText}\n~~~`],
    ["with code in tags", /```[a-z]*\n([\s\S]*?)\n```/, `<pre><code>${codeText}</code></pre>`],
    ["with indented code", /```[a-z]*\n([\s\S]*?)\n```/, codeText.replace(/^(?=.)/gm, "    ")],
    ["under front matter", /^/, `---\ntitle: "${post.title}"\ndate: 2024-03-05\n---\n\n`],
    ["under furniture", /^/, "AlphaNode\n\nHome\n\nBy editor on March 5, 2024\n\n"],
    ["under category links", /^/, "[DevOps](/c/devops) | [Bash](/c/bash)\n\n"],
    [
      "with headings underlined",
      /^## the practical approach$/im,
      "the practical approach\n----------------------",
    ],
    ["with bold headings", /^## production checks$/im, "**production checks**"],
    ["with anchors before headings", /^(?=## production checks$)/im, '<a id="x1"></a>'],
    ["with headings of Textile", /^## production checks$/im, "h2(#production-checks). production checks"],
    ["with headings of Jira", /^## production checks$/im, "h2. {anchor:checks}production checks"],
    ["with a heading right behind the line above", /\n\n(?=## production checks$)/im, ""],
  ])("%s", (_, before, after) => {
    const { value } = changed(before, after);
    expect(value.title).toBe(post.title);
    expect(value.intro).toEqual(post.intro);
    expect(value.sections).toEqual(post.sections);
  });

  const items = post.meta.checklist;
  const list = /(?<=implementation checklist\n\n)(?:[-*•] .*\n)+/i;

  test.each<[string, string, string | undefined]>([
    ["lost its bullets", `${items.join("\n")}\n`, "missing_bullet"],
    ["has other bullets", items.map((item) => `+ ${item}\n`).join(""), undefined],
    ["stands on one line", `• ${items.join(" • ")}\n`, "flattened_list"],
    ["is fused on one line, as the box has it apart", `${items.join("")}\n`, "flattened_list"],
    ["has a bullet at its first item alone", `- ${items.join("\n")}\n`, "missing_bullet"],
    ["has a page number within", `${items[0]}\n3\n${items.slice(1).join("\n")}\n`, "stray_text"],
  ])("where its checklist %s", (_, text, issue) => {
    const result = changed(list, text);
    const found = result.value.sections?.flatMap(({ blocks }) => blocks).find(({ type }) => type === "list");
    expect(found).toEqual({ type: "list", items });
    if (issue !== undefined) expect(codesOf(result)).toContain(issue);
  });

  const image = post.intro.find(({ type }) => type === "image");
  const caption = image?.type === "image" ? image.caption : "";
  const lines = /!\[[^\]]*\]\([^)]*\)\s+.*image source: \S+/i;
  const source = image?.type === "image" ? image.source : "";

  test.each<[string, string]>([
    [
      "with its address in brackets",
      `${caption} [https://x.example/a.png]${caption}. image source: ${source}`,
    ],
    ["with its alt text in brackets", `[${caption}]\n${caption}. image source: ${source}`],
    ["all of it in brackets", `[${caption}. image source: ${source}]`],
    ["with its alt text glued to its caption", `${caption}${caption}. image source: ${source}`],
    ["with its caption in italics", `*${caption}. image source: ${source}*`],
    [
      "as a link to the whole of it",
      `[![${caption}](https://x.example/a.png)](https://x.example/b.png)\n\n${caption}. image source: ${source}`,
    ],
    ["as DokuWiki has it", `{{https://x.example/a.png|\n${caption}. Image source: ${source}}}`],
    [
      "that is loaded late, with its fallback",
      `${caption} [data:image/gif;base64,R0lG=]${caption} [https://x.example/a.png]\n\n${caption}. image source: ${source}`,
    ],
    ["as AsciiDoc has it", `image::https://x.example/a.png[${caption}. Image source: ${source}]`],
    [
      "over several lines, with attributes",
      `![${caption}. Image source:\n${source}](https://x.example/a.png){width="8"}`,
    ],
    [
      "in tags over several lines",
      `<figure>\n<img src="https://x.example/a.png"\nalt="${caption}" />\n<figcaption aria-hidden="true">${caption.replace(/ (?=\S+ \S+$)/, "\n")}. Image source: ${source}</figcaption>\n</figure>`,
    ],
    [
      "with its alt text twice",
      `![${caption}](https://x.example/a.png)\n\n![${caption}](https://x.example/a.png)\n\n${caption}. image source: ${source}`,
    ],
  ])("where an image stands %s", (_, text) => {
    expect(changed(lines, text).value.intro).toEqual(post.intro);
  });

  test("with headings of AsciiDoc, or with identifiers", () => {
    const asciidoc = markdown.replace(/^#+ /gm, (marks) => `=${marks.replaceAll("#", "=")}`);
    expect(safeParsePost(asciidoc).value).toMatchObject({ title: post.title, intro: post.intro });
    const identified = markdown.replace(/^(#+ .*)$/gm, "$1 {#here .entry-title}");
    expect(safeParsePost(identified).value).toMatchObject({ title: post.title, sections: post.sections });
  });

  test("where its title was wrapped", () => {
    const wrapped = base.replace(post.title, post.title.replace(" with simple", "\nwith simple"));
    expect(wrapped).not.toBe(base);
    expect(safeParsePost(wrapped.replace("\n\n", "\n\nHome\n\nAbout\n\n")).value.title).toBe(post.title);
  });

  test("where title, intro and images stand on one line", () => {
    const head = article.slice(0, article.indexOf("the practical approach"));
    const flat = `Home About DevOps | Bash ${head.replace(/[|\s]+/g, " ").trim()}\n\n`;
    const { value } = safeParsePost(base.replace(head, flat));
    expect(value.title).toBe(post.title);
    expect(value.intro).toEqual(post.intro);
  });

  test("in the XML of trafilatura", () => {
    const block = (one: Post["intro"][number]): string => {
      if (one.type === "paragraph") return `<p>${one.text}</p>`;
      if (one.type === "image") return `<p>${one.caption}. Image source: ${one.source}</p>`;
      if (one.type === "code") return `<quote>\n<code>${one.text}</code>\n</quote>`;
      return `<list rend="ul">\n${one.items.map((item) => `  <item>${item}</item>`).join("\n")}\n</list>`;
    };
    const rows = box
      .split(/\n(?=\S)/)
      .filter((field) => field.includes("\n") || /^(?:topic|hash)/.test(field))
      .map((field) => {
        const [label = "", ...lines] = field.split("\n");
        const [, name = label, value = ""] = /^(topic|hash)(.*)$/.exec(label) ?? [];
        const list = lines.map((line) => `<item>${line.replace(/^\s*• /, "")}</item>`).join("\n");
        return `<row>\n<cell>${name}</cell>\n<cell>${list === "" ? value : `<list>\n${list}\n</list>`}</cell>\n</row>`;
      });
    const xml = [
      '<doc fingerprint="0"><main>',
      `<head rend="h1">${post.title}</head>`,
      ...post.intro.map(block),
      ...post.sections.flatMap(({ heading, blocks }) => [
        `<head rend="h2">${heading}</head>`,
        ...blocks.map(block),
      ]),
      '<head rend="h3">AlphaNode Post Meta</head>',
      `<table>\n${rows.join("\n")}\n</table>`,
      "</main></doc>",
    ].join("\n    ");
    const { value } = safeParsePost(xml);
    expect(value).toMatchObject({ title: post.title, intro: post.intro });
    const { topic, hash, stack, tools, checklist, score, flags } = post.meta;
    expect(value.meta).toMatchObject({ topic, hash, stack, tools, checklist, score, flags });
  });

  test("under front matter without a title", () => {
    const result = changed(/^/, "---\ndate: 2024-03-05\n---\n\n");
    expect(result.value.title).toBe(post.title);
    expect(codesOf(result)).toContain("stray_text");
  });

  test("with a rule at its top that ends nothing", () => {
    expect(changed(/^/, "---\n\n").value.sections?.at(-1)).toEqual(post.sections.at(-1));
  });

  test("with a fence that nothing closes", () => {
    const result = changed(/```\n(?!\w)/, "\n");
    expect(result.value.meta).toEqual(post.meta);
    expect(result.value.title).toBe(post.title);
  });

  test("with a caption of references to characters", () => {
    const { value } = changed(
      /!\[[^\]]*\]\([^)]*\)\s+.*image source: \S+/i,
      "a &lt;b&gt; &quot;c&quot; &apos;d&apos;. image source: unsplash",
    );
    expect(value.intro?.find(({ type }) => type === "image")).toEqual({
      type: "image",
      caption: `a <b> "c" 'd'`,
      source: "unsplash",
    });
  });

  test("where a page goes on under it", () => {
    const text = `${markdown.replace(/## similar posts[\s\S]*/i, "")}\n\n## Similar Posts\n\n- a post of old\n\nLeave a Reply\n\nYour email address will not be published.\n`;
    const result = safeParsePost(text);
    expect(result.value.similarPosts).toEqual(["a post of old"]);
    expect(codesOf(result)).toContain("stray_text");
  });

  test("where all of its lines stand on one", () => {
    const result = safeParsePost(markdown.replace(/[#*`]|!\[[^\]]*\]\([^)]*\)/g, "").replace(/\s+/g, " "));
    expect(result.issues.some(({ path }) => path[0] !== "meta")).toBe(true);
  });
});

describe("what an extractor left of a post is read, or reported", () => {
  /** Reads the post of the fixture with a change, and gives what its article is. */
  const read = (before: string | RegExp, after: string): ReturnType<typeof safeParsePost> =>
    safeParsePost(put(base, before, after));

  test.each<[string, string | RegExp, string]>([
    ["its categories on its line", /^\| \| \|\n\n/, "Linux | Bash | kim"],
    ["itself and the name of the site before it", /^\| \| \|\n\n/, `${post.title} - AlphaNode`],
    ["a stop behind it", post.title, `${post.title}.`],
  ])("a title with %s", (_, before, after) => {
    expect(read(before, after).value.title).toBe(post.title);
  });

  test("a title that is wrapped in a text without a box", () => {
    const [head = "", rest = ""] = article.split(post.title);
    const [first = "", second = ""] = post.title.split(/ (?=with simple)/);
    const text = `${head}AlphaNode\n\nHome\n\n${first}\n${second}${rest}`;
    expect(safeParsePost(text).value.title).toBe(post.title);
  });

  test("a title that holds what a page shows beside it is reported", () => {
    const result = safeParsePost(put(article, post.title, "DevOps | Bash | kim"));
    expect(result.issues).toContainEqual(
      expect.objectContaining({ code: "unusual_article", path: ["title"] }),
    );
  });

  test("headings with a stop, and one at the end of the line above", () => {
    const spoken = put(
      put(base, "\n\nproduction checks\n", "\n\nproduction checks.\n"),
      /\n\nimplementation checklist\n/,
      " Implementation Checklist.\n",
    );
    const { value } = safeParsePost(spoken);
    expect(value.sections?.map(({ heading }) => heading.toLowerCase())).toEqual(
      post.sections.map(({ heading }) => heading),
    );
  });

  test("a section that a sentence names stays in its sentence", () => {
    const text = put(base, "let people sleep.", "let people sleep, as told under Final Notes");
    expect(safeParsePost(text).value.sections).toHaveLength(post.sections.length);
  });

  test("code that starts on the line of a paragraph", () => {
    const { value } = read(`sleep.\n\n${codeText}`, `sleep. ${codeText}`);
    expect(value.sections).toEqual(post.sections);
  });

  test("a paragraph that goes on over two lines is no code", () => {
    const text = put(
      base,
      "let people sleep.",
      "let people sleep. a chart named by old_key &\nnew_key is none.",
    );
    const blocks = safeParsePost(text).value.sections?.[1]?.blocks.map(({ type }) => type);
    expect(blocks).toEqual(["paragraph", "code"]);
  });

  const captionLines = /\n(.*visual reference 1)\n\1\. image source: \S+/;
  const [first] = post.intro.filter(({ type }) => type === "image");

  test("an image without a caption has its source from its address, which is reported", () => {
    const caption = first?.type === "image" ? first.caption : "";
    const result = read(captionLines, `\n![${caption}](https://loremflickr.com/1200/630/a.png)`);
    expect(result.value.intro).toEqual(post.intro);
    expect(codesOf(result)).toContain("missing_caption");
  });

  test("two images whose lines were wrapped into one another", () => {
    const [one, two] = ["an owl that waits on a pole by night", "a fox that sleeps under a hedge by day"];
    const image = (text: string, host: string): string =>
      `![${text}](https://x.example/a.png)${text}. image source: ${host}`;
    const lines = put(
      markdown,
      /!\[[^\]]*\]\([^)]*\)\s+.*image source: \S+/,
      `${image(one, "unsplash")} ${image(two, "placehold.co")}`,
    ).split("\n");
    const wrapped = lines.map((line) => wrapLine(line, 78)).join("\n");
    expect(wrapped).toMatch(/source:[^\n]*!\[/);
    const { value } = safeParsePost(wrapped);
    expect(value.intro?.slice(1)).toEqual([
      { type: "image", caption: one, source: "unsplash" },
      { type: "image", caption: two, source: "placehold.co" },
    ]);
  });

  const bulleted = /(?<=implementation checklist\n\n)(?: +• .*\n)+/;

  test.each([
    ["glued", "Capture the state\u200bCreate a copyTest a change"],
    ["apart", "Capture the state Create a copy Test a change"],
  ])("items that start with capitals, %s on one line", (_, line) => {
    const result = read(bulleted, `${line.replace("\u200b", "")}\n`);
    const list = result.value.sections?.flatMap(({ blocks }) => blocks).find(({ type }) => type === "list");
    expect(list).toEqual({ type: "list", items: ["Capture the state", "Create a copy", "Test a change"] });
    expect(codesOf(result)).toContain("flattened_list");
  });

  test("items with a name in capitals are not cut at it", () => {
    const result = read(bulleted, "Restart the Redis cluster Check Linux logs\n");
    expect(result.value.sections?.flatMap(({ blocks }) => blocks).some(({ type }) => type === "list")).toBe(
      false,
    );
    expect(codesOf(result)).toContain("unusual_article");
  });

  test.each([
    ["two signs", "- - "],
    ["two bullets", "• • "],
    ["bullets of a word processor's own font", "\uf0a7 "],
    ["keycaps", "1\ufe0f\u20e3 "],
    ["numbers in circles", "① "],
    ["stars of chats", "⭐ "],
    ["the box of a task", "- [ ] "],
  ])("lists whose items have %s", (_, bullets) => {
    const { value } = safeParsePost(base.replace(/^ +• /gm, bullets));
    expect(value.meta).toEqual(post.meta);
    expect(value.sections).toEqual(post.sections);
  });

  test.each<[string, (label: string) => string]>([
    ["with underscores", (label) => label.replace(/ /g, "_")],
    ["with hyphens", (label) => label.replace(/ /g, "-")],
    [
      "as the names of variables",
      (label) => label.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase()),
    ],
  ])("labels that are spelled %s", (_, spelled) => {
    const labels =
      /^((?: +• )?)(ai outline|ai brief|code language|reading time|view count|image sources|(?:recommended action|last reviewed|ai generated style|has images|image heavy|needs human review|source id)(?=:))/gm;
    const { value } = safeParsePost(
      base.replace(labels, (_all, before: string, label: string) => before + spelled(label)),
    );
    expect(value.meta).toEqual(post.meta);
  });

  test.each(["ai-generated-style", "needs_human_review"])(
    "a label of an entry alone that is spelled %s",
    (spelled) => {
      const label = spelled.replace(/[-_]/g, " ");
      const { value } = safeParsePost(put(base, `• ${label}`, `• ${spelled}`));
      expect(value.meta).toEqual(post.meta);
    },
  );

  test("lists as YAML writes them in brackets", () => {
    const flat = base.replace(
      /^(stack|tools|notes)\n((?: {2}• .*\n)+)/gm,
      (_all, label: string, items: string) => {
        const all = items
          .trim()
          .split("\n")
          .map((item) => item.replace(/^ *• /, ""));
        return `${label}: [${all.join(", ")}]\n`;
      },
    );
    expect(safeParsePost(flat).value.meta).toEqual(post.meta);
  });

  test("entries alone that are spelled with underscores", () => {
    const spelled = (found: string): string => found.replace(/(?<=\w) (?=\w[\w ]*:)/g, "_");
    const { value } = safeParsePost(base.replace(/^ {2}• (?:ai|has|image|needs) [\w ]+:/gm, spelled));
    expect(value.meta).toEqual(post.meta);
  });

  test("one item that starts with a bullet is as it is", () => {
    const { value } = read("  • devops\n", "  • - devops\n");
    expect(value.meta.stack?.[1]).toBe("- devops");
  });

  test("code in tags within a text whose tags are gone", () => {
    const html = '<div class="a">\n  <p>b</p>\n  <p>c</p>\n</div>';
    const { value } = safeParsePost(
      put(put(base, codeText, html), /^(difficulty)(.*)$/m, "<tr><th>$1</th><td>beginner</td></tr>").replace(
        "$1",
        "difficulty",
      ),
    );
    expect(value.sections?.[1]?.blocks.at(-1)).toEqual({ type: "code", text: html });
  });

  test("code that lost its indentation is reported where a box says that the text is whole", () => {
    const flat = "on: [push]\njobs:\ntest:\nruns-on: linux";
    const told = { code: "unusual_article", path: ["sections"] };
    expect(read(codeText, flat).issues).toContainEqual(expect.objectContaining(told));
    expect(read(codeText, "jobs:\n  test: all").issues).not.toContainEqual(expect.objectContaining(told));
  });

  test("paragraphs without any heading are reported", () => {
    const text = "an owl at night\n\nthe owl sees all of it.\n\nthe mouse sees none of it.\n";
    expect(codesOf(safeParsePost(text))).toContain("article_cut_short");
  });

  test("spaces that do not break, in a list of other bullets", () => {
    const { value } = safeParsePost(base.replace(/•/g, "☆").replaceAll(" ", "\u00a0"));
    expect(value).toEqual(post);
  });
});

describe("the text of a post within JSON", () => {
  const json = JSON.stringify({ title: "x", raw: "short", text: base, tags: ["a"] });

  test("is read, though JSON is refused by name", () => {
    const result = safeParsePost(json);
    expect(result.success).toBe(false);
    expect(result.value).toEqual(post);
    expect(codesOf(result)).toEqual(["foreign_form"]);
    expect(result.issues[0]?.path).toEqual([]);
  });

  test("is read as far as it goes where it was cut off", () => {
    const result = safeParsePost(json.slice(0, json.indexOf("view count")));
    expect(result.value.meta.difficulty).toBe(post.meta.difficulty);
    expect(codesOf(result)).toContain("missing_field");
  });

  test("has positions in what was given", () => {
    const text = json.replace("difficultybeginner", "difficultybegginer");
    const issue = safeParsePost(text).issues.find(({ path }) => path[1] === "difficulty");
    expect(text.slice(issue?.position.start.offset, issue?.position.end.offset)).toBe("begginer");
  });

  test("is none where its strings hold tags, or few lines", () => {
    expect(safeParsePost(JSON.stringify({ content: `<p>${base}</p>` })).value).toEqual({ meta: {} });
    expect(safeParsePost(JSON.stringify({ text: "one\ntwo" })).value).toEqual({ meta: {} });
  });
});

describe("forms that are no text are refused by name", () => {
  test.each<[string, string]>([
    ["PDF", "%PDF-1.7\n"],
    ["UTF-16", [...base.slice(0, 40)].join("\0")],
    ["a feed", '<?xml version="1.0"?><rss></rss>'],
    ["a page", "<!doctype html><html><body></body></html>"],
    ["JSON", '{"title": "x"}'],
    ["control characters", "A\u0001B\u0002C\u0003D\u0004E"],
  ])("%s", (_, text) => {
    expect(codesOf(safeParsePost(text))).toEqual(["foreign_form", "missing_meta_box"]);
  });
});
