import type { FieldRow } from "../format/fields.ts";
import { type Piece, textOf, visible } from "./pieces.ts";
import type { Line, Source } from "./scan.ts";

/**
 * How a label is spelled. `near`: one edit away from the row's label; `unsure`: likewise, and it is not
 * clear where the value starts.
 */
export type Spelling = "exact" | "near" | "unsure";

/**
 * A line of the box, or a stretch of one, taken apart: bullet, label, mark and value, in this order, each of which may
 * be lacking. It is one object for all of them, since a box is made of little else.
 */
export interface BoxLine<Row extends FieldRow | undefined = FieldRow | undefined> {
  readonly line: Line;
  /** Where the stretch starts. */
  readonly from: number;
  /** Past the bullet; `from` where there is none. */
  readonly bullet: number;
  /** Where what follows the bullet starts. */
  readonly body: number;
  /** Past the stretch. */
  readonly to: number;
  /** The row of the table that the label was read as. */
  readonly row: Row;
  /** Past the label; `body` where there is none. */
  readonly end: number;
  /** Past the colon or bar between label and value; `end` where there is none. */
  readonly mark: number;
  /** Where the value starts; `to` where there is none on this line. */
  readonly value: number;
  readonly spelling: Spelling;
  /** The lines over which the value was wrapped, after this one. */
  rest: Line[] | undefined;
}

/** Makes a stretch of bullet and value alone. */
export const stretchOf = (
  line: Line,
  from: number,
  bullet: number,
  body: number,
  to: number,
): BoxLine<undefined> => ({
  line,
  from,
  bullet,
  body,
  to,
  row: undefined,
  end: body,
  mark: body,
  value: body,
  spelling: "exact",
  rest: undefined,
});

/** Gives a stretch without its label: what looks like one is a part of the value. */
export const unlabelled = ({ line, from, bullet, body, to }: BoxLine): BoxLine<undefined> =>
  stretchOf(line, from, bullet, body, to);

/** The stretch of a line from its body on, whatever stands before. */
export const bodyOf = (line: Line): BoxLine<undefined> =>
  stretchOf(line, line.body, line.body, line.body, line.to);

/** Gives a stretch with some of its parts replaced. */
export const changed = <Row extends FieldRow | undefined>(
  one: BoxLine,
  { row, to = one.to, spelling = one.spelling }: { row: Row; to?: number; spelling?: Spelling },
): BoxLine<Row> => ({ ...one, row, to, spelling });

/** Tells whether a stretch has a label, of a row or unknown. */
export const hasLabel = ({ body, end }: BoxLine): boolean => end > body;

/** The bullet, if any. */
export const bulletOf = ({ line, from, bullet }: BoxLine): Piece | undefined =>
  bullet > from ? { line, from, to: bullet } : undefined;

/** The label; an empty piece where there is none. */
export const labelOf = ({ line, body, end }: BoxLine): Piece => ({ line, from: body, to: end });

/** The colon or bar after the label, if any. */
export const markOf = ({ line, end, mark }: BoxLine): Piece | undefined =>
  mark > end ? { line, from: mark - 1, to: mark } : undefined;

/** Tells whether a value has not a single character. */
export const isEmpty = ({ value, to, rest }: BoxLine): boolean => value >= to && rest === undefined;

/** The value on the line itself, if any. */
const ownValue = ({ line, value, to }: BoxLine): Piece | undefined =>
  value < to ? { line, from: value, to } : undefined;

/** The pieces of the value, up to so many. */
export function valuePieces(one: BoxLine, most = Infinity): Piece[] {
  const own = ownValue(one);
  const pieces = (one.rest ?? []).slice(0, most).map(visible);
  return (own ? [own, ...pieces] : pieces).slice(0, most);
}

/** The first piece of the value, if any. */
export function firstOfValue(one: BoxLine): Piece | undefined {
  const next = one.rest?.[0];
  return ownValue(one) ?? (next && visible(next));
}

/** The last piece of the value, if any. */
export function lastOfValue(one: BoxLine): Piece | undefined {
  const last = one.rest?.at(-1);
  return last ? visible(last) : ownValue(one);
}

/** The value as text, its pieces joined with spaces; empty where there is none. */
export const valueText = (source: Source, one: BoxLine): string =>
  one.rest ? textOf(source, valuePieces(one)) : source.slice(one.value, one.to);

/** The first piece of a stretch. */
export const firstOf = (one: BoxLine): Piece =>
  bulletOf(one) ?? (hasLabel(one) ? labelOf(one) : (firstOfValue(one) as Piece));

/** The last piece of a stretch. */
export const lastOf = (one: BoxLine): Piece =>
  lastOfValue(one) ?? markOf(one) ?? (hasLabel(one) ? labelOf(one) : (bulletOf(one) as Piece));
