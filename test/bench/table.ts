/** Writes rows as a Markdown table: the first row is the head, and all columns but the first are numbers. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number);
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  const [top, ...body] = rows.map((row) => row.map(pad));
  return [top as string[], rule, ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Writes a number so that three digits tell. */
export const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
