import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "tsup";
import { beforeAll, describe, expect, inject, test } from "vitest";

const { project } = inject("packed");
const folder = join(project, "bundles");

/** What a user may import, its size in bytes as README.md tells it, and the rooms it needs. */
const IMPORTS = {
  all: { code: 'export * from "alphanode-post"', minified: 81_200, gzipped: 29_300 },
  parsePost: { minified: 41_700, gzipped: 15_300, rooms: ["parse"] },
  formatIssues: { minified: 1_200, gzipped: 710, rooms: [] },
  parseTree: { minified: 29_900, gzipped: 11_100, rooms: [] },
  Post: { minified: 8_000, gzipped: 3_100, rooms: ["schema"] },
  stringifyPost: { minified: 46_200, gzipped: 17_000, rooms: ["parse", "schema", "stringify"] },
  extractChecklist: { minified: 42_600, gzipped: 15_600, rooms: ["parse"] },
  extractEntities: { minified: 46_000, gzipped: 17_200, rooms: ["parse"] },
  extractTopic: { minified: 45_900, gzipped: 17_100, rooms: ["parse"] },
  similarity: { minified: 8_700, gzipped: 4_000, rooms: [] },
  SimilarityIndex: { minified: 17_000, gzipped: 6_900, rooms: ["index"] },
  auditPost: { minified: 13_900, gzipped: 5_100, rooms: ["audit"] },
  synth: { code: 'export * from "alphanode-post/synth"', minified: 20_100, gzipped: 8_800 },
  testing: { code: 'export * from "alphanode-post/testing"', minified: 59_200, gzipped: 21_800 },
} satisfies Record<string, { code?: string; minified: number; gzipped: number; rooms?: string[] }>;

/** Words by which the code of a room is known in a bundle. */
const MARKS = {
  parse: "the text is empty; expected",
  schema: 'from"zod"',
  stringify: "text cannot carry the value",
  index: "a stored index",
  audit: "a group is one of",
};

/** How much a bundle may grow over what is told of it. */
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
    external: ["zod", "fast-check"],
    noExternal: [/^alphanode-post/],
    silent: true,
  });
});

describe("a bundle of", () => {
  test.each(Object.entries(IMPORTS))("%s is no larger than told", (name, { minified, gzipped }) => {
    const code = bundleOf(name);
    const sizes = { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length };
    expect(sizes.minified).toBeLessThan(minified * SLACK);
    expect(sizes.gzipped).toBeLessThan(gzipped * SLACK);
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
