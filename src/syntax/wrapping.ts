import { lower } from "../format/case.ts";
import type { FieldRow, ValueRow } from "../format/fields.ts";
import { type BoxLabels, CAPITAL, fieldLabelAt, unknownAt } from "./box-labels.ts";
import { type BoxLine, isEmpty, lastOfValue, valuePieces } from "./box-line.ts";
import { isLoose, isReadable } from "./field-labels.ts";
import { endsSentence } from "./look.ts";
import { type Piece, textOf } from "./pieces.ts";
import { linesOf } from "./position.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/** Line lengths at which mail programs wrap; a text whose longest line is outside was not wrapped. */
const MIN_WRAP = 40;
const MAX_WRAP = 130;

/** What is known of how the lines of a box were wrapped. */
export interface Wrapping {
  readonly source: Source;
  readonly labels: BoxLabels;
  /** Up to here, no line ends the sentence that is open. */
  noEndBefore: number;
  /** The width at which they were; absent before it is asked for. */
  width: number | undefined;
}

/** Tells whether the value so far is a sentence without an end, or a text without its second part. */
export function isOpen(source: Source, tail: BoxLine): boolean {
  const row = tail.row as ValueRow | undefined;
  if (row?.kind === "sentence") {
    const last = lastOfValue(tail);
    return last === undefined || !endsSentence(textOf(source, [last]));
  }
  return row?.joint !== undefined && !textOf(source, valuePieces(tail, 2)).includes(row.joint);
}

/** Counts the lines from `at` on that go on with the value before, in the field that is open. */
export function restOf(wrapping: Wrapping, tail: BoxLine, at: number, within: FieldRow | undefined): number {
  const { source, labels } = wrapping;
  const { lines } = labels;
  const row = tail.row as ValueRow | undefined;
  const line = lines[at] as Line;
  const text = source.raw(line);
  const ofText = row === undefined || row.kind === "text" || row.kind === "sentence";
  if (isEmpty(tail)) return ofText || isValueBelow(labels, row, text, at) ? 1 : 0;
  if (!ofText || isForeign(source, tail, text)) return 0;
  const last = lastOfValue(tail) as Piece;
  if (row?.joint !== undefined && textOf(source, [last]).endsWith(row.joint.trimEnd())) return 1;
  const end = isOpen(source, tail) ? endOfSentence(wrapping, at, tail) : 0;
  if (end > 0) return end;
  const field = unknownAt(labels, at, within);
  const isField = field !== undefined && field.value < line.to;
  return !isField && wouldNotFit(wrapping, last.line, text) ? 1 : 0;
}

/** Tells whether a text is a value of a closed form, a known word, or one word over the next label: enough to trust it on a line of its own. */
function isValueBelow(labels: BoxLabels, row: ValueRow, text: string, at: number): boolean {
  if (row.kind !== "word") return isReadable(row, text);
  return (
    row.words?.includes(lower(text)) || (/^\S+$/.test(text) && fieldLabelAt(labels, at + 1) !== undefined)
  );
}

/** Tells whether a line has a capital where the value has none. */
const isForeign = (source: Source, tail: BoxLine, text: string): boolean =>
  CAPITAL.test(text) && !/\p{Lu}/u.test(textOf(source, valuePieces(tail, 1)));

/** Counts the lines from `at` on up to the one that ends the open sentence, 0 where none does. */
export function endOfSentence(wrapping: Wrapping, at: number, tail: BoxLine): number {
  // Stryker disable next-line ConditionalExpression: a shortcut; what is looked for once more is not found either.
  if (at < wrapping.noEndBefore) return 0;
  const { source, labels } = wrapping;
  const { lines } = labels;
  const joint = (tail.row as ValueRow | undefined)?.joint?.trim();
  let past = at;
  for (; past < lines.length; past++) {
    const line = lines[past] as Line;
    const label = fieldLabelAt(labels, past);
    if ((past > at && hasBullet(line)) || (label && !isLoose(source.text, label))) break;
    const text = source.raw(line);
    if (joint === undefined ? endsSentence(text) : text.includes(joint)) return past - at + 1;
  }
  wrapping.noEndBefore = past;
  return 0;
}

/** Tells whether a line's first word would not have fitted on the line before: the sign of wrapped text. */
function wouldNotFit(wrapping: Wrapping, before: Line, text: string): boolean {
  wrapping.width ??= wrapWidth(wrapping);
  const { width } = wrapping;
  if (width < MIN_WRAP || width > MAX_WRAP) return false;
  return before.to - before.start + 1 + (text.split(/\s/, 1)[0] as string).length > width;
}

/**
 * The longest line of a box that was wrapped, lines of a single word aside, which no program can wrap; 0 where
 * nothing shows that it was wrapped: its long sentences stand on one line each.
 */
function wrapWidth({ source, labels }: Wrapping): number {
  const { lines } = labels;
  const isWrapped = lines.some((line, at) => {
    const next = lines[at + 1];
    if (fieldLabelAt(labels, at)?.row.kind !== "sentence" || !next || hasBullet(next)) return false;
    return fieldLabelAt(labels, at + 1) === undefined && !endsSentence(source.raw(line));
  });
  if (!isWrapped) return 0;
  let width = 0;
  for (const line of lines) {
    const length = linesOf(source, line.from, line.to) > 1 ? 0 : line.to - line.start;
    if (length > width && /\s/.test(source.raw(line))) width = length;
  }
  return width;
}
