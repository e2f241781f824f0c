import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: { index: "src/index.ts", synth: "src/synth/index.ts", testing: "src/testing/index.ts" },
    format: ["esm", "cjs"],
    platform: "neutral",
    target: "es2022",
    // tsup's declaration build sets an option that TypeScript 6 calls deprecated.
    dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
    clean: true,
    treeshake: true,
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
    noExternal: ["commander", "tinyglobby", "tinypool"],
    external: ["alphanode-post"],
    // commander is CommonJS and asks for Node's built-ins through require.
    banner: {
      js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
    },
  },
]);
