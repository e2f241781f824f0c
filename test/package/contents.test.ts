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

const { exports, main, module, types, bin } = JSON.parse(
  readFileSync(join(installed, "package.json"), "utf8"),
);

/** The entries of the library: all code that package.json exports. */
const LIBRARY = named(exports).filter((path) => /\.c?js$/.test(path));

/** All that may be in the package. */
const WANTED = [
  /^(?:README\.md|LICENSE|CHANGELOG\.md|package\.json)$/,
  // The documents, and the post that their examples change.
  /^fixtures\/posts\/two-images-bash\.txt$/,
  /^docs\/(?:[a-z-]+\.md|engines\/\w+\.\w+|images\/[a-z-]+\.\w+)$/,
  // A file for each module, and for each entry its types and all of its code for `require`.
  /^dist\/(?:[a-z]+\/)?[a-z\d-]+\.js$/,
  /^dist\/[a-z]+\.(?:cjs|d\.ts|d\.cts)$/,
  /^dist\/(?:(?:result|row)\.)?schema\.json$/,
  /^dist\/THIRD_PARTY_LICENSES\.txt$/,
  // What several entries share, and what the command loads when it is asked for: code of the command, and types.
  /^dist\/(?:chunk|html|wordpress)-[A-Z0-9]{8}\.js$/,
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
    const code = new Set(LIBRARY);
    for (const path of code) {
      for (const name of imported(path)) if (name.startsWith(".")) code.add(join(dirname(path), name));
    }
    expect(code.size).toBeGreaterThan(10);
    const names = [...code].flatMap(imported).filter((name) => !name.startsWith("."));
    expect(new Set(names)).toEqual(new Set(["zod", "fast-check", "htmlparser2"]));
    const withArbitraries = [...code].filter((path) => imported(path).includes("fast-check"));
    expect(withArbitraries.filter((path) => !path.startsWith("dist/testing"))).toEqual([]);
    const withPages = [...code].filter((path) => imported(path).includes("htmlparser2"));
    expect(withPages.filter((path) => !/^dist\/(?:html|wordpress)\b/.test(path))).toEqual([]);
  });

  test("carries the licence of every package that its command bundles", () => {
    const notices = readFileSync(join(installed, "dist/THIRD_PARTY_LICENSES.txt"), "utf8");
    const bundled = files
      .filter((path) => /^dist\/[\w-]+\.js$/.test(path))
      .flatMap((path) => [
        ...readFileSync(join(installed, path), "utf8").matchAll(
          /^\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)/gm,
        ),
      ]);
    const names = new Set(bundled.map(([, name]) => name as string));
    expect(names.size).toBeGreaterThan(4);
    for (const name of names) {
      const notice = notices.split(/^-{80}$/m).find((text) => text.trimStart().startsWith(`${name} `));
      expect(notice, name).toMatch(/copyright/i);
    }
  });

  test("has every file that its documents link to", () => {
    const documents = files.filter((path) => path.endsWith(".md"));
    const dead = documents.flatMap((path) => {
      const prose = readFileSync(join(installed, path), "utf8").replace(/^```.*?^```$|`[^`\n]+`/gms, "");
      return [...prose.matchAll(/\]\((?!https?:)([^)#]+)/g)]
        .map(([, target]) => join(dirname(path), target as string))
        .filter((target) => !files.includes(target))
        .map((target) => `${path}: ${target}`);
    });
    expect(dead).toEqual([]);
  });
});
