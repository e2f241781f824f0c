/** What a pattern is put together of: a pattern or its text, or several, of which one stands there. */
export type Part = string | RegExp | Iterable<string | RegExp>;

type Template = (template: TemplateStringsArray, ...parts: readonly Part[]) => RegExp;

/** Makes patterns of templates, in which backslashes stand as in a literal, and of the parts that are put into them. */
export const flagged =
  (flags: string): Template =>
  (template, ...parts) =>
    new RegExp(String.raw(template, ...parts.map(sourceOf)), flags);

/** Makes a pattern. */
export const pattern = flagged("");

/** Makes a pattern for any letter case. */
export const anyCase = flagged("i");

/** Writes words so that letters of either case match them, for patterns that have no flags. */
export const eitherCase = (words: string): string =>
  words.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);

/** Writes a text so that it stands for itself in a pattern; white space in it may be any. */
export const escaped = (text: string): string =>
  text
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace(/\s+/g, "\\s+");

function sourceOf(part: Part): string {
  if (typeof part === "string") return part;
  return part instanceof RegExp ? part.source : `(?:${Array.from(part, sourceOf).join("|")})`;
}
