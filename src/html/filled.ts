/**
 * Blocks of WordPress that have no HTML of their own: in raw content, a comment stands for what is filled in when the post is
 * shown, such as a block that several posts share.
 */

/** A comment that is a block without HTML: its name. */
const BLOCK = /^\s*wp:(?:core\/)?([a-z][\w/-]*)\s(?:[\s\S]*\s)?\/\s*$/;

/** Blocks that show no words of a post's own. */
const WORDLESS =
  /^(?:more|nextpage|page-break|spacer|separator|archives|avatar|calendar|categories|comments?(?:-.+)?|latest-.+|loginout|navigation(?:-.+)?|page-list|post-.+|query(?:-.+)?|rss|search|site-.+|social-link.*|tag-cloud|template-part)$/;

/** Tells whether a comment stands for a block that may have shown a part of the post. */
export function isFilled(comment: string): boolean {
  const name = BLOCK.exec(comment)?.[1];
  return name !== undefined && !WORDLESS.test(name);
}
