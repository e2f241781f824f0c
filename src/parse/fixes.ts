import type { IssueFix, ParseIssue } from "./issues.ts";

/**
 * Writes the fixes of issues into the text that they were reported of, and leaves every other character as it stands. Of
 * fixes that overlap, the first is applied; parse what comes out for the next.
 *
 * @param text - the text that was parsed
 * @param issues - issues of its result; those without a fix change nothing
 * @returns the text with the fixes
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { applyFixes, safeParsePost } from "alphanode-post";
 *
 * const text = readFileSync("post.txt", "utf8");
 * const damaged = text.replace("difficulty", "dificulty: ").replace("reading time5", "reading time5 min");
 * const fixed = applyFixes(damaged, safeParsePost(damaged).issues);
 * console.log(safeParsePost(damaged).issues.length, safeParsePost(fixed).issues.length);
 * ```
 *
 * ```console
 * 3 0
 * ```
 */
export function applyFixes(text: string, issues: readonly Pick<ParseIssue, "fix">[]): string {
  const fixes = issues
    .flatMap(({ fix }): IssueFix[] => (fix === undefined ? [] : [fix]))
    .sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let fixed = "";
  let at = 0;
  for (const { range, text: corrected } of fixes) {
    const [start, end] = range;
    if (start < at) continue;
    fixed += text.slice(at, start) + corrected;
    at = end;
  }
  return fixed + text.slice(at);
}
