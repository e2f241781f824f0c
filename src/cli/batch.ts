import { type ParseOptions, sketchPost } from "alphanode-post";
import { toRow } from "alphanode-post/rows";
import { JsonLines } from "./json-lines.ts";
import type { Piece } from "./piece.ts";
import type { ReadAs, Reading } from "./readers.ts";
import { type Fields, type Found, type InputProblem, readFound, recordsOf } from "./records.ts";
import { type Counts, countReading, noCounts } from "./tally.ts";

/** How lines are made of what is read. */
export interface Making {
  readonly as: ReadAs;
  readonly fields: Fields;
  readonly options: ParseOptions;
  /** Whether lines are rows for engines. */
  readonly rows: boolean;
  /** Whether each has a sketch of its post. */
  readonly sketch: boolean;
}

/** Pieces to parse, and how. */
export interface Batch {
  readonly pieces: readonly Piece[];
  readonly making: Making;
}

/** A line of the input with which something is wrong, and what. */
export interface BrokenLine {
  readonly place: string;
  readonly message: string;
}

/** What came of a batch. */
export interface BatchResult {
  /** A line of JSON for each record, as UTF-8: bytes weigh less on the memory of the thread that writes them. */
  readonly lines: Uint8Array;
  readonly broken: readonly BrokenLine[];
  readonly counts: Counts;
  /** How much was read, in bytes. */
  readonly bytes: number;
}

/** How much longer lines are than what they are made of, for the most part, and what they take at the least, in bytes. */
const [LONGER, LEAST] = [1.25, 1 << 12];

/** Makes a line of each record of a batch. What it takes and gives can be sent to a worker and back. */
export async function parseBatch({ pieces, making }: Batch): Promise<BatchResult> {
  const bytes = pieces.reduce((sum, piece) => sum + piece.bytes.length, 0);
  const lines = new JsonLines(Math.ceil(LONGER * bytes) + LEAST);
  const broken: BrokenLine[] = [];
  const counts = noCounts();
  for (const piece of pieces) {
    for (const found of recordsOf(piece, making.fields)) {
      const reading = found.text === undefined ? NOTHING : readFound(found, making.as, making.options);
      // Nobody waits for what is at hand already.
      const line = asLine(found, reading instanceof Promise ? await reading : reading);
      countReading(counts, line, found.problem !== undefined);
      if (found.problem !== undefined) broken.push({ place: found.place, message: found.problem.message });
      lines.add(shaped(found, line, making));
    }
  }
  return { lines: lines.bytes, broken, counts, bytes };
}

/** A reading whose issues may be about the input. */
type LineReading = Omit<Reading, "issues"> & { readonly issues: readonly LineIssue[] };
export type LineIssue = Omit<Reading["issues"][number], "code"> & { readonly code: string };

const NOTHING: LineReading = { success: false, post: { meta: {} }, issues: [] };

/** What was read of a record; where something is wrong with its line, that is an error. */
function asLine({ problem }: Found, reading: LineReading): LineReading {
  if (problem === undefined) return reading;
  return { ...reading, success: false, issues: [issueOf(problem), ...reading.issues] };
}

const START = { line: 1, column: 1, offset: 0 };

/** Tells what is wrong with a line as an issue. */
export const issueOf = ({ code, message }: InputProblem): LineIssue => ({
  code,
  severity: "error",
  message,
  path: [],
  position: { start: START, end: START },
});

/** What the line of a record holds: a row, or what the library gives without the error that repeats the issues. */
function shaped(
  { id, kept }: Found,
  { success, post, issues, positions }: LineReading,
  { rows, sketch, fields }: Making,
): object {
  const result = success ? { success, data: post, issues } : { success, partial: post, issues };
  const line = rows
    ? toRow(result, id)
    : { id, ...result, ...(positions && { positions: Object.fromEntries(positions) }) };
  return { ...line, ...(sketch && { sketch: sketchPost(post) }), ...(fields.keep.length > 0 && { kept }) };
}
