import type { PhpValue } from "./php.ts";

/** Texts of meta that are not as they were typed. */

/** Signs that WordPress writes as references when it cleans a text, by their names there. */
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#0*(3[489]));/g;
/** Signs that a cleaned text has no more. */
const SIGN = /[<>]|&(?!(?:[a-z]{2,8}|#\d{1,5});)/i;

/** A letter or sign as JSON writes it, but for the backslash, which WordPress took off. */
const SLASHLESS = /(?<!\\)u(?:00[89a-f][\da-f]|20[0-6][\da-f])/;

const textsOf = (value: PhpValue): string[] =>
  value instanceof Map ? [...value.values()].flatMap(textsOf) : value === null ? [] : [value];

/** Tells whether a value has references in the place of all signs that would be written so. */
export function isEscaped(value: PhpValue): boolean {
  const texts = textsOf(value);
  return texts.some((text) => text.search(REFERENCE) >= 0) && !texts.some((text) => SIGN.test(text));
}

/** Gives a value with the signs that its references name. */
export function unescaped(value: PhpValue): PhpValue {
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, unescaped(item)]));
  return (
    value?.replace(REFERENCE, (_, name: string | undefined, number: string) =>
      name === undefined ? String.fromCharCode(Number(number)) : (NAMED[name] as string),
    ) ?? null
  );
}

/** Tells whether a text that a site keeps as JSON has numbers of letters in the place of letters. */
export const isSlashless = (value: PhpValue): boolean =>
  typeof value === "string" && /^\s*[[{]/.test(value) && SLASHLESS.test(value);
