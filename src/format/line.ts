import { ODD } from "./text.ts";

/** The forms of texts that values carry. */

const LINE_ENDS = "\\n\\r\\u2028\\u2029";
const inner = `[^${LINE_ENDS}${ODD}]`;
const edge = `[^ \\t${LINE_ENDS}${ODD}]`;

/** What a line may have within in any language: the mark, too, that keeps letters apart where their script joins them. */
const innerOfAny = `[^${LINE_ENDS}${ODD.replace("\\u200c", "")}]`;

/** One line of text as a value carries it: not empty, no white space at its ends, no odd layout within. */
export const LINE = new RegExp(`^${edge}(?:${inner}*${edge})?$`);

/** One line of text of any language. */
export const LINE_OF_ANY = new RegExp(`^${edge}(?:${innerOfAny}*${edge})?$`);

/** Lines of code: as {@link LINE}, but indented at will and with empty lines between the first and the last. */
export const CODE = new RegExp(
  `^[ \\t]*${edge}(?:${inner}*${edge})?(?:\\n+[ \\t]*${edge}(?:${inner}*${edge})?)*$`,
);
