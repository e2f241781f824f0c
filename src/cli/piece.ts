import { isAscii } from "node:buffer";
import type { Reading } from "./readers.ts";

/** Bytes of a file: one text, a page, whole lines with a post each, a line that was too long to be kept, a post of WordPress. */
export interface Piece {
  readonly holds: "text" | "page" | "lines" | "overlong line" | "site post";
  readonly file: string;
  /** The number of the first line. */
  readonly line: number;
  readonly bytes: Uint8Array;
  /** How many records at the start are not to be read, since an earlier run did. */
  readonly skip?: number;
  /** What was read of a post of WordPress, and what it is known by. */
  readonly read?: { readonly id: string; readonly place: string; readonly reading: Reading };
}

export const LINE_FEED = 0x0a;

/** Kept byte-order marks are the parser's business. */
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads bytes as a text. Lines whose writer escapes the rest are ASCII, which takes a tenth of the time where it is known. */
export const fromUtf8 = (bytes: Uint8Array): string =>
  isAscii(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1")
    : UTF8.decode(bytes);

/** Cuts bytes into lines, ends included. */
export function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0, end = 0; start < bytes.length; start = end) {
    end = bytes.indexOf(LINE_FEED, start) + 1 || bytes.length;
    yield bytes.subarray(start, end);
  }
}

/** Counts the lines that end in some bytes. */
export function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}
