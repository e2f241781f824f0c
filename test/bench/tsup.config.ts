import { defineConfig } from "tsup";

/** The bench imports the package as it is built, as users do. */
export default defineConfig({
  entry: { bench: "test/bench/bench.ts" },
  format: ["esm"],
  target: "node20",
  // Not under node_modules: from there the package could not be imported by its own name.
  outDir: "reports/bench",
  external: ["alphanode-post", "mitata"],
});
