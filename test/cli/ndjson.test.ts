import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { safeParsePost, stringifyPost } from "alphanode-post";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makePost } from "../support/corpus.ts";
import { run } from "./run.ts";

const good = (n: number) => stringifyPost(makePost(n));
const mended = (n: number) => good(n).replace(/^reading time\d+$/m, "$& min");
const damaged = (n: number) =>
  good(n)
    .replace(/^reading time\d+$/m, "reading timelong")
    .replace("quality: ", "quality: 9999");

const record = (id: string, text: string) => JSON.stringify({ id, text });
const NO_JSON = "the line is not JSON; expected a JSON object";

let dir: string;
const path = (name: string) => join(dir, name);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-ndjson-"));
  const lines = [
    record("one", good(1)),
    "",
    JSON.stringify({ url: "https://x.example/2", text: damaged(2) }),
    "{",
    record("three", mended(3)),
    "[]",
    JSON.stringify({ id: 4, text: "x" }),
    JSON.stringify({ id: null, url: true, text: "x" }),
    JSON.stringify({ text: "x" }),
    JSON.stringify({ id: "no text", text: {} }),
    "null",
    `${record("last \u001b[31m", good(4))}\r`,
  ];
  writeFileSync(path("posts.ndjson"), `\ufeff${lines.join("\n")}`);
  mkdirSync(path("tree/b/c"), { recursive: true });
  mkdirSync(path("tree/.hidden"));
  writeFileSync(path("tree/b/c/deep.txt"), good(5));
  writeFileSync(path("tree/b/more.jsonl"), `${record("m1", good(6))}\n${record("m2", good(7))}\n`);
  writeFileSync(path("tree/a.txt"), `\ufeff${good(8)}`);
  writeFileSync(path("tree/z.txt"), damaged(9));
  writeFileSync(path("tree/.hidden/not.txt"), good(1));
  writeFileSync(path("tree/.not.txt"), good(1));
  writeFileSync(path("tree/[x].txt"), good(10));
  writeFileSync(
    path("many.ndjson"),
    Array.from(
      { length: 400 },
      (_, n) => `${n % 7 === 0 ? "broken" : record(`${n}`, n % 5 === 0 ? damaged(n) : good(n))}\n`,
    ).join(""),
  );
});
afterAll(() => rmSync(dir, { recursive: true }));

/** The lines of an output, parsed. */
const parsed = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const ids = (stdout: string): string[] => parsed(stdout).map(({ id }) => id);

/** The line that a text is to become. */
function lineOf(id: string, text: string) {
  const result = safeParsePost(text);
  const { success, issues } = result;
  return success
    ? { id, success, data: result.data, issues }
    : { id, success, partial: result.partial, issues };
}

describe("alphanode parse --ndjson", () => {
  it("prints a line for each post, in order: its id and what the library gives", async () => {
    const { status, stdout } = await run("parse", "--ndjson", path("posts.ndjson"));
    const noPost = (id: string | null) => ({ id, success: false, partial: expect.anything() });
    expect(parsed(stdout)).toEqual([
      lineOf("one", good(1)),
      expect.objectContaining(noPost(null)),
      lineOf("https://x.example/2", damaged(2)),
      expect.objectContaining(noPost(null)),
      lineOf("three", mended(3)),
      expect.objectContaining(noPost(null)),
      lineOf("4", "x"),
      expect.objectContaining(noPost(null)),
      expect.objectContaining(noPost(null)),
      expect.objectContaining(noPost("no text")),
      expect.objectContaining(noPost(null)),
      lineOf("last \u001b[31m", good(4)),
    ]);
    const codes = parsed(stdout).map(({ issues }) => issues[0]?.code);
    expect(codes).toEqual([
      undefined,
      "input_empty_line",
      "invalid_number",
      "input_not_json",
      "rewritten_value",
      "input_not_object",
      "missing_meta_box",
      "input_no_id",
      "input_no_id",
      "input_no_text",
      "input_not_object",
      undefined,
    ]);
    expect(stdout).toMatch(/^\{"id":"one","success":true,"data":\{"title":/);
    expect(status).toBe(1);
  });

  it("tells lines that are no posts by their number, and sums up", async () => {
    const { stderr } = await run("parse", "--ndjson", path("posts.ndjson"));
    const lines = stderr.split("\n");
    expect(lines.slice(0, 7)).toEqual(
      [
        [2, "the line is empty; expected a JSON object"],
        [4, NO_JSON],
        [6, "the line is a list; expected a JSON object"],
        [8, '"url" is a boolean; expected a text or a number'],
        [9, '"id" is missing; expected a text or a number'],
        [10, '"text" is an object; expected the text of a post'],
        [11, "the line is null; expected a JSON object"],
      ].map(([n, what]) => `alphanode: ${path("posts.ndjson")}:${n}: ${what}`),
    );
    expect(lines.slice(7, -2)).toEqual([
      "posts               5",
      "with errors         2",
      "with warnings only  1",
      "broken lines        7",
      "  missing_meta_box  3",
      "  invalid_number    2",
      "  input_not_object  2",
      "  input_no_id       2",
      "  input_empty_line  1",
      "  field_left_out    1",
      "  input_not_json    1",
      "  rewritten_value   1",
      "  input_no_text     1",
    ]);
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(/^\d+\.\d s, [\d,]+ posts\/s, [\d,]+\.\d MB\/s$/),
      "",
    ]);
  });

  it("counts warnings as errors where it is told to", async () => {
    const file = path("mended.ndjson");
    writeFileSync(file, `${record("a", mended(1))}\n`);
    expect((await run("parse", "--ndjson", file)).status).toBe(0);
    const { status, stdout } = await run("parse", "--ndjson", "--strict", file);
    expect([status, parsed(stdout)[0].success]).toEqual([1, false]);
  });

  it("ends with 1 at a line that is no post, even where all others are right", async () => {
    const file = path("one-broken.ndjson");
    writeFileSync(file, `${record("a", good(1))}\nx\n`);
    expect((await run("parse", "--ndjson", file)).status).toBe(1);
  });

  it("reads the texts of directories, by name, and passes over what hides and what is none by its name", async () => {
    writeFileSync(path("tree/b/post.json"), "{}");
    const { stdout } = await run("parse", "--ndjson", path("tree"));
    expect(ids(stdout)).toEqual([
      path("tree/[x].txt"),
      path("tree/a.txt"),
      path("tree/b/c/deep.txt"),
      "m1",
      "m2",
      path("tree/z.txt"),
    ]);
    expect(parsed(stdout)[1]).toEqual(lineOf(path("tree/a.txt"), `\ufeff${good(8)}`));
  });

  it("reads patterns, and names that look like one", async () => {
    const { stdout } = await run("parse", "--ndjson", path("tree/[x].txt"), path("tree/**/*.{txt,jsonl}"));
    expect(ids(stdout)).toEqual([
      path("tree/[x].txt"),
      path("tree/[x].txt"),
      path("tree/a.txt"),
      path("tree/b/c/deep.txt"),
      "m1",
      "m2",
      path("tree/z.txt"),
    ]);
  });

  it("goes on after what cannot be read, and ends with 2", async () => {
    const links = path("links");
    mkdirSync(links);
    symlinkSync(links, join(links, "again"));
    symlinkSync(path("tree/a.txt"), join(links, "post.txt"));
    const sources = [path("none.txt"), path("none/*.txt"), path("none.ndjson"), links];
    const { status, stdout, stderr } = await run("parse", "--ndjson", ...sources);
    expect(ids(stdout)).toEqual([join(links, "post.txt")]);
    expect(stderr.split("\n").slice(0, 5)).toEqual([
      `alphanode: cannot read ${path("none.txt")}: no such file`,
      `alphanode: cannot read ${path("none/*.txt")}: no such file`,
      `alphanode: cannot read ${path("none.ndjson")}: no such file`,
      `alphanode: cannot read ${join(links, "again")}: it is a directory`,
      "posts               1",
    ]);
    expect(status).toBe(2);
  });

  it("takes standard input for lines, whatever it begins with", async () => {
    const stdin = Readable.from([Buffer.from("no post\n"), Buffer.from(`${record("a", good(1))}\n`)]);
    vi.spyOn(process, "stdin", "get").mockReturnValue(stdin as typeof process.stdin);
    const { stdout, stderr } = await run("parse", "--ndjson", "-");
    expect(ids(stdout)).toEqual([null, "a"]);
    expect(stderr).toContain(`alphanode: standard input:1: ${NO_JSON}\n`);
  });

  it("prints nothing but the count where there is nothing", async () => {
    const file = path("empty.ndjson");
    writeFileSync(file, "");
    const { status, stdout, stderr } = await run("parse", "--ndjson", file);
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/^posts {15}0\n/);
  });

  it.each([
    [["--jobs", "2", "x"], "'--jobs' goes with --ndjson or --rows"],
    [["--ndjson", "--jobs", "0", "x"], "whole number from 1"],
    [["--ndjson", "--jobs", "1.5", "x"], "whole number from 1"],
    [["--ndjson"], "missing required argument 'source'"],
  ])("refuses %j", async (args, message) => {
    const { status, stderr } = await run("parse", ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

/** The built command. */
const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Starts the built command; `terminal` names the streams that it takes for terminals. */
function start(terminal: readonly ("stdout" | "stderr")[], ...args: string[]) {
  const asTerminal = terminal.map((name) => `process.${name}.isTTY = true;`).join("");
  return spawn(process.execPath, [
    "--import",
    `data:text/javascript,${asTerminal}`,
    CLI,
    "parse",
    "--ndjson",
    ...args,
  ]);
}

/** Waits for the end of a run. */
async function ended(child: ReturnType<typeof start>) {
  const status = new Promise((resolve) => child.once("close", resolve));
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  return { status: await status, stdout, stderr };
}

const CLOSED = "alphanode: cannot write standard output: whoever read it has closed the pipe\n";

const withoutTime = (stderr: string) => stderr.replace(/\n.*posts\/s.*\n$/, "\n");

describe("alphanode parse --ndjson, built", () => {
  it("gives the same with threads as without", async () => {
    const sources = [path("many.ndjson"), path("tree"), path("posts.ndjson")];
    const [one, two] = await Promise.all(
      ["1", "2"].map((jobs) => ended(start([], "--jobs", jobs, ...sources))),
    );
    expect(ids(one?.stdout ?? "")).toHaveLength(400 + 6 + 12);
    expect(two?.stdout).toBe(one?.stdout);
    expect(withoutTime(two?.stderr ?? "")).toBe(withoutTime(one?.stderr ?? ""));
    expect([one?.status, two?.status]).toEqual([1, 1]);
  });

  it.each(["1", "2"])("says that the pipe is closed, and ends with 2 (--jobs %s)", async (jobs) => {
    const child = start([], "--jobs", jobs, "-");
    // The posts never end, so that nothing but the closed pipe ends the run.
    const line = `${record("a", good(1))}\n`.repeat(100);
    child.stdin.on("error", () => {});
    const feed = () => {
      while (child.stdin.writable && child.stdin.write(line));
    };
    child.stdin.on("drain", feed);
    feed();
    child.stdout.once("data", () => child.stdout.destroy());
    const status = new Promise((resolve) => child.once("close", resolve));
    expect(await textOf(child.stderr)).toBe(CLOSED);
    expect(await status).toBe(2);
  });

  it.each(["1", "2"])("survives lines of any length (--jobs %s)", async (jobs) => {
    const child = start([], "--jobs", jobs, "-");
    const done = ended(child);
    child.stdin.write('{"id":"long","text":"');
    child.stdin.write("ä".repeat(25_000_000));
    child.stdin.write(`"}\n${record("a", good(1))}\n`);
    for (let n = 0; n < 70; n += 1) child.stdin.write("x".repeat(1 << 20));
    child.stdin.end(`\n${record("b", good(2))}\n`);
    const { status, stdout, stderr } = await done;
    expect(parsed(stdout)).toMatchObject([
      { id: "long", success: false, partial: { meta: {} }, issues: [{ code: "source_too_long" }] },
      { id: "a", success: true },
      { id: null, success: false, issues: [{ code: "input_line_too_long" }] },
      { id: "b", success: true },
    ]);
    expect(stderr).toContain("alphanode: standard input:3: the line is longer than 64 MiB\n");
    expect(status).toBe(1);
  });

  it("draws a bar on a terminal's standard error, and keeps it away from what it tells", async () => {
    const { stdout, stderr } = await ended(start(["stderr"], path("posts.ndjson"), path("many.ndjson")));
    expect(ids(stdout)).toHaveLength(12 + 400);
    const states = stderr.split("\r\u001b[K");
    expect(states[1]).toBe("0 posts, 0/s");
    expect(states).toContain(`alphanode: ${path("posts.ndjson")}:4: ${NO_JSON}\n`);
    expect(states.at(-2)).toMatch(/^posts +347\n/);
    expect(states.at(-1)).toBe("");
  });

  it.each([
    ["standard error is no terminal", []],
    ["the lines go to the terminal", ["stdout", "stderr"]],
  ] as const)("draws none where %s", async (_, terminal) => {
    const { stderr } = await ended(start(terminal, path("tree")));
    expect(stderr).not.toContain("0 posts, 0/s");
  });
});
