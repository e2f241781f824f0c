import { lower } from "../format/case.ts";
import type { FieldRow } from "../format/fields.ts";
import { ARTICLE_HEADINGS, BOX_HEADING, FINAL_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { isNear } from "../syntax/labels.ts";
import { endsSentence, isSentence } from "../syntax/look.ts";
import { bitsOfRows, tableAmong } from "./bits.ts";
import { pastBullets } from "./bullets.ts";
import type { Draft } from "./draft.ts";
import { fieldsIn, likelyLabels } from "./labels.ts";
import { bareHeading, isHeadingOf } from "./markdown.ts";
import { append, endOfRun, Row } from "./row.ts";

/**
 * The parts of a text, wherever they stand: a box may stand above its article, within it, or be parted by a page break;
 * its heading may stand in a table of contents, too.
 */

/** A stretch of rows under a heading. */
interface Stretch {
  /** Absent where it is lost. */
  readonly heading: Row | undefined;
  readonly rows: Row[];
}

/** The rows of each part, in the order of the text. */
export interface Parts {
  readonly article: Row[];
  readonly boxes: Stretch[];
  readonly similar: Stretch | undefined;
}

type Kind = "box" | "similar" | "section";

/** Headings by their text. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...[...ARTICLE_HEADINGS].map((heading) => [heading, "section"] as const),
  [BOX_HEADING, "box"],
  [lower(SIMILAR_HEADING), "similar"],
]);

/** The longest heading, with its marks. */
const MAX_HEADING = 80;

/** What a row heads. */
function kindOf({ said: text, role }: Row): Kind | undefined {
  if (role === "code" || text === "" || text.length > MAX_HEADING || pastBullets(text) > 0) return undefined;
  const heading = bareHeading(text);
  return KINDS.get(heading) ?? NEAR.find(([known]) => isNear(heading, known))?.[1];
}

/** Headings that are found with a slip of the pen, too. */
const NEAR = [...KINDS].filter(([, kind]) => kind !== "section");

/** How many labels tell that rows are of a box. */
const MIN_LABELS = 3;

/** What stands at a row. */
interface Mark {
  readonly kind: Kind;
  readonly at: number;
}

/** Finds the headings in rows. */
const marksOf = (rows: readonly Row[]): Mark[] =>
  rows.flatMap((row, at) => {
    const kind = kindOf(row);
    return kind === undefined ? [] : [{ kind, at }];
  });

/**
 * Finds the headings of sections that stand within a box or among similar posts: fields that the box had not follow, or
 * nothing that an article has where that has come to its end.
 */
function headingsWithin(rows: readonly Row[], marks: readonly Mark[]): Map<Row, "meta" | "similarPosts"> {
  const within = new Map<Row, "meta" | "similarPosts">();
  const seen = new Set<FieldRow>();
  let isDone = false;
  /** What the last heading that was none of a section stands over. */
  let open: "meta" | "similarPosts" | undefined;
  // Most texts have none of them below their box, which then need not be looked through.
  const last = marks.findLastIndex(({ kind }) => kind === "section");
  marks.slice(0, last + 1).forEach(({ kind, at }, i) => {
    const heading = rows[at] as Row;
    if (!open && kind !== "box") isDone ||= isHeadingOf(heading.said, FINAL_HEADING);
    else {
      const under = rows.slice(at + 1, marks[i + 1]?.at);
      const labels = fieldsIn(under);
      const goesOn = [...labels].some((label) => !seen.has(label));
      if (kind !== "section") open = kind === "box" ? "meta" : "similarPosts";
      else if (open && (goesOn || (isDone && !under.some(isParagraph)))) within.set(heading, open);
      else open = undefined;
      if (kind === "box") seen.clear();
      for (const label of labels) seen.add(label);
    }
  });
  return within;
}

/** Tells whether a row is a paragraph of an article. */
const isParagraph = ({ said }: Row): boolean => isSentence(said) && pastBullets(said) === 0;

/** Divides rows into article, boxes and similar posts. */
export function partsOf(all: readonly Row[], draft: Draft): Parts {
  const found = marksOf(all);
  const within = headingsWithin(all, found);
  for (const [row, path] of within) draft.leaveOut([path], "is a heading over nothing", row);
  const rows = within.size === 0 ? all : all.filter((row) => !within.has(row));
  const marks = within.size === 0 ? found : marksOf(rows);
  const lastOf = new Map(marks.map(({ kind }, i) => [kind, i]));
  const article: Row[] = rows.slice(0, marks[0]?.at ?? rows.length);
  const boxes: Stretch[] = [];
  let similar: Stretch | undefined;
  let seen = new Set<FieldRow>();
  marks.forEach(({ kind, at }, i) => {
    const heading = rows[at] as Row;
    const under = rows.slice(at + 1, marks[i + 1]?.at);
    if (kind === "section") {
      article.push(heading);
      append(article, under);
      return;
    }
    const labels = fieldsIn(under);
    const open = boxes.at(-1);
    const goesOn = open !== undefined && labels.size > 0 && [...labels].every((label) => !seen.has(label));
    const isOver = kind === "similar" && labels.size < MIN_LABELS && !goesOn;
    const isAbove = (other: Kind): boolean => (lastOf.get(other) ?? -1) > i;
    if (isOver && !isAbove("section")) {
      if (similar?.heading) tell(similar.heading, draft);
      const titles: Row[] = similar?.rows ?? [];
      append(titles, under);
      similar = { heading: bareRow(heading), rows: titles };
    } else if (kind === "box" && !(labels.size === 0 && (open || isAbove("box"))) && !goesOn) {
      boxes.push({ heading: bareRow(heading), rows: under });
      seen = new Set();
    } else {
      const isOfArticle = isOver || (labels.size === 0 && isAbove("box"));
      const isOfSimilar = similar !== undefined && labels.size === 0;
      const owner = isOfArticle ? undefined : isOfSimilar ? similar : open;
      // Titles under it go on with the last list of the box.
      tell(heading, draft, kind === "similar" && owner !== undefined && owner === open ? ["meta"] : []);
      append(owner?.rows ?? article, under);
    }
    for (const label of labels) seen.add(label);
  });
  if (boxes.length === 0) boxes.push(...unheadedBox(article));
  const [box, ...others] = boxes;
  if (!box || others.length > 0) return { article, boxes, similar };
  const isAbove = (marks.find(({ kind }) => kind !== "similar")?.kind ?? "section") === "box";
  const at = hasTitle(article) ? introOf(article) : 0;
  const head = at === 0 || (isAbove && at > 0) ? belowBox(box) : [];
  return { article: [...article.slice(0, at), ...head, ...article.slice(at)], boxes, similar };
}

/** Takes a box without its heading off the end of an article, told by its labels. */
function unheadedBox(article: Row[]): Stretch[] {
  const last = article.findLastIndex((row) => kindOf(row) !== undefined);
  const bits = bitsOfRows(article.slice(last + 1));
  const labels = likelyLabels(bits);
  if (new Set(labels.map(({ row }) => row.key)).size < MIN_LABELS) return [];
  const start = article.indexOf(bits[labels[0]?.at ?? 0]?.row as Row);
  return [{ heading: undefined, rows: article.splice(start) }];
}

/** A heading without its marks. */
const bareRow = ({ body }: Row): Row => new Row(body.without(/^[^\p{L}]+|[^\p{L}]+$/gu));

/** Tells whether text stands above the first section. */
function hasTitle(article: readonly Row[]): boolean {
  const first = article.find((row) => !row.isBlank && !/^[|\s]+$/.test(row.said));
  return first === undefined || kindOf(first) === undefined;
}

/** Gives the place of the intro in an article that has none under its title; below 0 where it has one. */
function introOf(article: readonly Row[]): number {
  const section = article.findIndex((row) => kindOf(row) !== undefined);
  return article.slice(0, Math.max(section, 0)).some(({ said }) => isIntro(said)) ? -1 : section;
}

/** The shortest paragraph that may be an intro. */
const MIN_INTRO = 80;

const isIntro = (text: string): boolean => text.length >= MIN_INTRO && endsSentence(text);

/** Takes off a box what stands below its table or its last list, or the last of its rows from a paragraph on: the head of an article that follows it. */
function belowBox(box: Stretch): Row[] {
  const last = box.rows.findLastIndex((row) => pastBullets(row.said) > 0);
  const table = box.rows.findLastIndex(tableAmong(box.rows));
  if (table > last) {
    const below = box.rows.findIndex(({ isBlank }, at) => at > table && isBlank);
    return below < 0 ? [] : box.rows.splice(below);
  }
  const past = last < 0 ? box.rows.findLastIndex((row) => NOTES.test(row.said)) : last;
  if (past < 0) return [];
  const from =
    last < 0 ? box.rows.findIndex(({ said }, at) => at > past && isIntro(said)) : pastItem(box.rows, last);
  return from < 0 ? [] : box.rows.splice(from);
}

/** How many lines of a wrapped item may stand at the margin. */
const MAX_REST = 3;

/** Gives the index past an item that may be wrapped: its rest is further in, or starts with small letters above what does not. */
function pastItem(rows: readonly Row[], at: number): number {
  const { indent } = rows[at] as Row;
  const past = endOfRun(rows, at + 1, (row) => !row.isBlank && row.indent > indent);
  if (past > at + 1) return past;
  const rest = rows.slice(past, past + MAX_REST + 1).findIndex(({ said }) => !/^\p{Ll}/u.test(said));
  return past + Math.max(rest, 0);
}

/** The label of the last list, which may have lost its bullets. */
const NOTES = /^notes\s*:?$/i;

const tell = (row: Row, draft: Draft, path: readonly string[] = []): void =>
  draft.leaveOut(path, "is a heading over nothing", row);
