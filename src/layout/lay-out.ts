import { LineTable } from "../syntax/position.ts";
import { Source } from "../syntax/scan.ts";
import { labelsWithoutFrames, plainHeadings, plainLabels } from "./around.ts";
import { layOutBox } from "./box.ts";
import { bulletsBeside } from "./bullets-apart.ts";
import { withoutButtons } from "./buttons.ts";
import { laidOutChecklist } from "./checklist.ts";
import { singleDepths } from "./depths.ts";
import { withoutDirectives } from "./directives.ts";
import { Draft, type Remark } from "./draft.ts";
import { withoutDrawers } from "./drawers.ts";
import { hasEscapedForms, unescaped } from "./escapes.ts";
import { fencedCode } from "./fences.ts";
import { withoutFrontMatter } from "./front-matter.ts";
import { headingsApart, labelsApart } from "./fused.ts";
import { laidOutHead } from "./head.ts";
import { type Hints, hintsOf, NOTHING } from "./hints.ts";
import { laidOutImages } from "./images.ts";
import { knownApart } from "./known.ts";
import { isMarkdown, markedHeadings, plainText } from "./markdown.ts";
import { wholeMarks } from "./marks.ts";
import { linesAtSigns } from "./one-line.ts";
import { wholeParagraphs } from "./paragraphs.ts";
import { withoutNested } from "./parents.ts";
import { partsOf } from "./parts.ts";
import { startsOf } from "./posts.ts";
import { withoutEnds, withoutPrefixes, withoutQuote } from "./prefixes.ts";
import { plainCharacters } from "./references.ts";
import { append, blankAt, Row, rowsOf } from "./row.ts";
import { withoutDoubledEnds } from "./spacing.ts";
import { withoutSpans } from "./spans.ts";
import { spelledLabels } from "./spelling.ts";
import { Strand } from "./strand.ts";
import { withoutTabs } from "./tabbed.ts";
import { articleWithoutTags, withoutAllTags } from "./tags.ts";
import { titlesOfSimilar, withoutTail } from "./tail.ts";
import { singleBullets } from "./twice-marked.ts";
import { unwrapped, widthOf } from "./wrapped.ts";
import { withoutXWiki } from "./xwiki.ts";

/**
 * Layout: what an extractor made of a page's lines is put back into the lines that the site's own text has, each of
 * which knows its place in the text that was given. The grammars read the result and never hear of Markdown or bars.
 */

/** A text as it was laid out anew. */
export interface LaidOut {
  readonly source: Source;
  readonly remarks: readonly Remark[];
}

/** What makes other rows of rows, and notes what is to be reported of it. */
type Layout = (rows: readonly Row[], draft: Draft, hints: Hints) => readonly Row[];

/** What is done to the rows of a whole text, in this order. */
const TEXT_LAYOUTS: readonly Layout[] = [
  withoutEnds,
  withoutQuote,
  withoutPrefixes,
  withoutDoubledEnds,
  bulletsBeside,
  linesAtSigns,
  plainCharacters,
  withoutDirectives,
  withoutDrawers,
  fencedCode,
  withoutXWiki,
  withoutSpans,
  wholeMarks,
  articleWithoutTags,
  plainHeadings,
  headingsApart,
];

/** What is done to the rows of an article, in this order. */
const ARTICLE_LAYOUTS: readonly Layout[] = [
  withoutFrontMatter,
  withoutButtons,
  markedHeadings,
  unwrapped,
  plainText,
  knownApart,
  laidOutImages,
  withoutTail,
  laidOutHead,
  laidOutChecklist,
  wholeParagraphs,
];

/** What is done to the rows of a box, in this order; the last puts them into fields. */
const BOX_LAYOUTS: readonly Layout[] = [
  withoutAllTags,
  unescapedRows,
  labelsApart,
  labelsWithoutFrames,
  singleDepths,
  singleBullets,
  spelledLabels,
  plainLabels,
  withoutTabs,
  withoutNested,
  layOutBox,
];

/** The longest line that is laid out: a whole post on one line has some 8,000 characters. */
const MAX_LINE = 20_000;

/**
 * Lays out a text; of several posts, the first.
 *
 * @param text - the text that was given
 * @param part - the part of it that is laid out
 */
export function layOut(text: string, part = Strand.of(text)): LaidOut {
  const draft = new Draft();
  const all = rowsOf(part);
  const [, second] = startsOf(all);
  const given = second === undefined ? all : all.filter((row) => row.text.start < second);
  if (given.some((row) => row.text.text.length > MAX_LINE)) return { source: new Source(text), remarks: [] };
  const rows = inTurn(TEXT_LAYOUTS, given, draft, NOTHING);
  const { article, boxes, similar } = partsOf(rows, draft);
  const isEscaped = isMarkdown(rows) || boxes.some((box) => hasEscapedForms(box.rows));
  const nothing: Hints = { ...NOTHING, isEscaped };
  const under = boxes.map((box) => inTurn(BOX_LAYOUTS, box.rows, draft, nothing));
  const out = [...inTurn(ARTICLE_LAYOUTS, article, draft, { ...nothing, ...hintsOf(under.flat()) })];
  boxes.forEach(({ heading }, i) => {
    if (heading) out.push(blankAt(heading), heading, blankAt(heading));
    append(out, under[i] as readonly Row[]);
  });
  if (similar?.heading) {
    const { heading } = similar;
    out.push(blankAt(heading), heading);
    append(out, titlesOfSimilar(similar.rows, widthOf(article), draft));
  }
  if (second !== undefined) draft.tellSecond(text, second);
  return { source: sourceOf(text, out), remarks: draft.remarks };
}

const inTurn = (
  layouts: readonly Layout[],
  rows: readonly Row[],
  draft: Draft,
  hints: Hints,
): readonly Row[] => layouts.reduce((laid, layout) => layout(laid, draft, hints), rows);

/** Takes the signs that keep others from acting off all rows. */
function unescapedRows(rows: readonly Row[], _: Draft, { isEscaped }: Hints): Row[] {
  return rows.map((row) => {
    const text = unescaped(row.text, isEscaped);
    return text === row.text && row.role === undefined ? row : new Row(text);
  });
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
    stretchOf: (from, to) => strand.stretchOf(from, to),
    roles: rows.map(({ role }) => role),
  });
}
