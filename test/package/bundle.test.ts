import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "tsup";
import { beforeAll, describe, expect, inject, test } from "vitest";

const { project } = inject("packed");
const folder = join(project, "bundles");

/** What a user may import, its size in bytes as README.md tells it, and the rooms it needs. */
const IMPORTS = {
  all: { code: 'export * from "alphanode-post"', minified: 91_977, gzipped: 32_810 },
  parsePost: { minified: 50_956, gzipped: 18_355, rooms: ["parse"] },
  formatIssues: { minified: 1_286, gzipped: 726, rooms: [] },
  parseTree: { minified: 36_065, gzipped: 13_383, rooms: [] },
  Post: { minified: 9_226, gzipped: 3_484, rooms: ["schema"] },
  stringifyPost: { minified: 55_995, gzipped: 20_188, rooms: ["parse", "schema", "stringify"] },
  extractChecklist: { minified: 51_844, gzipped: 18_666, rooms: ["parse"] },
  extractEntities: { minified: 55_922, gzipped: 20_481, rooms: ["parse"] },
  extractTopic: { minified: 55_121, gzipped: 20_156, rooms: ["parse"] },
  similarity: { minified: 8_636, gzipped: 3_911, rooms: [] },
  SimilarityIndex: { minified: 16_972, gzipped: 6_821, rooms: ["index"] },
  auditPost: { minified: 13_856, gzipped: 4_993, rooms: ["audit"] },
  synth: { code: 'export * from "alphanode-post/synth"', minified: 20_949, gzipped: 9_162 },
  testing: { code: 'export * from "alphanode-post/testing"', minified: 25_211, gzipped: 9_972 },
  html: { code: 'export * from "alphanode-post/html"', minified: 65_000, gzipped: 24_000 },
  wordpress: { code: 'export * from "alphanode-post/wordpress"', minified: 80_000, gzipped: 30_000 },
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
    external: ["zod", "fast-check", "htmlparser2"],
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

  test("each size is told in README.md", () => {
    const readme = readFileSync("README.md", "utf8");
    const told = [...readme.matchAll(/^\| `(.+?)` +\| +([\d.]+) kB \| +([\d.]+) kB \|$/gm)].map((row) =>
      row.slice(1),
    );
    const sizes = Object.entries(IMPORTS).map(([name, { minified, gzipped }]) => {
      const entry = {
        all: "alphanode-post",
        synth: "alphanode-post/synth",
        testing: "alphanode-post/testing",
        html: "alphanode-post/html",
        wordpress: "alphanode-post/wordpress",
      };
      return [
        entry[name as keyof typeof entry] ?? name,
        ...[minified, gzipped].map((size) => (size / 1000).toFixed(1)),
      ];
    });
    expect(told).toEqual(sizes);
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
