/** What a run found. */
export interface Counts {
  posts: number;
  /** Posts with errors. */
  errors: number;
  /** Posts with warnings, and no errors. */
  warnings: number;
  /** Lines with which something is wrong; each gives a line of the output all the same. */
  broken: number;
  /** How often each issue was found, by its code. */
  codes: Record<string, number>;
}

export const noCounts = (): Counts => ({ posts: 0, errors: 0, warnings: 0, broken: 0, codes: {} });

/** Counts a post by what was found in it. A line that is no post counts as broken, and not as one. */
export function countReading(
  counts: Counts,
  { success, issues }: { readonly success: boolean; readonly issues: readonly { readonly code: string }[] },
  broken = false,
): void {
  if (broken) counts.broken += 1;
  else {
    counts.posts += 1;
    if (!success) counts.errors += 1;
    else if (issues.length > 0) counts.warnings += 1;
  }
  for (const { code } of issues) counts.codes[code] = (counts.codes[code] ?? 0) + 1;
}

/** Adds counts to others. */
export function addCounts(sum: Counts, { codes, ...counts }: Counts): void {
  for (const key of ["posts", "errors", "warnings", "broken"] as const) sum[key] += counts[key];
  for (const [code, count] of Object.entries(codes)) sum.codes[code] = (sum.codes[code] ?? 0) + count;
}

/** Between which digits of a number a comma stands. */
const THOUSANDS = /\B(?=(?:\d{3})+(?:\.|$))/g;

/** Writes a number for a reader: 1,234,567 or 0.5. Without the engine's words for all languages, which take 13 ms to load. */
export const showNumber = (value: number, digits = 0): string =>
  value.toFixed(digits).replace(THOUSANDS, ",");

/** Sums a run up for a reader: what was found, each code of issues, the time and the rate. */
export function summarize(
  { posts, errors, warnings, broken, codes }: Counts,
  bytes: number,
  ms: number,
): string {
  const rows = [
    ["posts", posts] as const,
    ["with errors", errors] as const,
    ["with warnings only", warnings] as const,
    ["broken lines", broken] as const,
    ...Object.entries(codes)
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => [`  ${code}`, count] as const),
  ].map(([name, count]) => [name, showNumber(count)] as const);
  const names = Math.max(...rows.map(([name]) => name.length));
  const counts = Math.max(...rows.map(([, count]) => count.length));
  const table = rows.map(([name, count]) => `${name.padEnd(names)}  ${count.padStart(counts)}`);
  const seconds = ms / 1_000;
  const rates = `${showNumber(posts / seconds)} posts/s, ${showNumber(bytes / 1e6 / seconds, 1)} MB/s`;
  return [...table, `${showNumber(seconds, 1)} s, ${rates}`].join("\n");
}
