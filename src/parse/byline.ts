import { anyCase, pattern } from "../format/pattern.ts";
import { MONTH } from "../layout/furniture.ts";
import { KNOWN_TITLE } from "../layout/title-words.ts";
import { startsWithCapital } from "../syntax/letters.ts";

/** Who wrote a post, when, and where it is filed, as pages show it around a text. */

/** A day, as pages write it. */
const DAY = pattern`(?:${MONTH} \d{1,2}, \d{4}|\d{1,2} ${MONTH} \d{4})`;

/** What a page shows of a post before its text, where nothing stands between the two. */
const BYLINE = anyCase`^(?:(?:posted|published)\s+(?:by|on|in)|(?:written|updated|reviewed)\s+(?:by|on)|${DAY}|\d{4}-\d\d-\d\d|author:|\/\w+\/)\s*\S`;

/** The same with dots between, from the first of them on. */
const DOTTED = anyCase`^(?:·\s+)+(?:${DAY}|\d{1,3} min)`;

/** How far the first of such dots may stand within a text. */
const MAX_NAME = 120;

function isDotted(text: string): boolean {
  const at = text.indexOf("·");
  return at >= 0 && at < MAX_NAME && DOTTED.test(text.slice(at));
}

/** What a page shows of a post behind its last sentence, from the end of that on; one more sentence may follow. */
const FILED =
  /[.!?]["”)]? {1,3}(?:(?:This (?:entry|post|article|page) (?:was|is)|(?:Last )?(?:Posted|Published|Filed|Categori[sz]ed|Tagged|Updated)) (?:as|by|in|on|under|with|posted|published|filed|tagged|updated)\b|(?:Categories|Category|Tags|Posted|Published|Updated): )(?!.*\. .*\. )/i;

/** A sentence in small letters behind another, which the site has in all, or in none. */
const SMALL = /[a-z]{2}\. [a-z]/;

/** Tells whether who wrote the post, or when, stands before or behind a paragraph, or whether it starts as none of its sentences does. */
export const hasByline = (text: string): boolean =>
  BYLINE.test(text) || isDotted(text) || FILED.test(text) || (startsWithCapital(text) && SMALL.test(text));

/** Tells whether a paragraph starts with a title of words that are known, which stood on the line above it. */
export const startsAsTitle = (text: string): boolean => STARTS_AS_TITLE.test(text);
const STARTS_AS_TITLE = anyCase`^${KNOWN_TITLE}`;
