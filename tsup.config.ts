import { writeFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";
import { postJsonSchema } from "./src/schema/json-schema.ts";

const ENTRIES = { index: "src/index.ts", synth: "src/synth/index.ts", testing: "src/testing/index.ts" };

/** What the root entry takes from the rooms. */
const ROOMS = [
  "audit/audit",
  "extract/checklist",
  "extract/entities",
  "extract/topic",
  "parse/format",
  "parse/parse",
  "schema/post",
  "similarity/similarity",
  "similarity/similarity-index",
  "stringify/stringify",
  "syntax/tree",
];

const LIBRARY = { platform: "neutral", target: "es2022", treeshake: true } satisfies Options;

export default defineConfig([
  {
    ...LIBRARY,
    // Rooms are entries too, so that the code of each comes to stand in files of its own, which bundlers leave out
    // where nothing of it is used. What is written to rooms/ only leads to those files and is not published.
    entry: { ...ENTRIES, ...Object.fromEntries(ROOMS.map((path) => [`rooms/${path}`, `src/${path}.ts`])) },
    format: ["esm"],
    clean: true,
    onSuccess: () => writeFile("dist/schema.json", `${JSON.stringify(postJsonSchema(), null, 2)}\n`),
  },
  { ...LIBRARY, entry: ENTRIES, format: ["cjs"] },
  {
    entry: ENTRIES,
    format: ["esm", "cjs"],
    // tsup's declaration build sets an option that TypeScript 6 calls deprecated.
    dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0" } },
  },
  {
    // The command carries its helpers with it and imports the library by its public name.
    entry: {
      cli: "src/cli/main.ts",
      worker: "src/cli/worker.ts",
      // The pool starts its threads from this file beside it.
      "entry/worker": "node_modules/tinypool/dist/entry/worker.js",
    },
    format: ["esm"],
    platform: "node",
    target: "node20",
    noExternal: ["commander", "picocolors", "tinyglobby", "tinypool"],
    external: ["alphanode-post"],
    // commander is CommonJS and asks for Node's built-ins through require.
    banner: {
      js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
    },
  },
]);
