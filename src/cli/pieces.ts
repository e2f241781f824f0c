import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { STDIN, tellUnreadable } from "./sources.ts";

/** Bytes of a file: one text, whole lines with a post each, or a line that was too long to be kept. */
export interface Piece {
  readonly holds: "text" | "lines" | "overlong line";
  readonly file: string;
  /** The number of the first line. */
  readonly line: number;
  readonly bytes: Uint8Array;
}

/** What standard input holds: a post a line, or whatever its first character tells. */
export type StdinHolds = "lines" | "either";

/** Names of files that hold a JSON object a line. */
const NDJSON = /\.(?:ndjson|jsonl)$/i;

/** The longest line that is kept, in bytes; so that memory is bounded even where no line ends. */
const MAX_LINE = 1 << 26;

const LINE_FEED = 0x0a;

/** Reads files piece by piece, a text as one. What cannot be read is told, and the rest goes on. */
export async function* readPieces(files: AsyncIterable<string>, stdin: StdinHolds): AsyncGenerator<Piece> {
  for await (const file of files) {
    try {
      if (NDJSON.test(file)) yield* cutLines(file, createReadStream(file));
      else if (file !== STDIN) yield { holds: "text", file, line: 1, bytes: await readFile(file) };
      else if (stdin === "lines") yield* cutLines(file, process.stdin);
      else yield recognized(await buffer(process.stdin));
    } catch (error) {
      tellUnreadable(file, error);
    }
  }
}

/** Standard input as a whole: lines where it begins as a JSON object does. */
function recognized(bytes: Buffer): Piece {
  const start = bytes.toString("utf8", 0, 1_000).trimStart();
  return { holds: start.startsWith("{") ? "lines" : "text", file: STDIN, line: 1, bytes };
}

/** Cuts a stream into pieces of whole lines, one for each chunk in which a line ends. */
export async function* cutLines(
  file: string,
  chunks: AsyncIterable<Buffer>,
  maxLine = MAX_LINE,
): AsyncGenerator<Piece> {
  let line = 1;
  // The line that no chunk has ended yet; what is over the limit is measured, and not kept.
  let open: Buffer[] = [];
  let length = 0;
  const grow = (chunk: Buffer): void => {
    length += chunk.length;
    if (length > maxLine) open = [];
    else open.push(chunk);
  };

  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      let start = 0;
      if (length > maxLine) {
        yield { holds: "overlong line", file, line, bytes: Buffer.alloc(0) };
        line += 1;
        start = chunk.indexOf(LINE_FEED) + 1;
      }
      const bytes = Buffer.concat([...open, chunk.subarray(start, end)]);
      if (bytes.length > 0) yield { holds: "lines", file, line, bytes };
      line += countLines(bytes);
      open = [];
      length = 0;
    }
    grow(chunk.subarray(end));
  }
  if (length > maxLine) yield { holds: "overlong line", file, line, bytes: Buffer.alloc(0) };
  else if (length > 0) yield { holds: "lines", file, line, bytes: Buffer.concat(open) };
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

/** How much is handed on at once where files are small, in bytes. */
const BATCH = 1 << 16;

/** Gathers small files, so that handing them to a worker costs little. Lines go on as they come. */
export async function* batchesOf(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece[]> {
  let batch: Piece[] = [];
  let size = 0;
  for await (const piece of pieces) {
    batch.push(piece);
    size += piece.bytes.length;
    if (size < BATCH && piece.holds === "text") continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
