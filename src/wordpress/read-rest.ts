import type { ParseOptions } from "../parse/options.ts";
import { boxOfJson, hasFields, MIN_FIELDS } from "./meta.ts";
import { type LocatedPost, postOf, type WordPressPost } from "./post.ts";
import { databaseDate, EXCERPT, slugIn } from "./read.ts";

/**
 * Reads an answer of WordPress' REST interface: one post or an array of them, of any context. With `context=edit` an
 * answer has what was typed, and what the page shows besides; then the typed text counts.
 *
 * An answer has ids for categories and tags; their names are there with `_embed` alone.
 *
 * Meta is looked for under `meta`, under `acf`, where Advanced Custom Fields has it, and beside them.
 *
 * @param json - the answer, parsed or as text; text may be lines with an answer each
 * @param options - how to parse each post
 * @returns the posts, in the order of the answer
 * @throws SyntaxError if `json` is text that is no JSON, or no post of WordPress
 *
 * @example
 * ```ts
 * import { readRest } from "alphanode-post/wordpress";
 *
 * const answer = { id: 7, slug: "keeping-backups-small-alphanode-020690", title: { rendered: "Backups &#038; More" } };
 * for (const { number, result } of readRest([answer])) {
 *   console.log(number, result.success ? result.data.title : result.partial.title);
 * }
 * ```
 *
 * ```console
 * 20690 Backups & More
 * ```
 */
export function readRest(
  json: unknown,
  options: ParseOptions & { positions: true },
): Generator<LocatedPost, void, undefined>;
export function readRest(json: unknown, options?: ParseOptions): Generator<WordPressPost, void, undefined>;
export function readRest(json: unknown, options?: ParseOptions): Generator<WordPressPost, void, undefined> {
  const value: unknown = typeof json === "string" ? parsedText(json) : json;
  if (isRecord(value) && Array.isArray(value.items) && /jsonfeed/i.test(stringOf(value.version)))
    throw new SyntaxError("expected a post of WordPress' REST interface; what was given is a JSON Feed");
  const answers = Array.isArray(value) ? value.flat() : [value];
  const odd = answers.find((answer) => !isRecord(answer) || !("title" in answer || "content" in answer));
  if (odd !== undefined) {
    const reason = isRecord(odd) && typeof odd.message === "string" ? `: ${odd.message}` : "";
    throw new SyntaxError(`expected a post of WordPress' REST interface, or an array of posts${reason}`);
  }
  return readAnswers(answers, options);
}

/** Parses text: one value, or a line each. */
function parsedText(text: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  try {
    return JSON.parse(json);
  } catch (error) {
    const lines = json.split("\n").filter((line) => line.trim() !== "");
    if (lines.length < 2 || !isJson(lines[0] as string)) throw noJson(error as Error);
    return lines.map((line, i) => {
      if (!isJson(line)) throw new SyntaxError(`line ${i + 1} is not JSON; expected an answer on each line`);
      return JSON.parse(line);
    });
  }
}

/** Tells what was expected, where the engine tells what it met. */
const noJson = (cause: Error): SyntaxError =>
  new SyntaxError(`expected an answer of WordPress' REST interface, found no JSON: ${cause.message}`, {
    cause,
  });

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function* readAnswers(
  answers: readonly Record<string, unknown>[],
  options: ParseOptions | undefined,
): Generator<WordPressPost, void, undefined> {
  for (const answer of answers) {
    const { id, status, type } = answer;
    if (typeof type === "string" && type !== "post") continue;
    const link = stringOf(answer.link) || null;
    // Builders of pages keep what they show elsewhere.
    const raw = textIn(answer.content, "raw")?.trim() ? textIn(answer.content, "raw") : undefined;
    const rendered = textIn(answer.content, "rendered") ?? "";
    const content = raw ?? rendered;
    const excerpt = content === "" ? (textIn(answer.excerpt, "rendered") ?? "") : "";
    yield postOf(
      {
        id: typeof id === "number" ? id : null,
        slug: stringOf(answer.slug) || slugIn(link ?? ""),
        link,
        date: databaseDate(stringOf(answer.date_gmt)),
        status: stringOf(status) || "publish",
        categories: termsOf(answer, "category"),
        tags: termsOf(answer, "post_tag"),
        title: textIn(answer.title, "raw") ?? textIn(answer.title, "rendered") ?? "",
        content: content || excerpt,
        ...(raw !== undefined && rendered !== "" && { rendered }),
        box: () => boxOfJson(metaOf(answer)),
        lack: lackOf(answer, content, excerpt),
      },
      options,
    );
  }
}

/** The meta of an answer: what WordPress has registered, what Advanced Custom Fields shows, or what a plugin adds. */
function metaOf(answer: Record<string, unknown>): Record<string, unknown> {
  const {
    meta,
    acf,
    title: _,
    content: __,
    excerpt: ___,
    _links: ____,
    _embedded: _____,
    ...others
  } = answer;
  const own = { ...(isRecord(acf) && acf), ...(isRecord(meta) && meta) };
  return hasFields(own) ? own : hasFields(others, MIN_FIELDS) ? others : {};
}

/** Tells what an answer has not of its post. */
function lackOf(
  { content: given }: Record<string, unknown>,
  content: string,
  excerpt: string,
): string | undefined {
  if (content !== "") return undefined;
  if (isRecord(given) && given.protected === true)
    return "the post has a password, and this answer does not have its text; ask with the password, or with context=edit";
  return excerpt === "" ? undefined : EXCERPT;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const stringOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The text of a property that has several forms. */
function textIn(value: unknown, form: "raw" | "rendered"): string | undefined {
  if (typeof value === "string") return form === "rendered" ? value : undefined;
  const text = isRecord(value) ? value[form] : undefined;
  return typeof text === "string" ? text : undefined;
}

/** The names of terms, where the answer has them. */
function termsOf({ _embedded: embedded }: Record<string, unknown>, taxonomy: string): string[] {
  const groups = isRecord(embedded) ? embedded["wp:term"] : undefined;
  if (!Array.isArray(groups)) return [];
  return groups
    .flat()
    .filter((term) => isRecord(term) && term.taxonomy === taxonomy)
    .map((term) => stringOf((term as Record<string, unknown>).name));
}
