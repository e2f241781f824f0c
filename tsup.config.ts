import { defineConfig } from "tsup";

// TypeScript 6 warns about an option that tsup's declaration build still sets.
const dts = { compilerOptions: { ignoreDeprecations: "6.0" } };

export default defineConfig([
  {
    entry: { index: "src/index.ts", synth: "src/synth/index.ts" },
    format: ["esm", "cjs"],
    platform: "neutral",
    target: "es2022",
    dts,
    clean: true,
    treeshake: true,
  },
  {
    // The command carries its argument library with it, so that zod stays the only dependency.
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    platform: "node",
    target: "node20",
    noExternal: ["commander"],
    // commander is CommonJS and asks for Node's built-ins through require.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  },
]);
