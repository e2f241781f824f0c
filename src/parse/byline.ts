import { anyCase } from "../format/pattern.ts";
import { MONTH } from "../layout/furniture.ts";

/** Who wrote a post, when, and where it is filed, as pages show it around a text. */

/** What a page shows of a post before its text, where nothing stands between the two. */
const BYLINE = anyCase`^(?:(?:posted|published)\s+(?:by|on|in)|(?:written|updated|reviewed)\s+(?:by|on)|${MONTH} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d|author:|\/\w+\/)\s*\S`;

/** What a page shows of a post behind its last sentence, from the end of that on. */
const FILED =
  /[.!?]["”)]? {1,3}(?:(?:This (?:entry|post|article|page) (?:was|is)|(?:Last )?(?:Posted|Published|Filed|Categori[sz]ed|Tagged|Updated)) (?:as|by|in|on|under|with|posted|published|filed|tagged|updated)\b|(?:Categories|Category|Tags|Posted|Published|Updated): )/iy;

/** A capital, and a sentence in small letters behind another: the site has them in all, or in none. */
const CAPITAL = /^[A-Z]/;
const SMALL = /[a-z]{2}\. [a-z]/;

/** How many sentences there may be behind the last of a text. */
const MAX_BEHIND = 2;

function isFiled(text: string): boolean {
  for (let at = text.length - 1, left = MAX_BEHIND; left > 0; left--) {
    at = text.lastIndexOf(". ", at - 1);
    if (at < 0) return false;
    FILED.lastIndex = at;
    if (FILED.test(text)) return true;
  }
  return false;
}

/** Tells whether who wrote the post, or when, stands before or behind a paragraph, or whether it starts as none of its sentences does. */
export const hasByline = (text: string): boolean =>
  BYLINE.test(text) || isFiled(text) || (CAPITAL.test(text) && SMALL.test(text));
