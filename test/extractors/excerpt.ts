/** How much of a line is shown. */
const WIDTH = 60;

/** A piece of a text on one line, with its spaces at the start, tabs and line ends made visible. */
const visible = (piece: string): string =>
  piece
    .replaceAll("\r", "")
    .replace(/[ \u00a0]+$/gm, "")
    .replace(/(\S) {4,}(?=\S)/g, "$1   ")
    .replace(/^[ \u00a0]+/gm, (spaces) => "·".repeat(spaces.length))
    .replaceAll("\t", "→")
    .replace(/\n{3,}/g, "\n\n")
    .replaceAll("\n", "⏎");

/** Leaves out what stands before and behind a place of a line that is too long to be shown. */
function windowed(line: string, start: number, end: number): string {
  if (line.length <= WIDTH) return line;
  const from = Math.max(0, start - 10);
  const to = Math.min(line.length, Math.max(end + 10, from + WIDTH / 2));
  return `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
}

/**
 * Shows how a text writes something: all lines from the one that holds `first` to the one that holds `last`.
 *
 * @param text - What a tool wrote.
 * @param first - What the lines begin with, without regard to letter case.
 * @param last - What they end with, looked for behind `first`.
 * @param after - Where to begin looking.
 * @returns The lines on one line, or `undefined` where they are not there or far apart.
 */
export function excerpt(text: string, first: string, last: string, after = 0): string | undefined {
  const low = text.toLowerCase();
  const start = low.indexOf(first, after);
  const place = start < 0 ? -1 : low.indexOf(last, last === first ? start : start + first.length);
  if (place < 0 || place - start > 6 * WIDTH) return undefined;
  const from = low.lastIndexOf("\n", start) + 1;
  const end = low.indexOf("\n", place);
  const lines = text.slice(from, end < 0 ? undefined : end).split("\n");
  if (lines.length > 5) return undefined;
  const [head = ""] = lines;
  const within = lines.length === 1 ? place + last.length - from : start - from + first.length;
  return visible(
    [windowed(head, start - from, within), ...lines.slice(1).map((line) => windowed(line, 0, 0))].join("\n"),
  );
}
