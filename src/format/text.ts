/**
 * White space of the format. Extractors put other spaces where the page had plain ones; they are layout, so a
 * value never holds them.
 */

/** Spaces that are read as a plain one: no-break, typographic and full-width spaces, vertical tab, form feed. */
const ODD_SPACES = "\\u000b\\u000c\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";

/** Marks that take no room and are dropped: zero-width space, word joiner, byte-order mark. */
const INVISIBLE = "\\u200b\\u2060\\ufeff";

const LINE_ENDS = "\\n\\r\\u2028\\u2029";

const oddSpaces = new RegExp(`[${ODD_SPACES}]`, "g");
const invisible = new RegExp(`[${INVISIBLE}]`, "g");

/** What `plain` would change. */
export const ODD_LAYOUT = new RegExp(`[${ODD_SPACES}${INVISIBLE}]`);

/** Gives the text with odd spaces made plain and invisible marks dropped. */
export function plain(text: string): string {
  return text.replace(oddSpaces, " ").replace(invisible, "");
}

const inner = `[^${LINE_ENDS}${ODD_SPACES}${INVISIBLE}]`;
const edge = `[^ \\t${LINE_ENDS}${ODD_SPACES}${INVISIBLE}]`;

/** One line of text as a value carries it: not empty, no white space at its ends, no odd layout within. */
export const LINE = new RegExp(`^${edge}(?:${inner}*${edge})?$`);

/** Lines of code: as {@link LINE}, but indented at will and with empty lines between the first and the last. */
export const CODE = new RegExp(
  `^[ \\t]*${edge}(?:${inner}*${edge})?(?:\\n+[ \\t]*${edge}(?:${inner}*${edge})?)*$`,
);

/** A label that the field table does not know: one to four words of letters, digits, hyphens and the like. */
export const EXTRA_LABEL = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_'’./-]*)(?: [\p{L}\p{N}_'’./()-]+){0,3}$/u;

/** How long a label may be that the table does not know, in UTF-16 units. */
export const EXTRA_LABEL_LENGTH = 40;
