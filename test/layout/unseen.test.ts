import { readFileSync } from "node:fs";
import { safeParsePost, splitPosts } from "alphanode-post";
import { describe, expect, test } from "vitest";

/** What no known tool does to a text: where it is not read as it was meant, that is reported where it stands. */

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/posts/${name}.txt`, import.meta.url), "utf8");

const text = read("two-images-bash");
const { value: whole } = safeParsePost(text);

type Edit = readonly [before: string | RegExp, after: string | ((found: string) => string)];

const edited = ([before, after]: Edit): string => {
  const changed = text.replace(before, typeof after === "string" ? () => after : after);
  expect(changed).not.toBe(text);
  return changed;
};

const told = (source: string): string[] =>
  safeParsePost(source).issues.map(({ code, path }) => `${code} ${path.slice(0, 2).join(".")}`);

/** The first section after the intro, once more. */
const twice = ((section) => section + section)(/\nproduction checks\n[\s\S]*?\n(?=\n)/.exec(text)?.[0] ?? "");

const CODE = "systemctl list-timers --all";
const CODES = new RegExp(`${CODE}\n.*`);
const SENTENCE = "the person who needs it will not be the person who wrote it.";
const FINAL = "can start where you stopped.";

describe("is reported", () => {
  test.each<[string, Edit, string]>([
    ["half a pair of units in a value", ["topicrunning", "topic\ud83drunning"], "unusual_value meta.topic"],
    ["a NUL in an item", ["journalctl\n", "journ\0ctl\n"], "unusual_value meta.tools"],
    ["a sign that could not be decoded, in a text", ["safe to", "sa\ufffde to"], "unusual_article sections"],
    ["a code of terminals without its first sign", ["• cron", "• [1mcron[0m"], "unusual_value meta.tools"],
    ["one with another in its place", ["• cron", "• ^[[1mcron^[[0m"], "unusual_value meta.tools"],
    ["a tab in an address", ["code,developer", "code,\tdeveloper"], "unusual_value meta.imageSources"],
    [
      "a sign alone over a caption",
      ["\nrunning scheduled tasks reliably with linux server operations visual reference 2\n", "\n§\n"],
      "unusual_article sections",
    ],
    ["a summary without its end", ["left behind.", "left behind"], "unusual_value meta.summary"],
    ["a topic of one part", [/^topic(.*) \/ .*$/m, "topicrunning tasks"], "unusual_value meta.topic"],
    [
      "the heading below the box at the end of the last note, too",
      ["is made up\n", "is made up Similar Posts\n"],
      "unusual_value meta.notes",
    ],
    ["a picture before the title", [/^/, "📌 "], "stray_text "],
    [
      "how many had to say something behind the title",
      [/^.*$/m, `${text.split("\n", 1)[0]} 3 comments`],
      "stray_text ",
    ],
    [
      "a heading one letter away from a known one",
      ["\nproduction checks\n", "\nproductoin checks\n"],
      "unusual_article sections.1",
    ],
    [
      "a heading with a space too many",
      ["\nproduction checks\n", "\nproduction  checks\n"],
      "unusual_article sections.1",
    ],
    [
      "a section that stands twice",
      [/\nproduction checks\n[\s\S]*?\n(?=\n)/, twice],
      "unusual_article sections.2",
    ],
    ["a checklist without its heading", ["\nimplementation checklist\n", "\n"], "unusual_article sections"],
    [
      "an item of the stack among the tools",
      ["  • bash\ntools\n", "tools\n  • bash\n"],
      "unusual_value meta.tools",
    ],
    [
      "a tool below another field",
      ["  • logs\ncode languagebash\n", "code languagebash\n  • logs\n"],
      "unusual_value meta.tools",
    ],
    [
      "a language that is not known, nor of the stack",
      ["code languagebash", "code languagebesh"],
      "unusual_value meta.codeLanguage",
    ],
    [
      "an address with the hyphen of a broken word",
      ["url: https://lorem", "url: https://lo‐rem"],
      "unusual_value meta.imageSources",
    ],
    [
      "an address whose slashes were marked",
      [/url: https:\/\//, "url: https:~/~/"],
      "unusual_value meta.imageSources",
    ],
    ["a sign of equality before a value", [/^topic/m, "topic = "], "unusual_value meta.topic"],
    ["a line of signs as an item", ["• git\n", "• ====\n"], "unusual_value meta.tools"],
    [
      "an anchor behind a title",
      ["step by step\n", "step by step *step-by-step*\n"],
      "unusual_article title",
    ],
    ["advertising under code", [CODES, `${CODE}\nls\nCopyAdvertisement`], "unusual_article sections"],
    [
      "code of one line with the sign of a script",
      [CODES, `#!/bin/bash ${CODE} ${CODE} ${CODE} ${CODE}`],
      "unusual_article sections",
    ],
    ["code whose lines are tags", [CODE, `<span class="line">${CODE}</span>`], "unusual_article sections"],
    [
      "code whose line ends were written out",
      [CODES, `${CODE}\\n${CODE}\\n${CODE}\\n`],
      "unusual_article sections",
    ],
    ["code whose quotation marks stand twice", [CODE, `echo ""${CODE}""`], "unusual_article sections"],
    ["code whose lines end in backslashes", [CODE, `set -e\\\n\\\n${CODE}`], "unusual_article sections"],
    ["an address without a scheme", [/url: https:\/\//, "url: "], "unusual_value meta.imageSources"],
    ["an address that was made harmless", [/url: https/, "url: hxxps"], "unusual_value meta.imageSources"],
    ["a topic that ends as a sentence", [/(?<=^topic.*)$/m, " and more."], "unusual_value meta.topic"],
    ["a stack of two items", ["  • devops\n", ""], "unusual_value meta.stack"],
    ["a label at the end of an item", ["bash\ntools\n", "bash tools\n"], "unusual_value meta.stack"],
    ["a sign apart from the last word", ["• git\n", "• git →\n"], "unusual_value meta.tools"],
    ["a word for none as an entry", [/generator: .*/, "generator: n/a"], "unusual_value meta.payload"],
    ["a tab in an item", ["• git\n", "• git\t3\n"], "unusual_value meta.tools"],
    [
      "a button behind a word",
      [/^code language.*$/m, "code languagebashcopy"],
      "unusual_value meta.codeLanguage",
    ],
    ["a sign behind a word", [/^code language.*$/m, "code languagebash?"], "unusual_value meta.codeLanguage"],
    ["what a title is", ["linux server", "title: linux server"], "stray_text "],
    ["who sent a title", ["linux server", "[10:15] Kim: linux server"], "stray_text "],
    ["the site behind a title", ["step by step\n", "step by step → alphanode\n"], "stray_text "],
    [
      "signs behind a host",
      ["source: loremflickr.com\n", "source: loremflickr.com]]\n"],
      "unusual_article intro",
    ],
    [
      "a known heading with a sign",
      ["production checks\n", "production checks?\n"],
      "unusual_article sections",
    ],
    [
      "a known heading over two lines",
      ["production checks\n", "production\nchecks\n"],
      "unusual_article sections",
    ],
    [
      "a line of the page over the images of the intro",
      [
        "\nrunning scheduled tasks reliably with linux",
        "\nTranslated by a machine\n\nrunning scheduled tasks reliably with linux",
      ],
      "unusual_article sections.0",
    ],
    [
      "words alone in the intro",
      ["\nthe practical approach\n", "\nNEW\n\nthe practical approach\n"],
      "unusual_article intro",
    ],
    ["a first heading that is lost", ["the practical approach\n\n", ""], "unusual_article intro"],
    [
      "a first heading with a tag",
      ["the practical approach\n", "<b>the practical approach\n"],
      "unusual_article intro",
    ],
    [
      "a list of the headings",
      ["\nthe practical approach\n", "\nToggle\n\n  • final notes\n\nthe practical approach\n"],
      "unusual_article sections.0",
    ],
    [
      "code over a paragraph",
      ["\nproduction checks\n", "\nproduction checks\n\n$ ls -l | wc\n"],
      "unusual_article sections.1",
    ],
    [
      "a line under a heading",
      ["\nproduction checks\n", "\nproduction checks\n\nRead it aloud\n"],
      "unusual_article sections.2",
    ],
    [
      "an item cut in two by an empty line",
      ["the smallest change", "the smallest\n\nchange"],
      "unusual_article sections.3",
    ],
    ["a line of the page over code", [CODE, `Go Premium Today\n\n${CODE}`], "unusual_article sections"],
    ["an address over code", [CODE, `https://example.com/a\n\n${CODE}`], "unusual_article sections"],
    ["the name of a file over code", [CODE, `bin/run.sh\n\n${CODE}`], "unusual_article sections"],
    ["a remark over code", [CODE, `%% look at this %%\n\n${CODE}`], "unusual_article sections"],
    [
      "a caption line twice",
      [/^(running .*source: loremflickr\.com)$/m, (line: string) => `${line}\n${line}`],
      "unusual_article intro",
    ],
    [
      "the alt text of an image behind the last item",
      ["final note\nrunning", "final note running"],
      "unusual_article sections",
    ],
    ["bold words in an item", ["• write the", "• **write** the"], "unusual_article sections"],
    [
      "bold words in a title",
      ["linux server operations notes:", "**linux server** operations notes:"],
      "unusual_article title",
    ],
    [
      "the end of a marked title on the line below",
      [
        /^linux server .*$/m,
        "[Linux](/c/1) | [Shell](/c/2)\n\n# running scheduled tasks reliably on linux server operations\nhosts",
      ],
      "stray_text title",
    ],
    [
      "a colon apart in a title",
      [/^linux server .*$/m, "running scheduled tasks on friday nights : a field report"],
      "unusual_article title",
    ],
    [
      "a first heading in capitals that runs into the intro",
      [
        /\nrunning scheduled tasks reliably is rarely.*/,
        "\nWhy This Matters Running scheduled tasks is never urgent.",
      ],
      "unusual_article intro",
    ],
    ["a colon apart in a sentence", [/(?<=\nai brief.*): /, " : "], "unusual_value meta.aiBrief"],
    [
      "a fence above the title",
      ["linux server operations notes:", "```text\nlinux server operations notes:"],
      "stray_text ",
    ],
    [
      "the heading below the box behind an item that is not the last",
      ["is made up\n\nSimilar Posts", "is made up Similar Posts\n  • another post"],
      "unusual_value meta.notes",
    ],
    ["who signed an item", ["• watch logs", "— kim\n  • watch logs"], "unusual_article sections"],
    ["who signed a tool", ["  • git\n", "  • git\n— kim\n"], "unusual_value meta.tools"],
    [
      "a link from another site below the box",
      [/$/, "\n  • Pingback: links of the week"],
      "unusual_article similarPosts",
    ],
    [
      "items behind a sign that is no known bullet",
      [/ {2}• (?=systemd|journalctl|ss|cron|git|logs)/g, "  ~ "],
      "unusual_value meta.tools",
    ],
    [
      "items behind a letter for a bullet",
      [/^ {2}• (?=capture|create|test|watch|write)/gm, "  q "],
      "unusual_article sections",
    ],
    [
      "a line of the page below an item",
      ["after release\n", "after release\nAdvertisement\n"],
      "unusual_article sections.2",
    ],
    [
      "who wrote a post above its title",
      [/^linux server/m, "Kim Lee  10:15 AM\nlinux server"],
      "stray_text ",
    ],
    [
      "an entry below the label of the next list",
      [
        /( {2}• needs human review: .*\n)(checklist\n)/,
        (found: string) => found.replace(/(.*\n)(.*\n)/, "$2$1"),
      ],
      "unusual_value meta.checklist",
    ],
    ["a date for a version", [/version: .*/, "version: 01.09.2007"], "unusual_value meta.revision"],
    ["how YAML folds a sentence", ["\nsummary", "\nsummary: >-\n  "], "unusual_value meta.summary"],
    ["a button under code", [/(--since yesterday)$/m, "--since yesterday\ncopied!"], "stray_text sections"],
    ["the language over code", [CODE, `bash\n${CODE}`], "unusual_article sections"],
    ["a prompt before code", [CODE, `$ ${CODE}`], "unusual_article sections"],
    [
      "ways through the site for similar posts",
      [/$/, "\n  • home\n  • about\n"],
      "unusual_article similarPosts",
    ],
    ["a NUL in a title", ["step by step", "step by\0step"], "unusual_article title"],
    ["a space in an address", ["code,developer", "code, developer"], "unusual_value meta.imageSources"],
    ["a label in the plural before a text", ["topicrunning", "topicsrunning"], "unusual_value meta.topic"],
    ["one before a word that none starts as", ["summarythis", "summarysthis"], "unusual_value meta.summary"],
    ["a word for none", [/^topic.*$/m, "topicNULL"], "unusual_value meta.topic"],
    ["one in a word", [/^code language.*$/m, "code languageundefined"], "unusual_value meta.codeLanguage"],
    ["a list whose label counts more items", ["\ntools\n", "\ntools (7)\n"], "unusual_value meta.tools"],
    [
      "another heading over similar posts",
      [/Similar Posts\s*$/, "Related Posts\n\n  • a post\n"],
      "unusual_article similarPosts",
    ],
    [
      "an item within an item",
      ["  • test the", "      ◦ and keep it\n  • test the"],
      "unusual_article sections",
    ],
    ["a paragraph twice", [SENTENCE, `${SENTENCE}\n\nrun twice.\n\nrun twice.`], "unusual_article sections"],
    ["a paragraph that is cut short", [SENTENCE, "the person who needs it…"], "unusual_article sections"],
    [
      "a second paragraph of final notes",
      [FINAL, `${FINAL}\n\nann writes about servers.`],
      "unusual_article sections.3",
    ],
    [
      "a list in the final notes",
      [FINAL, `${FINAL}\n\n1. a book.\n2. a page.`],
      "unusual_article sections.3",
    ],
    ["who wrote it behind a dash", [FINAL, `${FINAL}\n\n— ann example`], "unusual_article sections"],
    [
      "an address alone",
      [SENTENCE, `${SENTENCE}\n\nhttps://x.example/watch?v=1`],
      "unusual_article sections",
    ],
    ["a shortcode", [SENTENCE, `${SENTENCE}\n\n[gallery ids="1,2"]`], "unusual_article sections"],
    ["a button over code", [CODE, `(BUTTON) Copy\n${CODE}`], "stray_text sections"],
    [
      "a paragraph that looks like code",
      [SENTENCE, `~ ${SENTENCE} ${SENTENCE} &hellip;`],
      "unusual_article sections",
    ],
    [
      "a heading with a picture",
      [SENTENCE, `${SENTENCE}\n\nℹ️ Note\n\na timer has a unit.`],
      "unusual_article sections.1",
    ],
    [
      "a checklist under another heading",
      ["implementation checklist\n", "irnplementation checklist\n"],
      "unusual_article sections",
    ],
    [
      "a title of similar posts in marks",
      [/Similar Posts\s*$/, "Similar Posts\n\n![a post](a.png)\na post\n"],
      "unusual_article similarPosts",
    ],
    ["the end of every line doubled", [text, text.replaceAll("\n", "\n\n")], "unusual_article sections"],
  ])("%s", (_, edit, issue) => {
    expect(told(edited(edit))).toContain(issue);
  });

  test("a list whose items all end with a stop", () => {
    const ended = text.replace(/(?<=\ntools\n)(?: {2}• .*\n)+/, (items) =>
      items.replace(/$/gm, ".").slice(0, -1),
    );
    expect(told(ended).filter((issue) => issue === "unusual_value meta.tools")).toHaveLength(6);
  });

  test.each([" (opens in a new tab)", " ↗", "†", ", link"])("%s behind each item", (end) => {
    const items = /(?<=\ntools\n)(?: {2}• .*\n)+/;
    const marked = text.replace(items, (list) => list.replace(/(?<=.)$/gm, end));
    expect(told(marked).filter((issue) => issue === "unusual_value meta.tools")).toHaveLength(6);
  });
});

describe("is read", () => {
  test.each(["92%", "92 %", "92/100", "92 / 100"])("a score of a hundred: %s", (score) => {
    const source = text.replace("quality: 92", `quality: ${score}`);
    expect(safeParsePost(source).value).toEqual(whole);
    expect(told(source)).toEqual(["rewritten_value meta.score"]);
  });

  test.each(["9/10", "150%", "92.5%", "92/1000"])("but no other: %s", (score) =>
    expect(safeParsePost(text.replace("quality: 92", `quality: ${score}`)).value.meta.score).toBeUndefined(),
  );

  test.each([" (6)", "(6)", " [6]", " (6):"])("a label that counts its items: tools%s", (count) =>
    expect(safeParsePost(text.replace("\ntools\n", `\ntools${count}\n`)).value).toEqual(whole),
  );

  test("an item that stands twice, as it stands; in a text that was laid out, it is reported", () => {
    const twice = text.replace("  • logs\n", "  • logs\n  • systemd\n");
    expect(told(twice)).toEqual([]);
    expect(told(twice.replaceAll("•", "□"))).toContain("unusual_value meta.tools");
  });
});

test("a post within another is parted from it, and nothing of it is read", () => {
  const inner = read("four-images-python");
  const mixed = text.replace(SENTENCE, () => `${SENTENCE}\n\n${inner}`);
  const parts = splitPosts(mixed);
  expect(parts).toHaveLength(3);
  expect(safeParsePost(parts[1] as string).value).toEqual(safeParsePost(inner).value);
  const { success, value, issues } = safeParsePost(mixed);
  expect(success).toBe(false);
  expect(value.title).toBe(whole.title);
  expect(value.meta).toEqual({});
  expect(issues.map(({ code }) => code)).toContain("several_posts");
});

test("paragraphs that are not as many as the box counts are reported where no empty lines stand", () => {
  const dense = text.replace(/\n{2,}/g, "\n");
  const cut = dense.replace(/(?<=\b[a-z]{4}\.) (?=[a-z])/g, "\n");
  expect(cut).not.toBe(dense);
  expect(told(dense)).not.toContain("unusual_article sections");
  expect(told(cut)).toContain("unusual_article sections");
});

test("a value of which the end is lost stays the last of the box, wherever its label is due", () => {
  const [article = "", box = ""] = text.split("alphanode post meta\n\n");
  const fields = box.slice(0, box.indexOf("\n\n")).split(/\n(?! )/);
  const last = ["reference", "ai brief", "reference", "summary"].map(
    (label) => fields.find((field) => field.startsWith(label)) as string,
  );
  const others = fields.filter((field) => !last.includes(field) && !field.startsWith("score"));
  const past = others.findIndex((field) => field.startsWith("hash"));
  const cut = [...others.slice(past), ...others.slice(0, past), ...last]
    .join("\n")
    .replaceAll("  • ", "- ")
    .slice(0, -20);
  const { value, issues } = safeParsePost(`${article}alphanode post meta\n\n${cut}`);
  expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toContain("cut_short meta.summary");
  expect(value.meta).not.toHaveProperty("summary");
});

test.each(["/", " / ", "+", ">", "} {", "%0A", "&#10;"])(
  "entries of one line with %j between them",
  (sign) => {
    const joined = text.replace(/^(score|revision|payload)\n((?: {2}• .*\n)+)/gm, (_, label, entries) => {
      const values = entries
        .trim()
        .split(/\s*\n\s*/)
        .map((entry: string) => entry.slice(2));
      return `${label} ${values.join(sign)}\n`;
    });
    expect(joined).not.toBe(text);
    expect(safeParsePost(joined).value).toEqual(whole);
  },
);

describe("is reported, too", () => {
  const intro = text.split("\n")[4] as string;
  const title = /^linux server.*$/m;
  const HEADING = "Similar Posts\n";
  const similar = `${HEADING}\nNotes on Backups Behind a CDN`;

  test.each<[string, Edit, string]>([
    [
      "a byline before the intro",
      [intro, `Written by editor in DevOps, Bash ${intro}`],
      "unusual_article intro",
    ],
    [
      "the tail of a page behind a similar post",
      [HEADING, `${similar} Leave a comment Your email address`],
      "unusual_article similarPosts",
    ],
    [
      "a similar post behind another",
      [HEADING, `${similar}Practical Guide to Scaling Uploads`],
      "unusual_article similarPosts",
    ],
    ["the address of a similar post", [HEADING, `${similar} [/a-1/]`], "stray_text similarPosts"],
    ["a date for a title", [title, "March 5, 2026"], "unusual_article title"],
    [
      "the first line of the intro for a title",
      [title, "it sounds dull until friday. this"],
      "unusual_article title",
    ],
    ["the marks of a manual around a title", [title, ".SH notes on tasks"], "unusual_article title"],
    [
      "an image of a wiki",
      [CODE, "[[File:https://example.org/a.jpg|a picture]]"],
      "unusual_article sections",
    ],
    ["a comment of a page", [CODE, `<!-- <figure> -->\n${CODE}`], "unusual_article sections"],
    [
      "a paragraph wrapped above code",
      [CODE, `list what you keep before you drop it. a table with\ndates is enough.\n${CODE}`],
      "unusual_article sections",
    ],
    [
      "a byline behind the last note",
      ["\n\nSimilar", "Published March 5, 2026By editor\n\nSimilar"],
      "unusual_value meta.notes",
    ],
    [
      "items counted by letters",
      [/ {2}• systemd\n(?: {2}• .*\n){5}/, "  • a. tar\n  • b. gzip\n  • c. cron\n  • d. rsync\n"],
      "unusual_value meta.tools",
    ],
    ["a brace before a value", ["topicrunning", "topic}running"], "unusual_value meta.topic"],
    [
      "entries within a sentence",
      [/^ai brief.*$/m, "ai briefcontext: at night problem: tasks the article reads well."],
      "unusual_value meta.aiBrief",
    ],
    [
      "a topic that goes on in the stack",
      [/^topic(.*) \/ linux.*$/m, "topicrunning tasks / linux server"],
      "unusual_value meta.topic",
    ],
  ])("%s", (_, edit, issue) => {
    expect(told(edited(edit))).toContain(issue);
  });
});

test.each([
  ["spaces alone", " "],
  ["nothing", ""],
])("entries with %s between keys and values are told apart by the forms of the values", (_, sign) => {
  const bare = text.replace(/^(score|revision|flags)\n((?: {2}• .*\n)+)/gm, (_all, label, entries) => {
    const values = entries
      .trim()
      .split(/\s*\n\s*/)
      .map((entry: string) => entry.slice(2).replace(": ", sign));
    return `${label} ${values.join(sign)}\n`;
  });
  expect(safeParsePost(bare).value).toEqual(whole);
});

test("lists with commas run into their labels are read, and reported", () => {
  const list = /^(stack|tools)\n((?: {2}• .*\n)+)/gm;
  const joined = text.replace(
    list,
    (_, label, items) =>
      `${label}${items
        .trim()
        .slice(2)
        .replace(/\n {2}• /g, ", ")}\n`,
  );
  expect(safeParsePost(joined).value).toEqual(whole);
  expect(told(joined)).toContain("flattened_list meta.stack");
});

test.each([
  ["with bullets", (box: string) => box],
  ["without bullets", (box: string) => box.replace(/^ +• /gm, "")],
])("a box between the title and the intro, %s, costs the article nothing", (_, laid) => {
  const [article = "", box = ""] = text.split("alphanode post meta\n");
  const [title = ""] = /^linux server.*$/m.exec(article) ?? [];
  const fields = laid(box.slice(0, box.indexOf("\n\nSimilar")));
  const rest = article.slice(article.indexOf(title) + title.length);
  const { value } = safeParsePost(`${title}\n\nalphanode post meta\n${fields}\n${rest}`);
  expect(value).toEqual(whole);
});

test("labels between two underscores each are read where several stand on a line", () => {
  const entries = /^ai outline\n((?: {2}• .*\n)+)/m;
  const marked = text.replace(entries, (_, own) => {
    const lines = own
      .trim()
      .split("\n")
      .map((line: string) => line.replace(/^ *• ([a-z ]+:)/, "__$1__"));
    return `__ai outline:__ ${lines.join("  \n")}\n`;
  });
  expect(marked).not.toBe(text);
  expect(safeParsePost(marked).value).toEqual(whole);
});

test("an entry without its bullet above the label of a sentence is no start of it", () => {
  const bare = text.replace(/^ {2}• (recommended action: )(.*)$/m, "  $1$2, and write down what came of it");
  expect(bare).not.toBe(text);
  expect(told(bare)).not.toContain("uncertain_value meta.aiBrief");
  expect(safeParsePost(bare).value.meta).toHaveProperty("aiBrief", whole.meta?.aiBrief);
});
