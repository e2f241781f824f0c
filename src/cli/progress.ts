/** Cells of the bar. */
const WIDTH = 30;

/** Takes the cursor to the line's start and clears the line. */
const CLEAR = "\r\u001b[K";

/** Passes items on and draws on a terminal how many of `total` have been taken. The bar goes when the run ends. */
export function* withProgress<Item>(
  items: Iterable<Item>,
  total: number,
  terminal: NodeJS.WritableStream,
): Iterable<Item> {
  // A closed pipe ends the run in the middle, too.
  process.once("exit", () => terminal.write(CLEAR));
  let taken = 0;
  let drawn = -1;
  for (const item of items) {
    const percent = Math.floor((100 * taken) / total);
    if (percent > drawn) {
      const full = Math.round((WIDTH * taken) / total);
      terminal.write(`${CLEAR}[${"#".repeat(full)}${"-".repeat(WIDTH - full)}] ${percent} %`);
      drawn = percent;
    }
    yield item;
    taken += 1;
  }
}
