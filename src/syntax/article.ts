import { SIMILAR_HEADING } from "../format/headings.ts";
import { anyCase } from "../format/pattern.ts";
import { linesIn } from "./ends.ts";
import { ImageGrammar } from "./images.ts";
import { endsSentence, KEY_START, type Look, lookOfChunk, lookOfLine, looksLikeHeading } from "./look.ts";
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
const CODE_BULLET = /[-*]/;

/** How the rest of a line looks whose star is no bullet: the fields of a cron table, the end of a comment. */
const AFTER_STAR = /^\*[ /]/;

/** Parses lines as an article. */
export function parseArticleLines(source: Source, lines: readonly Line[]): ArticleNode {
  const images = new ImageGrammar(source, lines);
  const body: (Heading | BlockNode)[] = [];
  /** The units read last, as long as what follows must tell what they are: code, lines that may be code, lists among them. */
  let run: Member[] = [];
  let runHasCode = false;
  let inSection = false;

  /** The text of a line, with what may look like a bullet. */
  const wholeText = ({ from, to }: Line): string => source.slice(from, to);

  /** Reads the title at a line, unless that line is plainly something else. */
  const titleAt = (at: number): Title | undefined => {
    const line = lines[at];
    if (line === undefined) return undefined;
    if (source.roleOf(line) === "title") return { type: "title", lines: [line] };
    if (!mayBeTitle(line) || images.at(at) !== undefined) return undefined;
    const text = source.body(line);
    if (endsSentence(text) && (text.split(" ").length > TITLE_WORDS || /[.!?] \S/.test(text)))
      return undefined;
    let past = at + 1;
    while (spaced && lines[past]?.apart === false && isRestOfTitle(past)) past++;
    return { type: "title", lines: lines.slice(at, past) };
  };

  /** Tells whether a line has no bullet, is no known heading, and is nothing else by its layout. */
  const mayBeTitle = (line: Line): boolean =>
    !hasBullet(line) && !line.isHeading && source.roleOf(line) === undefined;

  /** Tells whether a line under the title is its wrapped rest. */
  const isRestOfTitle = (at: number): boolean => {
    const line = lines[at] as Line;
    return mayBeTitle(line) && !endsSentence(source.body(line)) && images.at(at) === undefined;
  };

  /**
   * Gathers units: lines that say themselves what they are, known headings and images, and the chunks between them. In
   * a spaced copy, a chunk ends at a blank line; in a dense copy, each line is one, but for the bullets of a list.
   */
  const gather = (start: number): void => {
    let chunk = start;
    for (let at = start; at < lines.length; ) {
      const line = lines[at] as Line;
      const bulleted = hasBullet(line);
      const unit = bulleted ? undefined : clearUnit(line, at);
      if (unit !== undefined) {
        addChunk(chunk, at);
        settleRun(unit);
        push(unit);
        at += unit.type === "heading" ? 1 : unit.lines.length;
        chunk = at;
        continue;
      }
      const goesOn = spaced ? !line.apart : bulleted && hasBullet(lines[at - 1] ?? line);
      if (!goesOn) {
        addChunk(chunk, at);
        chunk = at;
      }
      at++;
    }
    addChunk(chunk, lines.length);
    settleRun(undefined);
  };

  /** Reads a line that says itself what it is, or is known by its layout: a heading, an image, a paragraph, lines of code. */
  const clearUnit = (line: Line, at: number): Heading | Image | Paragraph | Code | undefined => {
    if (line.isHeading) return { type: "heading", line };
    const role = source.roleOf(line);
    if (role === "prose") return { type: "paragraph", lines: [line] };
    if (role !== "code" && role !== "new code") return images.at(at);
    let past = at + 1;
    while (past < lines.length && source.roleOf(lines[past] as Line) === "code") past++;
    return { type: "code", lines: lines.slice(at, past) };
  };

  /** Adds the units of a chunk, if it has lines: code, or text by its look and then a list. */
  const addChunk = (from: number, to: number): void => {
    if (from === to) return;
    const chunk = to === from + 1 ? [lines[from] as Line] : lines.slice(from, to);
    const bullet = chunk.findIndex(hasBullet);
    if (bullet < 0) {
      add(unitOf(chunk));
    } else if (isConfiguration(chunk)) {
      add({ type: "code", lines: chunk });
    } else {
      if (bullet > 0) add(unitOf(chunk.slice(0, bullet)));
      add({ type: "list", items: groupItems(chunk, bullet) });
    }
  };

  /** Makes a unit of lines of text, by their look. */
  const unitOf = (chunk: readonly Line[]): Unit => ({ type: TYPES[lookOf(chunk)], lines: chunk });

  /** Tells how the lines of a chunk look. */
  const lookOf = (chunk: readonly Line[]): Look =>
    chunk.length === 1
      ? lookOfLine(wholeText(chunk[0] as Line))
      : lookOfChunk(chunk.map((line) => ({ text: wholeText(line), width: line.to - line.start })));

  /**
   * Tells whether lines of which some start with a bullet are code: where a line without one is, where a star starts
   * a cron table, and where all are keys and values, unless a heading announces a list.
   */
  const isConfiguration = (chunk: readonly Line[]): boolean => {
    if (chunk.some((line) => hasBullet(line) && !CODE_BULLET.test(source.text.charAt(line.from))))
      return false;
    const underHeading = run.length === 0 && body.at(-1)?.type === "heading";
    const keyed = !underHeading && chunk.every((line) => KEY_START.test(source.body(line)));
    return (
      keyed ||
      chunk.some((line) =>
        hasBullet(line) ? AFTER_STAR.test(source.body(line)) : lookOfLine(wholeText(line)) === "code",
      )
    );
  };

  /**
   * Adds a unit: to the run if it may be part of it, else after the run, which is settled. In a dense copy, where all
   * bullets are dashes, a list under code is code, too: YAML has them. Other lists go on with the list before.
   */
  const add = (unit: Unit): void => {
    const isCodeList = unit.type === "list" && !spaced && runHasCode;
    if (unit.type === "code" || unit.type === "plain" || isCodeList) {
      run.push(unit);
      runHasCode ||= unit.type === "code";
      return;
    }
    settleRun(unit);
    const last = body.at(-1);
    if (unit.type === "list" && last?.type === "list") {
      for (const item of unit.items) last.items.push(item);
    } else {
      push(unit);
    }
  };

  const push = (node: Heading | BlockNode): void => {
    body.push(node);
    inSection ||= node.type === "heading";
  };

  /**
   * Settles the run before a unit, or before the end. The site puts code after a section's last paragraph, so that a
   * few words there, before the next heading, are code, and a few words before content are a heading.
   */
  const settleRun = (next: Unit | undefined): void => {
    const last = run.at(-1);
    if (last === undefined) return;
    const afterContent = inSection && body.at(-1)?.type !== "heading";
    const opens = spaced && next !== undefined && next.type !== "heading" && headingOf(last);
    const blocks = opens ? run.slice(0, -1) : run;
    const closes = afterContent && (opens || next?.type === "heading");
    if (blocks.length > 0 && (closes || runHasCode)) {
      // Most code is one unit, whose lines need not be copied.
      const code = blocks.length === 1 ? linesIn(blocks[0] as Member) : blocks.flatMap(linesIn);
      push({ type: "code", lines: code });
    } else {
      for (const unit of blocks) push({ type: "paragraph", lines: linesIn(unit) });
    }
    if (opens) push({ type: "heading", line: opens });
    run = [];
    runHasCode = false;
  };

  /** Gives the line of a unit that can be a heading that is not known: one line of a few words. */
  const headingOf = (unit: Member): Line | undefined => {
    if (unit.type !== "plain") return undefined;
    const line = unit.lines[0] as Line;
    return looksLikeHeading(source.body(line)) ? line : undefined;
  };

  // Lines of the bars that category links left behind, or that head similar posts which are not there.
  const separators = lines.findIndex((line) => !SEPARATOR.test(wholeText(line)));
  const first = separators < 0 ? lines.length : separators;
  const spaced = isSpaced(lines, first);
  const title = titleAt(first);
  gather(first + (title?.lines.length ?? 0));
  return { separators: lines.slice(0, first), title, body };
}

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
