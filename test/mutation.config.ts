import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import base from "../vitest.config.ts";

/** The tests that mutants are tried with: those of the parser, but for sizes, which take too long. */
const tests = ["fixtures", "issues-doc", "parse", "tree", "seeds", "property/*"];

export default defineConfig({
  ...base,
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: { include: tests.map((name) => `test/${name}.test.ts`) },
});
