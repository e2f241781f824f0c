/** Wraps a line at a width as mail programs do, with what hangs before each further line; a word longer than that stays whole. */
export function wrapLine(line: string, width: number, hang = ""): string {
  const space = line.length > width ? line.lastIndexOf(" ", width) : -1;
  if (space <= line.search(/\S/) + 1) return line;
  return `${line.slice(0, space)}\n${wrapLine(hang + line.slice(space + 1), width, hang)}`;
}
