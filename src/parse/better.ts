import { lower } from "../format/case.ts";
import { FIELDS } from "../format/fields.ts";
import { SIMILAR_HEADING } from "../format/headings.ts";
import { anyCase, pattern } from "../format/pattern.ts";
import { pastBullets } from "../layout/bullets.ts";
import { withoutReferences, withPlainCharacters } from "../layout/characters.ts";
import type { Remark } from "../layout/draft.ts";
import { unescaped } from "../layout/escapes.ts";
import { isFurniture } from "../layout/furniture.ts";
import { Strand } from "../layout/strand.ts";
import { LABEL, lettersOf } from "../layout/words.ts";
import type { PartialArticle, PartialMeta } from "../schema/post.ts";
import type { BoxLines } from "../syntax/nodes.ts";
import type { Source } from "../syntax/scan.ts";
import type { ReadArticle } from "./article.ts";
import type { IssueCode } from "./codes.ts";
import type { IssueList, ParseIssue } from "./issues.ts";
import { listsOf } from "./lost.ts";
import { hasSiteLines } from "./site-lines.ts";
import { isRunTogether, SEVERAL_ITEMS, type Shape } from "./typical.ts";

/**
 * A text in which anything is otherwise than on the site is read twice: as it stands, and as it was laid out anew. The
 * reading as it stands counts, unless the other is better: damage is left to the grammars, which keep it local.
 */

/** What was read of a text: both sides of it, and what is to be reported. */
export interface Reading {
  /** Absent where a box alone was read. */
  readonly article: PartialArticle | undefined;
  readonly shape: Shape;
  readonly meta: PartialMeta;
  readonly list: IssueList;
  /** The boxes of a text that was read as a whole. */
  readonly boxes: readonly BoxLines[];
}

/** Issues of one word or sign, which a layout does not read otherwise. */
const SETTLED: ReadonlySet<string> = new Set<IssueCode>([
  "misspelled_label",
  "misspelled_heading",
  "marked_label",
  "rewritten_value",
  "unfamiliar_word",
]);

/** Tells whether a reading is as on the site, or what is wrong with it is damage alone, so that no layout can read more. */
export function isSettled({ shape, meta, list, boxes }: Reading, source: Source): boolean {
  if (!shape.isTypical || isRunTogether(meta, source.text)) return false;
  if (list.size === 0) return true;
  const isOfWord = ({ code }: ParseIssue): boolean => SETTLED.has(code);
  if (FIELDS.every(({ key }) => key in meta) && list.issues.every(isOfWord)) return true;
  return list.issues.every((issue) => issue.path[0] === "meta") && hasSiteLines(source, boxes);
}

/** So many fields or parts more tell an extractor's layout from damage. */
const MIN_GAIN = 3;

/** What a layout reports where the reading as it stands is wrong without a word. */
const TELLING: ReadonlySet<string> = new Set<Remark["code"]>(["run_together", "uncertain_value"]);

/** Tells whether a text was better read as it was laid out. */
export function isBetter(laidOut: Reading, plain: Reading): boolean {
  if (laidOut.list.issues.some(({ code }) => code === "several_posts")) return true;
  const fields =
    Object.keys(laidOut.meta).length + refusedBy(laidOut, plain) - Object.keys(plain.meta).length;
  const parts = partsOf(laidOut) - partsOf(plain);
  if (fields < 0) return false;
  if (fields >= MIN_GAIN || parts >= MIN_GAIN) return true;
  if (!keepsExtra(laidOut, plain)) return false;
  if (parts > 0 && laidOut.shape.isTypical) return true;
  if (tellsMore(laidOut, plain) && isOtherwise(laidOut, plain)) return true;
  const box = compareBoxes(laidOut, plain, fields > 0);
  const article = compareArticles(laidOut, plain, parts);
  // Where one of them is worse, the other, be it better, does not make up for it.
  return box + article > 0;
}

/** Tells whether a layout reports what the reading as it stands does not say; of a field that is empty there, nothing is to be doubted. */
function tellsMore(laidOut: Reading, plain: Reading): boolean {
  const isEmpty = ({ path }: ParseIssue): boolean =>
    plain.list.issues.some((issue) => issue.code === "empty_value" && issue.path[1] === path[1]);
  return laidOut.list.issues.some((issue) => TELLING.has(issue.code) && !isEmpty(issue));
}

/** Tells whether a text was laid out otherwise than in its blank lines and indents. */
const isOtherwise = (laidOut: Reading, plain: Reading): boolean => linesOf(laidOut) !== linesOf(plain);

/** The lines that say something, as one text. */
const linesOf = ({ list }: Reading): string => list.source.text.replace(/\s*\n\s*/g, "\n").trim();

/** Counts the fields that one reading refuses as uncertain, and the other has. */
const refusedBy = ({ meta, list }: Reading, plain: Reading): number =>
  Object.keys(plain.meta).filter(
    (key) =>
      !(key in meta) && list.issues.some(({ code, path }) => code === "uncertain_value" && path[1] === key),
  ).length;

/** Counts the parts of an article that are as on the site; the list that the box repeats is one more. */
const partsOf = (reading: Reading): number => reading.shape.typical + (agrees(reading) ? 1 : 0);

/** Tells whether article and box have the same checklist. */
const agrees = ({ article, meta }: Reading): boolean =>
  listsOf(article ?? {}).some((items) => isSame(items, meta.checklist));

/**
 * Compares articles, the first of which has so many `parts` more: 1 where it has all of the second and more, 0 where they
 * are the same, -1 where it has not.
 */
function compareArticles(laidOut: Reading, plain: Reading, parts: number): number {
  if (isSame(laidOut.article, plain.article)) return 0;
  // What is wanted of both is the same: where one has an article, the other has.
  const { similarPosts: titles } = laidOut.article as ReadArticle;
  const { similarPosts: before } = plain.article as ReadArticle;
  const isTold = laidOut.list.issues.some(
    ({ code, path }) => code === "stray_text" && path[0] === "similarPosts",
  );
  const read = bare(laidOut.meta);
  const isKept = (title: string): boolean => titles.includes(title) || read.includes(bare(title));
  // The same words may be other titles, or stand without signs between them.
  const isParted = !isSame(titles, before) && wordsOf(titles) === wordsOf(before);
  if (!isTold && !isParted && !before.every(isKept)) return -1;
  const isClearer = plain.list.source.isBroken && !laidOut.list.source.isBroken;
  // A heading of the box among similar posts is over none.
  const isWhole = laidOut.boxes.length < plain.boxes.length && titles.length > 0;
  return (
    Math.sign(parts) ||
    Math.sign(plain.shape.odd - laidOut.shape.odd) ||
    Number(isTold || isParted || isClearer || isWhole)
  );
}

/** A label of the box, of a field or an entry, which no unknown field has. */
const KNOWN = anyCase`^${LABEL}$`;

/** Tells whether no unknown field is gone, but for furniture, known labels, and what has gone into a known field. */
function keepsExtra({ meta, list }: Reading, { meta: plain }: Reading): boolean {
  const gone = Object.entries(plain.extra ?? {}).filter(
    ([key, value]) =>
      !isSame(meta.extra?.[key], value) &&
      !isFurniture(key) &&
      !isFurniture(`${key}: ${value}`) &&
      !KNOWN.test(key) &&
      !areKeys(value),
  );
  // Stryker disable next-line ConditionalExpression: a shortcut; of nothing, all has gone into a field below, too.
  if (gone.length === 0) return true;
  const read = bare({ ...meta, extra: {} });
  return gone.every(([key, value]) => {
    const text = bare(value);
    return (
      (text.length >= MIN_FOUND || pastBullets(key) > 0) &&
      read.includes(text) &&
      !isUntoldItem(bare(key + value), meta, list)
    );
  });
}

/** Tells whether all items of an unknown field are known labels, so that they open what stands below them. */
const areKeys = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => KNOWN.test(String(item).replace(/:$/, "")));

/** Tells whether an item of a list is a text, and nothing is reported of the list. */
const isUntoldItem = (text: string, meta: PartialMeta, { issues }: IssueList): boolean =>
  Object.entries(meta).some(
    ([key, items]) =>
      Array.isArray(items) &&
      items.some((item) => bare(item) === text) &&
      !issues.some(({ path }) => path[1] === key),
  );

/** How many letters of an unknown field tell that they have gone into a known one. */
const MIN_FOUND = 8;

/** Compares boxes, in the same way; where more fields are read without its signs, those of all values are an extractor's. */
function compareBoxes(laidOut: Reading, other: Reading, isProven: boolean): number {
  const { meta } = laidOut;
  const { meta: plain } = other;
  const changed = (Object.keys(meta) as (keyof PartialMeta)[]).filter(
    (key) => key !== "extra" && !isSame(meta[key], plain[key]),
  );
  if (Object.keys(plain).some((key) => !(key in meta))) return -1;
  /** Tells whether a reading leaves out a line by a field, and tells it. */
  const leavesOut = ({ list }: Reading, key: string): boolean =>
    list.issues.some(({ code, path }) => code === "stray_text" && path[1] === key);
  const isWithoutLine = (key: keyof PartialMeta): boolean =>
    String(plain[key]).endsWith(` ${meta[key]}`) && leavesOut(laidOut, key);
  /** Tells whether a list is the other without what stands in that once more. */
  const isOnce = (key: keyof PartialMeta): boolean => {
    const [items, others]: readonly unknown[] = [meta[key], plain[key]];
    return (
      Array.isArray(items) &&
      Array.isArray(others) &&
      leavesOut(laidOut, key) &&
      others.every((item) => items.some((one) => isSame(one, item)))
    );
  };
  const isFuller = (key: keyof PartialMeta): boolean =>
    completes(meta[key], plain[key], isProven, leavesOut(other, key)) || isWithoutLine(key) || isOnce(key);
  if (!changed.every(isFuller)) return -1;
  return changed.length > 0 ? 1 : 0;
}

/**
 * Tells whether a value goes on where another was cut off, or starts before it, or is without the signs that stand around the other.
 *
 * @param isCut - whether something stood by the other that was not read
 */
function completes(value: unknown, other: unknown, isProven: boolean, isCut: boolean): boolean {
  if (other === undefined || isSame(value, other)) return true;
  if (Array.isArray(value) && Array.isArray(other)) {
    if (SEVERAL_ITEMS.test(other[0])) return bare(value) === bare(other);
    const last = other.length - 1;
    return other.every(
      (item, i) => completes(value[i], item, isProven, isCut) || (i === last && isStart(item, value[i])),
    );
  }
  if (isRecord(value) && isRecord(other))
    return Object.keys(other).every((key) => completes(value[key], other[key], isProven, isCut));
  if (typeof value !== "string" || typeof other !== "string") return false;
  const at = /[\p{L}\p{N}]/u.test(value) ? other.indexOf(value) : -1;
  return (
    (isCut && isStart(other, value)) ||
    CELL.exec(other)?.[1] === value ||
    value.endsWith(` ${other}`) ||
    other.replace(ESCAPES, "$1") === value ||
    withoutReferences(other) === value ||
    (isProven && asMeant(other) === value) ||
    (at >= 0 && BEFORE.test(other.slice(0, at)) && AFTER.test(other.slice(at + value.length)))
  );
}

/** Tells whether a value is the entries of a field, by their keys. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text without escapes, references to characters, the bars of its cell, and the marks of code. */
const asMeant = (text: string): string =>
  withPlainCharacters(unescaped(Strand.of(text))).text.replace(
    /^(?:[│┃║]\s*|`{1,2}|<code>)|(?:\s*[|│┃║]|`{1,2}|<\/code>)$/g,
    "",
  );

/** What no value starts with: a colon, a bar, the sign between cells of LaTeX; or a bullet, where another stands before it. */
const BEFORE = /^(?:[:：|]\s*|[-*+•&]\s+)*$/u;

/** What no value ends with: a bar apart from it, the heading under the box. */
const AFTER = pattern`^(?:\s+\|)*\s*(?:${SIMILAR_HEADING})?$`;

/** What Markdown puts before brackets, so that they are no tags; a backslash before other signs may be the value's own. */
const ESCAPES = /\\([<>])/g;

/** A cell of a table with its bars. */
const CELL = /^\|\s*(.*?)\s*\|$/;

/** Tells whether an item is the start of another. */
const isStart = (item: unknown, whole: unknown): boolean =>
  typeof item === "string" && typeof whole === "string" && whole.startsWith(`${item} `);

/** The letters and digits of texts. */
const wordsOf = (texts: readonly string[]): string => lettersOf(lower(texts.join()));

/** The letters and digits of all that a value holds. */
const bare = (value: unknown): string => lettersOf(lower(JSON.stringify(value)));

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
