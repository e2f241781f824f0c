import { LINE_END, type PostPoint } from "../syntax/position.ts";
import { formatPath, type ParseIssue } from "./issues.ts";
import { maskUnsafe } from "./quote.ts";

/** The most of a line that a frame shows, in UTF-16 units, and how much of it stands before the problem. */
const FRAME_WIDTH = 100;
const FRAME_LEAD = 40;

/**
 * A part of a code frame that may be painted: a severity and the underline of its problem, or the line number.
 *
 * @example
 * ```ts
 * import { formatIssues, type FramePart, safeParseArticle } from "alphanode-post";
 *
 * const parts: FramePart[] = [];
 * const { issues } = safeParseArticle("");
 * formatIssues("", issues, { paint: (part, text) => (parts.push(part), text) });
 * console.log(parts);
 * ```
 *
 * ```console
 * [ 'error', 'error', 'gutter', 'gutter' ]
 * ```
 */
export type FramePart = ParseIssue["severity"] | "gutter";

/**
 * Options of {@link formatIssues}.
 *
 * @example
 * ```ts
 * import { formatIssues, type FormatOptions, safeParsePost } from "alphanode-post";
 *
 * const loud: FormatOptions = { paint: (part, text) => (part === "error" ? text.toUpperCase() : text) };
 * console.log(formatIssues("a title", safeParsePost("a title").issues, loud));
 * ```
 *
 * ```console
 * ERROR missing_meta_box at 1:8 (meta)
 *   1 | a title
 *     |        ^
 *   the text has no meta box; expected "alphanode post meta" and its fields (parseArticle reads an article alone)
 * ```
 */
export interface FormatOptions {
  /** Paints a part of a frame, say with the colours of a terminal; without it, text stays as it is. */
  paint?: ((part: FramePart, text: string) => string) | undefined;
}

/**
 * Formats issues as code frames: severity, code and place, the line of the source, a caret underline, the message.
 * Control characters of the source are masked, so that the text is safe to print on a terminal.
 *
 * @param source - the text that was parsed
 * @param issues - the issues of its result, or of `safeParseBox`
 * @param options - `paint` for frames in colours
 * @returns the frames, with an empty line between two; an empty string where there are no issues
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { formatIssues, safeParsePost } from "alphanode-post";
 *
 * const text = readFileSync("post.txt", "utf8").replace("quality: 36", "quality: 360");
 * const { issues } = safeParsePost(text);
 * console.log(formatIssues(text, issues.filter(({ severity }) => severity === "error")));
 * ```
 *
 * ```console
 * error invalid_number at 60:14 (meta.score.quality)
 *   60 |   • quality: 360
 *      |              ^^^
 *   "360" is not a valid quality; expected a whole number from 0 to 100
 * ```
 */
export function formatIssues(
  source: string,
  issues: readonly (Omit<ParseIssue, "code" | "fix"> & { readonly code: string })[],
  { paint = (_, text) => text }: FormatOptions = {},
): string {
  return issues.map((issue) => formatIssue(source, issue, paint)).join("\n\n");
}

function formatIssue(
  source: string,
  { code, severity, message, path, position }: Parameters<typeof formatIssues>[1][number],
  paint: NonNullable<FormatOptions["paint"]>,
): string {
  const { start, end } = position;
  const place = path.length > 0 ? ` (${formatPath(path)})` : "";
  const { before, marked, after } = excerpt(source, start, end);
  const gutter = String(start.line);
  const blank = " ".repeat(gutter.length);
  const underline = paint(severity, "^".repeat(Math.max(1, marked.length)));
  const more = end.line > start.line ? `\n  ${paint("gutter", `${blank} |`)} … to line ${end.line}` : "";
  return [
    `${paint(severity, severity)} ${code} at ${start.line}:${start.column}${place}`,
    `  ${paint("gutter", `${gutter} |`)} ${maskUnsafe(before + marked + after)}`,
    `  ${paint("gutter", `${blank} |`)} ${" ".repeat(before.length)}${underline}${more}`,
    `  ${message}`,
  ].join("\n");
}

/** Cuts the line of a problem: what stands before it, the text at fault as far as it is on the line, what follows. */
function excerpt(
  source: string,
  start: PostPoint,
  end: PostPoint,
): { before: string; marked: string; after: string } {
  const lineStart = start.offset - start.column + 1;
  const from = Math.max(lineStart, start.offset - FRAME_LEAD);
  const before = `${from > lineStart ? "…" : ""}${source.slice(from, start.offset)}`;
  const room = FRAME_WIDTH - before.length;
  const rest = source.slice(start.offset, start.offset + room + 1).split(LINE_END, 1)[0] as string;
  const line = rest.slice(0, room);
  const length = Math.min(line.length, end.offset - start.offset);
  return {
    before: before.replace(/\s/g, " "),
    marked: line.slice(0, length).replace(/\s/g, " "),
    after: `${line.slice(length).replace(/\s/g, " ")}${rest.length > room ? "…" : ""}`,
  };
}
