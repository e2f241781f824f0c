import type { FieldRow, ValueRow } from "../format/fields.ts";
import { type BoxLabels, CAPITAL } from "./box-labels.ts";
import { type BoxLine, isEmpty, lastOfValue, valuePieces } from "./box-line.ts";
import { isLoose, isReadable } from "./field-labels.ts";
import { endsSentence } from "./look.ts";
import { type Piece, textOf } from "./pieces.ts";
import { linesOf } from "./position.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/** Line lengths at which mail programs wrap; a text whose longest line is outside was not wrapped. */
const MIN_WRAP = 40;
const MAX_WRAP = 130;

/** Tells which lines of a box go on with the value before them. */
export class Wrapping {
  /** Up to here, no line ends the sentence that is open. */
  private noEndBefore = 0;
  private width: number | undefined;

  constructor(
    private readonly source: Source,
    private readonly labels: BoxLabels,
  ) {}

  /** Tells whether the value so far is a sentence without an end, or a text without its second part. */
  isOpen(tail: BoxLine): boolean {
    const row = tail.row as ValueRow | undefined;
    if (row?.kind === "sentence") {
      const last = lastOfValue(tail);
      return last === undefined || !endsSentence(textOf(this.source, [last]));
    }
    return row?.joint !== undefined && !textOf(this.source, valuePieces(tail, 2)).includes(row.joint);
  }

  /** Counts the lines from `at` on that go on with the value before, in the field that is open. */
  restOf(tail: BoxLine, at: number, within: FieldRow | undefined): number {
    const row = tail.row as ValueRow | undefined;
    const line = this.labels.line(at);
    const text = this.source.raw(line);
    const ofText = row === undefined || row.kind === "text" || row.kind === "sentence";
    if (isEmpty(tail)) return ofText || this.isValueBelow(row, text, at) ? 1 : 0;
    if (!ofText || this.isForeign(tail, text)) return 0;
    const last = lastOfValue(tail) as Piece;
    if (row?.joint !== undefined && textOf(this.source, [last]).endsWith(row.joint.trimEnd())) return 1;
    const end = this.isOpen(tail) ? this.endOfSentence(at, tail) : 0;
    if (end > 0) return end;
    const field = this.labels.unknown(at, within);
    const isField = field !== undefined && field.value < line.to;
    return !isField && this.wouldNotFit(last.line, text) ? 1 : 0;
  }

  /** Tells whether a text is a value of a closed form, a known word, or one word over the next label: enough to trust it on a line of its own. */
  private isValueBelow(row: ValueRow, text: string, at: number): boolean {
    if (row.kind !== "word") return isReadable(row, text);
    return (
      row.words?.includes(text.toLowerCase()) ||
      (/^\S+$/.test(text) && this.labels.labelAt(at + 1) !== undefined)
    );
  }

  /** Tells whether a line has a capital where the value has none. */
  private isForeign(tail: BoxLine, text: string): boolean {
    return CAPITAL.test(text) && !/\p{Lu}/u.test(textOf(this.source, valuePieces(tail, 1)));
  }

  /** Counts the lines from `at` on up to the one that ends the open sentence, 0 where none does. */
  endOfSentence(at: number, tail: BoxLine): number {
    if (at < this.noEndBefore) return 0;
    const joint = (tail.row as ValueRow | undefined)?.joint?.trim();
    let past = at;
    for (; past < this.labels.lines.length; past++) {
      const line = this.labels.line(past);
      const label = this.labels.labelAt(past);
      if ((past > at && hasBullet(line)) || (label !== undefined && !isLoose(this.source.text, label))) break;
      const text = this.source.raw(line);
      if (joint === undefined ? endsSentence(text) : text.includes(joint)) return past - at + 1;
    }
    this.noEndBefore = past;
    return 0;
  }

  /** Tells whether a line's first word would not have fitted on the line before: the sign of wrapped text. */
  private wouldNotFit(before: Line, text: string): boolean {
    this.width ??= this.wrapWidth();
    if (this.width < MIN_WRAP || this.width > MAX_WRAP) return false;
    return before.to - before.start + 1 + (/^\S+/.exec(text)?.[0].length ?? 0) > this.width;
  }

  /**
   * The longest line of a box that was wrapped, lines of a single word aside, which no program can wrap; 0 where
   * nothing shows that it was wrapped: its long sentences stand on one line each.
   */
  private wrapWidth(): number {
    const isWrapped = this.labels.lines.some((line, at) => {
      const next = this.labels.lines[at + 1];
      if (this.labels.labelAt(at)?.row.kind !== "sentence" || next === undefined || hasBullet(next))
        return false;
      return this.labels.labelAt(at + 1) === undefined && !endsSentence(this.source.raw(line));
    });
    if (!isWrapped) return 0;
    let width = 0;
    for (const line of this.labels.lines) {
      const length = linesOf(this.source, line.from, line.to) > 1 ? 0 : line.to - line.start;
      if (length > width && /\s/.test(this.source.raw(line))) width = length;
    }
    return width;
  }
}
