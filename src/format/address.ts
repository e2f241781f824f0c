import { lower } from "./case.ts";
import { kindOf } from "./kind-of.ts";
import { sixDigits } from "./number.ts";

/** The end of an address or slug with a post number: WordPress puts `-2` behind a slug that exists already. */
const NUMBERED = /(?:^|[^a-z0-9])alphanode-(\d{6})(?:-\d+)?\/?(?:[?#].*)?$/i;

/**
 * Reads the number of a post from its address or slug, as for copies that have lost their box.
 *
 * @param address - the address of the page, or the slug at its end
 * @returns the post number, from 0 to 999,999; null where the address has none, as where the site cut a long slug
 * @throws TypeError if `address` is not a string
 *
 * @example
 * ```ts
 * import { postNumberOf } from "alphanode-post";
 *
 * console.log(postNumberOf("https://alphanode.example/2024/05/keeping-backups-small-alphanode-020690-2/"));
 * console.log(postNumberOf("https://alphanode.example/about/"));
 * ```
 *
 * ```console
 * 20690
 * null
 * ```
 */
export function postNumberOf(address: string): number | null {
  if (typeof address !== "string") {
    throw new TypeError(`expected an address as a string, got ${kindOf(address)}`);
  }
  const digits = NUMBERED.exec(address)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** How long a slug may be in WordPress, in bytes; a longer one is cut without a word. */
const MAX_SLUG = 200;

/** Makes the slug of a post: words of its title, as many as fit, and its number. */
export function slugOf(title: string, number: number): string {
  const end = `alphanode-${sixDigits(number)}`;
  const words = slugWords(title);
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length + 1 + end.length > MAX_SLUG) break;
    slug += `${word}-`;
  }
  return slug + end;
}

/** The words of a text in letters and digits of ASCII, lower case, accents dropped. */
export function slugWords(text: string): string[] {
  const letters = text.normalize("NFKD").replace(/[\p{M}'’]/gu, "");
  return lower(letters).match(/[a-z0-9]+/g) ?? [];
}
