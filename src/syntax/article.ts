import { SIMILAR_HEADING } from "../format/headings.ts";
import { anyCase } from "../format/pattern.ts";
import { ImageGrammar } from "./images.ts";
import { endsSentence, KEY_START, type Look, lookOfChunk, lookOfLine, looksLikeHeading } from "./look.ts";
import type { ArticleNode, BlockNode, Code, Heading, Image, List, Paragraph, Title } from "./nodes.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/**
 * The article grammar. Lines are gathered into units (in a spaced copy the lines between blank ones, in a dense
 * copy each line), units are told by their look, and runs of units that are no prose become code, headings or
 * paragraphs by what stands around them.
 */

/** Parses lines as an article. */
export function parseArticleLines(source: Source, lines: readonly Line[]): ArticleNode {
  return new ArticleGrammar(source, lines).parse();
}

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

class ArticleGrammar {
  private readonly images: ImageGrammar;
  private readonly body: (Heading | BlockNode)[] = [];
  /** The units read last, as long as what follows must tell what they are: code, lines that may be code, lists among them. */
  private run: Member[] = [];
  private runHasCode = false;
  private inSection = false;
  /** How many lines are separators. */
  private readonly first: number;
  private readonly spaced: boolean;

  constructor(
    private readonly source: Source,
    private readonly lines: readonly Line[],
  ) {
    this.images = new ImageGrammar(source, lines);
    const first = lines.findIndex((line) => !this.isSeparator(line));
    this.first = first < 0 ? lines.length : first;
    this.spaced = isSpaced(lines, this.first);
  }

  parse(): ArticleNode {
    const { first } = this;
    const title = this.titleAt(first);
    this.gather(first + (title?.lines.length ?? 0));
    return { separators: this.lines.slice(0, first), title, body: this.body };
  }

  /** Tells whether a line is made of the bars that category links left behind, or heads similar posts that are not there. */
  private isSeparator(line: Line): boolean {
    return SEPARATOR.test(this.wholeText(line));
  }

  /** The text of a line, with what may look like a bullet. */
  private wholeText({ from, to }: Line): string {
    return this.source.slice(from, to);
  }

  /** Reads the title at a line, unless that line is plainly something else. */
  private titleAt(at: number): Title | undefined {
    const { lines } = this;
    const first = lines[at];
    if (first === undefined) return undefined;
    if (this.source.roleOf(first) === "title") return { type: "title", lines: [first] };
    if (hasBullet(first) || first.heading !== undefined || this.source.roleOf(first) !== undefined)
      return undefined;
    if (this.images.at(at) !== undefined) return undefined;
    const text = this.source.body(first);
    if (endsSentence(text) && (text.split(" ").length > TITLE_WORDS || /[.!?] \S/.test(text)))
      return undefined;
    let past = at + 1;
    while (this.spaced && lines[past]?.apart === false && this.isRestOfTitle(past)) past++;
    return { type: "title", lines: lines.slice(at, past) };
  }

  /** Tells whether a line under the title is its wrapped rest. */
  private isRestOfTitle(at: number): boolean {
    const line = this.lines[at] as Line;
    if (hasBullet(line) || line.heading !== undefined || this.source.roleOf(line) !== undefined) return false;
    return !endsSentence(this.source.body(line)) && this.images.at(at) === undefined;
  }

  /**
   * Gathers units: lines that say themselves what they are, known headings and images, and the chunks between them. In
   * a spaced copy, a chunk ends at a blank line; in a dense copy, each line is one, but for the bullets of a list.
   */
  private gather(first: number): void {
    const { lines } = this;
    let chunk = first;
    for (let at = first; at < lines.length; ) {
      const line = lines[at] as Line;
      const bulleted = hasBullet(line);
      const unit = bulleted ? undefined : this.clearUnit(line, at);
      if (unit !== undefined) {
        this.addChunk(chunk, at);
        this.addClear(unit);
        at += unit.type === "heading" ? 1 : unit.lines.length;
        chunk = at;
        continue;
      }
      const goesOn = this.spaced ? !line.apart : bulleted && hasBullet(lines[at - 1] ?? line);
      if (!goesOn) {
        this.addChunk(chunk, at);
        chunk = at;
      }
      at++;
    }
    this.addChunk(chunk, lines.length);
    this.settleRun(undefined);
  }

  /** Reads a line that says itself what it is, or is known by its layout: a heading, an image, a paragraph, lines of code. */
  private clearUnit(line: Line, at: number): Heading | Image | Paragraph | Code | undefined {
    if (line.heading !== undefined) return { type: "heading", line };
    const role = this.source.roleOf(line);
    if (role === "prose") return { type: "paragraph", lines: [line] };
    if (role !== "code" && role !== "new code") return this.images.at(at);
    let past = at + 1;
    while (past < this.lines.length && this.source.roleOf(this.lines[past] as Line) === "code") past++;
    return { type: "code", lines: this.lines.slice(at, past) };
  }

  /** Adds a unit that says itself what it is. */
  private addClear(unit: Heading | BlockNode): void {
    this.settleRun(unit);
    this.push(unit);
  }

  /** Adds the units of a chunk, if it has lines: code, or text by its look and then a list. */
  private addChunk(from: number, to: number): void {
    if (from === to) return;
    const lines = to === from + 1 ? [this.lines[from] as Line] : this.lines.slice(from, to);
    const bullet = lines.findIndex(hasBullet);
    if (bullet < 0) {
      this.add(this.unitOf(lines));
    } else if (this.isConfiguration(lines)) {
      this.add({ type: "code", lines });
    } else {
      if (bullet > 0) this.add(this.unitOf(lines.slice(0, bullet)));
      this.add({ type: "list", items: groupItems(lines, bullet) });
    }
  }

  /** Makes a unit of lines of text, by their look. */
  private unitOf(lines: readonly Line[]): Unit {
    return { type: TYPES[this.lookOf(lines)], lines };
  }

  /** Tells how the lines of a chunk look. */
  private lookOf(lines: readonly Line[]): Look {
    if (lines.length === 1) return lookOfLine(this.wholeText(lines[0] as Line));
    return lookOfChunk(lines.map((line) => ({ text: this.wholeText(line), width: line.to - line.start })));
  }

  /**
   * Tells whether lines of which some start with a bullet are code: where a line without one is, where a star starts
   * a cron table, and where all are keys and values, unless a heading announces a list.
   */
  private isConfiguration(lines: readonly Line[]): boolean {
    const { source } = this;
    if (lines.some((line) => hasBullet(line) && !CODE_BULLET.test(source.text.charAt(line.from))))
      return false;
    const underHeading = this.run.length === 0 && this.body.at(-1)?.type === "heading";
    const keyed = !underHeading && lines.every((line) => KEY_START.test(source.body(line)));
    return (
      keyed ||
      lines.some((line) =>
        hasBullet(line) ? AFTER_STAR.test(source.body(line)) : lookOfLine(this.wholeText(line)) === "code",
      )
    );
  }

  /**
   * Adds a unit: to the run if it may be part of it, else after the run, which is settled. In a dense copy, where all
   * bullets are dashes, a list under code is code, too: YAML has them. Other lists go on with the list before.
   */
  private add(unit: Unit): void {
    const isCodeList = unit.type === "list" && !this.spaced && this.runHasCode;
    if (unit.type === "code" || unit.type === "plain" || isCodeList) {
      this.run.push(unit);
      this.runHasCode ||= unit.type === "code";
      return;
    }
    this.settleRun(unit);
    const last = this.body.at(-1);
    if (unit.type === "list" && last?.type === "list") {
      for (const item of unit.items) last.items.push(item);
    } else {
      this.push(unit);
    }
  }

  private push(node: Heading | BlockNode): void {
    this.body.push(node);
    this.inSection ||= node.type === "heading";
  }

  /**
   * Settles the run before a unit, or before the end. The site puts code after a section's last paragraph, so that a
   * few words there, before the next heading, are code, and a few words before content are a heading.
   */
  private settleRun(next: Unit | undefined): void {
    const { run, runHasCode } = this;
    const last = run.at(-1);
    if (last === undefined) return;
    this.run = [];
    this.runHasCode = false;
    const afterContent = this.inSection && this.body.at(-1)?.type !== "heading";
    const opens = this.spaced && next !== undefined && next.type !== "heading" && this.headingOf(last);
    const blocks = opens ? run.slice(0, -1) : run;
    const closes = afterContent && (opens || next?.type === "heading");
    if (blocks.length > 0 && (closes || runHasCode)) {
      // Most code is one unit, whose lines need not be copied.
      const lines = blocks.length === 1 ? linesOf(blocks[0] as Member) : blocks.flatMap(linesOf);
      this.push({ type: "code", lines });
    } else {
      for (const unit of blocks) this.push({ type: "paragraph", lines: linesOf(unit) });
    }
    if (opens) this.push({ type: "heading", line: opens });
  }

  /** Gives the line of a unit that can be a heading that is not known: one line of a few words. */
  private headingOf(unit: Member): Line | undefined {
    if (unit.type !== "plain") return undefined;
    const line = unit.lines[0] as Line;
    return looksLikeHeading(this.source.body(line)) ? line : undefined;
  }
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

/** The lines of a unit of a run. */
const linesOf = (unit: Member): readonly Line[] => (unit.type === "list" ? unit.items.flat() : unit.lines);
