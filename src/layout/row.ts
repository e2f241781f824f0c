import { LINE_ENDS } from "../syntax/position.ts";
import type { Role } from "../syntax/scan.ts";
import { skipBlank } from "../syntax/scan.ts";
import { SIGN } from "./bullets.ts";
import { Strand } from "./strand.ts";

/** A line of a text that is being laid out; blank lines are rows, too. */
export class Row {
  /** The text without white space at its ends. */
  readonly body: Strand;
  /** How far it is indented. */
  readonly indent: number;

  /**
   * @param text - the whole line
   * @param role - what it is known to be
   */
  constructor(
    readonly text: Strand,
    readonly role?: Role,
  ) {
    this.body = text.trim();
    this.indent = skipBlank(text.text, 0, text.text.length);
  }

  /** What the line says: its text without white space at its ends. */
  get said(): string {
    return this.body.text;
  }

  get isBlank(): boolean {
    return this.said === "";
  }

  /** The same line with a role. */
  as(role: Role | undefined): Row {
    return new Row(this.text, role);
  }
}

/** A row of parts. */
export const rowOf = (parts: readonly (Strand | string)[], role?: Role): Row =>
  new Row(Strand.join(parts), role);

/** An item of a list, as the site writes it. */
export const itemRow = (text: Strand, depth = 1): Row => rowOf([`${"  ".repeat(depth)}${SIGN} `, text]);

/** Cuts a text into rows, without white space at their ends. */
export const rowsOf = (text: Strand): Row[] =>
  text.split(LINE_ENDS).map((line) => new Row(line.slice(0, line.text.trimEnd().length)));

/** A blank row where another starts. */
export const blankAt = (row: Row): Row => new Row(row.text.slice(0, 0));

/** Tells whether a row says something. */
export const hasText = ({ isBlank }: Row): boolean => !isBlank;

/** Finds the end of the rows from one on that hold to something. */
export function endOfRun(rows: readonly Row[], from: number, holds: (row: Row) => boolean): number {
  let past = from;
  while (past < rows.length && holds(rows[past] as Row)) past++;
  return past;
}

/** Finds the end of the rows from one on that hold to something, blank ones among them included, but for those at their end. */
export function endOfStretch(rows: readonly Row[], from: number, holds: (row: Row) => boolean): number {
  let past = from;
  for (let at = from; at < rows.length; at++) {
    const row = rows[at] as Row;
    if (row.isBlank) continue;
    if (!holds(row)) break;
    past = at + 1;
  }
  return past;
}

/** Adds rows to others, however many: a call with as many arguments would overflow the stack. */
export function append<One>(list: One[], more: readonly One[]): void {
  for (const one of more) list.push(one);
}
