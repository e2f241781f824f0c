/** The least width to which a column is shrunk. */
const NARROWEST = 12;

/**
 * Writes rows in columns, the first row being their head. On a terminal that is too narrow, the widest columns end with
 * a dot leader where they are cut.
 */
export function table(rows: readonly (readonly string[])[], width = Number.POSITIVE_INFINITY): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const total = () => widths.reduce((sum, each) => sum + each + 2, -2);
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths));
    const narrower = Math.max(NARROWEST, (widths[widest] as number) - (total() - width));
    if (narrower >= (widths[widest] as number)) break;
    widths[widest] = narrower;
  }
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

/** The width of the terminal that standard output goes to, if it does. */
export const terminalWidth = (): number | undefined =>
  process.stdout.isTTY ? process.stdout.columns : undefined;
