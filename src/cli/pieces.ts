import { Readable } from "node:stream";
import type { ParseOptions } from "alphanode-post";
import { follow } from "./chunks.ts";
import { openContent, STDIN } from "./content.ts";
import { type From, formOf, isAnswer } from "./forms.ts";
import { postsIn } from "./joined.ts";
import { countLines, fromUtf8, LINE_FEED, linesOf, type Piece } from "./piece.ts";
import { loadPages, type ReadAs } from "./readers.ts";
import { sitePosts } from "./site-posts.ts";
import { tellUnreadable } from "./sources.ts";

/** What files hold and what standard input does, and how posts are read of what is no text. */
export interface Inputs {
  readonly files: From;
  readonly stdin: From;
  readonly as: ReadAs;
  readonly options: ParseOptions;
}

/** The longest line that is kept, in bytes; so that memory is bounded even where no line ends. */
const MAX_LINE = 1 << 26;

/** The longest text that is kept, in bytes: of all its posts, where it holds several. */
const MAX_TEXT = 1 << 28;

/** Reads files piece by piece, a text as one. What cannot be read is reported, and the rest goes on. */
export async function* readPieces(
  files: AsyncIterable<string>,
  inputs: Inputs,
  maxText = MAX_TEXT,
): AsyncGenerator<Piece> {
  for await (const file of files) {
    try {
      yield* readFile(file, inputs, maxText);
    } catch (error) {
      tellUnreadable(file, error);
    }
  }
}

async function* readFile(
  file: string,
  { files, stdin, as, options }: Inputs,
  maxText: number,
): AsyncGenerator<Piece> {
  const chunks = openContent(file)[Symbol.asyncIterator]();
  const first = await chunks.next();
  const start = first.done ? Buffer.alloc(0) : first.value;
  const content = follow(start, chunks);
  const from = file === STDIN ? stdin : files;
  const form = from === "auto" ? formOf(start, file) : from;
  if (form === "lines") {
    const lines = cutLines(file, content);
    yield* isAnswer(start.toString("utf8")) ? withAnswers(lines, as, options) : lines;
  } else if (form === "text" || form === "html") {
    const holds = form === "text" ? "text" : "page";
    // Where pages cannot be read, that is said of each by its name, and the rest is read.
    if (holds === "page") await loadPages();
    yield { holds, file, line: 1, bytes: await gather(content, maxText) };
  } else {
    for await (const { text, ...read } of sitePosts(form, file, content, as, options))
      yield { holds: "site post", file, line: 1, bytes: Buffer.from(text), read };
  }
}

/** Reads each line that is an answer of WordPress; what is none is left to those who read lines. */
async function* withAnswers(
  pieces: AsyncIterable<Piece>,
  as: ReadAs,
  options: ParseOptions,
): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    let { line } = piece;
    for (const bytes of piece.holds === "lines" ? linesOf(piece.bytes) : []) {
      const one = { ...piece, line, bytes };
      yield* isAnswer(fromUtf8(bytes)) ? answersOn(one, as, options) : [one];
      line += 1;
    }
    if (piece.holds !== "lines") yield piece;
  }
}

/** Reads the answer on a line; gives the line back where it is none after all. */
async function* answersOn(piece: Piece, as: ReadAs, options: ParseOptions): AsyncGenerator<Piece> {
  const { file, line } = piece;
  const content = Readable.from([piece.bytes]);
  try {
    for await (const { text, ...read } of sitePosts("json", `${file}:${line}`, content, as, options))
      yield { holds: "site post", file, line, bytes: Buffer.from(text), read };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    yield piece;
  }
}

/** Gathers a text, up to a limit. */
async function gather(chunks: AsyncIterable<Buffer>, maxText: number): Promise<Buffer> {
  const gathered: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxText) throw new Error(`the text is longer than ${maxText >> 20} MiB; split it`);
    gathered.push(chunk);
  }
  return Buffer.concat(gathered);
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

/** Passes over records at the start that an earlier run has dealt with. */
export async function* skipRecords(pieces: AsyncIterable<Piece>, records: number): AsyncGenerator<Piece> {
  let left = records;
  for await (const piece of pieces) {
    const count = left === 0 ? 0 : countRecords(piece);
    if (left === 0 || count > left) yield { ...piece, skip: left };
    left = Math.max(left - count, 0);
  }
}

/** How many records a piece gives: one for each line, or for each post of a text. */
function countRecords({ holds, file, bytes }: Piece): number {
  if (holds === "text") return postsIn(file, fromUtf8(bytes)).length;
  if (holds !== "lines") return 1;
  return countLines(bytes) + (bytes.at(-1) === LINE_FEED ? 0 : 1);
}

/** How much is handed on at once, in bytes: a worker is told of each batch, which costs the same however large. */
const BATCH = 1 << 18;

/** How many pieces are read before they are wanted, so that there is enough for a batch. */
const AHEAD = BATCH >> 16;

/** Gathers pieces, so that handing them to a worker costs little. Lines wait for nothing that has not come yet. */
export async function* batchesOf(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece[]> {
  const ahead = Readable.from(pieces, { highWaterMark: AHEAD });
  let batch: Piece[] = [];
  let size = 0;
  for await (const piece of ahead as AsyncIterable<Piece>) {
    batch.push(piece);
    size += piece.bytes.length;
    if (size < BATCH && (piece.holds !== "lines" || ahead.readableLength > 0)) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
