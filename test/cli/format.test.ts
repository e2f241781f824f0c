import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { run } from "./run.ts";

const canonical = `${stringifyPost(synthesizePost(1))}\n`;
/** The same post, as some extractor gives it: with a unit, which is corrected. */
const odd = canonical.replace(/^(reading time\d+)$/m, "$1 min");
const broken = canonical.replace(/^reading time.*$/m, "reading timelong");

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-format-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

describe("alphanode format", () => {
  it("prints canonical text of text and of JSON", async () => {
    expect(await run("format", file("a.txt", odd))).toMatchObject({ status: 0, stdout: canonical });
    const json = file("a.json", JSON.stringify(synthesizePost(1)));
    expect(await run("format", json)).toEqual({ status: 0, stdout: canonical, stderr: "" });
  });

  it("names what would change, and writes it where it is told to", async () => {
    const files = [file("a.txt", odd), file("b.txt", canonical)];
    expect(await run("format", "--check", ...files)).toMatchObject({ status: 1, stdout: `${files[0]}\n` });
    expect((await run("format", "--write", ...files)).stderr).toContain(
      `alphanode: ${files[0]} is written\n`,
    );
    expect(readFileSync(files[0] as string, "utf8")).toBe(canonical);
    expect(await run("format", "--check", ...files)).toMatchObject({ status: 0, stdout: "" });
  });

  it("names files alone under --check, those with errors on standard error", async () => {
    const files = [file("a.txt", odd), file("b.txt", broken)];
    const named = {
      status: 1,
      stdout: `${files[0]}\n`,
      stderr: `alphanode: ${files[1]}: the post has errors, and so no canonical text; alphanode check shows them\n`,
    };
    expect(await run("format", "--check", ...files)).toEqual(named);
    expect(await run("format", "--check", "--fix", ...files)).toEqual({ ...named, stderr: "" });
    expect((await run("format", ...files)).stderr).toContain("rewritten_value");
  });

  it("reads a folder, file by file", async () => {
    const files = [file("a.txt", odd), file("b.txt", canonical)];
    expect(await run("format", "--check", dir)).toMatchObject({ status: 1, stdout: `${files[0]}\n` });
    expect(await run("format", "--write", dir)).toMatchObject({ status: 0, stdout: "" });
    expect(files.map((name) => readFileSync(name, "utf8"))).toEqual([canonical, canonical]);
  });

  it("applies fixes alone, and leaves every other byte", async () => {
    const spaced = `\ufeff${odd.replaceAll("\n", "\r\n")}\r\n \r\n`;
    const fixed = file("a.txt", spaced);
    expect((await run("format", "--fix", "--write", fixed)).status).toBe(0);
    expect(readFileSync(fixed, "utf8")).toBe(spaced.replace(/^(reading time\d+) min/m, "$1"));
  });

  it("has no text for a post with errors, and none for JSON that is no post", async () => {
    const text = file("a.txt", broken);
    const { status, stdout, stderr } = await run("format", "--write", text);
    expect([status, stdout, stderr]).toEqual([1, "", expect.stringContaining("so no canonical text")]);
    expect(readFileSync(text, "utf8")).toBe(broken);
    for (const [content, message] of [
      ["{}", "the JSON is not a post: title"],
      ["{", "it is not JSON"],
    ] as const) {
      expect(await run("format", file("a.json", content))).toMatchObject({
        status: 1,
        stdout: "",
        stderr: expect.stringContaining(message),
      });
    }
  });

  it("writes no file of which text would be lost", async () => {
    const twice = canonical.replace(/^(view count.*)$/m, "$1\nview count7");
    const text = file("a.txt", twice);
    const { status, stderr } = await run("format", "--write", text);
    expect([status, stderr]).toEqual([1, expect.stringContaining("would be lost (duplicate_field)")]);
    expect(readFileSync(text, "utf8")).toBe(twice);
  });

  it("formats each post of a file that holds several, and writes all of them or none", async () => {
    const several = file("a.txt", `${canonical}\n\n${odd}`);
    expect(await run("format", several)).toMatchObject({ status: 0, stdout: `${canonical}\n${canonical}` });
    expect(await run("format", "--check", several)).toMatchObject({ status: 1, stdout: `${several}\n` });
    expect((await run("format", "--fix", several)).stdout).toBe(`${canonical}\n\n${canonical}`);
    expect((await run("format", "--write", several)).status).toBe(0);
    expect(readFileSync(several, "utf8")).toBe(`${canonical}\n${canonical}`);
    expect(await run("format", "--check", several)).toMatchObject({ status: 0, stdout: "" });

    const one = file("b.txt", `${odd}\n${broken}`);
    const { status, stdout, stderr } = await run("format", one);
    expect([status, stdout]).toEqual([1, canonical]);
    expect(stderr).toContain(`alphanode: ${one}#2: the post has errors`);
    expect((await run("format", "--write", one)).status).toBe(1);
    expect(readFileSync(one, "utf8")).toBe(`${odd}\n${broken}`);
  });

  it("tells what cannot be read, and what is no UTF-8", async () => {
    expect((await run("format", join(dir, "none"))).status).toBe(2);
    const latin = file("a.txt", Buffer.from(odd.replace("a", "\u00e4"), "latin1"));
    expect(await run("format", "--fix", "--write", latin)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("cannot read"),
    });
  });

  it.each([
    [["--write", "--check", "a.txt"], "'--write' goes with files"],
    [["--write", "-"], "'--write' goes with files"],
  ])("refuses %j", async (args, message) => {
    expect(await run("format", ...args)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(message),
    });
  });
});

describe("options of other commands", () => {
  it("parse --tree prints the syntax tree", async () => {
    const { status, stdout } = await run("parse", "--tree", file("a.txt", canonical));
    expect([status, JSON.parse(stdout).type]).toEqual([0, "root"]);
    expect((await run("parse", "--tree", "--rows", "a.txt")).status).toBe(2);
  });

  it("check --quiet reports errors alone; --max-warnings sets a bound", async () => {
    const text = file("a.txt", odd);
    expect((await run("check", text)).stdout).toContain("rewritten_value");
    expect(await run("check", "--quiet", text)).toEqual({
      status: 0,
      stdout: "1 post: 0 with errors, 1 with warnings, 0 clean\n",
      stderr: "",
    });
    expect((await run("check", "--max-warnings", "1", text)).status).toBe(0);
    expect(await run("check", "--max-warnings", "0", text)).toMatchObject({
      status: 1,
      stderr: "alphanode: 1 warning, more than the 0 allowed\n",
    });
  });

  it("check --explain prints what the catalogue says", async () => {
    const { status, stdout } = await run("check", "--explain", "wrapped_text");
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^### wrapped_text\n/)]);
    expect(stdout.match(/^###? /gm)).toHaveLength(1);
    expect(await run("check", "--explain", "toString")).toMatchObject({ status: 2, stdout: "" });
  });

  it("check --format sarif writes one document", async () => {
    const { status, stdout } = await run(
      "check",
      "--format",
      "sarif",
      file("a b.txt", broken),
      file("c.txt", odd),
    );
    const { version, runs } = JSON.parse(stdout);
    expect([status, version, runs[0].results.length]).toEqual([1, "2.1.0", 2]);
    expect(runs[0].results[0]).toMatchObject({
      ruleId: "invalid_number",
      level: "error",
      locations: [
        { physicalLocation: { artifactLocation: { uri: `${dir}/a%20b.txt` }, region: { startColumn: 13 } } },
      ],
    });
    const named = file("a?#%ü.txt", broken);
    const uriOf = async (source: string): Promise<unknown> =>
      JSON.parse((await run("check", "--format", "sarif", source)).stdout).runs[0].results[0].locations[0]
        .physicalLocation.artifactLocation.uri;
    expect(await uriOf(named)).toBe(`${dir}/a%3F%23%25%C3%BC.txt`);
    const line = JSON.stringify({ url: "https://x.example/?p=3&q=a%20b", text: broken });
    expect(await uriOf(file("a.ndjson", line))).toBe("https://x.example/?p=3&q=a%20b");
    expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toContain("invalid_number");
  });

  it("similar compares two posts", async () => {
    const [a, b] = [file("a.txt", canonical), file("b.txt", odd)];
    const { status, stdout } = await run("similar", a, b);
    expect([status, stdout.split("\n").at(-2)]).toEqual([0, expect.stringMatching(/^all +1\.000$/)]);
    expect(JSON.parse((await run("similar", a, b, "--json")).stdout).score).toBe(1);
    expect((await run("similar", a)).status).toBe(2);
    expect((await run("similar", a, b, "--in", a)).status).toBe(2);
  });

  it("duplicates --pairs prints pairs, scores and facets, and who stands for the cluster", async () => {
    const cut = canonical.slice(0, canonical.indexOf("\nnotes"));
    const files = [
      file("a.txt", cut),
      file("b.txt", canonical),
      file("c.txt", `${stringifyPost(synthesizePost(2))}\n`),
    ];
    const { stdout } = await run("duplicates", "--pairs", ...files);
    expect(stdout).toMatch(
      new RegExp(`^${files[1]}\n\\d\\.\\d{3}  ${files[0]}  ${files[1]}  \\w+ \\d\\.\\d\\d, .*\n$`),
    );
    const [cluster] = JSON.parse((await run("duplicates", "--pairs", "--json", ...files)).stdout);
    expect(cluster).toMatchObject({
      representative: files[1],
      ids: files.slice(0, 2),
      pairs: [{ ids: files.slice(0, 2), score: expect.any(Number), facets: expect.any(Object) }],
    });
  });

  it("duplicates and similar name texts of which nothing can be read", async () => {
    const empty = [file("a.txt", ""), file("b.txt", " \n"), file("c.txt", "x".repeat(1_000_001))];
    const { status, stdout, stderr } = await run("duplicates", ...empty);
    expect([status, stdout]).toEqual([1, ""]);
    for (const name of empty)
      expect(stderr).toContain(`alphanode: ${name}: left out, since nothing could be read`);
  });
});
