import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Tests import the library by its name, as users do; the name leads to the source.
    alias: {
      "alphanode-post/testing": fileURLToPath(new URL("src/testing/index.ts", import.meta.url)),
      "alphanode-post/box": fileURLToPath(new URL("src/box/index.ts", import.meta.url)),
      "alphanode-post/rows": fileURLToPath(new URL("src/rows/index.ts", import.meta.url)),
      "alphanode-post/html": fileURLToPath(new URL("src/html/index.ts", import.meta.url)),
      "alphanode-post/wordpress": fileURLToPath(new URL("src/wordpress/index.ts", import.meta.url)),
      "alphanode-post/synth": fileURLToPath(new URL("src/synth/index.ts", import.meta.url)),
      "alphanode-post": fileURLToPath(new URL("src/index.ts", import.meta.url)),
    },
  },
  test: {
    include: ["test/**/*.test.ts"],
    // What tests the packed package has a configuration of its own.
    exclude: ["test/package/**"],
    // Needs the compiler for the whole project; takes its time once, and only where a type test is asked for.
    typecheck: { enabled: true, include: ["test/types/*.test-d.ts"] },
    setupFiles: ["test/support/seed.ts"],
    // All cores: the process that hands out the files has next to nothing to do.
    maxWorkers: "100%",
    // Properties and long sources take their time on a busy machine.
    testTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["src/**"],
      // The command's entry runs as a process of its own in test/cli, where coverage does not reach.
      exclude: ["src/cli/main.ts"],
      thresholds: { lines: 95, branches: 95, functions: 95, statements: 95 },
    },
  },
});
