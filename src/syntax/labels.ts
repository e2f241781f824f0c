import { lower } from "../format/case.ts";
import type { FieldRow } from "../format/fields.ts";
import type { BoxLine } from "./box-line.ts";
import { byLetter, foldCase } from "./letters.ts";
import { skipBlank } from "./scan.ts";

/** Rows by the first letter of their label, the longest label first, so that `source id` is tried before `source`. */
export class LabelIndex<Row extends FieldRow> {
  private readonly byLetter: readonly (readonly Row[] | undefined)[];

  constructor(readonly rows: readonly Row[]) {
    const longestFirst = [...rows].sort((a, b) => b.label.length - a.label.length);
    this.byLetter = byLetter(longestFirst, ({ label }) => label.charAt(0));
  }

  /** The rows whose label starts with a letter, of either case, by its UTF-16 unit. */
  startingWith(unit: number): readonly Row[] | undefined {
    return this.byLetter[unit];
  }

  /** Reads a stretch of a line that starts with a label, in any letter case, whatever follows. */
  read(text: string, stretch: BoxLine): BoxLine<Row> | undefined {
    const { body, to } = stretch;
    const rows = this.byLetter[text.charCodeAt(body)];
    if (!rows) return undefined;
    for (const row of rows) {
      const end = labelEnd(text, body, to, row.label);
      if (end > 0) return labelAt(text, stretch, row, end);
    }
    return undefined;
  }
}

/**
 * Gives the offset past a label whose first letter starts a stretch, 0 where the rest does not follow. What stands past
 * the stretch is white space, which is no letter of a label.
 */
function labelEnd(text: string, from: number, to: number, label: string): number {
  // Most labels are spelled as in the table, which a comparison tells sooner than the loop.
  const second = text.charCodeAt(from + 1);
  if (second === label.charCodeAt(1) && text.slice(from, from + label.length) === label)
    return from + label.length;
  let at = from + 1;
  for (let i = 1; i < label.length; i++) {
    const wanted = label.charCodeAt(i);
    const unit = text.charCodeAt(at);
    const past = wanted === SPACE ? skipBlank(text, at, to) : at + 1;
    if (past === at || (wanted !== SPACE && unit !== wanted && foldCase(unit) !== wanted)) return 0;
    at = past;
  }
  return at;
}

const SPACE = 0x20;

/** Reads what follows the label that ends in a stretch without one: one colon or bar at most, with white space around, and a value. */
export function labelAt<Row extends FieldRow | undefined>(
  text: string,
  stretch: BoxLine,
  row: Row,
  end: number,
): BoxLine<Row> {
  const { to } = stretch;
  const at = skipBlank(text, end, to);
  const sign = text.charCodeAt(at);
  const mark = at < to && isMark(sign) ? at + 1 : end;
  const value = mark > end ? skipBlank(text, mark, to) : at;
  return { ...stretch, row, end, mark, value };
}

/** Tells whether a UTF-16 unit is a mark that may stand between a label and its value. */
export const isMark = (unit: number): boolean => unit === COLON || unit === BAR;

/** The UTF-16 unit of the mark that stands between an entry's label and its value. */
export const COLON = 0x3a;
const BAR = 0x7c;

/**
 * Finds the offsets at which a label with exactly one edit may end: a letter changed, dropped, added, or two
 * neighbours swapped. Several offsets mean that the last letters leave more than one reading.
 */
export function nearLabelEnds(text: string, label: string): number[] {
  const head = lower(text.slice(0, label.length + 1));
  let same = 0;
  while (same < label.length && head[same] === label[same]) same++;
  if (same === label.length) return /\p{L}/u.test(head.charAt(same)) ? [same + 1] : [];
  const tail = label.slice(same + 1);
  const ends: number[] = [];
  if (head.slice(same, label.length - 1) === tail) ends.push(label.length - 1);
  const swapped = head[same] === label[same + 1] && head[same + 1] === label[same];
  if (
    head.length >= label.length &&
    (head.slice(same + 1, label.length) === tail ||
      (swapped && head.slice(same + 2, label.length) === label.slice(same + 2)))
  ) {
    ends.push(label.length);
  }
  if (head.length > label.length && head.slice(same + 1) === label.slice(same)) ends.push(label.length + 1);
  return ends;
}

/** Tells whether a text is exactly one edit away from a word, and nothing follows. */
export const isNear = (text: string, word: string): boolean =>
  Math.abs(text.length - word.length) <= 1 && nearLabelEnds(text, word).includes(text.length);
