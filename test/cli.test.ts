import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const command = join(root, "dist/cli.js");
const fixture = "fixtures/posts/two-images-bash.txt";
const text = readFileSync(join(root, fixture), "utf8");

/** What the command says where nobody reads on. */
const CLOSED = "alphanode: cannot write standard output: whoever read it has closed the pipe\n";

/** Runs the built command as a user does. */
function alphanode(
  args: string[],
  input?: string,
): { status: number | null; stdout: string; stderr: string } {
  const run = spawnSync(process.execPath, [command, ...args], { cwd: root, input, encoding: "utf8" });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

beforeAll(() => {
  if (!existsSync(command)) execFileSync("npm", ["run", "build", "--silent"], { cwd: root });
}, 120_000);

describe("alphanode parse", () => {
  test("prints a post as JSON, and nothing else", () => {
    const json = readFileSync(join(root, fixture.replace(".txt", ".json")), "utf8");
    expect(alphanode(["parse", fixture])).toEqual({ status: 0, stdout: json, stderr: "" });
  });

  test("shows in the demo how a damaged post is read: an error, warnings, and what is right", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const [, args = ""] = scripts.demo.split("dist/cli.js ");
    const { status, stdout, stderr } = alphanode(args.split(" "));
    expect(status).toBe(0);
    expect(stderr.match(/^error \w+ at .*\n {2}\d+ \| .*\n +\| +\^+$/gm)).toHaveLength(1);
    expect(stderr.match(/^warning /gm)?.length).toBeGreaterThan(2);
    expect(JSON.parse(stdout).meta).toMatchObject({ difficulty: "advanced", viewCount: 77120 });
    expect(JSON.parse(stdout).meta).not.toHaveProperty("hash");
  });

  test("reads standard input", () => {
    expect(alphanode(["parse", "-"], text).stdout).toBe(alphanode(["parse", fixture]).stdout);
  });

  test("prints what could be read, the issues as code frames, and ends with 1", () => {
    const { status, stdout, stderr } = alphanode(
      ["parse", "-"],
      text.replace("reading time5", "reading timefive"),
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout).meta).toMatchObject({ viewCount: 246018 });
    expect(JSON.parse(stdout).meta).not.toHaveProperty("readingTime");
    expect(stderr).toBe(`standard input

error invalid_number at 60:13 (meta.readingTime)
  60 | reading timefive
     |             ^^^^
  "five" is not a valid reading time; expected a whole number, such as 8 or 246681

`);
  });

  test("ends with 0 on warnings, and with 1 where they are to count", () => {
    const mended = text.replace("reading time5", "reading time5 min");
    expect(alphanode(["parse", "-"], mended)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("rewritten_value"),
    });
    expect(alphanode(["parse", "--strict", "-"], mended).status).toBe(1);
  });

  test("goes on after a file that is not there, and ends with 2", () => {
    const { status, stdout, stderr } = alphanode(["parse", "no-such-file\u001b[31m", fixture]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toHaveProperty("title");
    expect(stderr).toBe("alphanode: cannot read no-such-file\\u001b[31m: no such file\n");
  });

  test("lets no control character of a post reach the terminal", () => {
    const file = join(mkdtempSync(join(tmpdir(), "alphanode-")), "odd.txt");
    writeFileSync(
      file,
      text.replace("topic", "topic\u001b\u0007]0;x\u009b31m\u202e").replace("notes\n", "n\u009botes\n"),
    );
    const { stdout, stderr } = alphanode(["parse", file]);
    expect((stdout + stderr).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(JSON.parse(stdout).meta.topic).toContain("\u001b\u0007]0;x\u009b31m");
  });
});

describe("alphanode check", () => {
  test("shows frames and counts, and ends with 1; in a pipe, nothing is painted", () => {
    const broken = text.replace("reading time5", "reading timefive");
    const { FORCE_COLOR: _, ...env } = process.env;
    const run = spawnSync(process.execPath, [command, "check", fixture, "-"], {
      cwd: root,
      input: broken,
      env,
      encoding: "utf8",
    });
    expect(run).toMatchObject({
      status: 1,
      stdout: `standard input

error invalid_number at 60:13 (meta.readingTime)
  60 | reading timefive
     |             ^^^^
  "five" is not a valid reading time; expected a whole number, such as 8 or 246681

2 posts: 1 with errors, 0 with warnings, 1 clean
`,
      stderr: "",
    });
  });

  test("says that its reader has closed the pipe, and ends with 2", () => {
    const line =
      "node dist/cli.js check --format json fixtures/posts fixtures/posts fixtures/posts | head -c 1";
    const run = spawnSync("bash", ["-c", `set -o pipefail; ${line}`], { cwd: root, encoding: "utf8" });
    expect(run).toMatchObject({ status: 2, stdout: "{", stderr: CLOSED });
  });
});

describe("alphanode schema", () => {
  test("prints the file that the package exports", () => {
    const { status, stdout, stderr } = alphanode(["schema"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      readFileSync(createRequire(import.meta.url).resolve("alphanode-post/schema.json"), "utf8"),
    );
  });
});

describe("alphanode", () => {
  test.each([
    [["pars"], "Did you mean parse?"],
    [["parse"], "missing required argument"],
    [["parse", "--strikt", fixture], "Did you mean --strict?"],
  ])("%j is a wrong call", (args, hint) => {
    const { status, stdout, stderr } = alphanode(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(hint);
  });

  test("helps", () => {
    expect(alphanode(["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("parse") });
    expect(alphanode(["parse", "--help"]).stdout).toContain("Examples:");
  });

  test("says that its reader has closed the pipe, and ends with 2", () => {
    const files = Array.from({ length: 60 }, () => fixture).join(" ");
    const run = spawnSync("bash", ["-c", `set -o pipefail; node dist/cli.js parse ${files} | head -1`], {
      cwd: root,
      encoding: "utf8",
    });
    expect(run).toMatchObject({ status: 2, stdout: "{\n", stderr: CLOSED });
  });
});
