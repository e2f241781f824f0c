import { BOX_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { LineTable } from "../syntax/position.ts";
import { Source } from "../syntax/scan.ts";
import { bitsOfRows, layOutBox } from "./box.ts";
import { bestChain } from "./chain.ts";
import { plainRows } from "./characters.ts";
import { laidOutChecklist } from "./checklist.ts";
import { Draft, type Remark } from "./draft.ts";
import { fencedCode } from "./fences.ts";
import { withoutFrontMatter } from "./front-matter.ts";
import { headingsApart } from "./fused.ts";
import { type Hints, laidOutHead } from "./head.ts";
import { laidOutImages } from "./images.ts";
import { candidatesOf } from "./labels.ts";
import { bareHeading, isHeadingText, markedHeadings, plainText, unescaped } from "./markdown.ts";
import { wholeParagraphs } from "./paragraphs.ts";
import { Row, rowOf, rowsOf } from "./row.ts";
import { Strand } from "./strand.ts";
import { hasTags, withoutTags } from "./tags.ts";
import { titlesOfSimilar, withoutTail } from "./tail.ts";
import { unwrapped } from "./wrapped.ts";

/**
 * Layout: what an extractor made of a page's lines is put back into the lines that the site's own text has, each of
 * which knows its place in the text that was given. The grammars read the result and never hear of Markdown or bars.
 */

/** A text as it was laid out anew. */
export interface LaidOut {
  readonly source: Source;
  readonly remarks: readonly Remark[];
}

/** What is done to the rows of a whole text, in this order. */
const TEXT_LAYOUTS: readonly ((rows: readonly Row[]) => Row[])[] = [
  plainRows,
  fencedCode,
  (rows) => (hasTags(rows) ? withoutTags(rows) : [...rows]),
  headingsApart,
];

/** What is done to the rows of an article, in this order. */
const ARTICLE_LAYOUTS: readonly ((rows: readonly Row[], draft: Draft, hints: Hints) => Row[])[] = [
  withoutFrontMatter,
  markedHeadings,
  unwrapped,
  plainText,
  laidOutImages,
  withoutTail,
  laidOutHead,
  laidOutChecklist,
  wholeParagraphs,
];

/** Lays out a text. */
export function layOut(text: string): LaidOut {
  let rows = rowsOf(text);
  for (const layout of TEXT_LAYOUTS) rows = layout(rows);
  const { article, box, similar } = partsOf(rows);
  const draft = new Draft();
  const boxDraft = new Draft();
  if (box !== undefined)
    layOutBox(
      box.rows.map((row) => unescapedRow(row)),
      boxDraft,
    );
  const hints = hintsOf(boxDraft.rows);
  let laid = article;
  for (const layout of ARTICLE_LAYOUTS) laid = layout(laid, draft, hints);
  draft.rows.push(...laid);
  if (box !== undefined)
    draft.rows.push(rowOf([""]), box.heading ?? rowOf([""]), rowOf([""]), ...boxDraft.rows);
  if (similar !== undefined)
    draft.rows.push(rowOf([""]), similar.heading, ...titlesOfSimilar(similar.rows, draft));
  return { source: sourceOf(text, draft.rows), remarks: [...draft.remarks, ...boxDraft.remarks] };
}

const unescapedRow = (row: Row): Row => {
  const text = unescaped(row.text);
  return text === row.text && row.role === undefined ? row : new Row(text);
};

/** The parts of a text: rows of the article, wherever they stand, of the box, and of similar posts. */
interface Parts {
  readonly article: Row[];
  readonly box: { readonly heading: Row | undefined; readonly rows: Row[] } | undefined;
  readonly similar: { readonly heading: Row; readonly rows: Row[] } | undefined;
}

/** How many labels tell a box without its heading. */
const MIN_LABELS = 4;

function partsOf(rows: readonly Row[]): Parts {
  const isMark = (row: Row, heading: string): boolean =>
    row.role !== "code" && row.body.text.length < 80 && bareHeading(row.body.text) === heading;
  const boxes = rows.flatMap((row, i) => (isMark(row, BOX_HEADING) ? [i] : []));
  const start = boxes.at(-1);
  if (start === undefined) return { article: [...rows], box: undefined, similar: undefined };
  const end = rows.findIndex((row, i) => i > start && isMark(row, SIMILAR_HEADING.toLowerCase()));
  const heading = rows[start] as Row;
  const bare = new Row(heading.body.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, () => ""));
  const similarRow = end < 0 ? undefined : (rows[end] as Row);
  return {
    article: rows.slice(0, start),
    box: { heading: bare, rows: rows.slice(start + 1, end < 0 ? rows.length : end) },
    similar:
      similarRow === undefined
        ? undefined
        : {
            heading: new Row(similarRow.body.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, () => "")),
            rows: rows.slice(end + 1),
          },
  };
}
void MIN_LABELS;
void bestChain;
void candidatesOf;
void bitsOfRows;
void isHeadingText;

/** Reads what the box says of the article from its rows as they were laid out. */
function hintsOf(rows: readonly Row[]): Hints {
  const checklist: string[] = [];
  let topic: string | undefined;
  let within = false;
  for (const { body } of rows) {
    const topicLine = /^topic\s*[:|]?\s*(?=\S)/i.exec(body.text);
    if (topicLine !== null) topic ??= body.text.slice(topicLine[0].length);
    if (/^[•*-]\s/.test(body.text)) {
      if (within) checklist.push(body.text.slice(1).trim());
    } else if (body.text !== "") {
      within = /^checklist:?$/i.test(body.text);
    }
  }
  return { topic, checklist };
}

/** Makes the source of rows. */
function sourceOf(given: string, rows: readonly Row[]): Source {
  const ended = /[\n\r\u2028\u2029]\s*$/.test(given);
  const strand = Strand.join(
    rows.flatMap(({ text }, i) => (i === 0 ? [text] : ["\n", text])).concat(ended ? ["\n"] : []),
  );
  const lines = new LineTable(given);
  return new Source(strand.text, {
    text: given,
    pointAt: (offset) => lines.pointAt(offset),
    placeOf: (offset) => strand.placeOf(offset),
    pastOf: (offset) => strand.pastOf(offset),
    roles: rows.map(({ role }) => role),
  });
}
