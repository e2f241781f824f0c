import { formatIssues } from "alphanode-post";
import { paintFor } from "./paint.ts";

/** Characters that JSON leaves as they are and that act on a terminal: controls from DEL on, and marks of direction. */
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const shown = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Writes a value as JSON without any character that acts on a terminal. */
export const toJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(UNSAFE, shown);

/** What may be unsafe, or takes more than a byte: all but ASCII that is shown, and the line end. */
const UNUSUAL = /[^\n -~]/;

/** Writes a value as a line of `toJson`, in UTF-8. Most lines have nothing unusual, and are looked through once. */
export function toJsonLine(value: unknown): Buffer {
  const line = `${JSON.stringify(value)}\n`;
  return UNUSUAL.test(line) ? Buffer.from(line.replace(UNSAFE, shown)) : Buffer.from(line, "latin1");
}

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
