import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import base from "../../vitest.config.ts";

/** The tests of a folder. */
const testsOf = (folder: string): string[] =>
  readdirSync(new URL(`../${folder}/`, import.meta.url)).map(
    (file) => `${folder}/${file.replace(/\.test\.ts$/, "")}`,
  );

/**
 * The tests that mutants are tried with, those first that tell of most mutants in the least time: the first that fails
 * ends the trial. Properties come last and with few cases; what only thousands of cases tell counts as a survivor.
 */
const tests = [
  ...testsOf("parse"),
  "stringify/diff",
  "format/kinds",
  "format/address",
  "format/references",
  "syntax/labels",
  "format/case",
  "syntax/position",
  "syntax/scan",
  "syntax/division",
  "written",
  "told",
  "fixtures",
  "issues-doc",
  "parse",
  "stringify",
  "tree",
  "syntax/look",
  "syntax/images",
  "syntax/values",
  "syntax/misspelled",
  "syntax/box",
  "syntax/roles",
  "syntax/tree",
  "syntax/damaged",
  ...testsOf("layout"),
  "syntax/lists-around",
  "html/cut",
  "extract/fixtures",
  "frames",
  "seeds",
  "markdown",
  "html/pages",
  "syntax/text",
  "format/typography",
  "promises",
  "posts",
  "split",
  "synth/number",
  "property/clean-box",
  "property/positions",
  "property/site-lines",
  "property/any-text",
  "property/forms",
  "property/damage",
  "fixes",
  "plain-data",
];

const rank = ({ moduleId }: TestSpecification): number =>
  tests.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  ...base,
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: tests.map((name) => `test/${name}.test.ts`),
    setupFiles: ["test/support/environment.ts", "test/support/runs.ts", "test/mutation/by-file.ts"],
    env: { PROPERTY_RUNS: "20" },
    sequence: { sequencer: InOrder },
    // These tests share no state, so that one worker runs them all.
    isolate: false,
    testTimeout: 60_000,
  },
});
