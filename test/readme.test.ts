import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${root}/README.md`, "utf8");

/** The snippets of the README with the output that it shows under each. */
const snippets = [...readme.matchAll(/```ts\n([\s\S]*?)```\n\n```console\n([\s\S]*?)```/g)].map(
  ([, code = "", output]) => ({
    name: /import \{ (.*?) \} from "alphanode-post/.exec(code)?.[1],
    code,
    output,
  }),
);

/** Runs a snippet as a user's module would run, with the built package. */
function run(code: string): { stdout: string; stderr: string } {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(code, { compilerOptions: options });
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", outputText], {
    cwd: root,
    encoding: "utf8",
  });
  return { stdout, stderr };
}

describe("README.md", () => {
  test("shows the output of every snippet", () => {
    expect(snippets).toHaveLength(readme.split("```ts\n").length - 1);
  });

  test.each(snippets)(
    "$name",
    ({ code, output }) => {
      expect(run(code)).toEqual({ stdout: output, stderr: "" });
    },
    60_000,
  );
});
