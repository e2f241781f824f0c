/** The longest text that a message quotes whole. */
const QUOTED = 60;

/**
 * Control characters, and marks that turn the direction of text: in a terminal or a log they would do something
 * rather than show. White space is not among them.
 */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Shows characters that would act on a terminal as what they are: `\u001b`. */
export const showUnsafe = (text: string): string =>
  text.replace(UNSAFE, (unit) =>
    /\s/.test(unit) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Replaces characters that would act on a terminal by a sign as wide as they are counted. */
export const maskUnsafe = (text: string): string => text.replace(UNSAFE, "\ufffd");

/** Quotes a text of the source for a message: on one line, shortened, without characters that act on a terminal. */
export function quote(text: string): string {
  const line = showUnsafe(text.slice(0, QUOTED).replace(/\s+/g, " "));
  return `"${line}${text.length > QUOTED ? "…" : ""}"`;
}
