import { SIMILAR_HEADING } from "../format/headings.ts";
import { ImageGrammar } from "./images.ts";
import { endsSentence, KEY_START, type Look, lookOfChunk, lookOfLine, looksLikeHeading } from "./look.ts";
import type { ArticleNode, BlockNode, Heading, Image, Title } from "./nodes.ts";
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

/** What a unit is by its look. */
const TYPES = { prose: "paragraph", code: "code", plain: "plain" } as const satisfies Record<
  Look,
  Unit["type"]
>;

/** Parses lines as an article. */
export function parseArticleLines(source: Source, lines: readonly Line[]): ArticleNode {
  let at = 0;
  while (at < lines.length && isSeparator(source, lines[at] as Line)) at++;
  const images = new ImageGrammar(source, lines);
  const spaced = isSpaced(lines, at);
  const title = titleAt(source, lines, at, spaced, images);
  const units = gatherUnits(source, lines, at + (title?.lines.length ?? 0), spaced, images);
  return { separators: lines.slice(0, at), title, body: settle(source, units, spaced) };
}

/** Tells whether a line is made of the bars that category links left behind, or heads similar posts that are not there. */
const isSeparator = (source: Source, line: Line): boolean => SEPARATOR.test(source.slice(line.from, line.to));

const SEPARATOR = new RegExp(`^(?:[|\\s]+|${SIMILAR_HEADING})$`, "i");

/**
 * Tells a spaced copy from a dense one by what follows the first line and the known headings. Dense copies have a
 * stray blank line at most, where images stood; that is never right after a heading.
 */
function isSpaced(lines: readonly Line[], first: number): boolean {
  let apart = 0;
  let joined = 0;
  for (let at = first; at + 1 < lines.length; at++) {
    if (at > first && !lines[at]?.isHeading) continue;
    if (lines[at + 1]?.apart) apart++;
    else joined++;
  }
  return apart >= joined;
}

/** Words of a first line that ends as a sentence, above which it is no title but an intro whose title is lost. */
const TITLE_WORDS = 20;

/** Reads the title at a line, unless that line is plainly something else. */
function titleAt(
  source: Source,
  lines: readonly Line[],
  at: number,
  spaced: boolean,
  images: ImageGrammar,
): Title | undefined {
  const first = lines[at];
  if (first === undefined || hasBullet(first) || first.isHeading) return undefined;
  if (images.at(at) !== undefined) return undefined;
  const text = source.body(first);
  if (endsSentence(text) && (text.split(" ").length > TITLE_WORDS || /[.!?] \S/.test(text))) return undefined;
  let past = at + 1;
  while (spaced && lines[past]?.apart === false && isRestOfTitle(source, lines, past, images)) past++;
  return { type: "title", lines: lines.slice(at, past) };
}

/** Tells whether a line under the title is its wrapped rest. */
function isRestOfTitle(source: Source, lines: readonly Line[], at: number, images: ImageGrammar): boolean {
  const line = lines[at] as Line;
  if (hasBullet(line) || line.isHeading) return false;
  return !endsSentence(source.body(line)) && images.at(at) === undefined;
}

/**
 * Gathers units: lines that say themselves what they are, known headings and images, and the chunks between them. In a
 * spaced copy, a chunk ends at a blank line; in a dense copy, each line is one, but for the bullets of a list.
 */
function gatherUnits(
  source: Source,
  lines: readonly Line[],
  first: number,
  spaced: boolean,
  images: ImageGrammar,
): Unit[] {
  const units: Unit[] = [];
  let chunk = first;
  const close = (at: number): void => {
    if (chunk < at) addChunk(units, source, lines.slice(chunk, at));
  };
  for (let at = first; at < lines.length; ) {
    const line = lines[at] as Line;
    const unit = hasBullet(line) ? undefined : plainUnit(line, at, images);
    if (unit !== undefined) {
      close(at);
      units.push(unit);
      at += unit.type === "image" ? unit.lines.length : 1;
      chunk = at;
      continue;
    }
    const goesOn = spaced ? !line.apart : hasBullet(line) && hasBullet(lines[at - 1] ?? line);
    if (at > chunk && !goesOn) {
      close(at);
      chunk = at;
    }
    at++;
  }
  close(lines.length);
  return units;
}

/** Reads a line that says itself what it is: a known heading or an image. */
function plainUnit(line: Line, at: number, images: ImageGrammar): Heading | Image | undefined {
  return line.isHeading ? { type: "heading", line } : images.at(at);
}

/** Adds the units of a chunk: code, or text by its look and then a list. */
function addChunk(units: Unit[], source: Source, lines: readonly Line[]): void {
  const bullet = lines.findIndex(hasBullet);
  if (bullet < 0) {
    units.push(unitOf(source, lines));
  } else if (isConfiguration(source, lines, units.at(-1)?.type === "heading")) {
    units.push({ type: "code", lines });
  } else {
    if (bullet > 0) units.push(unitOf(source, lines.slice(0, bullet)));
    units.push({ type: "list", items: groupItems(lines, bullet) });
  }
}

/** Makes a unit of lines of text, by their look. */
const unitOf = (source: Source, lines: readonly Line[]): Unit => ({
  type: TYPES[lookOf(source, lines)],
  lines,
});

/** The text of a line, with what may look like a bullet. */
const wholeText = (source: Source, { from, to }: Line): string => source.slice(from, to);

/** Tells how the lines of a chunk look. */
function lookOf(source: Source, lines: readonly Line[]): Look {
  if (lines.length === 1) return lookOfLine(wholeText(source, lines[0] as Line));
  return lookOfChunk(lines.map((line) => ({ text: wholeText(source, line), width: line.to - line.start })));
}

/** Bullets that code has, too: YAML's dashes, the stars of cron tables and comments. */
const CODE_BULLET = /[-*]/;

/** How the rest of a line looks whose star is no bullet: the fields of a cron table, the end of a comment. */
const AFTER_STAR = /^\*[ /]/;

/**
 * Tells whether lines of which some start with a bullet are code: where a line without one is, where a star starts
 * a cron table, and where all are keys and values, unless a heading announces a list.
 */
function isConfiguration(source: Source, lines: readonly Line[], underHeading: boolean): boolean {
  if (lines.some((line) => hasBullet(line) && !CODE_BULLET.test(source.text.charAt(line.from)))) return false;
  const keyed = !underHeading && lines.every((line) => KEY_START.test(source.body(line)));
  return (
    keyed ||
    lines.some((line) =>
      hasBullet(line) ? AFTER_STAR.test(source.body(line)) : lookOfLine(wholeText(source, line)) === "code",
    )
  );
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

/** Settles what each unit is, by the units around it, and merges what belongs together. */
function settle(source: Source, units: readonly Unit[], spaced: boolean): (Heading | BlockNode)[] {
  const body: (Heading | BlockNode)[] = [];
  let inSection = false;
  for (let at = 0; at < units.length; ) {
    const unit = units[at] as Unit;
    const last = body.at(-1);
    let past = at + 1;
    if (unit.type === "code" || unit.type === "plain") {
      past = runEnd(units, at, spaced);
      const afterContent = inSection && last?.type !== "heading";
      const nodes = settleRun(source, units.slice(at, past), units[past], { spaced, afterContent });
      for (const node of nodes) body.push(node);
    } else if (unit.type === "list" && last?.type === "list") {
      for (const item of unit.items) last.items.push(item);
    } else {
      body.push(unit);
    }
    inSection ||= body.at(-1)?.type === "heading";
    at = past;
  }
  return body;
}

/**
 * Finds where a run of code and undecided units ends. In a dense copy, where all bullets are dashes, bullets after
 * code are code, too: YAML has them.
 */
function runEnd(units: readonly Unit[], at: number, spaced: boolean): number {
  let past = at;
  let code = false;
  for (; past < units.length; past++) {
    const { type } = units[past] as Unit;
    code ||= type === "code";
    if (type !== "code" && type !== "plain" && !(type === "list" && code && !spaced)) break;
  }
  return past;
}

/**
 * Settles a run of code and undecided units. The site puts code after a section's last paragraph, so that a few
 * words there, before the next heading, are code, and a few words before content are a heading.
 */
function settleRun(
  source: Source,
  run: readonly Unit[],
  next: Unit | undefined,
  { spaced, afterContent }: { spaced: boolean; afterContent: boolean },
): (Heading | BlockNode)[] {
  const last = run.at(-1) as Unit;
  const opens = spaced && next !== undefined && next.type !== "heading" && headingOf(source, last);
  const blocks = opens ? run.slice(0, -1) : run;
  const closes = afterContent && (opens || next?.type === "heading");
  const nodes: (Heading | BlockNode)[] = [];
  if (blocks.length > 0 && (closes || blocks.some((unit) => unit.type === "code"))) {
    nodes.push({
      type: "code",
      lines: blocks.length === 1 ? linesOf(blocks[0] as Unit) : blocks.flatMap(linesOf),
    });
  } else {
    for (const unit of blocks) nodes.push({ type: "paragraph", lines: linesOf(unit) });
  }
  if (opens) nodes.push({ type: "heading", line: opens });
  return nodes;
}

/** The lines of a unit of a run. */
function linesOf(unit: Unit): readonly Line[] {
  if (unit.type === "list") return unit.items.flat();
  return "lines" in unit ? unit.lines : [];
}

/** Gives the line of a unit that can be a heading that is not known: one line of a few words. */
function headingOf(source: Source, unit: Unit): Line | undefined {
  const line = linesOf(unit)[0];
  if (unit.type !== "plain" || line === undefined) return undefined;
  return looksLikeHeading(source.body(line)) ? line : undefined;
}
