import { isLines, isSurelyLines } from "./content.ts";

/** What a file may hold, by the name that `--from` has for it; `auto` tells by the content. */
export const FORMS = ["auto", "text", "lines", "html", "wxr", "feed", "json"] as const;
export type Form = Exclude<(typeof FORMS)[number], "auto">;
export type From = (typeof FORMS)[number];

/** Names that say what a file holds, whatever its first lines are. */
const NAMES: readonly (readonly [pattern: RegExp, form: Form])[] = [
  [/\.(?:ndjson|jsonl)(?:\.(?:gz|zst))?$/i, "lines"],
  [/\.x?html?(?:\.(?:gz|zst))?$/i, "html"],
];

/** The name of a part of what Spark, Hadoop and their kind write. */
const PART = /(?:^|[\\/])part-(?:[mr]-)?\d{5}/;

/** What stands before the first element of a page or of XML. */
const BEFORE = "^\\ufeff?\\s*(?:<\\?xml\\b[^>]*\\?>\\s*)?(?:<!--(?:[^-]|-(?!->))*-->\\s*)*";

const EXPORT = /<wp:wxr_version>|xmlns:wp\s*=|<!-- This is a WordPress eXtended RSS file/;
const FEED = new RegExp(`${BEFORE}<(?:rss|rdf:RDF|feed)\\b`, "i");
const PAGE = new RegExp(
  `${BEFORE}(?:<!doctype\\s+html\\b|<(?:html|head|body|main|article|section|div|header|h1|p|table)\\b[^<>]*>)`,
  "i",
);

/** A post of a REST answer, or one of an array of them: its title or content is an object of several forms. */
const REST = /^\ufeff?\s*[[{][\s\S]*?"(?:title|content)"\s*:\s*\{\s*"(?:rendered|raw)"\s*:/;
const NO_POSTS = /^\ufeff?\s*\[\s*\]\s*$/;

/** How much of a file tells what it holds. */
const START = 1 << 16;

/** Tells whether a text starts as an answer of WordPress' REST interface does, or as lines with one each. */
export const isAnswer = (text: string): boolean => REST.test(text);

/** Tells whether a text is a web page. */
export const isPage = (text: string): boolean => text.includes("<", 0) && PAGE.test(text.slice(0, START));

/** Tells what a file holds by the start of its content and by its name. */
export function formOf(start: Buffer, file: string): Form {
  // A part of what Spark or Hadoop wrote that got no line; any other file without a text is an empty one.
  if (start.length === 0 && PART.test(file)) return "lines";
  const named = NAMES.find(([pattern]) => pattern.test(file));
  if (named !== undefined) return named[1];
  const text = start.subarray(0, START).toString("utf8");
  const first = text.trimStart()[0];
  if (first === "<" || first === "\ufeff") {
    if (EXPORT.test(text)) return "wxr";
    if (FEED.test(text)) return "feed";
    if (PAGE.test(text)) return "html";
  }
  if (isAnswer(text)) return isSurelyLines(start) ? "lines" : "json";
  if (NO_POSTS.test(text)) return "json";
  return isLines(start) ? "lines" : "text";
}
