import {
  type ParseOptions,
  type ParseResult,
  type PartialPost,
  type Post,
  safeParsePost,
} from "alphanode-post";
import { toJson } from "./output.ts";
import type { Piece } from "./pieces.ts";
import { type BrokenLine, recordsOf } from "./records.ts";
import { type Counts, countResult, noCounts } from "./tally.ts";

/** Pieces to parse, and how. */
export interface Batch {
  readonly pieces: readonly Piece[];
  readonly options: ParseOptions;
}

/** What came of a batch. */
export interface BatchResult {
  /** A line of JSON for each post, as UTF-8: bytes weigh less on the memory of the thread that writes them. */
  readonly lines: Uint8Array;
  readonly broken: readonly BrokenLine[];
  readonly counts: Counts;
  /** How much was read, in bytes. */
  readonly bytes: number;
}

/** Parses all posts of a batch. What it takes and gives can be sent to a worker and back. */
export function parseBatch({ pieces, options }: Batch): BatchResult {
  let lines = "";
  let bytes = 0;
  const broken: BrokenLine[] = [];
  const counts = noCounts();
  for (const piece of pieces) {
    bytes += piece.bytes.length;
    for (const found of recordsOf(piece)) {
      if ("problem" in found) {
        counts.broken += 1;
        broken.push(found);
      } else {
        const result = safeParsePost(found.text, options);
        countResult(counts, result);
        lines += `${toLine(found.id, result)}\n`;
      }
    }
  }
  return { lines: Buffer.from(lines), broken, counts, bytes };
}

/** Writes a result as a line: what the library gives, under the id, without the error that repeats the issues. */
function toLine(id: string, result: ParseResult<Post, PartialPost>): string {
  const { success, issues } = result;
  return toJson(
    success ? { id, success, data: result.data, issues } : { id, success, partial: result.partial, issues },
  );
}
