import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defineConfig, type Options } from "tsup";
import { rowJsonSchema } from "./src/rows/schema.ts";
import { postJsonSchema, resultJsonSchema } from "./src/schema/json-schema.ts";

const ENTRIES = {
  index: "src/index.ts",
  rows: "src/rows/index.ts",
  synth: "src/synth/index.ts",
  testing: "src/testing/index.ts",
  html: "src/html/index.ts",
  wordpress: "src/wordpress/index.ts",
  box: "src/box/index.ts",
};

const LIBRARY = { platform: "neutral", target: "es2022", silent: true } satisfies Options;

/** The JSON Schemas that the package holds. */
const SCHEMAS = {
  "schema.json": postJsonSchema(),
  "result.schema.json": resultJsonSchema(),
  "row.schema.json": rowJsonSchema(),
};

/** Writes JSON in ASCII: the patterns of the schemas hold spaces that nobody sees. */
const asciiJson = (value: object): string =>
  `${JSON.stringify(value, null, 2).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Has modules import each other by the names of what is built of them. */
const builtNames: Plugin = {
  name: "built-names",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      loader: "ts",
      contents: (await readFile(path, "utf8")).replace(/(from "\.{1,2}\/[^"]+)\.ts"/g, '$1.js"'),
    })),
};

/** The folder of the package that a bundled file comes from. */
const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Writes the licences of the packages that a bundle carries, which ask to go wherever their code goes. */
const licences: Plugin = {
  name: "licences",
  setup: ({ onEnd }) =>
    onEnd(async ({ metafile }) => {
      const folders = Object.keys(metafile?.inputs ?? {}).flatMap((path) => PACKAGE.exec(path)?.[0] ?? []);
      const notices = await Promise.all([...new Set(folders)].sort().map(noticeOf));
      await writeFile(
        "dist/THIRD_PARTY_LICENSES.txt",
        `The command (dist/cli.js and what it loads) carries these packages:\n\n${notices.join("\n")}`,
      );
    }),
};

/** Names a package, and quotes its licence. */
async function noticeOf(folder: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((path) => /^licen[cs]e/i.test(path));
  if (file === undefined) throw new Error(`${name} is bundled, but has no file with its licence`);
  const text = await readFile(join(folder, file), "utf8");
  return `${"-".repeat(80)}\n${name} ${version}\n\n${text.replace(/\r\n/g, "\n").trim()}\n`;
}

/** The types of all entries, which take most of the time of a build; `tsup --no-dts` leaves them out. */
const TYPES: Options = {
  entry: ENTRIES,
  format: ["esm", "cjs"],
  silent: true,
  // tsup's declaration build sets an option that TypeScript 6 calls deprecated.
  dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0" } },
};

export default defineConfig(({ dts }) => [
  {
    ...LIBRARY,
    // Each module stays a file of its own, so that bundlers leave out whatever is not imported.
    entry: ["src/**/*.ts", "!src/cli/**", "!src/schema/json-schema.ts"],
    bundle: false,
    esbuildPlugins: [builtNames],
    format: ["esm"],
    clean: true,
    onSuccess: async () => {
      for (const [name, schema] of Object.entries(SCHEMAS))
        await writeFile(`dist/${name}`, asciiJson(schema));
    },
  },
  { ...LIBRARY, treeshake: true, entry: ENTRIES, format: ["cjs"] },
  ...(dts === false ? [] : [TYPES]),
  {
    // The command carries its helpers and the library with it: a few files are sooner loaded than one for each module.
    entry: {
      cli: "src/cli/main.ts",
      worker: "src/cli/worker.ts",
    },
    format: ["esm"],
    platform: "node",
    target: "node20",
    silent: true,
    noExternal: ["commander", "csv-stringify", "lossless-json", "picocolors", "tinyglobby", "zod"],
    esbuildPlugins: [licences],
    // commander is CommonJS and asks for Node's built-ins through require.
    banner: {
      js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
    },
  },
]);
