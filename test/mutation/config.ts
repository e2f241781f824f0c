import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import base from "../../vitest.config.ts";

/**
 * The tests that mutants are tried with, those first that tell of most mutants in the least time: the first that fails
 * ends the trial. Properties come last and with few cases; what only thousands of cases tell counts as a survivor.
 */
const tests = [
  "parse/better",
  "parse/site-lines",
  "parse/typical",
  "parse/shape",
  "parse/parted",
  "parse/cut",
  "parse/place",
  "parse/glued",
  "parse/lost",
  "parse/signs",
  "parse/clean-box",
  "parse/clean-article",
  "parse/stray",
  "parse/values",
  "parse/usual",
  "parse/foreign",
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
  "layout/damaged",
  "layout/marks",
  "layout/layouts",
  "layout/signs",
  "layout/own-signs",
  "layout/rests",
  "layout/code",
  "layout/lost",
  "layout/similar",
  "layout/page-lines",
  "layout/lines-within",
  "layout/box-lines",
  "layout/headings-within",
  "layout/no-headings",
  "layout/columns-strays",
  "layout/terminal",
  "layout/wrapped",
  "layout/row-forms",
  "layout/unseen",
  "layout/known-titles",
  "layout/quoted-mail",
  "layout/heads",
  "layout/contents",
  "layout/dense",
  "layout/narrow",
  "layout/neighbouring-lists",
  "layout/one-line",
  "layout/other-marks",
  "layout/spans",
  "layout/twice",
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
