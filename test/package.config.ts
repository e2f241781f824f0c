import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests of the packed package: what a user installs, not what stands here. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/package/*.test.ts"],
    globalSetup: "test/package/install.ts",
    // Compilers take their time on a busy machine.
    testTimeout: 300_000,
    maxConcurrency: 2,
    maxWorkers: "100%",
  },
});
