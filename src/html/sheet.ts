import { isBlank } from "../format/text.ts";
import type { Cut } from "../syntax/cut.ts";
import { LINE_END, LineTable } from "../syntax/position.ts";
import { type Role, Source } from "../syntax/scan.ts";
import type { HtmlText } from "./node.ts";
import type { Piece } from "./segments.ts";

/**
 * The lines into which a page is laid out: each part of a line knows where it stands in the page, and a line may know
 * what it is. White space is as browsers show it, but where a reference names a space it is that space.
 */
export class Sheet {
  private readonly parts: string[] = [];
  private length = 0;
  /** Stretches: where each starts in the lines, and where it starts and ends in the page. */
  private readonly at: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly roles: (Role | undefined)[] = [];
  private lineStart = 0;
  private gapFrom = -1;
  private gapTo = -1;

  constructor(private readonly html: string) {}

  /** Whether nothing was added to the line. */
  get isEmptyLine(): boolean {
    return this.length === this.lineStart;
  }

  /** Adds text of the page, each run of white space as one space and none at the start of a line. */
  add({ character, from, to }: HtmlText): void {
    if (character === undefined) this.addStretch(from, to);
    else if (character === "\u00ad" && this.html[from + 1] !== "#") return;
    else if (character === "\n" || character === "\r") this.gap(from, to);
    else this.put(LINE_END.test(character) ? " " : character, from, to);
  }

  private addStretch(from: number, to: number): void {
    const { html } = this;
    let start = from;
    for (let at = from; at <= to; at++) {
      const unit = at < to ? html.charCodeAt(at) : LINE_FEED;
      if (isPlain(unit)) continue;
      // One space between words stands as it is.
      if (unit === SPACE && at > start && at + 1 < to && isPlain(html.charCodeAt(at + 1))) continue;
      if (at > start) this.put(html.slice(start, at), start, at);
      if (at < to && unit !== SOFT_HYPHEN && isBlank(unit)) this.gap(at, at + 1);
      else if (at < to && unit < SPACE) this.put(html[at] as string, at, at + 1);
      start = at + 1;
    }
  }

  /** Sets what comes next apart by a space, if something comes and something stands before it. */
  gap(from: number, to: number): void {
    if (this.gapFrom < 0) this.gapFrom = from;
    this.gapTo = to;
  }

  /** Adds a stretch of the page as it is written. */
  put(text: string, from: number, to: number): void {
    if (this.gapFrom >= 0) {
      const { gapFrom, gapTo } = this;
      this.gapFrom = -1;
      if (!this.isEmptyLine) this.push(" ", gapFrom, gapTo);
    }
    this.push(text, from, to);
  }

  /** Adds what the page does not have; it stands where the part before it ends. */
  write(text: string): void {
    const place = this.to[this.to.length - 1] ?? 0;
    this.push(text, place, place);
  }

  /** Adds a line of code as it stands, or a part of one. */
  verbatim(text: string, from: number, to: number): void {
    this.push(text, from, to);
  }

  private push(text: string, from: number, to: number): void {
    this.at.push(this.length);
    this.from.push(from);
    this.to.push(to);
    this.parts.push(text);
    this.length += text.length;
  }

  /** Adds segments, as one line has them. */
  line(segments: readonly Piece[]): void {
    segments.forEach(({ text, starts, spaced }, i) => {
      if (i > 0 && (starts || spaced)) this.gap(text.from, text.from);
      this.add(text);
    });
  }

  /** Ends the line. */
  end(role?: Role): void {
    this.gapFrom = -1;
    this.roles.push(role);
    this.parts.push("\n");
    this.length++;
    this.lineStart = this.length;
  }

  /** Adds a blank line where the line before is not blank. */
  blank(): void {
    if (
      this.parts.length > 0 &&
      !(this.parts[this.parts.length - 1] === "\n" && this.parts[this.parts.length - 2] === "\n")
    )
      this.end();
  }

  /** The line, by its number, whose text stands last before a place of the page, and where that text ends. */
  lastBefore(place: number): { line: number; to: number } {
    const { to } = this;
    let last = -1;
    to.forEach((end, i) => {
      if (end <= place && end > (to[last] ?? -1)) last = i;
    });
    const before = this.parts.join("").slice(0, this.at[last] ?? 0);
    return { line: before.split("\n").length, to: to[last] ?? 0 };
  }

  /** The lines as a source that the grammars read, which may be cut off. */
  toSource(cut?: Cut): Source {
    // Positions are counted when the first is asked for: most pages have no issue.
    let lines: LineTable | undefined;
    return new Source(this.parts.join(""), {
      text: this.html,
      flows: true,
      pointAt: (offset) => {
        lines ??= new LineTable(this.html);
        return lines.pointAt(offset);
      },
      placeOf: (offset) => this.place(offset, false),
      pastOf: (offset) => this.place(offset - 1, true),
      stretchOf: (from, to) => {
        const start = this.place(from, false);
        return { from: start, to: Math.max(start, this.place(to - 1, true)) };
      },
      roles: this.roles,
      ...(cut && { cut }),
    });
  }

  /** Where a character stands in the page: its start, or past it. */
  private place(offset: number, past: boolean): number {
    const { at, from, to } = this;
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((at[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = from[low];
    if (start === undefined) return 0;
    const end = to[low] as number;
    const length = (at[low + 1] ?? this.length) - (at[low] as number);
    // The last stretch of a line has the line's end behind it.
    const even = end - start === length || end - start === length - 1;
    const place = start + Math.max(offset - (at[low] as number), 0) + (past ? 1 : 0);
    return even ? Math.min(place, end) : past ? end : start;
  }
}

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const SOFT_HYPHEN = 0xad;

/** Tells whether a unit of the page is one of a line: no white space, no control character, no line separator. */
const isPlain = (unit: number): boolean =>
  unit > SPACE && unit !== SOFT_HYPHEN && (unit < 0x2028 || unit > 0x2029);
