import { fieldAt } from "./field-labels.ts";
import { headingMark, type Mark } from "./headings.ts";
import { endsSentence } from "./look.ts";
import type { BoxLines, Division, SimilarNode } from "./nodes.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/** How many fields tell a box that has lost its heading, next to an article. */
const MIN_LABELS = 3;

/**
 * Divides a source into article, boxes and similar posts, so that each is left to its grammar and damage to one
 * never reaches another. Without a heading, the labels of so many different fields tell a box.
 */
export function divide(source: Source, labelsOfBox = MIN_LABELS): Division {
  const { lines } = source;
  const marks = headingMarks(source);
  const articleEnd = marks[0]?.at ?? lines.length;
  const isHeaded = marks.some(({ kind }) => kind === "box");
  const boxStart = unheadedBox(source, articleEnd, isHeaded ? MIN_LABELS : labelsOfBox);
  const boxes: BoxLines[] = [];
  const similar: SimilarNode[] = [];
  if (boxStart < articleEnd) {
    boxes.push({ heading: undefined, spelling: "exact", lines: lines.slice(boxStart, articleEnd) });
  }
  marks.forEach(({ kind, at, spelling }, i) => {
    const heading = lines[at] as Line;
    const under = lines.slice(at + 1, marks[i + 1]?.at);
    if (kind === "similar") similar.push({ heading, spelling, titles: groupTitles(under) });
    else boxes.push({ heading, spelling, lines: under });
  });
  return { article: lines.slice(0, boxStart), boxes, similar };
}

/** Groups lines by title: each line is one, but for the wrapped rest of one that has a bullet. */
function groupTitles(lines: readonly Line[]): Line[][] {
  const titles: Line[][] = [];
  for (const line of lines) {
    const last = titles.at(-1);
    if (last && hasBullet(last[0] as Line) && !hasBullet(line) && !line.apart) last.push(line);
    else titles.push([line]);
  }
  return titles;
}

/**
 * Finds the headings of boxes and of similar posts. Of several over similar posts in one box, the last one counts; one
 * over an article is none.
 */
function headingMarks(source: Source): Mark[] {
  const { lines } = source;
  const marks: Mark[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const mark = hasBullet(line) ? undefined : headingMark(source, line, at);
    if (!mark) continue;
    const last = marks.at(-1);
    if (last?.kind === "similar" && isFurniture(source, last.at, at, mark.kind)) marks.pop();
    marks.push(mark);
  }
  const last = marks.at(-1);
  return last?.kind === "similar" && labelsFollow(source, last.at + 1, lines.length)
    ? marks.slice(0, -1)
    : marks;
}

/** Tells whether a heading over similar posts is page furniture, by what stands between it and the heading that follows. */
function isFurniture(source: Source, at: number, next: number, kind: Mark["kind"]): boolean {
  if (kind === "similar") return labelsFollow(source, at + 1, next);
  return source.lines.slice(at + 1, next).some(({ heading }) => heading !== undefined);
}

/** Tells whether the labels of as many fields as tell a box stand between two lines, so that the heading above them is page furniture. */
function labelsFollow(source: Source, from: number, to: number): boolean {
  const seen = new Set<unknown>();
  for (let at = from; at < to && seen.size < MIN_LABELS; at++) {
    const row = fieldAt(source, source.lines[at] as Line);
    if (row) seen.add(row);
  }
  return seen.size >= MIN_LABELS;
}

/**
 * Finds where a box without a heading starts: at the first label after the article's last known heading, with
 * whatever stands between it and the blank line above. Gives `end` where there is no box.
 */
function unheadedBox(source: Source, end: number, labelsOfBox: number): number {
  let start = end;
  const seen = new Set<unknown>();
  for (let at = end - 1; at >= 0; at--) {
    const line = source.lines[at] as Line;
    if (line.heading !== undefined) break;
    const row = fieldAt(source, line);
    if (!row || (row.kind !== "sentence" && endsSentence(source.raw(line)))) continue;
    start = at;
    seen.add(row);
  }
  if (seen.size < labelsOfBox) return end;
  return startOfChunk(source, start);
}

/**
 * Goes up to the blank line above a line, or to the end of the sentence there that no label opens, since that is the
 * article's; stays where there is neither below the last known heading.
 */
function startOfChunk(source: Source, start: number): number {
  for (let at = start; at >= 0; at--) {
    const line = source.lines[at] as Line;
    if (line.heading !== undefined) return start;
    if (at < start && endsSentence(source.raw(line)) && !fieldAt(source, line)) return at + 1;
    if (line.apart) return at;
  }
  return start;
}
