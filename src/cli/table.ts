interface TableOptions {
  /** The room that there is. */
  readonly width?: number | undefined;
  /** The columns that hold names. */
  readonly names?: readonly number[];
}

/** The least width to which a column is shrunk. */
const NARROWEST = 8;

/** Shortens a text to so many characters, and shows where it did. */
const cut = (text: string, room: number, isName: boolean): string =>
  isName ? `…${text.slice(1 - room)}` : `${text.slice(0, room - 1)}…`;

/**
 * Writes rows in columns, the first row being their head. On a terminal that is too narrow, the widest columns are cut,
 * and columns of names keep
 * their ends, which differ most.
 */
export function table(
  rows: readonly (readonly string[])[],
  { width = Number.POSITIVE_INFINITY, names = [] }: TableOptions = {},
): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const total = () => widths.reduce((sum, each) => sum + each + 2, -2);
  for (let widest = Math.max(...widths); total() > width && widest > NARROWEST; widest = Math.max(...widths))
    widths[widths.indexOf(widest)] = widest - 1;
  const cell = (text: string, at: number): string => {
    const room = widths[at] ?? 0;
    return text.length > room ? cut(text, room, names.includes(at)) : text.padEnd(room);
  };
  return rows.map((row) => `${row.map(cell).join("  ").trimEnd()}\n`).join("");
}

/** The width that `COLUMNS` says, or else that of the terminal which standard output goes to, if it does. */
export function terminalWidth(): number | undefined {
  const columns = Number(process.env.COLUMNS);
  if (columns > 0) return columns;
  return process.stdout.isTTY ? process.stdout.columns : undefined;
}
