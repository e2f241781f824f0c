import { ARTICLE_LAYOUTS } from "./article-layouts.ts";
import { BOX_LAYOUTS } from "./box-layouts.ts";
import type { Form } from "./forms.ts";
import { pick } from "./parts.ts";
import { ROW_LAYOUTS } from "./row-layouts.ts";

const ESCAPE = "\u001b";

/** What programs write that show a text in a terminal: colours, bold words, addresses behind links, letters struck twice. */
const STYLES: readonly ((text: string) => string)[] = [
  (text) => text.replace(/^.*\S.*$/gm, (line) => `${ESCAPE}[38;5;252m${line}${ESCAPE}[0m`),
  (text) => text.replace(/[^\s•]+/g, (word) => `${ESCAPE}[1m${word}${ESCAPE}[22m`),
  (text) => text.replace(/https?:\S+/g, (url) => `${ESCAPE}]8;;${url}${ESCAPE}\\${url}${ESCAPE}]8;;\u0007`),
  (text) => text.replace(/^[a-z]+/gm, (word) => word.replace(/./g, "$&\b$&")),
];

/**
 * The layouts in which extractors leave a page. Each is of one program, so a text has one of them; whatever comes of it
 * parses to the same post.
 */
export const LAYOUTS: readonly Form[] = [
  ...BOX_LAYOUTS,
  ...ROW_LAYOUTS,
  ...ARTICLE_LAYOUTS,
  { name: "codes of terminals", text: (text, n) => pick(STYLES, n)(text) },
];
