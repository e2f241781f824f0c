import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "tsup";
import { beforeAll, describe, expect, inject, test } from "vitest";

const { project } = inject("packed");
const folder = join(project, "bundles");

/** What a user may import, its size in bytes as README.md says, and the rooms it needs. */
const IMPORTS = {
  all: { code: 'export * from "alphanode-post"', minified: 263_350, gzipped: 104_669 },
  parsePost: { minified: 195_205, gzipped: 80_441, rooms: ["parse"] },
  formatIssues: { minified: 1_271, gzipped: 727, rooms: [] },
  parseTree: { minified: 36_328, gzipped: 14_927, rooms: [] },
  Post: { minified: 10_421, gzipped: 4_311, rooms: ["schema"] },
  stringifyPost: { minified: 203_925, gzipped: 83_725, rooms: ["parse", "schema", "stringify"] },
  extractChecklist: { minified: 196_280, gzipped: 80_845, rooms: ["parse"] },
  extractEntities: { minified: 199_075, gzipped: 81_910, rooms: ["parse"] },
  extractTopic: { minified: 197_266, gzipped: 81_255, rooms: ["parse"] },
  similarity: { minified: 10_851, gzipped: 4_868, rooms: [] },
  SimilarityIndex: { minified: 32_670, gzipped: 12_427, rooms: ["index"] },
  auditPost: { minified: 17_225, gzipped: 6_349, rooms: ["audit"] },
  synth: { code: 'export * from "alphanode-post/synth"', minified: 21_726, gzipped: 9_593 },
  testing: { code: 'export * from "alphanode-post/testing"', minified: 66_104, gzipped: 25_987 },
  box: { code: 'export * from "alphanode-post/box"', minified: 126_515, gzipped: 47_955 },
  html: { code: 'export * from "alphanode-post/html"', minified: 187_967, gzipped: 73_694 },
  wordpress: { code: 'export * from "alphanode-post/wordpress"', minified: 222_544, gzipped: 87_217 },
} satisfies Record<string, { code?: string; minified: number; gzipped: number; rooms?: string[] }>;

/** Words by which the code of a room is known in a bundle. */
const MARKS = {
  parse: "the text is empty; expected",
  schema: 'from"zod"',
  stringify: 'expected "spaced" or "dense"',
  index: "a stored index",
  audit: "a group is one of",
};

/** How much a bundle may grow over its size in README.md. */
const SLACK = 1.15;

const bundleOf = (name: string): string => readFileSync(join(folder, "out", `${name}.js`), "utf8");

beforeAll(async () => {
  mkdirSync(folder);
  for (const [name, row] of Object.entries(IMPORTS)) {
    const code = "code" in row ? row.code : `export { ${name} } from "alphanode-post"`;
    writeFileSync(join(folder, `${name}.ts`), code);
  }
  writeFileSync(join(folder, "tsconfig.json"), "{}");
  await build({
    config: false,
    entry: Object.fromEntries(Object.keys(IMPORTS).map((name) => [name, join(folder, `${name}.ts`)])),
    outDir: join(folder, "out"),
    tsconfig: join(folder, "tsconfig.json"),
    format: "esm",
    platform: "neutral",
    target: "es2022",
    minify: true,
    splitting: false,
    external: ["zod", "fast-check", "htmlparser2"],
    noExternal: [/^alphanode-post/],
    silent: true,
  });
});

describe("a bundle of", () => {
  test("parsePost has a limit", () => {
    expect(bundleOf("parsePost").length).toBeLessThan(195_500);
  });

  test.each(Object.entries(IMPORTS))("%s is no larger than README.md says", (name, { minified, gzipped }) => {
    const code = bundleOf(name);
    const sizes = { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length };
    expect(sizes.minified).toBeLessThan(minified * SLACK);
    expect(sizes.gzipped).toBeLessThan(gzipped * SLACK);
  });

  test("each size stands in README.md", () => {
    const readme = readFileSync("README.md", "utf8");
    const stated = [...readme.matchAll(/^\| `(.+?)` +\| +([\d.]+) kB \| +([\d.]+) kB \|$/gm)].map((row) =>
      row.slice(1),
    );
    const sizes = Object.entries(IMPORTS).map(([name, { minified, gzipped }]) => {
      const entry = {
        all: "alphanode-post",
        synth: "alphanode-post/synth",
        testing: "alphanode-post/testing",
        box: "alphanode-post/box",
        html: "alphanode-post/html",
        wordpress: "alphanode-post/wordpress",
      };
      return [
        entry[name as keyof typeof entry] ?? name,
        ...[minified, gzipped].map((size) => (size / 1000).toFixed(1)),
      ];
    });
    expect(stated).toEqual(sizes);
  });

  test("all has every room", () => {
    expect(Object.entries(MARKS).filter(([, mark]) => !bundleOf("all").includes(mark))).toEqual([]);
  });

  test.each(Object.entries(IMPORTS).filter(([, row]) => "rooms" in row))(
    "%s has what it needs alone",
    (name, row) => {
      const found = Object.entries(MARKS).filter(([, mark]) => bundleOf(name).includes(mark));
      expect(found.map(([room]) => room)).toEqual("rooms" in row && row.rooms);
    },
  );
});
