import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

/**
 * Tests that take long, or that need the build: properties with many cases, whole corpora, processes of their own. A run
 * starts with them, and `npm run test:fast` leaves them out.
 */
const LONG = [
  "test/{bench,docs,extractors,property}/**/*.test.ts",
  "test/similarity/{corpus,quality}.test.ts",
  "test/{hostile,json-schema,posts,round-trip,split,wrapped}.test.ts",
  "test/{box/damage,box/promises,box/sites,html/parse,html/varied,rows/rows,synth/parse-back,types/editor,types/box-editor}.test.ts",
];

/** Tests of the command, which watch what it writes, and where. */
const COMMAND = ["test/cli/**/*.test.ts", "test/cli.test.ts"];

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
    // What tests the packed package has a configuration of its own. Types take the compiler for the whole project.
    projects: [
      {
        extends: true,
        test: {
          name: "long",
          include: LONG,
          // They share no state, and neither do the short ones, so the library is imported once for all: that takes a third of the time of these.
          isolate: false,
          typecheck: { enabled: true, include: ["test/types/*.test-d.ts"] },
        },
      },
      { extends: true, test: { name: "command", include: COMMAND } },
      {
        extends: true,
        test: {
          name: "short",
          include: ["test/**/*.test.ts"],
          // Some folders of tests install packages of their own, which have tests, too.
          exclude: [...configDefaults.exclude, "test/package/**", ...LONG, ...COMMAND],
          isolate: false,
        },
      },
    ],
    setupFiles: ["test/support/environment.ts", "test/support/seed.ts"],
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
