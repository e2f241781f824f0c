import { spawnSync } from "node:child_process";
import {
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringifyPost } from "alphanode-post";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makePost } from "../support/corpus.ts";
import { run } from "./run.ts";

let dir: string;
const at = (name: string) => join(dir, name);
const POSTS = `${JSON.stringify({ id: "one", text: stringifyPost(makePost(1)) })}\n`;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-target-"));
  mkdirSync(at("posts"));
  writeFileSync(at("posts/a.ndjson"), POSTS);
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Commands that write a file of what they read. */
const COMMANDS: Readonly<Record<string, (source: string, target: string) => string[]>> = {
  "parse --out": (source, target) => ["parse", "--rows", "--quiet", source, "--out", target],
  "similar --index": (source, target) => ["similar", at("post.txt"), "--in", source, "--index", target],
};

describe.each(Object.entries(COMMANDS))("%s", (_, call) => {
  beforeEach(() => writeFileSync(at("post.txt"), stringifyPost(makePost(2))));

  /** Runs the command, which is to end with 2 and leave everything as it was. */
  async function refused(source: string, target: string): Promise<string> {
    const names = readdirSync(dir, { recursive: true });
    const { status, stdout, stderr } = await run(...call(source, target));
    expect([status, stdout]).toEqual([2, ""]);
    expect(readFileSync(at("posts/a.ndjson"), "utf8")).toBe(POSTS);
    expect(readdirSync(dir, { recursive: true })).toEqual(names);
    return stderr;
  }
  const isSource = (target: string, source: string) =>
    `alphanode: cannot write ${target}: it is the source ${source}; write to another file\n`;

  it("refuses a source", async () => {
    const source = at("posts/a.ndjson");
    expect(await refused(source, source)).toBe(isSource(source, source));
  });

  it.each([
    ["a symbolic link", symlinkSync],
    ["a hard link", linkSync],
  ])("refuses %s to a source, and a source that is one", async (_, link) => {
    const source = at("posts/a.ndjson");
    link(source, at("link.ndjson"));
    expect(await refused(source, at("link.ndjson"))).toBe(isSource(at("link.ndjson"), source));
    expect(await refused(at("link.ndjson"), source)).toBe(isSource(source, at("link.ndjson")));
  });

  it("refuses a file that a pattern or a link in a folder leads to", async () => {
    const source = at("posts/a.ndjson");
    expect(await refused(at("posts/*"), source)).toBe(isSource(source, source));
    mkdirSync(at("links"));
    symlinkSync(source, at("links/b.ndjson"));
    expect(await refused(at("links"), source)).toBe(isSource(source, at("links/b.ndjson")));
  });

  it("refuses what would be a source in a folder, be it there or not", async () => {
    expect(await refused(at("posts"), at("posts/a.ndjson"))).toContain("it is the source");
    mkdirSync(at("posts/inner"));
    symlinkSync(at("posts"), at("link"));
    for (const target of ["posts/rows.ndjson", "posts/inner/rows", "link/rows.json"])
      expect(await refused(at("posts"), at(target))).toBe(
        `alphanode: cannot write ${at(target)}: it would be one of the sources in ${at("posts")}; write to a file elsewhere\n`,
      );
    expect(await refused(at("link"), at("posts/rows.ndjson"))).toContain("it would be one of the sources");
  });

  it("refuses a file whose place until it is whole is a source", async () => {
    const partial = at("posts/b.idx.partial");
    symlinkSync(at("posts/a.ndjson"), partial);
    expect(await refused(partial, at("posts/b.idx"))).toBe(
      `alphanode: cannot write ${at("posts/b.idx")}: ${partial}, where output goes until it is whole, is the source ${partial}; write to another file\n`,
    );
  });

  it.each(["rows.ndjson", "posts/a.idx", "posts/.rows", "posts/node_modules/rows"])(
    "writes what is none: %s",
    async (target) => {
      mkdirSync(at("posts/node_modules"));
      for (const _ of ["new", "in the place of what the last run wrote"])
        expect((await run(...call(at("posts"), at(target)))).status).toBe(0);
    },
  );
});

it("parse --out refuses what standard input is read from", () => {
  const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
  const input = openSync(at("posts/a.ndjson"), "r");
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, "parse", "--rows", "-", "--out", at("posts/a.ndjson")],
    { stdio: [input, "pipe", "pipe"], encoding: "utf8" },
  );
  closeSync(input);
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining("it is the source of standard input; write to another file"),
  ]);
  expect(readFileSync(at("posts/a.ndjson"), "utf8")).toBe(POSTS);
});

it("similar --index refuses what it compares, and replaces no file but an index", async () => {
  const post = at("post.txt");
  writeFileSync(post, stringifyPost(makePost(2)));
  const before = readFileSync(post);
  const same = await run("similar", post, "--in", at("posts"), "--index", post);
  expect(same).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("it is the source") });
  expect(readFileSync(post)).toEqual(before);
  for (const content of ["my notes\n", "anp", ""]) {
    writeFileSync(at("notes"), content);
    expect(await run("similar", post, "--in", at("posts"), "--index", at("notes"))).toEqual({
      status: 2,
      stdout: "",
      stderr: `alphanode: cannot write ${at("notes")}: it is there, and is no index; name another file\n`,
    });
    expect(readFileSync(at("notes"), "utf8")).toBe(content);
  }
});
