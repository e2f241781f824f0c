/** The least width to which a column is shrunk. */
const NARROWEST = 8;

/**
 * Writes rows in columns, the first row being their head. On a terminal that is too narrow, the widest columns are cut,
 * and end with a dot leader there.
 */
export function table(rows: readonly (readonly string[])[], width = Number.POSITIVE_INFINITY): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const total = () => widths.reduce((sum, each) => sum + each + 2, -2);
  for (let widest = Math.max(...widths); total() > width && widest > NARROWEST; widest = Math.max(...widths))
    widths[widths.indexOf(widest)] = widest - 1;
  const cell = (text: string, room: number): string =>
    text.length > room ? `${text.slice(0, room - 1)}…` : text.padEnd(room);
  return rows
    .map(
      (row) =>
        `${row
          .map((text, at) => cell(text, widths[at] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** The width that `COLUMNS` says, or else that of the terminal which standard output goes to, if it does. */
export function terminalWidth(): number | undefined {
  const columns = Number(process.env.COLUMNS);
  if (columns > 0) return columns;
  return process.stdout.isTTY ? process.stdout.columns : undefined;
}
