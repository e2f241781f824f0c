import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { postJsonSchema } from "../../src/schema/json-schema.ts";
import { run } from "./run.ts";

const commands = createProgram().commands.map((command) => command.name());

describe("alphanode", () => {
  test("has a command for each thing that it does", () => {
    expect(commands).toEqual([
      "parse",
      "check",
      "format",
      "similar",
      "duplicates",
      "synth",
      "audit",
      "schema",
    ]);
  });

  test("tells its version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await run("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("helps, with examples of calls that it takes", async () => {
    const { status, stdout, stderr } = await run("--help");
    expect([status, stderr]).toEqual([0, ""]);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
    expect(stdout).toContain("\nExamples:\n  alphanode ");
  });

  test.each(commands)("%s helps, with an example and the exit status", async (name) => {
    const { status, stdout, stderr } = await run(name, "--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/\nExit status: 0, /);
    // What reads posts ends with 2 where there is none.
    if (name !== "synth" && name !== "schema") expect(stdout).toMatch(/there\s+was\s+no\s+post/);
    expect(stdout).toMatch(new RegExp(`\nExamples?:\n  alphanode ${name}\\b`));
    // All of it has one width, but for lines that are shown as they are.
    expect(stdout.split("\n").filter((line) => /^\S/.test(line) && line.length > 80)).toEqual([]);
  });

  test("wraps what it helps with to the terminal", () => {
    const wide = (width: number): string[] => {
      const program = createProgram();
      const parse = program.commands[0] as (typeof program.commands)[0];
      let text = "";
      parse.configureOutput({ getOutHelpWidth: () => width, writeOut: (part) => (text += part) });
      parse.outputHelp();
      return text.split("\n");
    };
    for (const width of [50, 120]) {
      const prose = wide(width).filter((line) => /^\S/.test(line));
      expect(Math.max(...prose.map(({ length }) => length))).toBeLessThanOrEqual(width);
    }
    const words = (width: number): string => wide(width).join(" ").replace(/\s+/g, " ");
    expect(words(50)).toBe(words(120));
  });

  test.each([
    [["chek"], "alphanode: unknown command 'chek'\n(Did you mean check?)\n(see alphanode --help)\n"],
    [
      ["--versoin"],
      "alphanode: unknown option '--versoin'\n(Did you mean --version?)\n(see alphanode --help)\n",
    ],
    [
      ["check", "--fromat", "json", "a.txt"],
      "alphanode: unknown option '--fromat'\n(Did you mean --format?)\n(see alphanode check --help)\n",
    ],
    [
      ["check", "--format", "xml", "a.txt"],
      "alphanode: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, github, sarif.\n(see alphanode check --help)\n",
    ],
    [["check"], "alphanode: missing required argument 'source'\n(see alphanode check --help)\n"],
    [
      ["schema", "post"],
      "alphanode: too many arguments for 'schema'. Expected 0 arguments but got 1.\n(see alphanode schema --help)\n",
    ],
    [["a\u001b[31m\u202e"], "alphanode: unknown command 'a\\u001b[31m\\u202e'\n(see alphanode --help)\n"],
  ])("answers the wrong call %j", async (args, stderr) => {
    expect(await run(...args)).toEqual({ status: 2, stdout: "", stderr });
  });
});

describe("alphanode schema", () => {
  test("prints the JSON Schema that the package holds", async () => {
    const { status, stdout, stderr } = await run("schema");
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual(postJsonSchema());
  });

  test("is text that a terminal can show", async () => {
    const { stdout } = await run("schema");
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    expect(stdout.startsWith('{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n')).toBe(true);
  });
});
