import type { Remark } from "../layout/draft.ts";
import { type HtmlText, textsOf } from "./node.ts";
import { scriptedText } from "./scripted.ts";
import { doubtRemark } from "./stray.ts";

/** What is doubtful in code: each kind is told once. */

const UNSEEN = /[\u200b\u200c\u2060\ufeff]/;

/** What of a piece of code is told, by what a line of it says. */
const DOUBTS: readonly (readonly [isDoubtful: (line: string) => boolean, message: string])[] = [
  [
    (line) => UNSEEN.test(line),
    "signs that nobody sees stand in code, and are left out; they seem to be none of it",
  ],
  [(line) => scriptedText(line, []) !== undefined, "what looks like an address is hidden in code, and lost"],
];

/** Tells what is doubtful in code, at the first line that it stands in. */
export function codeDoubts(lines: readonly (readonly HtmlText[])[], html: string): Remark[] {
  const texts = lines.map((line) => textsOf(html, line));
  return DOUBTS.flatMap(([isDoubtful, message]) => {
    const line = lines[texts.findIndex(isDoubtful)];
    if (line === undefined) return [];
    return [doubtRemark(line, ["sections"], message)];
  });
}
