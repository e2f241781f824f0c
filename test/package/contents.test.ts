import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject, test } from "vitest";

const { tarball, project } = inject("packed");
const installed = join(project, "node_modules/alphanode-post");
const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" })
  .trim()
  .split("\n")
  .map((path) => path.replace(/^package\//, ""));

/** The entries of the library. */
const LIBRARY = /^dist\/(?:index|synth|testing)\.c?js$/;

/** All that may be in the package. */
const WANTED = [
  /^(?:README\.md|LICENSE|CHANGELOG\.md|package\.json|docs\/issues\.md)$/,
  /^dist\/(?:index|synth|testing)\.(?:js|cjs|d\.ts|d\.cts)$/,
  // The command: itself, its threads, and what starts these.
  /^dist\/(?:cli|worker|entry\/worker)\.js$/,
  /^dist\/schema\.json$/,
  // What several entries share: code, and types.
  /^dist\/chunk-[A-Z0-9]{8}\.js$/,
  /^dist\/[a-z]+-[\w-]{8}\.d\.c?ts$/,
];

/** The files that a value of package.json names. */
function named(value: unknown): string[] {
  if (typeof value === "string")
    return value.replace(/^\.\//, "").includes("/") ? [value.replace(/^\.\//, "")] : [];
  return Object.values(value ?? {}).flatMap(named);
}

describe("the package", () => {
  test("has nothing that is not wanted", () => {
    expect(files.filter((path) => !WANTED.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  test("has its papers and every file that package.json names", () => {
    const { exports, main, module, types, bin } = JSON.parse(
      readFileSync(join(installed, "package.json"), "utf8"),
    );
    const wanted = ["README.md", "LICENSE", "CHANGELOG.md", ...named({ exports, main, module, types, bin })];
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((path) => !files.includes(path))).toEqual([]);
  });

  test("imports its peers alone, and Node's built-ins in the command alone", () => {
    const imported = (path: string): string[] => {
      const code = readFileSync(join(installed, path), "utf8").replace(/\/\*\*.*?\*\//gs, "");
      return [...code.matchAll(/(?:from |require\(|import )["']([^"']+)["']/g)].map(
        ([, name]) => name as string,
      );
    };
    const code = new Set(files.filter((path) => LIBRARY.test(path)));
    for (const path of code) {
      for (const name of imported(path)) if (name.startsWith(".")) code.add(join(dirname(path), name));
    }
    expect(code.size).toBeGreaterThan(10);
    const names = [...code].flatMap(imported).filter((name) => !name.startsWith("."));
    expect(new Set(names)).toEqual(new Set(["zod", "fast-check"]));
    const withArbitraries = [...code].filter((path) => imported(path).includes("fast-check"));
    expect(withArbitraries.sort()).toEqual(["dist/testing.cjs", "dist/testing.js"]);
  });
});
