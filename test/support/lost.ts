import type { ParseIssue } from "alphanode-post";
import { FIELDS, isEntriesRow } from "../../src/format/fields.ts";
import { ARTICLE_HEADINGS } from "../../src/format/headings.ts";
import { IMAGE_HOSTS } from "../../src/format/words.ts";

/** Labels of fields and entries. */
const LABELS = FIELDS.flatMap((row) => [
  row.label,
  ...(isEntriesRow(row) ? row.entries.map(({ label }) => label) : []),
]);

/** Headings, which the tree alone carries. */
const HEADINGS = ["alphanode post meta", "similar posts"];

/** A known heading that lost its line end, before what stood under it, or behind what stood over it. */
const ANY_HEADING = [...ARTICLE_HEADINGS, ...HEADINGS].join("|");
const FUSED = new RegExp(`^\\W{0,3}(?:${ANY_HEADING})|(?:${ANY_HEADING})$`, "i");

/** White space of any kind as a plain space, invisible marks gone. */
const fold = (text: string): string =>
  text
    .replace(/[\u200b\u2060\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .trim();

/** All values and keys of plain data as text; flags as the box writes them. */
function textsOf(value: unknown): string[] {
  if (typeof value === "boolean") return [value ? "1" : "0"];
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, one]) => [key, ...textsOf(one)]);
}

/** The bullet or number of an item. */
const BULLET = /^(?:[•◦‣▪●·*–—-]|\d{1,3}[.)])\s*/;

/** What of a line must be carried: the line, without its bullet, without its label, without the words of a caption. */
function readingsOf(line: string): string[] {
  const bare = [line, line.replace(BULLET, ""), line.replace(/^[|\s]+|[|\s]+$/g, "")];
  const unlabelled = bare.flatMap((text) =>
    LABELS.filter((label) => text.toLowerCase().startsWith(label)).map((label) =>
      text.slice(label.length).replace(/^\s*[:|]?\s*/, ""),
    ),
  );
  const afterColon = bare.map((text) => text.replace(/^[^:]*:\s*/, ""));
  const caption = line.replace(/ ?\.? ?image source:(?!.*image source:).*$/i, "");
  const apart = line
    .replace(FUSED, "")
    .replace(/^\s*:?\s*/, "")
    .trim();
  return [
    ...bare,
    ...unlabelled,
    ...afterColon,
    caption,
    apart,
    apart.replace(BULLET, ""),
    line.replace(/\s*:$/, ""),
  ];
}

/** Lines that only the tree carries: headings and labels. */
const BARE = new Set([...HEADINGS, ...LABELS]);

/** A heading that lost the end of its line, or of the one before it: what is left may be a label. */
const HEADING_AT_END = new RegExp(`^(?:${HEADINGS.join("|")})|(?:${HEADINGS.join("|")})$`);

/** A rule between parts, which is a mark of Markdown wherever it stands. */
const RULE = /^(?:\*{3,}|-{3,}|_{3,}|={3,})$/;

/** Tells of which lines issues tell; of a second post, none is read. */
const coveredBy =
  (issues: readonly ParseIssue[]) =>
  (line: number): boolean =>
    issues.some(
      ({ code, position: { start, end } }) =>
        start.line <= line && (line <= end.line || code === "several_posts"),
    );

/** Lists the lines of a source that the result does not carry and no issue covers. */
export function lostLines(source: string, data: unknown, issues: readonly ParseIssue[]): string[] {
  // Of a source that is refused, nothing is read: that is told once, at its start.
  if (issues.some(({ code }) => code === "foreign_form")) return [];
  const carried = fold(textsOf(data).join("\n"));
  const isCovered = coveredBy(issues);
  return source.split(LINE_END).filter((raw, i) => {
    const line = fold(raw);
    if (/^[|\s]*$/.test(line) || RULE.test(line) || carried.includes(line) || isCovered(i + 1)) return false;
    const readings = readingsOf(line);
    if (BARE.has(line.toLowerCase().replace(HEADING_AT_END, "").trim())) return false;
    if (readings.slice(0, 3).some((text) => BARE.has(text.toLowerCase().replace(/\s*[:|]?$/, ""))))
      return false;
    return !readings.some((text) => text !== "" && carried.includes(text));
  });
}

/** What layouts write of their own: tags, directives and their options, fences of divisions, classes, addresses, references to characters, odd bullets. */
const OF_LAYOUT =
  /<[^>]*>|^(?:\s|&nbsp;)*\.\. [\w-]+::.*$|^\s*:[\w-]+:.*$|^\s*:{3,}.*$|\{[.#][^{}\n]*\}|\]\([^)]*\)|\[https?:[^\]]*\]|image::[^[]*|\{\{[^|}]*\||&#?\w+;|â€¢|\u00ad|^\s*h[1-6]\.\s/gm;

/** The words of a text, in small letters, without signs. */
const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];

const KNOWN_WORDS = new Set([
  ...wordsOf([...LABELS, ...HEADINGS, ...ARTICLE_HEADINGS, "image source"].join(" ")),
  // A bullet of browsers, and numbers of one digit.
  ..."o0123456789",
]);

/** The place of an item in its list, or a number, which is never joined to others. */
const INDEX = /^\d$/;

/** Words to which extractors join what stands before or behind: those of labels, and the hosts that end captions. */
const FUSED_WORDS = [...KNOWN_WORDS, ...wordsOf(IMAGE_HOSTS.join(" "))].filter((word) => word.length > 1);

/**
 * Lists the words of a laid-out source that the result does not carry and no issue covers. Layouts write lines in their own
 * way, so that words are looked for, not lines.
 */
export function lostWords(source: string, data: unknown, issues: readonly ParseIssue[]): string[] {
  const texts = textsOf(data).filter((text) => !INDEX.test(text));
  const carried = new Set(texts.flatMap(wordsOf));
  const joined = wordsOf(texts.join(" ")).join("");
  const isCarried = (word: string): boolean =>
    carried.has(word) ||
    KNOWN_WORDS.has(word) ||
    joined.includes(word) ||
    FUSED_WORDS.some(
      (label) =>
        (word.startsWith(label) && isCarried(word.slice(label.length))) ||
        (word.endsWith(label) && isCarried(word.slice(0, -label.length))),
    );
  const isCovered = coveredBy(issues);
  return source
    .split(LINE_END)
    .flatMap((line, i) => (isCovered(i + 1) ? [] : wordsOf(line.replace(OF_LAYOUT, " "))))
    .filter((word) => !isCarried(word));
}

/**
 * Lists the lines of any source that the result does not carry and no issue covers: neither as they stand, nor, where they
 * were laid out in another way, word by word.
 */
export function lostAnyway(source: string, data: unknown, issues: readonly ParseIssue[]): string[] {
  const lost = new Set(lostWords(source, data, issues));
  const carried = textsOf(data).join(" ").replace(SIGNS, "");
  return lostLines(source, data, issues).filter((line) => {
    const words = wordsOf(line);
    if (words.length > 0) return words.some((word) => lost.has(word));
    // Of bars and colons alone, tables are made, and a bullet alone is that of the text below it.
    const signs = line.replace(SIGNS, "");
    if (signs !== "") return !carried.includes(signs);
    return !/[|:]/.test(line) && !isOverText(source, line);
  });
}

/** Tells whether each line that reads so stands right above one that is not blank. */
const isOverText = (source: string, line: string): boolean => {
  const lines = source.split(LINE_END);
  return lines.every((one, i) => one !== line || /\S/.test(lines[i + 1] ?? ""));
};

/** The end of a line of any kind. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

/** White space, bullets, and what stands between the cells of tables. */
const SIGNS = /[\s|:•*\u200b\u2060-]+/g;
