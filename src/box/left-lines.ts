import type { Bit } from "../layout/bits.ts";
import { Strand } from "../layout/strand.ts";
import { quote } from "../parse/quote.ts";
import type { Context } from "./context.ts";
import type { Notes, Path } from "./issues.ts";
import type { Part } from "./regions.ts";
import { mayBeRow, rowsBelow, type Undeclared, undeclaredAt } from "./undeclared.ts";

/** What no field of a part took: rows that nobody declared, which are kept where that is wanted, and lines. */

/** How many lines are told at most that stand below a heading without any field. */
const MAX_LINES = 12;

export class LeftLines {
  /** Rows that nobody declared. */
  readonly rest = new Map<string, string | string[]>();

  /** @param isSpaced - whether the rows of the box have blank lines between them */
  constructor(
    private readonly part: Part,
    private readonly notes: Notes,
    private readonly context: Context,
    private readonly isSpaced: boolean,
  ) {}

  /** Tells the lines right below a heading that has no field: the box may have stood there. */
  withoutLabels(below: readonly Bit[]): void {
    const past = below.findIndex(({ apart }, i) => apart && i > 0);
    this.strays(below.slice(0, past < 0 ? MAX_LINES : Math.min(past, MAX_LINES)), undefined);
  }

  /** Tells what follows the last row: rows, and, where nothing but blank lines part these, lines that may be some or follow the box. */
  past(left: readonly Bit[], path: Path): void {
    const { standsApart, hasColons } = this.context;
    const rows = rowsBelow(left, this.context, this.isSpaced, this.part.path.length > 0);
    this.strays(rows, path);
    const below = hasColons || !(this.isSpaced || standsApart) ? [] : left.slice(rows.length);
    const end = below.findIndex(({ text }) => !mayBeRow(text.text));
    const lines = end < 0 ? below : below.slice(0, end);
    if (lines.length === 0) return;
    const all = Strand.join(lines.map(({ text }) => text));
    const message = `${quote(lines[0]?.text.text ?? "")} and what follows may be rows that nobody declared, or no part of the box`;
    this.notes.add("stray_text", path, message, all);
  }

  /** Keeps a row that nobody declared. */
  private keep({ label, value }: Undeclared, path: Path): void {
    if (value instanceof Strand) this.notes.place(path, value);
    else for (const [i, item] of value.entries()) this.notes.place([...path, i], item);
    this.rest.set(label, value instanceof Strand ? value.text : value.map(({ text }) => text));
  }

  /** Keeps rows that nobody declared, and tells them and what is none. */
  strays(bits: readonly Bit[], near: Path | undefined): void {
    const { path, restKey } = this.part;
    for (let i = 0; i < bits.length; i++) {
      const bit = bits[i] as Bit;
      const row = undeclaredAt(bits, i);
      i += (row?.count ?? 1) - 1;
      this.context.strayAbove = bit;
      // A heading is none of the field above it.
      const owner = bit.row.said.startsWith("#") ? path : (near ?? path);
      if (row === undefined)
        this.notes.add("stray_text", owner, `${quote(bit.text.text)} belongs to no field`, bit.text);
      else if (restKey !== undefined && !this.rest.has(row.label)) this.keep(row, [restKey, row.label]);
      else this.notes.add("unknown_field", path, `no field has the label ${quote(row.label)}`, row.at);
    }
  }
}
