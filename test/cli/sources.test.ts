import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { stringifyPost } from "alphanode-post";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findFiles, sizeOf } from "../../src/cli/sources.ts";
import { makePost } from "../support/corpus.ts";
import { run } from "./run.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-sources-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe("sizeOf", () => {
  it("adds up the bytes of files, those in directories and of patterns too", async () => {
    mkdirSync(join(dir, "inner"));
    writeFileSync(join(dir, "a.txt"), "é");
    writeFileSync(join(dir, "inner/b.txt"), "12345");
    expect(await sizeOf(findFiles([dir, join(dir, "**/b.*")]))).toBe(12);
  });

  it("does not know the size of what is no file", async () => {
    writeFileSync(join(dir, "a.txt"), "a");
    expect(await sizeOf(Readable.from([join(dir, "a.txt"), "/dev/null"]))).toBeUndefined();
    expect(await sizeOf(Readable.from([join(dir, "none.txt")]))).toBeUndefined();
  });
});

it.each([
  ["little", [0xff, 0xfe]],
  ["big", [0xfe, 0xff]],
])("UTF-16 with its mark is read as the text it is: %s end first", async (end, mark) => {
  const path = join(dir, "wide.txt");
  const wide = Buffer.from(stringifyPost(makePost(1)), "utf16le");
  writeFileSync(path, Buffer.concat([Buffer.from(mark), end === "big" ? wide.swap16() : wide]));
  for (const command of ["parse", "check", "audit"]) expect((await run(command, path)).stderr).toBe("");
  expect(JSON.parse((await run("parse", path)).stdout)).toEqual(makePost(1));
});

describe("standard input of a command that reads texts or lines", () => {
  const post = stringifyPost(makePost(1)).replace(/^reading time\d+$/m, "reading timelong");

  /** Gives standard input some content for the next run. */
  function give(content: string): void {
    const stdin = Readable.from([Buffer.from(content)]) as typeof process.stdin;
    vi.spyOn(process, "stdin", "get").mockReturnValue(stdin);
  }

  it("is a post where it begins as a text", async () => {
    give(post);
    expect((await run("audit", "-")).stderr).toMatch(/^standard input\n\nerror invalid_number/);
  });

  it.each(["", "\n  ", "\ufeff"])(
    "is a post a line where it begins as an object does (after %j)",
    async (before) => {
      const lines = ["a", "b"].map((id) => JSON.stringify({ id, text: post }));
      give(before + lines.join("\n"));
      expect((await run("audit", "-")).stderr).toMatch(
        /^a\n\nerror invalid_number[\s\S]*\nb\n\nerror invalid_number/,
      );
    },
  );
});
