import { createRequire } from "node:module";
import {
  auditPost,
  diffPosts,
  extractTopic,
  flattenPost,
  type ParseIssue,
  Post,
  PostParseError,
  PostStringifyError,
  parsePost,
  postText,
  safeParsePost,
  similarity,
  stringifyPost,
  toVFileMessages,
} from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { post as posts } from "alphanode-post/testing";
import fc from "fast-check";
import { VFile } from "vfile";
import { reporter } from "vfile-reporter";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { RUNS } from "./support/runs.ts";

const post = synthesizePost(39770);
const text = stringifyPost(post);

describe("diffPosts", () => {
  test("tells each value that differs, and what is on one side alone", () => {
    const { notes: _, ...meta } = post.meta;
    const other = {
      ...post,
      title: "another",
      similarPosts: ["one"],
      meta: { ...meta, tools: meta.tools.slice(1) },
    };
    const paths = diffPosts(post, other).map(({ path }) => path.join("."));
    expect(paths[0]).toBe("title");
    expect(paths).toContain("similarPosts.0");
    expect(paths).toContain(`meta.tools.${meta.tools.length - 1}`);
    expect(paths.at(-1)).toBe("meta.notes");
    expect(diffPosts(post, other)[0]).toEqual({ path: ["title"], before: post.title, after: "another" });
  });

  test("tells a field that is called like a property of all objects", () => {
    const odd = { ...post, meta: { ...post.meta, extra: { constructor: "a value" } } };
    const difference = { path: ["meta", "extra", "constructor"], before: undefined, after: "a value" };
    expect(diffPosts(post, odd)).toEqual([difference]);
  });

  test("finds nothing between equal posts, and as much either way", () => {
    fc.assert(
      fc.property(posts(), posts(), (a, b) => {
        expect(diffPosts(a, structuredClone(a))).toEqual([]);
        const back = diffPosts(b, a).map(({ path, before, after }) => ({
          path,
          before: after,
          after: before,
        }));
        const key = ({ path }: { path: unknown }) => JSON.stringify(path);
        const sorted = (list: typeof back) => list.sort((one, two) => (key(one) < key(two) ? -1 : 1));
        expect(sorted(diffPosts(a, b))).toEqual(sorted(back));
      }),
      { numRuns: RUNS / 10 },
    );
  });
});

describe("flattenPost", () => {
  test("has a column for each value, and every value in one", () => {
    const count = (value: unknown): number =>
      typeof value === "object" && value !== null
        ? Object.values(value).reduce((sum: number, below) => sum + count(below), 0)
        : 1;
    fc.assert(
      fc.property(posts(), (made) => {
        const row = flattenPost(made);
        expect(row["meta.score.quality"]).toBe(made.meta.score.quality);
        expect(Object.values(row).every((value) => value === null || typeof value !== "object")).toBe(true);
        expect(Object.keys(row)).toHaveLength(count(made));
      }),
      { numRuns: RUNS / 10 },
    );
  });
});

test("flattenPost has a column of its own for keys with dots", () => {
  const extra = { license: ["cc", "by"], "license.0": "a note", "license\\": { 0: "another" } };
  expect(flattenPost({ extra })).toEqual({
    "extra.license.0": "cc",
    "extra.license.1": "by",
    "extra.license\\.0": "a note",
    "extra.license\\\\.0": "another",
  });
});

test("flattenPost leaves out what is not there", () => {
  expect(flattenPost({ a: undefined, b: { c: 1, d: undefined }, e: null })).toEqual({ "b.c": 1, e: null });
});

describe("postText", () => {
  test("reads text and writes it, as the functions do", () => {
    expect(postText.parse(text)).toEqual(post);
    expect(postText.encode(post)).toBe(text);
    expect(z.object({ body: postText }).parse({ body: text }).body).toEqual(post);
  });

  test("tells what is wrong where it is in the post", () => {
    const damaged = text.replace(/quality: \d+/, "quality: 360");
    const { error } = z.object({ body: postText }).safeParse({ body: damaged });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["body.meta.score.quality"]);
    expect(error?.issues[0]?.code).toBe("custom");
    expect(postText.safeParse(7).error?.issues[0]?.code).toBe("invalid_type");
  });

  test("tells what text cannot carry", () => {
    const { error } = z.safeEncode(postText, { ...post, title: "• a bullet" });
    expect(error?.issues.map(({ path }) => path)).toEqual([["title"]]);
  });

  test("is a standard schema of text", async () => {
    const result = await postText["~standard"].validate(text);
    expect("value" in result && Post.safeParse(result.value).success).toBe(true);
  });
});

test("a message has all that vfile asks for", () => {
  const [issue] = safeParsePost(text.replace("\ndifficulty", "\ndificulty")).issues as [ParseIssue];
  const { line, column } = issue.position.start;
  expect(toVFileMessages([issue])).toStrictEqual([
    {
      name: `${line}:${column}`,
      message: issue.message,
      reason: issue.message,
      stack: "",
      place: issue.position,
      line,
      column,
      ruleId: "misspelled_label",
      source: "alphanode-post",
      fatal: false,
      expected: ["difficulty"],
      ancestors: undefined,
      cause: undefined,
      actual: undefined,
      note: undefined,
      url: undefined,
      file: "",
    },
  ]);
  const bare = { ...issue, severity: "error" as const };
  delete bare.fix;
  expect(toVFileMessages([bare])[0]).toMatchObject({ fatal: true, expected: undefined });
});

test("vfile's reporter shows issues as messages", () => {
  const damaged = text.replace("\ndifficulty", "\ndificulty").replace(/quality: \d+/, "quality: 360");
  const file = new VFile({ path: "post.txt", value: damaged });
  const { issues } = safeParsePost(damaged);
  file.messages.push(...toVFileMessages(issues));
  const report = reporter(file, { color: false });
  for (const { code, position } of issues) {
    expect(report).toContain(code);
    expect(report).toContain(`${position.start.line}:${position.start.column}`);
  }
  expect(report).toMatch(/1 error/);
  expect(file.messages.map(({ fatal }) => fatal)).toEqual(issues.map(({ severity }) => severity === "error"));
});

describe("errors", () => {
  test("are known between the copies for import and for require", () => {
    const error = Object.assign(new Error("from another copy"), { name: "PostParseError" });
    expect(error instanceof PostParseError).toBe(true);
    expect(error instanceof PostStringifyError).toBe(false);
    expect(new Error("any") instanceof PostParseError).toBe(false);
    expect({ name: "PostParseError" } instanceof PostParseError).toBe(false);
    expect(() => parsePost("")).toThrow(PostParseError);
    const copy = createRequire(import.meta.url)("alphanode-post");
    expect(() => copy.parsePost("")).toThrow(PostParseError);
  });

  test("say what was handed over and what was expected", () => {
    expect(() => stringifyPost(post, { form: "dens" as never })).toThrow(
      new RangeError('found the form "dens", expected "spaced" or "dense"'),
    );
    expect(() => auditPost({ ...post, meta: {} } as never)).toThrow(
      new TypeError('expected a whole post, found one without "topic"'),
    );
    expect(() => auditPost({ meta: {} } as never)).toThrow('found one without "title"');
    expect(() => auditPost({ ...post, meta: undefined } as never)).toThrow('found one without "meta"');
    expect(() => auditPost(undefined as never)).toThrow('found one without "title"');
    expect(() => similarity({ ...post, meta: null } as never, post)).toThrow("found null for meta");
    expect(() => similarity(post, post, { weights: null } as never)).toThrow("found null for the weights");
    expect(() => extractTopic(3 as never)).toThrow(
      "expected the text of a post, a post or an article, found a number",
    );
  });
});
