import { formatIssues } from "alphanode-post";
import { toJson } from "./json.ts";
import { paintFor } from "./paint.ts";

/** The name of standard input, alone or with the number of a post or line. */
const STDIN = /^-(?=$|[#:]\d)/;

/** Shows a name for a message: without quotes, and without any character that acts on a terminal. */
export const showName = (name: string): string => toJson(name).slice(1, -1).replace(STDIN, "standard input");

/** Takes the cursor to the start of the line and clears the line. */
export const CLEAR_LINE = "\r\u001b[K";

/** Writes lines to standard error; on a terminal they take the place of a progress bar, which is drawn anew below. */
export function say(lines: string): void {
  process.stderr.write(`${process.stderr.isTTY ? CLEAR_LINE : ""}${lines}\n`);
}

/** Tells on standard error what is wrong at a place. */
export function tell(place: string, problem: string): void {
  say(`alphanode: ${showName(place)}: ${problem}`);
}

/** What went wrong with a file, by the code of the error. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "it is a directory",
  EACCES: "no permission",
  EEXIST: "it is not a directory",
  ENOTDIR: "it is not a directory",
  ENOSPC: "no space is left",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not valid UTF-8",
  ERR_STRING_TOO_LONG: "it is too long for one text",
};

/** Says on standard error why a file could not be read or written. */
export function tellFailure(doing: "read" | "write", file: string, error: unknown): void {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = REASONS[code ?? ""] ?? showName(message);
  say(`alphanode: cannot ${doing} ${showName(file)}: ${reason}`);
}

/** Shows on standard error what was wrong with a source, as code frames; nothing where nothing was. */
export function tellIssues(file: string, source: string, issues: Parameters<typeof formatIssues>[1]): void {
  if (issues.length === 0) return;
  process.stderr.write(
    `${showName(file)}\n\n${formatIssues(source, issues, { paint: paintFor("Err") })}\n\n`,
  );
}

/** Shows a text for a message as it is, but for characters that act on a terminal; line ends stay. */
export const showLines = (text: string): string =>
  text.replace(/[^\n"\\]+/g, (part) => toJson(part).slice(1, -1));
