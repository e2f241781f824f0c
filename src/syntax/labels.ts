import { skipBlank } from "./scan.ts";

/** A label found at the start of a text. Offsets count from the start of the text. */
export interface Match<Row> {
  readonly row: Row;
  /** Past the label. */
  readonly end: number;
  /** Past the colon or bar after the label; `end` where there is none. */
  readonly mark: number;
  /** Where the value starts; the length of the text where there is none. */
  readonly value: number;
}

/** Anything with a label: rows of the field table and of its entries. */
interface Labelled {
  readonly label: string;
}

/** Rows by the first letter of their label, the longest label first, so that `source id` is tried before `source`. */
export class LabelIndex<Row extends Labelled> {
  readonly rows: readonly Row[];
  private readonly byLetter: readonly (readonly Row[] | undefined)[];

  constructor(rows: readonly Row[]) {
    this.rows = rows;
    const byLetter: Row[][] = [];
    for (const row of [...rows].sort((a, b) => b.label.length - a.label.length)) {
      const letter = row.label.charCodeAt(0);
      byLetter[letter] = [...(byLetter[letter] ?? []), row];
    }
    this.byLetter = byLetter;
  }

  /** Finds the row whose label a text starts with, in any letter case, whatever follows. */
  match(text: string): Match<Row> | undefined {
    for (const row of this.byLetter[foldCase(text.charCodeAt(0))] ?? []) {
      const end = labelEnd(text, row.label);
      if (end > 0) return { row, end, ...valueStart(text, end) };
    }
    return undefined;
  }
}

/** Lower-cases an ASCII letter. */
const foldCase = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);

/** Gives the offset past a label at the start of a text, 0 where it does not stand there. */
function labelEnd(text: string, label: string): number {
  let at = 0;
  for (let i = 0; i < label.length; i++) {
    const wanted = label.charCodeAt(i);
    if (wanted === 0x20) {
      const past = skipBlank(text, at, text.length);
      if (past === at) return 0;
      at = past;
    } else if (foldCase(text.charCodeAt(at)) === wanted) {
      at++;
    } else {
      return 0;
    }
  }
  return at;
}

/** Finds where a value starts after a label: past white space and one colon or bar. */
export function valueStart(text: string, end: number): { mark: number; value: number } {
  const at = skipBlank(text, end, text.length);
  const sign = text[at];
  const mark = sign === ":" || sign === "|" ? at + 1 : end;
  return { mark, value: skipBlank(text, Math.max(mark, at), text.length) };
}

/**
 * Finds the offsets at which a label with exactly one edit may end: a letter changed, dropped, added, or two
 * neighbours swapped. Several offsets mean that the last letters leave more than one reading.
 */
export function nearLabelEnds(text: string, label: string): number[] {
  const head = text.slice(0, label.length + 1).toLowerCase();
  let same = 0;
  while (same < label.length && head[same] === label[same]) same++;
  if (same === label.length) return [];
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
