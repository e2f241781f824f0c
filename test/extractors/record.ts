import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addCount, assess, type Count, noCount } from "./assess.ts";
import { EXTRACTED } from "./pages.ts";
import type { ToolText } from "./texts.ts";

/** What is read of each tool's texts: the tests hold the parser to the numbers that are written down. */
export type ReadRecord = Readonly<Record<string, Count>>;

export const RECORD = join(EXTRACTED, "read.json");

export const recorded = (): ReadRecord => JSON.parse(readFileSync(RECORD, "utf8"));

/** Counts what is read of texts, summed by a name of each, such as its tool. */
export function countBy(texts: readonly ToolText[], nameOf: (text: ToolText) => string): ReadRecord {
  const sums: Record<string, Count> = {};
  for (const text of texts) {
    const name = nameOf(text);
    const sum = sums[name] ?? noCount();
    sums[name] = sum;
    addCount(sum, assess(text.post, text.text));
  }
  return sums;
}
