import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "./run.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-box-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

const module = (name: string): string => fileURLToPath(new URL(`boxes/${name}.ts`, import.meta.url));
const parse = (box: string, ...args: string[]) => run("parse", "--box", module(box), ...args);
const linesOf = (stdout: string): Record<string, unknown>[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const SOUP = "Soup\nCourse: Side, Soup\nYield4 bowls\n";

describe("alphanode parse --box", () => {
  test("prints what a declared box holds", async () => {
    const { status, stdout, stderr } = await parse("recipe", file("soup.txt", SOUP));
    expect([status, JSON.parse(stdout), stderr]).toEqual([0, { course: ["Side", "Soup"], servings: 4 }, ""]);
  });

  test("shows problems as code frames, and ends with 1 unless told otherwise", async () => {
    const name = file("soup.txt", "Soup\nCourse: Soup\nYield: many\n");
    const { status, stdout, stderr } = await parse("recipe", name);
    expect([status, JSON.parse(stdout)]).toEqual([1, { course: ["Soup"] }]);
    expect(stderr).toContain(`${name}\n\nerror invalid_value at 3:8 (servings)\n  3 | Yield: many\n`);
    expect((await parse("recipe", "--fail-on", "never", name)).status).toBe(0);
  });

  test("counts warnings as errors where it is told to", async () => {
    const name = file("soup.txt", "Soup\nCourse: Soup Yield: 4\n");
    expect((await parse("recipe", name)).status).toBe(0);
    expect((await parse("recipe", "--strict", name)).status).toBe(1);
  });

  test("prints a line for each box, those of a text by number", async () => {
    const two = file(
      "two.txt",
      `${SOUP}\nText between the two of them.\n\nStew\nCourse: Stew\nServings: 2\n`,
    );
    const none = file("none.txt", "no box at all");
    const { status, stdout } = await parse("recipe", "--ndjson", two, none);
    expect(status).toBe(1);
    expect(linesOf(stdout)).toMatchObject([
      { id: `${two}#1`, success: true, data: { servings: 4 }, issues: [] },
      { id: `${two}#2`, success: true, data: { servings: 2 }, issues: [] },
      { id: none, success: false, partial: {}, issues: [{ code: "missing_box" }] },
    ]);
  });

  test("reads lines of JSON, and tells those that hold no text", async () => {
    const name = file(
      "crawl.ndjson",
      `${[
        JSON.stringify({ id: 7, text: SOUP, host: "a.example" }),
        JSON.stringify({ id: "page", text: "<html><body><p>x</p></body></html>" }),
        "{",
      ].join("\n")}\n`,
    );
    const { status, stdout, stderr } = await parse("recipe", "--ndjson", "--keep", "host", name);
    expect(status).toBe(1);
    expect(linesOf(stdout)).toMatchObject([
      { id: "7", success: true, kept: { host: "a.example" } },
      { id: "page", success: false, issues: [{ code: "input_page" }], kept: { host: null } },
      { id: null, success: false, partial: {}, issues: [{ code: "input_not_json" }] },
    ]);
    expect(stderr).toContain(`${name}:2: it is a web page; --box reads what an extractor made of one`);
    expect((await parse("recipe", name)).stdout).toContain('"servings": 4');
  });

  test("reads a declaration that is checked only now", async () => {
    const { status, stdout } = await parse("declared", file("a.txt", "FACTS\nFloors3\n"));
    expect([status, JSON.parse(stdout)]).toEqual([0, { floors: 3, rest: {} }]);
  });

  test.each([
    ["two", "it exports several boxes, one, two; make one of them the default export"],
    ["../run", "it exports no box; expected `export default defineBox({ heading, fields })`"],
    ["wrong", 'the fields "floors" and "levels" have one label, "floors"; each label tells one field'],
    ["none", "no such file"],
  ])("refuses the module %s", async (name, message) => {
    const { status, stdout, stderr } = await parse(name, file("soup.txt", SOUP));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`alphanode: cannot read a box from ${module(name)}: ${message}`);
  });

  test.each([["--tree"], ["--as", "box"], ["--rows"], ["--out", "a.ndjson"], ["--jobs", "2"], ["--quiet"]])(
    "refuses %s, which goes with posts",
    async (...flags) => {
      const { status, stderr } = await parse("recipe", ...flags, file("soup.txt", SOUP));
      expect([status, stderr.split("\n")[0]]).toEqual([
        2,
        `alphanode: option '${flags[0]}' goes with posts, not with --box`,
      ]);
    },
  );

  test("refuses to keep properties where nothing would show them", async () => {
    const { status, stderr } = await parse("recipe", "--keep", "host", file("soup.txt", SOUP));
    expect([status, stderr]).toEqual([2, expect.stringContaining("'--keep' goes with --ndjson")]);
  });

  test("tells pages and files that cannot be read, and reads the rest", async () => {
    const page = file("page.html", "<html><p>Course: Soup</p></html>");
    const { status, stdout, stderr } = await parse("recipe", page, join(dir, "none"), file("soup.txt", SOUP));
    expect([status, JSON.parse(stdout)]).toEqual([2, { course: ["Side", "Soup"], servings: 4 }]);
    expect(stderr).toContain(`cannot read ${page}: it is a web page`);
    expect(stderr).toContain(`cannot read ${join(dir, "none")}: no such file`);
  });
});
