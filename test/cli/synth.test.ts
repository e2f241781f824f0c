import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { parseArticle, parsePost, stringifyPost } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import { readExport } from "alphanode-post/wordpress";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "./run.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-synth-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe("alphanode synth", () => {
  it("prints the spaced text of one post", async () => {
    expect(await run("synth")).toEqual({
      status: 0,
      stdout: `${stringifyPost(synthesizePost(1))}\n`,
      stderr: "",
    });
  });

  it.each(["spaced", "dense"] as const)("prints %s texts with an empty line between them", async (form) => {
    const { stdout } = await run("synth", "--count", "3", "--first", "7", "--form", form);
    const texts = [7, 8, 9].map((n) => `${stringifyPost(synthesizePost(n), { form })}\n`);
    expect(stdout).toBe(texts.join("\n"));
  });

  it("prints pages and Markdown that are read as the posts they were made from", async () => {
    const { stdout: page } = await run("synth", "--first", "7", "--form", "html");
    expect(safeParseHtml(page).value.meta).toEqual(synthesizePost(7).meta);
    const { stdout: markdown } = await run("synth", "--first", "7", "--form", "markdown");
    expect(parsePost(markdown)).toEqual(synthesizePost(7));
  });

  it("prints an export, or writes it to files of a size that can be uploaded", async () => {
    const { stdout } = await run("synth", "--count", "3", "--form", "wxr");
    const read = async (source: string): Promise<unknown[]> => {
      const posts: unknown[] = [];
      for await (const { result } of readExport(source)) posts.push(result.value.title);
      return posts;
    };
    const titles = [...synthesizePosts({ count: 3 })].map(({ title }) => title);
    expect(await read(stdout)).toEqual(titles);
    expect(await run("synth", "--count", "3", "--form", "wxr", "--out", dir)).toMatchObject({ status: 0 });
    expect(await read(readFileSync(join(dir, "export-1.xml"), "utf8"))).toEqual(titles);
  });

  it("says where an export cannot be written", async () => {
    const file = join(dir, "file");
    writeFileSync(file, "");
    expect(await run("synth", "--form", "wxr", "--out", file)).toMatchObject({ status: 2 });
  });

  it("prints json as one array, also of no post", async () => {
    const { stdout } = await run("synth", "--count", "3", "--form", "json");
    expect(JSON.parse(stdout)).toEqual([...synthesizePosts({ count: 3 })]);
    expect(JSON.parse((await run("synth", "--count", "1", "--form", "json")).stdout)).toHaveLength(1);
    expect(JSON.parse((await run("synth", "--count", "0", "--form", "json")).stdout)).toEqual([]);
  });

  it.each(["spaced", "dense", "ndjson"])("prints nothing for no post as %s", async (form) => {
    expect(await run("synth", "--count", "0", "--form", form)).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("prints ndjson as one id and text a line", async () => {
    const { stdout } = await run("synth", "--count", "3", "--form", "ndjson");
    const lines = stdout.trimEnd().split("\n");
    const posts = [...synthesizePosts({ count: 3 })];
    const expected = posts.map((post) => ({ id: post.meta.payload.sourceId, text: stringifyPost(post) }));
    expect(lines.map((line) => JSON.parse(line))).toEqual(expected);
  });

  it("writes each post to a file of its own, in a directory that it makes", async () => {
    const out = join(dir, "new", "posts");
    const result = await run("synth", "--count", "2", "--first", "999998", "--out", out);
    expect(result).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readdirSync(out)).toEqual(["alphanode-999998.txt", "alphanode-999999.txt"]);
    const source = readFileSync(join(out, "alphanode-999999.txt"), "utf8");
    expect(source).toBe(`${stringifyPost(synthesizePost(999_999))}\n`);
  });

  it.each([
    ["dense", "txt", (source: string) => parseArticle(source).title],
    ["json", "json", (source: string) => JSON.parse(source).title],
    ["ndjson", "ndjson", (source: string) => parsePost(JSON.parse(source).text).title],
  ] as const)("writes files of the form %s", async (form, extension, title) => {
    await run("synth", "--form", form, "--out", dir);
    expect(readdirSync(dir)).toEqual([`alphanode-000001.${extension}`]);
    const source = readFileSync(join(dir, `alphanode-000001.${extension}`), "utf8");
    expect(title(source)).toBe(synthesizePost(1).title);
  });

  it("says why a directory cannot be written", async () => {
    const file = join(dir, "file");
    writeFileSync(file, "");
    for (const out of [file, join(file, "inner")]) {
      expect(await run("synth", "--out", out)).toEqual({
        status: 2,
        stdout: "",
        stderr: `alphanode: cannot write ${out}: it is not a directory\n`,
      });
    }
  });

  it("says which files it replaces, and ends where a folder takes no other", async () => {
    expect((await run("synth", "--count", "2", "--out", dir)).stderr).toBe("");
    expect((await run("synth", "--count", "3", "--out", dir)).stderr).toBe(
      "alphanode: 2 of the files were there before, and are replaced\n",
    );
    expect((await run("synth", "--out", join(dir, "a/b/c"))).status).toBe(0);
    // Nothing can be made there; without a check, Node tries it for ever.
    if (existsSync("/proc/self")) expect((await run("synth", "--out", "/proc/none/at/all")).status).toBe(2);
  });

  it.each([
    [["--count", "-1"], "alphanode: count is a whole number from 0, got -1\n"],
    [["--count", "many"], "argument 'many' is invalid. It is not a number.\n"],
    [["--count", ""], "argument '' is invalid. It is not a number.\n"],
    [["--first", "0.5"], "alphanode: a post number is a whole number from 0 to 999999, got 0.5: "],
    [["--first", "999999", "--count", "2"], "got 1000000: ids and references hold six digits\n"],
    [["--form", "xml"], "Allowed choices are spaced, dense, json, ndjson, html, markdown, wxr.\n"],
  ])("ends with status 2 on %j", async (args, message) => {
    const { status, stdout, stderr } = await run("synth", ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

/** The built command. */
const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Starts the built command; `terminal` names the streams that it takes for terminals. */
function start(terminal: readonly ("stdout" | "stderr")[], ...args: string[]) {
  const asTerminal = terminal.map((name) => `process.${name}.isTTY = true;`).join("");
  return spawn(process.execPath, ["--import", `data:text/javascript,${asTerminal}`, CLI, "synth", ...args]);
}

describe("alphanode synth, built", () => {
  it("draws a bar on a terminal's standard error, and takes it away", async () => {
    const child = start(["stderr"], "--count", "200", "--form", "ndjson");
    const [out, bar] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(out.trimEnd().split("\n")).toHaveLength(200);
    const states = bar.split("\r\u001b[K");
    expect(states[1]).toBe(`[${"-".repeat(30)}] 0 %, 0 posts, 0/s`);
    // Where the machine is busy, some time may pass before the first posts, and nothing tells what is left.
    for (const state of states.slice(2, -1))
      expect(state).toMatch(/^\[#*-*\] \d+ %, [\d,]+ posts, [\d,]+\/s(?:, [\d:]+ left)?$/);
    expect(states.at(-1)).toBe("");
  });

  it("draws it beside files, even where standard output is the terminal too", async () => {
    const child = start(["stdout", "stderr"], "--out", dir);
    expect(await text(child.stderr)).toContain("0 %");
  });

  it.each([
    ["standard error is no terminal", []],
    ["the posts go to the terminal", ["stdout", "stderr"]],
  ] as const)("draws none where %s", async (_, terminal) => {
    const child = start(terminal, "--count", "3");
    const [out, bar] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(out).toContain("alphanode-000003");
    expect(bar).toBe("");
  });

  it("says that the pipe is closed, and ends with 2", async () => {
    const child = start([], "--count", "1000000", "--first", "0", "--form", "ndjson");
    child.stdout.once("data", () => child.stdout.destroy());
    const status = new Promise((resolve) => child.once("close", resolve));
    expect(await text(child.stderr)).toBe(
      "alphanode: cannot write standard output: whoever read it has closed the pipe\n",
    );
    expect(await status).toBe(2);
  });
});
