import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import base from "../vitest.config.ts";

/**
 * The tests that mutants are tried with: the examples of parser and stringifier. Properties and sizes would take
 * minutes for each of thousands of mutants; what only they tell counts as a survivor. Of properties there is the one
 * without which the short way for clean boxes could be wrong, or never taken, and nobody knew.
 */
const tests = [
  "fixtures",
  "frames",
  "issues-doc",
  "parse",
  "posts",
  "promises",
  "property/clean-box",
  "seeds",
  "stringify",
  "syntax/*",
  "tree",
];

export default defineConfig({
  ...base,
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: tests.map((name) => `test/${name}.test.ts`),
    // These tests share no state, so that one worker runs them all.
    isolate: false,
  },
});
