import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatIssues, SimilarityIndex, safeParsePost, similarity, stringifyPost } from "alphanode-post";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factsOf, makePost } from "../support/corpus.ts";
import { run } from "./run.ts";

let dir: string;
const path = (name: string) => join(dir, name);

const text = (n: number, form: "spaced" | "dense" = "spaced") => stringifyPost(makePost(n), { form });
const line = (fields: object) => JSON.stringify(fields);

/** A number whose post has the stack of post 3 and another problem. */
const sameStack = [...Array(500).keys()].find(
  (n) => n > 3 && factsOf(n).stack === factsOf(3).stack,
) as number;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-similar-"));
  writeFileSync(path("post.txt"), text(3));
  writeFileSync(path("copy.txt"), text(3, "dense"));
  writeFileSync(path("stack.txt"), text(sameStack));
  writeFileSync(
    path("damaged.txt"),
    text(3)
      .replace(/^score\n/m, "")
      .slice(0, -300),
  );
  const lines = [line({ id: "one", text: text(1) }), "", line({ url: "https://x.example/3", text: text(3) })];
  writeFileSync(path("posts.ndjson"), `${lines.join("\r\n")}\n`);
  const bad = [
    "{",
    "7",
    "null",
    line({ id: 7, text: "x" }),
    line({ id: "a" }),
    line({ id: "good", text: text(3) }),
  ];
  writeFileSync(path("bad.jsonl"), bad.join("\n"));
});
afterAll(() => rmSync(dir, { recursive: true }));

describe("similar", () => {
  test("prints no table where there is nothing to look among", async () => {
    const found = await run("similar", path("post.txt"), "--in", path("none.txt"));
    expect([found.status, found.stdout]).toEqual([2, ""]);
  });

  test("keeps an index in a file, and looks in it later", async () => {
    const file = path("posts.index");
    const made = await run(
      "similar",
      path("post.txt"),
      "--in",
      path("stack.txt"),
      path("copy.txt"),
      "--index",
      file,
      "--json",
    );
    const kept = await run("similar", path("post.txt"), "--index", file, "--json");
    const plain = (stdout: string) =>
      JSON.parse(stdout).map(({ title: _, ...found }: { title: string }) => found);
    expect(plain(kept.stdout)).toEqual(plain(made.stdout));
    expect(plain(kept.stdout)).toHaveLength(2);
    expect([made.status, kept.status, kept.stderr]).toEqual([0, 0, ""]);
  });

  test("refuses a file that is no index, and a call that names no posts", async () => {
    for (const [file, reason] of [
      [path("copy.txt"), "found other bytes in the bytes of an index, expected those that toBytes gave"],
      [path("none.index"), "no such file"],
    ])
      expect(await run("similar", path("post.txt"), "--index", file as string)).toEqual({
        status: 2,
        stdout: "",
        stderr: `alphanode: cannot read ${file}: ${reason}\n`,
      });
    const none = await run("similar", path("post.txt"));
    expect(none.status).toBe(2);
    expect(none.stderr).toContain("give either another post, or --in or --index");
  });

  describe("leaves the index of before", () => {
    const file = () => path("before.index");
    const keep = (...sources: string[]) =>
      run("similar", path("post.txt"), "--in", ...sources, "--index", file());

    test.each([
      ["cannot be read", () => [path("copy.txt"), path("none.txt")], "none.txt: no such file"],
      ["hold no posts", () => [path("nothing.ndjson")], "there was no post to read"],
      ["hold posts of which nothing can be read", () => [path("unread.ndjson")], "there was no post to read"],
    ])("where sources %s", async (_, sources, reason) => {
      writeFileSync(path("nothing.ndjson"), line({ id: "a" }));
      writeFileSync(path("unread.ndjson"), line({ id: "a", text: "" }));
      expect((await keep(path("stack.txt"))).status).toBe(0);
      const before = readFileSync(file());
      const { status, stderr } = await keep(...sources());
      expect(status).toBe(2);
      expect(stderr).toContain(reason);
      expect(stderr).toContain(`alphanode: ${file()} is not written, since not all could be read\n`);
      expect(readFileSync(file())).toEqual(before);
      expect(readdirSync(dir).filter((name) => name.endsWith(".partial"))).toEqual([]);
    });
  });

  test("says that an index of before holds nothing", async () => {
    writeFileSync(path("empty.index"), new SimilarityIndex().toBytes());
    expect(await run("similar", path("post.txt"), "--index", path("empty.index"), "--json")).toEqual({
      status: 2,
      stdout: "",
      stderr: `alphanode: cannot read ${path("empty.index")}: the index holds no posts; make it anew with --in\n`,
    });
  });

  test("ends with 2 where nothing could be read of any post", async () => {
    writeFileSync(path("unread.ndjson"), line({ id: "a", text: "" }));
    const { status, stdout, stderr } = await run("similar", path("post.txt"), "--in", path("unread.ndjson"));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("left out, since nothing could be read");
    expect(stderr).toContain("alphanode: there was no post to read\n");
  });

  test("prints a table: score, id, title and the facets that decided, best first", async () => {
    const { status, stdout, stderr } = await run(
      "similar",
      path("post.txt"),
      "--in",
      path("stack.txt"),
      path("copy.txt"),
      path("post.txt"),
    );
    const near = similarity(makePost(3), makePost(sameStack));
    const width = path("stack.txt").length;
    const titles = [makePost(3).title, makePost(sameStack).title];
    const titleWidth = Math.max(...titles.map(({ length }) => length));
    const [head, first, second, end] = stdout.split("\n");
    expect(head).toBe(`score  ${"id".padEnd(width)}  ${"title".padEnd(titleWidth)}  decided by`);
    expect(first).toBe(
      `1.000  ${path("copy.txt").padEnd(width)}  ${titles[0]?.padEnd(titleWidth)}  topic 1.00, body 1.00, title 1.00`,
    );
    expect(second?.startsWith(`${near.score.toFixed(3)}  ${path("stack.txt")}  ${titles[1]}`)).toBe(true);
    expect(second).toContain("topic 0.33");
    expect([end, status, stderr]).toEqual(["", 0, ""]);
  });

  test("prints JSON, reads lines of ndjson by id or url, and holds to the limit", async () => {
    const { stdout } = await run("similar", path("post.txt"), "--in", path("posts.ndjson"), "--json");
    const found = JSON.parse(stdout);
    const post = makePost(3);
    expect(found).toEqual([
      { id: "https://x.example/3", title: post.title, ...similarity(post, post) },
      { id: "one", title: makePost(1).title, ...similarity(post, makePost(1)) },
    ]);
    const { stdout: one } = await run(
      "similar",
      path("post.txt"),
      "--in",
      path("posts.ndjson"),
      "--json",
      "--limit",
      "1",
    );
    expect(JSON.parse(one)).toEqual(found.slice(0, 1));
  });

  test("compares a damaged post by what is right of it", async () => {
    const { stdout } = await run("similar", path("damaged.txt"), "--in", path("post.txt"), "--json");
    const damaged = safeParsePost(
      text(3)
        .replace(/^score\n/m, "")
        .slice(0, -300),
    );
    expect(damaged.success).toBe(false);
    expect(JSON.parse(stdout)[0].score).toBeGreaterThan(0.9);
  });

  test("goes on after lines that are no posts, and tells which", async () => {
    const { status, stdout, stderr } = await run(
      "similar",
      path("post.txt"),
      "--in",
      path("bad.jsonl"),
      "--json",
    );
    expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toEqual(["good", "7"]);
    const found = [
      [1, "the line is not JSON; expected a JSON object"],
      [2, "the line is a number; expected a JSON object"],
      [3, "the line is null; expected a JSON object"],
      [5, '"text" is missing; expected the text of a post'],
    ];
    expect(stderr.trim().split("\n")).toEqual(
      found.map(([line, what]) => `alphanode: ${path("bad.jsonl")}:${line}: ${what}`),
    );
    expect(status).toBe(1);
  });

  test("tells of files that cannot be read", async () => {
    const { status, stdout, stderr } = await run("similar", path("none.txt"), "--in", path("post.txt"));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("none.txt");
    const other = await run("similar", path("post.txt"), "--in", path("none.txt"), "--json");
    expect([other.status, other.stdout]).toEqual([2, "[]\n"]);
  });

  test.each([[["--limit", "-1"]], [["--limit", "1.5"]], [["--limit", "x"]]])(
    "refuses %j",
    async (options) => {
      const { status, stderr } = await run("similar", path("post.txt"), "--in", path("post.txt"), ...options);
      expect(status).toBe(2);
      expect(stderr).toContain("whole number from 0");
    },
  );

  test("takes one post from a file, and refuses to choose among several", async () => {
    mkdirSync(path("two"));
    for (const n of [1, 2]) writeFileSync(path(`two/${n}.txt`), text(n));
    const several = [path("two"), path("posts.ndjson")];
    for (const source of several) {
      for (const args of [
        [path("post.txt"), source],
        [source, path("post.txt")],
        [source, "--in", path("post.txt")],
      ]) {
        expect(await run("similar", ...args)).toEqual({
          status: 2,
          stdout: "",
          stderr: `alphanode: '${source}' holds several posts, where one is expected; --in looks among several\n(see alphanode similar --help)\n`,
        });
      }
    }
  });

  test("shows what is wrong with the posts that it compares, and names which of many have errors", async () => {
    const damaged = path("damaged.txt");
    const { issues } = safeParsePost(readFileSync(damaged, "utf8"));
    const frames = `${damaged}\n\n${formatIssues(readFileSync(damaged, "utf8"), issues)}\n\n`;
    for (const args of [
      [damaged, path("post.txt")],
      [path("post.txt"), damaged],
      [damaged, "--in", path("post.txt")],
    ]) {
      const { status, stderr } = await run("similar", ...args);
      expect([status, stderr]).toEqual([1, frames]);
    }
    const named = `alphanode: ${damaged}: it has errors, and counts by what could be read; alphanode check shows them\n`;
    for (const args of [
      ["similar", path("post.txt"), "--in", damaged, path("copy.txt")],
      ["duplicates", damaged, path("copy.txt")],
    ]) {
      const { status, stdout, stderr } = await run(...args);
      expect([status, stderr]).toEqual([1, named]);
      expect(stdout).toContain("copy.txt");
    }
  });

  test("refuses a limit where two posts are compared", async () => {
    const { status, stdout, stderr } = await run(
      "similar",
      path("post.txt"),
      path("copy.txt"),
      "--limit",
      "10",
    );
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("alphanode: option '--limit' goes with --in or --index\n");
  });

  test("asks where to look", async () => {
    const { status, stderr } = await run("similar", path("post.txt"));
    expect(status).toBe(2);
    expect(stderr).toContain("--in");
  });
});

describe("duplicates", () => {
  test("prints clusters, one id a line with an empty line between clusters", async () => {
    const copy = path("one-more.txt");
    writeFileSync(copy, text(sameStack, "dense"));
    const { status, stdout } = await run(
      "duplicates",
      ...["stack.txt", "posts.ndjson", "post.txt", "copy.txt", "one-more.txt"].map(path),
    );
    const clusters = [
      [path("copy.txt"), path("post.txt"), "https://x.example/3"],
      [copy, path("stack.txt")],
    ];
    expect(stdout).toBe(`${clusters.map((ids) => `${ids.join("\n")}\n`).join("\n")}`);
    expect(status).toBe(0);
    const { stdout: json } = await run("duplicates", path("post.txt"), path("copy.txt"), "--json");
    expect(JSON.parse(json)).toEqual([[path("copy.txt"), path("post.txt")]]);
  });

  test("prints nothing where there are none, and more at a lower score", async () => {
    const files = [path("post.txt"), path("stack.txt")];
    expect(await run("duplicates", ...files)).toEqual({ status: 0, stdout: "", stderr: "" });
    const { stdout } = await run("duplicates", ...files, "--min-score", "0.2");
    expect(stdout).toBe(`${files.join("\n")}\n`);
  });

  test("tells of an id that stands twice", async () => {
    const { stderr } = await run("duplicates", path("post.txt"), path("post.txt"));
    expect(stderr).toBe(
      `alphanode: ${path("post.txt")}: the id ${path("post.txt")} stands twice; the later post is kept\n`,
    );
  });

  test.each(["-0.1", "2", "x", ""])("refuses --min-score %j", async (score) => {
    const { status, stderr } = await run("duplicates", path("post.txt"), "--min-score", score);
    expect(status).toBe(2);
    expect(stderr).toContain("number from 0 to 1");
  });

  describe("--blocks", () => {
    const sketchLines = async (...more: string[]) => {
      const { stdout } = await run(
        "parse",
        "--rows",
        "--sketch",
        "--quiet",
        path("posts.ndjson"),
        path("copy.txt"),
      );
      const rows = stdout
        .trimEnd()
        .split("\n")
        .map((each) => JSON.parse(each));
      const lines = rows.flatMap(({ id, sketch }) =>
        sketch.blocks.map((block: string) => line({ block, id, features: sketch.features })),
      );
      return `${[...lines.sort(), ...more].join("\n")}\n`;
    };
    const blocks = (content: string, ...more: string[]) => {
      writeFileSync(path("blocks"), content);
      return run("duplicates", "--blocks", path("blocks"), ...more);
    };

    test("finds the copies of each block of sketches", async () => {
      const ids = [path("copy.txt"), "https://x.example/3"];
      const { status, stdout, stderr } = await blocks(await sketchLines());
      expect([status, stderr]).toEqual([0, ""]);
      const found = stdout
        .trimEnd()
        .split("\n")
        .map((each) => JSON.parse(each));
      expect(found.length).toBeGreaterThan(0);
      for (const cluster of found) expect(cluster).toEqual({ ids: ids.sort() });
      expect((await blocks("")).stdout).toBe("");
    });

    test.each([
      ["a line that is no JSON", "{", "found no sketch"],
      ["an empty line", "", "found no sketch"],
      ["a line without an id", line({ block: "t00000000", features: "" }), "found no sketch"],
      ["null", "null", "found no sketch"],
      ["a block out of order", line({ block: "a", id: "x", features: "" }), "sort the lines by block"],
      ["features that are none", line({ block: "z", id: "x", features: "!" }), "found no Base64"],
    ])("ends at %s", async (_, wrong, message) => {
      const content = await sketchLines(wrong);
      const number = content.split("\n").length - 1;
      await expect(blocks(content)).rejects.toThrow(`${path("blocks")}:${number}: `);
      await expect(blocks(content)).rejects.toThrow(message);
    });

    test("ends at a line that is too long to be kept", async () => {
      const { copiesOf } = await import("../../src/cli/blocks.ts");
      const pieces = (async function* () {
        yield { holds: "overlong line", file: "a", line: 7, bytes: Buffer.alloc(0) } as const;
      })();
      await expect(copiesOf(pieces, 0.9).next()).rejects.toThrow("a:7: the line is longer than 64 MiB");
    });

    test("goes with no form of printing", async () => {
      expect(await run("duplicates", "--blocks", "--json", path("blocks"))).toMatchObject({
        status: 2,
        stdout: "",
      });
    });
  });
});
