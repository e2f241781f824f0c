/**
 * Measures how the texts of extractors are read: those of this repository, and those beside it where they are.
 * With `--write`, writes down what was counted (`fixtures/extracted/read.json`) and `docs/extractors.md`.
 */
import { existsSync, writeFileSync } from "node:fs";
import type { Count } from "./assess.ts";
import { casesIn, missedIn } from "./cases.ts";
import { documentOf } from "./document.ts";
import { countBy, RECORD } from "./record.ts";
import { ownTexts, sharedTexts, type ToolText } from "./texts.ts";

const SHARED_TEXTS = "../shared/extractors";
const SHARED_CASES = "../shared/cases";

const KEYS = ["texts", "right", "lost", "refused", "wrong", "silent", "parts", "misread", "untold"] as const;

const print = (name: string, cells: readonly (string | number)[]): void =>
  console.log(name.padEnd(56) + cells.map((one) => String(one).padStart(8)).join(""));

const share = (part: number, whole: number): string => ((100 * part) / Math.max(whole, 1)).toFixed(1);

function report(title: string, texts: readonly ToolText[]): void {
  print(`\n${title}`, KEYS);
  const line = (name: string, count: Count): void =>
    print(
      name,
      KEYS.map((key) => count[key]),
    );
  for (const [name, count] of Object.entries(countBy(texts, ({ tool, markup }) => `${tool}, ${markup}`))) {
    line(name, count);
  }
  const { all } = countBy(texts, () => "all") as { all: Count };
  line("all", all);
  const { right, refused, wrong, silent, parts, misread } = all;
  console.log(
    `fields right: ${share(right, right + refused + wrong + silent)} % of those in the texts; article parts right: ${share(parts, parts + misread)} %`,
  );
}

const own = ownTexts();
report("fixtures/extracted", own);

if (existsSync(SHARED_TEXTS)) report(SHARED_TEXTS, sharedTexts(SHARED_TEXTS));
else console.log(`\n${SHARED_TEXTS} is not there: its texts are not measured`);

if (existsSync(SHARED_CASES)) {
  const cases = casesIn(SHARED_CASES);
  const missed = cases.map((one) => ({ file: one.file, paths: missedIn(one) }));
  const [wants, misses] = [
    cases.flatMap((one) => one.wants).length,
    missed.flatMap(({ paths }) => paths).length,
  ];
  console.log(`\n${SHARED_CASES}: ${wants - misses} of ${wants} values hold`);
  for (const { file, paths } of missed) if (paths.length > 0) console.log(`  ${file}: ${paths.join(", ")}`);
} else console.log(`\n${SHARED_CASES} is not there: its cases are not tried`);

if (process.argv.includes("--write")) {
  const record = countBy(own, ({ tool }) => tool);
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
  writeFileSync("docs/extractors.md", documentOf(own, record));
  console.log(`\nwritten: ${RECORD}, docs/extractors.md`);
}
