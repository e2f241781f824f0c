import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { formatIssues, safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import picocolors from "picocolors";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type JoinedPost, postsIn, within } from "../../src/cli/joined.ts";
import { run } from "./run.ts";

vi.mock("node:fs/promises", { spy: true });

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-check-"));
  for (const name of ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"]) vi.stubEnv(name, undefined);
});
afterEach(() => {
  rmSync(dir, { recursive: true });
  vi.unstubAllEnvs();
});

/** Writes a text to a file and gives the file's path. */
function file(name: string, text: string): string {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const clean = stringifyPost(synthesizePost(1));
const mended = clean.replace(/^(reading time\d+)$/m, "$1 min");
const broken = clean.replace(/^view count.*$/m, "view countmany");

test("reads all posts of a file that several were put together in", async () => {
  const joined = file("all.txt", [clean, broken, clean].join("\n"));
  const { status, stdout } = await run("check", "--format", "json", joined);
  expect(status).toBe(1);
  const posts = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(posts.map(({ id, success }) => [id, success])).toEqual([
    [`${joined}#1`, true],
    [`${joined}#2`, false],
    [`${joined}#3`, true],
  ]);
});

/** A file of posts, the issues of its second, and where that starts. */
function joinedFile() {
  const path = file("joined.txt", `${clean}\n${damaged}`);
  return { path, text: `${clean}\n${damaged}`, issues: safeParsePost(damaged).issues };
}
const damaged = clean.replace(/^(reading time\d+)$/m, "$1 min").replace(/^view count.*$/m, "view countmany");

test("issues of a file of several posts point into the file", async () => {
  const { path, text, issues } = joinedFile();
  const { stdout } = await run("check", "--format", "json", path);
  const [, found] = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const of = (source: string, all: typeof issues) =>
    all.map(({ code, position: { start, end }, fix }) => [
      code,
      source.slice(start.offset, end.offset),
      source.split("\n")[start.line - 1]?.slice(start.column - 1),
      fix && [source.slice(...fix.range), fix.text],
    ]);
  expect(issues.some(({ fix }) => fix !== undefined)).toBe(true);
  expect(of(text, found.issues)).toEqual(of(damaged, issues));
  expect((await run("check", path)).stdout).toContain(
    `\n  ${text.slice(0, text.indexOf("countmany")).split("\n").length} | view countmany\n`,
  );
  const { line, column } = found.issues.at(-1).position.start;
  expect((await run("check", "--format", "github", path)).stdout).toContain(
    `file=${path},line=${line},col=${column},`,
  );
  const sarif = JSON.parse((await run("check", "--format", "sarif", path)).stdout);
  const { artifactLocation, region } = sarif.runs[0].results.at(-1).locations[0].physicalLocation;
  expect([artifactLocation.uri, region.startLine]).toEqual([path, line]);
});

test("columns are right where a post starts within a line, as cat leaves it", () => {
  const [first, second] = postsIn("a", `${clean.trimEnd()}${damaged}`) as [JoinedPost, JoinedPost];
  const last = clean.trimEnd().split("\n");
  expect([first.id, second.id, second.start]).toEqual([
    "a#1",
    "a#2",
    { line: last.length, column: (last.at(-1) as string).length + 1, offset: clean.trimEnd().length },
  ]);
  const { issues } = safeParsePost("?");
  const [issue] = within(second.start, { success: false, post: { meta: {} }, issues }).issues;
  expect(issue?.position.start.column).toBe(
    second.start.column + (issues[0]?.position.start.column ?? 0) - 1,
  );
});

/** The frames of a text's issues. */
const framesOf = (text: string): string => formatIssues(text, safeParsePost(text).issues);

/** Where the value of a label starts. */
function placeOf(text: string, label: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(`\n${label}`) + 1).split("\n");
  return { line: before.length, column: label.length + 1 };
}

describe("alphanode check", () => {
  test("shows the issues of each post under its name, and counts", async () => {
    const names = [file("a.txt", broken), file("b.txt", clean), file("c.txt", mended)];
    expect(await run("check", ...names)).toEqual({
      status: 1,
      stdout: `${names[0]}\n\n${framesOf(broken)}\n\n${names[2]}\n\n${framesOf(mended)}\n\n3 posts: 1 with errors, 1 with warnings, 1 clean\n`,
      stderr: "",
    });
  });

  test("ends with 0 where there are warnings alone, and with 1 where they are to count", async () => {
    const name = file("a.txt", mended);
    const once = await run("check", name);
    expect([once.status, once.stdout.split("\n").at(-2)]).toEqual([
      0,
      "1 post: 0 with errors, 1 with warnings, 0 clean",
    ]);
    const strict = await run("check", "--strict", name);
    expect(strict.status).toBe(1);
    expect(strict.stdout).toContain("\nerror rewritten_value at ");
    expect(strict.stdout).toContain("1 post: 1 with errors, 0 with warnings, 0 clean");
  });

  test("checks the files in a directory and below, in order", async () => {
    const names = ["a.txt", "sub/b.TXT", "z.txt"].map((name) => file(`posts/${name}`, mended));
    file("posts/made.ndjson", `${JSON.stringify({ id: "one", text: mended })}\n`);
    const { stdout } = await run("check", join(dir, "posts"));
    const shown = stdout.split("\n").filter((line) => line === "one" || line.startsWith(dir));
    expect(shown).toEqual([names[0], "one", names[1], names[2]]);
    expect(stdout).toContain("4 posts: ");
  });

  test("tells of what it cannot read, and goes on", async () => {
    const none = join(dir, "none.txt");
    expect(await run("check", none, file("a.txt", clean))).toEqual({
      status: 2,
      stdout: "1 post: 0 with errors, 0 with warnings, 1 clean\n",
      stderr: `alphanode: cannot read ${none}: no such file\n`,
    });
  });

  test("does not pass where there was nothing to check", async () => {
    mkdirSync(join(dir, "empty"));
    expect(await run("check", join(dir, "empty"))).toEqual({
      status: 2,
      stdout: "",
      stderr: "alphanode: there was no post to read\n",
    });
  });

  test.each(["text", "json", "github", "sarif"])(
    "prints nothing as %s where nothing was read",
    async (form) => {
      const none = join(dir, "none.txt");
      expect(await run("check", "--format", form, none)).toEqual({
        status: 2,
        stdout: "",
        stderr: `alphanode: cannot read ${none}: no such file\n`,
      });
    },
  );

  test("passes over packages in a folder", async () => {
    file("posts/node_modules/a/README.md", broken);
    const name = file("posts/a.txt", clean);
    expect((await run("check", "--format", "json", join(dir, "posts"))).stdout).toBe(
      `${JSON.stringify({ id: name, success: true, issues: [] })}\n`,
    );
  });

  test("says which option reads what it could not", async () => {
    const dense = file("a.txt", stringifyPost(synthesizePost(1), { form: "dense" }));
    const says = async (...files: string[]) => (await run("check", ...files)).stderr;
    expect(await says(dense)).toBe(
      "alphanode: 1 text has no box; dense copies and other articles without one are read with --as auto\n",
    );
    expect(await says(dense, dense)).toContain("alphanode: 2 texts have no box; ");
    expect(await says(file("b.txt", "%PDF-1.7\n1 0 obj"), file("c.txt", broken))).toBe("");
    expect(await run("check", "--as", "auto", dense)).toMatchObject({ status: 0, stderr: "" });
    expect((await run("check", "--max-length", "9", dense)).stderr).toBe(
      "alphanode: longer texts are read with --max-length <characters>\n",
    );
  });

  test("goes on after a line that is no post, and ends with 1", async () => {
    const lines = file("posts.ndjson", `{\n${JSON.stringify({ url: "a/b", text: mended })}\n`);
    const { status, stdout, stderr } = await run("check", lines);
    expect(status).toBe(1);
    expect(stdout).toBe(`a/b\n\n${framesOf(mended)}\n\n1 post: 0 with errors, 1 with warnings, 0 clean\n`);
    expect(stderr).toContain(`alphanode: ${lines}:1: `);
  });

  test("tells of a directory that cannot be read", async () => {
    vi.mocked(readdir).mockRejectedValueOnce(Object.assign(new Error("no"), { code: "EACCES" }));
    const { status, stdout, stderr } = await run("check", dir, file("a.txt", clean));
    expect([status, stderr]).toEqual([2, `alphanode: cannot read ${dir}: no permission\n`]);
    expect(stdout).toBe("1 post: 0 with errors, 0 with warnings, 1 clean\n");
  });

  test("writes a line of JSON for each post", async () => {
    const names = [file("a.txt", broken), file("b.txt", clean)];
    const { status, stdout, stderr } = await run("check", "--format", "json", ...names);
    expect([status, stderr]).toEqual([1, ""]);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: names[0], success: false, issues: safeParsePost(broken).issues },
      { id: names[1], success: true, issues: [] },
    ]);
  });

  test("writes workflow commands for GitHub Actions", async () => {
    const name = file("10%, or: less.txt", broken.replace(/^(reading time\d+)$/m, "$1 min"));
    const { stdout } = await run("check", "--format", "github", name);
    const shown = `${dir}/10%25%2C or%3A less.txt`;
    const [time, count] = [placeOf(broken, "reading time"), placeOf(broken, "view count")];
    const minutes = synthesizePost(1).meta.readingTime;
    expect(stdout.split("\n")).toEqual([
      `::warning file=${shown},line=${time.line},col=${time.column},title=rewritten_value::"${minutes} min" was read as ${minutes}; expected a whole number, such as 8 or 246681`,
      `::error file=${shown},line=${count.line},col=${count.column},title=invalid_number::"many" is not a valid view count; expected a whole number, such as 8 or 246681`,
      "1 post: 1 with errors, 0 with warnings, 0 clean",
      "",
    ]);
  });

  test("keeps % and line ends of messages and names from ending a workflow command", async () => {
    const name = file("line\r\nend.txt", broken.replace("countmany", "count100%0A"));
    const { stdout } = await run("check", "--format", "github", name);
    expect(stdout.split("\n")).toHaveLength(3);
    expect(stdout).toContain("/line\\r%0Aend.txt,line=");
    expect(stdout).toContain('::"100%250A" is not a valid view count');
    expect(stdout).not.toContain("\r");
  });

  test.each(["text", "json", "github"])(
    "lets no control character reach the terminal: %s",
    async (format) => {
      const odd = "\u001b]0;x\u0007\u009b31m\u202e";
      const name = file(`odd${odd}.txt`, broken.replace("countmany", `count${odd}`).replace(/^topic/m, odd));
      const { stdout, stderr } = await run("check", "--format", format, name, join(dir, `none${odd}`));
      expect(stdout).toContain("invalid_number");
      expect(stderr).toContain("none\\u001b");
      expect((stdout + stderr).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
    },
  );

  test.each<[string, isTerminal: boolean, env: Record<string, string>, isPainted: boolean]>([
    ["a terminal", true, {}, true],
    ["no pipe or file", false, {}, false],
    ["no terminal where NO_COLOR is set", true, { NO_COLOR: "1" }, false],
    ["a pipe where FORCE_COLOR is set", false, { FORCE_COLOR: "1" }, true],
    ["no terminal where FORCE_COLOR is 0", true, { FORCE_COLOR: "0" }, false],
    ["no pipe of a build server", false, { CI: "true" }, false],
  ])("paints %s", async (_, isTerminal, env, isPainted) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const { isTTY, hasColors } = process.stdout;
    Object.assign(process.stdout, { isTTY: isTerminal, hasColors: () => true });
    const name = file("a.txt", broken);
    const { stdout } = await run("check", name);
    Object.assign(process.stdout, { isTTY, hasColors });
    const plain = `${name}\n\n${framesOf(broken)}\n\n1 post: 1 with errors, 0 with warnings, 0 clean\n`;
    const { bold, red } = picocolors.createColors(isPainted);
    expect(stripVTControlCharacters(stdout)).toBe(plain);
    expect(stdout === plain).toBe(!isPainted);
    for (const text of ["error", "^^^^", "1 with errors"]) expect(stdout).toContain(bold(red(text)));
  });

  test("paints frames on standard error, too; nothing under --no-color, wherever that stands", async () => {
    const name = file("a.txt", broken);
    const isPainted = async (...args: string[]): Promise<boolean> => {
      vi.stubEnv("NO_COLOR", undefined);
      vi.stubEnv("FORCE_COLOR", "1");
      const { stdout, stderr } = await run(...args);
      return (stdout + stderr).includes("\u001b");
    };
    for (const command of ["check", "parse", "audit", "format"]) {
      expect(await isPainted(command, name)).toBe(true);
      expect(await isPainted(command, name, "--no-color")).toBe(false);
    }
    expect(await isPainted("--no-color", "check", name)).toBe(false);
  });
});
