/** Where a source was cut off that shows it, as a page does by elements that are open at its end. */
export interface Cut {
  /** Where it ends, in the given text. */
  readonly at: number;
  /** The number of the line that it ends in or behind; 0 where what it ends in is none of the post. */
  readonly line: number;
  /** Whether that line may go on, and whether the list may that it is an item of. */
  readonly isInLine: boolean;
  readonly isInList: boolean;
}

/** Tells whether a source was cut off within lines, or within the list that they are. */
export function isCutWithin(
  cut: Cut,
  lines: readonly { readonly number: number }[],
  isList = false,
): boolean {
  return (isList ? cut.isInList : cut.isInLine) && lines.some(({ number }) => number === cut.line);
}
