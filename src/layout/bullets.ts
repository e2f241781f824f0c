import { anyCase, type Part, pattern } from "../format/pattern.ts";
import type { Strand } from "./strand.ts";
import { LABEL } from "./words.ts";

/** The bullets of extractors, in the order of their first byte gone wrong: as they are, and as text of another encoding. */

/** The bullet that the site writes. */
export const SIGN = "•";

/** A bullet that needs no space after it, since no text starts with it; read as another encoding, too, and the box of a task. */
const GLYPH =
  /(?:[•◦‣▪▫●○■□☐☆★◆◇►▶➤・\u0095\uf076\uf0a7\uf0b7\uf0d8\uf0fc]|â[€\u0080]?¢|â—¦|â–ª|Â·|â€£|âˆ™|\[[ xX]\]\s)/;

/** A bullet that is also a sign, a letter or a number, so that a space must follow: dashes, dots, ticks, arrows, other shapes. */
const SIGN_OR_NUMBER =
  /(?:(?:[-*+o–—‒−⁃·∙✓✔☑✅✗✘☒→⇒➔➜➢›»❍❏❑❖✦✧✱⬤⚫⚪▸▹◈◉◎▣⦿▷⋅‧∘♦⧫⇨↳－＊＋⭐①-⑳➊-➓]|--(?=\t)|\ud83d[\udc49\udccc\udd34-\udd3b\udfe0-\udfeb])\ufe0f?|\d\ufe0f?\u20e3|\(?\d{1,2}[.)])/;

/**
 * Makes a function that gives the offset past the bullets at the start of a text, 0 where there are none. Bullets stand one
 * after the other; a sign after another bullet may start the item's text, so that it is a bullet only before an entry or
 * before nothing: `* + name: x`.
 *
 * @param labels - the labels of fields and entries, as a pattern without groups that capture
 */
export function bulletReader(labels: Part): (text: string) => number {
  const bullets = anyCase`^(?:${GLYPH}\s*|${SIGN_OR_NUMBER}(?:\s+|$))(?:${GLYPH}\s*|${SIGN_OR_NUMBER}\s+(?=[\W_]{0,12}(?:o\s+)?[\W_]{0,4}(?:${labels})[\W_]{0,3}:)|[-*+](?=\s*$)\s*)*`;
  return (text) => (NO_BULLET.test(text) ? 0 : (bullets.exec(text)?.[0].length ?? 0));
}

/** A plain letter that is no bullet starts most texts. */
const NO_BULLET = /^[a-np-z]/i;

/** Tells whether a text starts with a sign or a number that is the bullet of an item in Markdown, or a dot. */
export const startsAsItem = (text: string): boolean => /^(?:[-*+•·]|\d{1,2}[.)])\s/.test(text);

/** A bullet at the end of a text, where extractors that write from right to left put it. */
const BULLET_AFTER = pattern`\s${GLYPH}$`;

/** Gives the offset past the bullets at the start of a text, 0 where there are none. */
export const pastBullets = bulletReader(LABEL);

/** Gives a text without the bullets at its start. */
export const withoutBullets = (text: Strand): Strand => text.slice(pastBullets(text.text));

/** Gives the text before a bullet at its end, if one stands there. */
export function beforeBullet(text: Strand): Strand | undefined {
  const found = BULLET_AFTER.exec(text.text);
  return found === null ? undefined : text.slice(0, found.index);
}
