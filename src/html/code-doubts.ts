import type { Remark } from "../layout/draft.ts";
import { type HtmlText, textOf } from "./node.ts";
import { scriptedText } from "./scripted.ts";
import { strayRemark } from "./stray.ts";

/** What is doubtful in code: each kind is told once. */

const UNSEEN = /[\u200b\u200c\u2060\ufeff]/;
const REFERENCE = /&(?:amp|lt|gt|quot|#0*3[49]|#x2[27]);/i;

/** What of a piece of code is told, by what a line of it says. */
const DOUBTS: readonly (readonly [
  isDoubtful: (line: string, hasTags: boolean) => boolean,
  message: string,
])[] = [
  [
    (line) => UNSEEN.test(line),
    "signs that nobody sees stand in code, and are left out; they seem to be none of it",
  ],
  [
    // Code about references has tags, or signs of its own, besides them.
    (line, hasTags) => !hasTags && REFERENCE.test(line),
    "references stand in code that has none of the signs they name; it seems to be escaped twice",
  ],
  [(line) => scriptedText(line, []) !== undefined, "what looks like an address is hidden in code, and lost"],
];

/** Tells what is doubtful in code, at the first line that it stands in. */
export function codeDoubts(lines: readonly (readonly HtmlText[])[], html: string): Remark[] {
  const texts = lines.map((line) => line.map((part) => textOf(html, part)).join(""));
  const hasTags = texts.some((text) => /[<>]/.test(text));
  return DOUBTS.flatMap(([isDoubtful, message]) => {
    const line = lines[texts.findIndex((text) => isDoubtful(text, hasTags))];
    if (line === undefined) return [];
    return [{ ...strayRemark(line, ["sections"], message), code: "unusual_article" as const }];
  });
}
