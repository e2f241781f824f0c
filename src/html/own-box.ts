import type { FieldRow } from "../format/fields.ts";
import { TABLE } from "../format/table.ts";
import { foldTypography } from "../format/typography.ts";
import type { Remark } from "../layout/draft.ts";
import { valueBehind } from "./box.ts";
import { fieldLabels } from "./labels.ts";
import type { HtmlElement, HtmlNode } from "./node.ts";
import type { Page } from "./page.ts";
import type { Part } from "./parts.ts";
import { folded, lineOf, linesOf, ownLine, type Segment, segmentsOf } from "./segments.ts";
import { isPostElement } from "./several.ts";

/**
 * Which box of a page is the post's: other posts have boxes, too, where a page shows one above the article or as a card below
 * it, and readers quote them. The article tells its own: its title names problem and stack, its checklist stands in it.
 */

/** The box of a post, and what is to be reported of it and of the others. */
export interface OwnBox {
  readonly box: Part | undefined;
  readonly remarks: readonly Remark[];
}

/** A box, and how much it is that of the article. */
interface Candidate {
  readonly box: Part;
  /** What the fields of the table say, by their rows. */
  readonly values: ReadonlyMap<FieldRow, readonly Segment[]>;
  /** Whether it says of the article what that says itself. */
  readonly agrees: boolean;
  /** Whether it stands where the article does: right in it, else in the element of the post, else elsewhere. */
  readonly nearness: number;
}

/** Picks the box of the post: one that agrees with the article, of several the nearest, of these the fullest. */
export function ownBox(page: Page): OwnBox {
  const [first, ...others] = page.boxes;
  if (first === undefined || (others.length === 0 && nearnessOf(page, first) > 0))
    return { box: first, remarks: [] };
  const article = wordsOf(page);
  const candidates = page.boxes.map((box) => candidateOf(page, box, article));
  const [own, ...rest] = candidates.sort(
    (a, b) => Number(b.agrees) - Number(a.agrees) || b.nearness - a.nearness || b.values.size - a.values.size,
  ) as [Candidate, ...Candidate[]];
  const remarks = rest.map(({ box }) => otherBox(box));
  const { html } = page.walk;
  const isRival = (other: Candidate): boolean =>
    own.agrees === other.agrees && own.nearness === other.nearness && differ(html, own, other);
  const isSure = own.agrees || (own.nearness > 0 && !rest.some((other) => differ(html, own, other)));
  if (isSure && !rest.some(isRival)) return { box: own.box, remarks };
  const message = isSure
    ? "another box of the page says something else of this post, and which is its own cannot be told"
    : "this box does not say what the article does, and may be another post's";
  return { box: own.box, remarks: [...remarks, { ...otherBox(own.box), code: "uncertain_value", message }] };
}

/** Tells of a box that was left out. */
export function otherBox({ heading, segments }: Part): Remark {
  const message =
    "a second box; of several, the one that agrees with the article is taken; take the others out";
  const from = heading?.from ?? segments[0]?.text.from ?? 0;
  const to = segments[segments.length - 1]?.text.to ?? heading?.to ?? from;
  return { code: "duplicate_meta_box", path: ["meta"], message, from, to: Math.max(to, from) };
}

/** How near a box stands to the article. */
function nearnessOf({ article }: Page, { nodes: [node] }: Part): number {
  const holds = (holder: HtmlElement): boolean =>
    node !== undefined && holder.from <= node.from && node.to <= holder.to;
  if (holds(article)) return 2;
  for (let at = article.parent; at !== undefined; at = at.parent)
    if (isPostElement(at)) return holds(at) ? 1 : 0;
  return 0;
}

/** What an article says that its box repeats: its title, and its lines. */
interface Words {
  readonly title: string;
  readonly lines: ReadonlySet<string>;
}

/** The longest line that is looked at: titles, items and captions are shorter. */
const MAX_LINE = 300;
/** A caption ends where its host is named; an item may have a bullet. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]*\bimage source\b.*$|[^\p{L}\p{N}]+$/gu;

const plain = (line: string): string => typed(line).slice(0, MAX_LINE).replace(AROUND, "");

const typed = (line: string): string => foldTypography(folded(line));

function wordsOf({ walk, title, article, boxes }: Page): Words {
  const without = new Set<HtmlNode>(boxes.flatMap(({ nodes }) => nodes));
  const lines = linesOf(segmentsOf(article, { ...walk, without })).map((line) =>
    plain(lineOf(walk.html, line)),
  );
  return { title: title === undefined ? "" : plain(ownLine(title, walk)), lines: new Set(lines) };
}

function candidateOf(page: Page, box: Part, article: Words): Candidate {
  const { html } = page.walk;
  const { segments } = box;
  const labels = box.labels ?? fieldLabels(html, segments);
  const values = new Map<FieldRow, readonly Segment[]>();
  labels.forEach((label, i) => {
    const { row } = label;
    if (row !== undefined && !values.has(row))
      values.set(row, valueBehind(html, segments, label, labels[i + 1]?.at ?? segments.length));
  });
  return { box, values, agrees: agrees(html, values, article), nearness: nearnessOf(page, box) };
}

/** Tells whether most of what a box says of an article is so. */
function agrees(html: string, values: Candidate["values"], { title, lines }: Words): boolean {
  const found: boolean[] = [];
  for (const [row, value] of values) {
    const said = linesOf(value).map((line) => plain(lineOf(html, line)));
    if (row.key === "topic" && title !== "")
      found.push(
        ...said.flatMap((line) => line.split(TABLE.topic.joint)).map((part) => title.includes(part)),
      );
    else if (row.key === "checklist" && said.length > 1) found.push(said.every((item) => lines.has(item)));
    else if (row.key === "imageSources" && said.some((line) => lines.has(line.replace(CAPTION, ""))))
      found.push(true);
  }
  return found.filter(Boolean).length * 2 > found.length;
}

const CAPTION = /^caption\W+/;

/** Tells whether two boxes have a field of which they say something else. */
const differ = (html: string, one: Candidate, other: Candidate): boolean =>
  [...one.values].some(([row, value]) => {
    const otherValue = other.values.get(row);
    return otherValue !== undefined && typed(lineOf(html, value)) !== typed(lineOf(html, otherValue));
  });
