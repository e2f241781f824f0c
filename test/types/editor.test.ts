import { readFileSync } from "node:fs";
import * as root from "alphanode-post";
import { describe, expect, test } from "vitest";
import { FIELDS, type FieldRow, isEntriesRow } from "../../src/format/fields.ts";
import { STACKS } from "../../src/format/words.ts";
import { aboutOf } from "../../src/schema/values.ts";
import { completions, exportsOf, hover, problems } from "./editor.ts";

const SCHEMAS = Object.entries(root)
  .filter(([, value]) => typeof value === "object" && "shape" in value)
  .map(([name]) => name)
  // A former name says of itself alone that it is deprecated.
  .filter((name) => !(`Post${name}` in root));

/** A file of a user who has parsed a post. */
const parsed = (line: string): string => `
  import { Post, parsePost, safeParsePost, extractTopic } from "alphanode-post";
  const post = parsePost("");
  ${line}`;

/** The table's fields and their entries, each with the way to it from a box. */
const ROWS = (FIELDS as readonly FieldRow[]).flatMap((row) => {
  const within = row.kind === "records" ? `${row.key}[0]!` : row.key;
  const entries = isEntriesRow(row) ? row.entries : [];
  return [
    { path: row.key, about: aboutOf(row) },
    ...entries.map((entry) => ({ path: `${within}.${entry.key}`, about: aboutOf(entry) })),
  ];
});

describe("an editor shows", () => {
  test.each(SCHEMAS)("%s as a name, not as the schema it is read from", (name) => {
    const { type, about } = hover(`import { ${name}¦ } from "alphanode-post";`);
    expect(type).not.toMatch(/Zod|\bz\./);
    expect(about).toMatch(/\w/);
  });

  test("posts by their parts", () => {
    expect(hover(parsed("po¦st")).type).toBe("const post: Post");
    expect(hover(parsed("const { me¦ta } = post")).type).toBe("const meta: PostMeta");
    expect(hover(parsed("const [blo¦ck] = post.intro")).type).toBe("const block: PostBlock");
    expect(hover(parsed("const sto¦red = Post.parse(1)")).type.replaceAll(/\s+/g, " ")).toBe(
      "const stored: { meta: PostMeta; title: string; intro: PostBlock[]; sections: PostSection[]; similarPosts: string[]; }",
    );
  });

  test("a word by those that are known", () => {
    expect(hover(parsed("post.meta.diffi¦culty")).type).toBe(
      '(property) difficulty: PostWord<"beginner" | "intermediate" | "advanced">',
    );
  });

  test.each(ROWS)("at meta.$path what the table says of it", ({ path, about }) => {
    const lines = ROWS.map((row) => `post.meta.${row.path}${row.path === path ? "¦" : ""};`);
    expect(hover(parsed(lines.join("\n"))).about).toBe(about);
  });
});

describe("an editor completes", () => {
  const WORDS = {
    'post.meta.difficulty === "¦"': ["beginner", "intermediate", "advanced"],
    'post.meta.revision.status = "¦"': ["drafted", "reviewed", "expanded"],
    'post.meta.codeLanguage === "¦"': ["bash", "python", "php", "text"],
    'post.meta.stack.includes("¦")': STACKS,
    'post.meta.aiOutline.stack === "¦"': STACKS,
    'extractTopic("")?.stack === "¦"': STACKS,
    'post.meta.entities[0]?.type === "¦"': ["stack", "area", "problem"],
    'post.intro[0]?.type === "¦"': ["paragraph", "code", "list", "image"],
  };

  test.each(Object.entries(WORDS))("the words of %s", (line, words) => {
    expect(completions(parsed(line)).sort()).toEqual([...words].sort());
  });

  test("the parts of a result and of a block once they are told apart", () => {
    const narrowed = (branch: string) =>
      completions(parsed(`const result = safeParsePost(""); if (${branch}) result.¦`));
    expect(narrowed("result.success")).toEqual(["data", "issues", "success", "value"]);
    expect(narrowed("!result.success")).toEqual(["error", "issues", "partial", "success", "value"]);
    expect(completions(parsed('const [block] = post.intro; if (block?.type === "image") block.¦'))).toEqual([
      "caption",
      "source",
      "type",
    ]);
  });
});

describe("the compiler", () => {
  test("takes words that are not known", () => {
    expect(
      problems(
        parsed(
          'post.meta.difficulty = "hard"; post.meta.stack = ["cobol"]; post.meta.revision.status = "new";',
        ),
      ),
    ).toEqual([]);
  });

  test("refuses what is no word", () => {
    expect(problems(parsed("post.meta.difficulty = 3;"))).toEqual([
      expect.stringContaining("'3' is not assignable"),
    ]);
  });
});

describe("type tests", () => {
  test.each([
    ["alphanode-post", "root", "tree"],
    ["alphanode-post/synth", "synth"],
    ["alphanode-post/testing", "testing"],
    ["alphanode-post/html", "html"],
    ["alphanode-post/wordpress", "wordpress"],
  ])("name all that %s exports", (entry, ...files) => {
    const text = files
      .map((file) => readFileSync(new URL(`${file}.test-d.ts`, import.meta.url), "utf8"))
      .join();
    expect(exportsOf(entry).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });
});
