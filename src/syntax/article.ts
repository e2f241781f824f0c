import { SIMILAR_HEADING } from "../format/headings.ts";
import { anyCase } from "../format/pattern.ts";
import { blockLines } from "./ends.ts";
import { ImageGrammar } from "./images.ts";
import {
  type ChunkLine,
  endsSentence,
  isWrapped,
  KEY_START,
  type Look,
  lookOfChunk,
  lookOfLine,
  looksLikeHeading,
} from "./look.ts";
import type { ArticleNode, BlockNode, Code, Heading, Image, List, Paragraph, Title } from "./nodes.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/**
 * The article grammar. Lines are gathered into units (in a spaced copy the lines between blank ones, in a dense
 * copy each line), units are told by their look, and runs of units that are no prose become code, headings or
 * paragraphs by what stands around them.
 */

/** Lines of which it takes the units around them to tell what they are. */
interface Undecided {
  readonly type: "plain";
  readonly lines: readonly Line[];
}

type Unit = Heading | BlockNode | Undecided;

/** A unit that what follows may tell to be something else. */
type Member = Undecided | Code | List;

/** What a unit is by its look. */
const TYPES = { prose: "paragraph", code: "code", plain: "plain" } as const satisfies Record<
  Look,
  Unit["type"]
>;

const SEPARATOR = anyCase`^(?:[|\s]+|${SIMILAR_HEADING})$`;

/** Words of a first line that ends as a sentence, above which it is no title but an intro whose title is lost. */
const TITLE_WORDS = 20;

/** Bullets that code has, too: YAML's dashes, the stars of cron tables and comments. */
export const CODE_BULLET = /[-*]/;

/** How the rest of a line looks whose star is no bullet: the fields of a cron table, the end of a comment. */
const AFTER_STAR = /^\*[ /]/;

/** What has been read of an article. */
interface Progress {
  readonly source: Source;
  readonly lines: readonly Line[];
  readonly images: ImageGrammar;
  readonly spaced: boolean;
  readonly body: (Heading | BlockNode)[];
  /** The units read last, as long as what follows must tell what they are: code, lines that may be code, lists among them. */
  run: Member[];
  runHasCode: boolean;
  inSection: boolean;
}

/** Parses lines as an article. */
export function parseArticleLines(source: Source, lines: readonly Line[]): ArticleNode {
  // Bars that category links left behind, or the heading of similar posts that are not there.
  const separators = lines.findIndex((line) => !SEPARATOR.test(wholeText(source, line)));
  const first = separators < 0 ? lines.length : separators;
  const progress: Progress = {
    source,
    lines,
    images: new ImageGrammar(source, lines),
    spaced: isSpaced(lines, first),
    body: [],
    run: [],
    runHasCode: false,
    inSection: false,
  };
  const title = titleAt(progress, first);
  gather(progress, first + (title?.lines.length ?? 0));
  return { separators: lines.slice(0, first), title, body: progress.body };
}

/** The text of a line, with what may look like a bullet. */
const wholeText = (source: Source, { from, to }: Line): string => source.slice(from, to);

/** Reads the title at a line, unless that line is plainly something else. */
function titleAt({ source, lines, images, spaced }: Progress, at: number): Title | undefined {
  const first = lines[at];
  if (first === undefined) return undefined;
  if (source.roleOf(first) === "title") return { type: "title", lines: [first] };
  /** Tells whether a line has no bullet, is no known heading or image, and is nothing else by its layout. */
  const isOfTitle = (line: Line, i: number): boolean =>
    !hasBullet(line) &&
    line.heading === undefined &&
    source.roleOf(line) === undefined &&
    images.at(i) === undefined;
  if (!isOfTitle(first, at)) return undefined;
  const text = source.body(first);
  if (endsSentence(text) && (text.split(" ").length > TITLE_WORDS || /[.!?] \S/.test(text))) return undefined;
  // Lines under the title may be its wrapped rest.
  let past = at + 1;
  for (; spaced; past++) {
    const line = lines[past];
    if (line?.apart !== false || !isOfTitle(line, past)) break;
    if (!endsSentence(source.body(line))) continue;
    // Where all lines down to this one were wrapped as one, they are the intro, whose title is lost.
    if (isWrapped(chunkOf(source, lines.slice(at, past + 1)))) return undefined;
    break;
  }
  return { type: "title", lines: lines.slice(at, past) };
}

/**
 * Gathers units: lines that say themselves what they are, known headings and images, and the chunks between them. In
 * a spaced copy, a chunk ends at a blank line; in a dense copy, each line is one, but for the bullets of a list.
 */
function gather(progress: Progress, first: number): void {
  const { lines, spaced } = progress;
  let chunk = first;
  for (let at = first; at < lines.length; ) {
    const line = lines[at] as Line;
    const bulleted = hasBullet(line);
    const unit = bulleted ? undefined : clearUnit(progress, line, at);
    if (unit !== undefined) {
      addChunk(progress, chunk, at);
      settleRun(progress, unit);
      push(progress, unit);
      at += unit.type === "heading" ? 1 : unit.lines.length;
      chunk = at;
      continue;
    }
    const goesOn = spaced ? !line.apart : bulleted && hasBullet(lines[at - 1] ?? line);
    if (!goesOn) {
      addChunk(progress, chunk, at);
      chunk = at;
    }
    at++;
  }
  addChunk(progress, chunk, lines.length);
  settleRun(progress, undefined);
}

/** Reads a line that says itself what it is, or is known by its layout: a heading, an image, a paragraph, lines of code. */
function clearUnit(
  { source, lines, images }: Progress,
  line: Line,
  at: number,
): Heading | Image | Paragraph | Code | undefined {
  if (line.heading !== undefined) return { type: "heading", line };
  const role = source.roleOf(line);
  if (role === "prose") return { type: "paragraph", lines: [line] };
  if (role !== "code" && role !== "new code") return images.at(at);
  let past = at + 1;
  while (past < lines.length && source.roleOf(lines[past] as Line) === "code") past++;
  return { type: "code", lines: lines.slice(at, past) };
}

/** Adds the units of a chunk, if it has lines: code, or text by its look and then a list. */
function addChunk(progress: Progress, from: number, to: number): void {
  if (from === to) return;
  const { source, lines: all } = progress;
  const lines = to === from + 1 ? [all[from] as Line] : all.slice(from, to);
  const bullet = lines.findIndex(hasBullet);
  if (bullet < 0) {
    add(progress, unitOf(source, lines));
  } else if (isConfiguration(progress, lines)) {
    add(progress, { type: "code", lines });
  } else {
    if (bullet > 0) add(progress, unitOf(source, lines.slice(0, bullet)));
    add(progress, { type: "list", items: groupItems(lines, bullet) });
  }
}

const chunkOf = (source: Source, lines: readonly Line[]): ChunkLine[] =>
  lines.map((line) => ({ text: wholeText(source, line), width: line.to - line.start }));

/** Makes a unit of lines of text, by their look. */
function unitOf(source: Source, lines: readonly Line[]): Unit {
  const look =
    lines.length === 1
      ? lookOfLine(wholeText(source, lines[0] as Line))
      : lookOfChunk(chunkOf(source, lines));
  return { type: TYPES[look], lines };
}

/**
 * Tells whether lines of which some start with a bullet are code: where a line without one is, where a star starts
 * a cron table, and where all are keys and values, unless a heading announces a list.
 */
function isConfiguration({ source, run, body }: Progress, lines: readonly Line[]): boolean {
  if (lines.some((line) => hasBullet(line) && !CODE_BULLET.test(source.text.charAt(line.from)))) return false;
  const underHeading = run.length === 0 && body.at(-1)?.type === "heading";
  const keyed = !underHeading && lines.every((line) => KEY_START.test(source.body(line)));
  return (
    keyed ||
    lines.some((line) =>
      hasBullet(line) ? AFTER_STAR.test(source.body(line)) : lookOfLine(wholeText(source, line)) === "code",
    )
  );
}

/**
 * Adds a unit: to the run if it may be part of it, else after the run, which is settled. In a dense copy, where all
 * bullets are dashes, a list under code is code, too: YAML has them. Other lists go on with the list before.
 */
function add(progress: Progress, unit: Unit): void {
  const isCodeList = unit.type === "list" && !progress.spaced && progress.runHasCode;
  if (unit.type === "code" || unit.type === "plain" || isCodeList) {
    progress.run.push(unit);
    progress.runHasCode ||= unit.type === "code";
    return;
  }
  settleRun(progress, unit);
  const last = progress.body.at(-1);
  if (unit.type === "list" && last?.type === "list") {
    for (const item of unit.items) last.items.push(item);
  } else {
    push(progress, unit);
  }
}

function push(progress: Progress, node: Heading | BlockNode): void {
  progress.body.push(node);
  progress.inSection ||= node.type === "heading";
}

/**
 * Settles the run before a unit, or before the end. The site puts code after a section's last paragraph, so that a
 * few words there, before the next heading, are code, and a few words before content are a heading.
 */
function settleRun(progress: Progress, next: Unit | undefined): void {
  const { source, run, runHasCode } = progress;
  const last = run.at(-1);
  if (last === undefined) return;
  progress.run = [];
  progress.runHasCode = false;
  const afterContent = progress.inSection && progress.body.at(-1)?.type !== "heading";
  const mayOpen = progress.spaced && next !== undefined && next.type !== "heading";
  const opens = mayOpen ? headingOf(source, last) : undefined;
  const blocks = opens ? run.slice(0, -1) : run;
  const closes = afterContent && (opens || next?.type === "heading");
  if (blocks.length > 0 && (closes || runHasCode)) {
    // Most code is one unit, whose lines need not be copied.
    const lines = blocks.length === 1 ? blockLines(blocks[0] as Member) : blocks.flatMap(blockLines);
    push(progress, { type: "code", lines });
  } else {
    for (const unit of blocks) push(progress, { type: "paragraph", lines: blockLines(unit) });
  }
  if (opens) push(progress, { type: "heading", line: opens });
}

/** Gives the line of a unit that can be a heading that is not known: one line of a few words. */
function headingOf(source: Source, unit: Member): Line | undefined {
  if (unit.type !== "plain") return undefined;
  const line = unit.lines[0] as Line;
  return looksLikeHeading(source.body(line)) ? line : undefined;
}

/**
 * Tells a spaced copy from a dense one by what follows the first line and the known headings. Dense copies have a
 * stray blank line at most, where images stood; that is never right after a heading.
 */
function isSpaced(lines: readonly Line[], first: number): boolean {
  let apart = 0;
  let joined = 0;
  for (let at = first; at + 1 < lines.length; at++) {
    if (at > first && lines[at]?.heading === undefined) continue;
    if (lines[at + 1]?.apart) apart++;
    else joined++;
  }
  return apart >= joined;
}

/** Groups the lines of a list by item: a line without a bullet is the wrapped rest of the one before. */
function groupItems(lines: readonly Line[], first: number): Line[][] {
  const items: Line[][] = [];
  for (let at = first; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (hasBullet(line)) items.push([line]);
    else items.at(-1)?.push(line);
  }
  return items;
}
