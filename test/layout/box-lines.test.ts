import { safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** How the lines of a box stand to their labels, and what stands at either end of all of them. */

const post = synthesizePost(42_001);
const text = stringifyPost(post);
const LABEL =
  /^(topic|summary|ai brief|code language|difficulty|reading time|view count|reference|hash)(?=.)/gm;
const LIST = /^(stack|tools|checklist|notes)\n((?: +• .*(?:\n|$))+)/gm;

const itemsOf = (lines: string): string[] => lines.trimEnd().split("\n");

/** The post with its lists written otherwise. */
const withLists = (source: string, write: (label: string, items: string[]) => string): string =>
  source.replace(LIST, (_, label: string, lines: string) => `${write(label, itemsOf(lines))}\n`);

const codesOf = (source: string): string[] =>
  safeParsePost(source).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("what stands at an end of every line is none of it", () => {
  test.each(["$", "¶", " ↵"])("%j", (sign) => {
    const result = safeParsePost(text.replace(/$/gm, sign));
    expect(result.value).toEqual(post);
    expect(result.issues).toEqual([]);
  });

  test("but one line alone may end so", () => {
    expect(safeParsePost(text.replace(/^topic.*$/m, "$&$")).value.meta?.topic).toBe(`${post.meta.topic}$`);
  });

  test.each(["â\u0080¢", "â¢"])("a bullet read in another encoding: %j", (bullet) =>
    expect(safeParsePost(text.replaceAll("•", bullet)).value.meta).toEqual(post.meta),
  );
});

describe("labels between stars with spaces within", () => {
  test("of fields", () => {
    expect(safeParsePost(text.replace(LABEL, "* $1*: ")).value).toEqual(post);
  });

  test("of entries", () => {
    const source = text.replace(/^ +• (\w[\w ]*):/gm, "  - * $1:*").replace(LABEL, "* $1*: ");
    expect(safeParsePost(source).value).toEqual(post);
  });
});

describe("what marks of a language are left in a value are told", () => {
  test.each(["]{.key} [", "{class: label}", "T}@T{", ".IP (bu 3"])("%j", (sign) => {
    const source = text.replace(LABEL, "**$1** ").replace(/^tools\n {2}• /m, `$&${sign} `);
    expect(codesOf(source)).toContain("unusual_value meta.tools.0");
  });
});

describe("a table of reStructuredText that is written as lists", () => {
  const box = text.slice(text.indexOf("alphanode post meta\n") + "alphanode post meta\n".length);
  const rows = box
    .trim()
    .replace(LABEL, "* - $1\n  - ")
    .replace(
      /^(ai outline|stack|tools|score|revision|flags|checklist|entities|image sources|payload|notes)$/gm,
      "* - $1\n  - \n",
    )
    .replace(/^ +• /gm, "    - ");
  const source = text.replace(
    box,
    `\n.. list-table::\n   :widths: 30 70\n\n${rows.replace(/^(?=.)/gm, "   ")}\n`,
  );

  test("is read", () => expect(safeParsePost(source).value.meta).toEqual(post.meta));
});

describe("items above the label of their list", () => {
  /** Labels beside the second of their items, in lines without white space before them; rows have an empty line between, or none. */
  const centred = (between: string): string =>
    withLists(
      text,
      (label, [first = "", second = "", ...more]) =>
        [first, `${label}    ${second.trim()}`, ...more].map((line) => line.trim()).join("\n") + between,
    );

  test("are its own where empty lines part the rows", () => {
    const { value, issues } = safeParsePost(centred("\n"));
    expect(value.meta).toEqual(post.meta);
    expect(issues.map(({ code }) => code)).toContain("run_together");
  });

  test("or nobody's where nothing does", () => {
    const result = safeParsePost(centred(""));
    expect(result.value.meta).not.toHaveProperty("stack");
    expect(result.value.meta).not.toHaveProperty("tools");
    expect(codesOf(centred(""))).toEqual(
      expect.arrayContaining(["uncertain_value meta.stack", "uncertain_value meta.tools"]),
    );
  });
});

describe("values above their labels", () => {
  test("are refused, since another's stand below them", () => {
    const source = text.replace(LABEL, "$1\t").replace(/^(.*)\t(.*)$/gm, "$2\n$1");
    const { value } = safeParsePost(source);
    for (const key of ["topic", "difficulty", "readingTime", "viewCount", "reference", "hash"])
      expect(value.meta, key).not.toHaveProperty(key);
    expect(value.meta).toMatchObject({ score: post.meta.score, tools: post.meta.tools });
  });

  test("lists without bullets, too", () => {
    const source = text
      .replace(LABEL, "$1\t")
      .replace(/^(.*)\t(.*)$/gm, "$2\n$1")
      .replace(/^ +• /gm, "");
    expect(safeParsePost(source).value.meta).not.toHaveProperty("tools");
  });
});

describe("a list of one item without a bullet", () => {
  const one = text.replace(/^(tools\n.*\n)(?: +•.*\n)+/m, "$1").replace(/^ +• /gm, "");

  test("is one where other lists have one on each line", () => {
    expect(safeParsePost(one).value.meta?.tools).toEqual([post.meta.tools[0]]);
  });

  test("or else may be several", () => {
    const source = one.replace(/^stack\n(.*)\n(.*)\n/m, "stack\n$1 $2\n");
    expect(safeParsePost(source).value.meta).not.toHaveProperty("tools");
  });
});

describe("lists of a box without its short lines", () => {
  const source = text.replace(/^ *(?:• )?(?! )[^\n]{1,9}\n/gm, (line) =>
    line.trim().length < 8 ? "" : line,
  );
  const codes = codesOf(source);

  test("are told, whichever have lost items", () => {
    expect(codes).toContain("missing_label meta.stack");
    for (const key of ["stack", "checklist", "notes"]) expect(codes).toContain(`unusual_value meta.${key}`);
  });

  test("but not those that have lost their labels alone", () => {
    const lost = text.replace(/^(?:stack|score|notes)\n/gm, "");
    expect(codesOf(lost).filter((code) => code.startsWith("unusual"))).toEqual([]);
  });
});

test("a list without its label that has too few items is told with the next", () => {
  const source = text.replace(/^stack\n.*\n/m, "");
  expect(codesOf(source)).toEqual(
    expect.arrayContaining(["unusual_value meta.stack", "unusual_value meta.tools"]),
  );
});

test("a checklist that is short of the article's is told where the title is lost, too", () => {
  const [title = ""] = text.split("\n");
  const source = text
    .replace(title, "")
    .replace(/^(checklist\n.*\n)(?: +•.*\n)+/m, "$1")
    .replace(LABEL, "**$1** ");
  expect(codesOf(source)).toContain("unusual_value meta.checklist");
});

describe("lists with their first item behind the label", () => {
  const source = withLists(
    text,
    (label, items) => `${label} ${items.map((item) => item.replace(/^ +• /, "")).join("\n")}`,
  );

  test("are read where the stack tells that there are some", () => {
    expect(safeParsePost(source).value.meta).toEqual(post.meta);
  });

  test("with one item, too", () => {
    const one = source.replace(/^(tools .*\n)[\s\S]*(?=^code language)/m, "$1");
    expect(safeParsePost(one).value.meta).toEqual({ ...post.meta, tools: [post.meta.tools[0]] });
  });

  test("but not where it has other than three", () => {
    const { meta } = safeParsePost(source.replace(/^stack (.*)\n/m, "stack $1 ")).value;
    expect(meta).not.toHaveProperty("tools");
  });
});

describe("lists with a bullet before each item but the first", () => {
  const withFirst = (between: string): string =>
    withLists(text, (label, items) => `${label}${between}${items.join("\n").replace(/^ +• /, "")}`);

  test.each(["", " ", "\t", "\n"])("are read: between label and first item %j", (between) => {
    const { value, issues } = safeParsePost(withFirst(between));
    expect(value.meta).toEqual(post.meta);
    const told = ["stack", "tools", "checklist", "notes"].map((key) => `missing_bullet meta.${key}`);
    expect(codesOf(withFirst(between))).toEqual(between === "\n" ? told : []);
    expect(issues).toHaveLength(between === "\n" ? 4 : 0);
  });

  test("are read with one item, too", () => {
    const one = withFirst("\n").replace(/^(tools\n.*\n)(?: +•.*\n)+/m, "$1");
    expect(safeParsePost(one).value.meta).toEqual({ ...post.meta, tools: [post.meta.tools[0]] });
  });

  test("but not where the stack has other than three", () => {
    const { meta } = safeParsePost(withFirst("\n").replace(/^(stack\n.*\n).*\n/m, "$1")).value;
    expect(meta).not.toHaveProperty("stack");
    expect(meta).not.toHaveProperty("tools");
  });
});

describe("entries without colons", () => {
  const ENTRIES = /^(ai outline|score|revision|flags|entities|payload)\n((?: +• .*(?:\n|$))+)/gm;
  const bare = (between: string, source = text): string =>
    source.replace(ENTRIES, (_, label: string, lines: string) => {
      const entries = itemsOf(lines).map((line) => line.replace(/^ +• (\w[\w ]*):/, "$1"));
      return `${label}\n${entries.join(between)}\n`;
    });

  test.each(["\n", " "])("are parted by their keys, in their order: between them %j", (between) => {
    expect(safeParsePost(bare(between)).value.meta).toEqual(post.meta);
  });

  test.each([
    ["a key within a value", "context: ", "context: a problem "],
    ["a key that is lost", "problem: ", ""],
  ])("but not with %s", (_, before, after) => {
    const { meta } = safeParsePost(bare(" ", text.replace(before, after))).value;
    expect(meta).not.toHaveProperty("aiOutline");
  });

  test("nor with a line that has none", () => {
    const { value, issues } = safeParsePost(bare("\n").replace(/^problem /m, "read more\n$&"));
    expect(value.meta).not.toHaveProperty("aiOutline.context", `${post.meta.aiOutline.context} read more`);
    expect(issues.map(({ path }) => path[1])).toContain("aiOutline");
  });
});

describe("all texts of a page on one line", () => {
  const lines = text.replace(/^ +• /gm, "").replace(LABEL, "$1\n").split("\n");
  const texts = lines.filter((line) => line.trim() !== "");

  test.each([" · ", " ¦ ", "\u200b", "\t"])("with %j between them", (sign) => {
    const { value, issues } = safeParsePost(texts.join(sign));
    expect(value.meta).toEqual(post.meta);
    expect(value.title).toBe(post.title);
    expect(issues.map(({ code }) => code)).toContain("run_together");
  });

  test("but for the lines of code, with tabs between all others", () => {
    const code = "const a = {\n\tb: 1,\n};";
    const heading = `\t${post.sections[1]?.heading}\t`;
    const joined = texts.join("\t");
    expect(joined).toContain(heading);
    const { sections } = safeParsePost(joined.replace(heading, `\t${code}${heading}`)).value;
    expect(sections?.map(({ heading }) => heading?.toLowerCase())).toEqual(
      post.sections.map(({ heading }) => heading?.toLowerCase()),
    );
    expect(JSON.stringify(sections)).toContain(JSON.stringify(code).slice(1, -1));
  });
});

describe("the last item of a box above its article", () => {
  const [title = "", ...lines] = text.split("\n");
  const at = lines.indexOf("alphanode post meta");
  const box = lines
    .slice(at)
    .join("\n")
    .replace(/\n\nsimilar posts[\s\S]*/i, "")
    .trimEnd();
  const cut = box.lastIndexOf(" ");
  const above = (joint: string): string =>
    [title, "", box.slice(0, cut) + joint + box.slice(cut + 1), ...lines.slice(0, at)].join("\n");

  test("goes on in a line that is further in", () => {
    const { value } = safeParsePost(above("\n    "));
    expect(value.meta).toEqual(post.meta);
    expect(value.intro).toEqual(post.intro);
  });

  test("or at the margin, which is told", () => {
    const source = above("\n").replace(/^(?=[a-z][^\n]{80})/gm, "A ");
    expect(codesOf(source).filter((code) => code.endsWith("meta.notes"))).not.toEqual([]);
  });

  test("and is told where it is a line of an image", () => {
    const caption = "a caption. image source: picsum.photos";
    const source = above(" ").replace(/^(notes\n[\s\S]*?)\n(?=\n|[a-z])/m, `$1\n  • ${caption}\n`);
    expect(codesOf(source).some((code) => code.startsWith("unusual_value meta.notes"))).toBe(true);
  });
});

describe("columns with labels beside the first of their lines", () => {
  const at = text.indexOf("alphanode post meta\n") + "alphanode post meta\n".length;
  const WIDTH = 60;
  const wrapped = (value: string): string[] =>
    value.split(" ").reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      if (last === undefined || last.length + word.length >= WIDTH) lines.push(word);
      else lines[lines.length - 1] = `${last} ${word}`;
      return lines;
    }, []);
  const row = (label: string, value: string): string =>
    wrapped(value)
      .map((line, i) => `${(i === 0 ? label : "").padEnd(16)}${line}`)
      .join("\n");
  const box = text
    .slice(at)
    .replace(LABEL, "$1\t")
    .replace(/^(.+)\t(.*)$/gm, (_, label: string, value: string) => row(label, value))
    .replace(/^([a-z][a-z ]+)\n((?: +• .*(?:\n|$))+)/gm, (_, label: string, lines: string) => {
      const items = itemsOf(lines).map((line) => line.trim());
      const isEntries = items[0]?.includes(": ") === true && label !== "notes";
      if (isEntries) return `${row(label, items.map((item) => item.slice(2)).join(" "))}\n`;
      return `${items.map((item, i) => `${(i === 0 ? label : "").padEnd(16)}${item}`).join("\n")}\n`;
    });
  const { value } = safeParsePost(text.slice(0, at) + box);

  test("are read: sentences, and entries that were wrapped", () => {
    const { aiOutline, aiBrief, summary, payload } = post.meta;
    expect(value.meta).toMatchObject({ aiOutline, aiBrief, summary, payload });
  });
});
