import { pipeline } from "node:stream/promises";
import { shapeOf } from "alphanode-post/rows";
import type { Making } from "./batch.ts";
import { EXIT, raiseExit } from "./exit.ts";
import type { Bytes } from "./formats/format.ts";
import { FORMATS, type Format } from "./formats/formats.ts";
import { inOrder } from "./in-order.ts";
import { startJobs } from "./jobs.ts";
import { cutBack, following, type Left, tellUnwritable, writeWhole } from "./out.ts";
import { say, tell } from "./output.ts";
import { batchesOf, type Inputs, readPieces, skipRecords } from "./pieces.ts";
import { progressOf } from "./reading-progress.ts";
import { findFiles } from "./sources.ts";
import { addCounts, noCounts, summarize } from "./tally.ts";
import { targetOf } from "./target.ts";

/** What a run reads, what it makes of it and where that goes. */
export interface Run {
  readonly sources: readonly string[];
  readonly inputs: Inputs;
  readonly making: Making;
  readonly jobs: number;
  readonly format: Format;
  /** The file to write; standard output where there is none. */
  readonly out?: string;
  readonly resume: boolean;
  /** Whether nothing is said that the output says, too. */
  readonly quiet: boolean;
  /** Whether posts with errors and broken lines fail the run. */
  readonly failOnErrors: boolean;
}

/**
 * Makes a line of each record of sources, in order, and writes them in the form that is asked for. What is read ahead
 * is bounded: reading waits for parsing, and parsing for whoever takes the lines.
 */
export async function parseLines(run: Run): Promise<void> {
  if (run.out === undefined) {
    await pipeline(encoded(run, makeLines(run, 0)), process.stdout, { end: false });
    return;
  }
  try {
    await writeFile(run, run.out);
  } catch (error) {
    tellUnwritable(run.out, error);
  }
}

/** Writes the output to a file, whole or not at all. */
async function writeFile(run: Run, out: string): Promise<void> {
  const target = await targetOf(out, run.sources);
  const left: Left | undefined = run.resume ? await cutBack(target) : undefined;
  if (left?.failed && run.failOnErrors) raiseExit(EXIT.problems);
  const lines = makeLines(run, left?.lines ?? 0);
  const output = encoded(run, left === undefined ? lines : following(lines, left));
  await writeWhole(target, output, { append: run.resume, resumable: run.format === "ndjson" });
}

const encoded = ({ format, making }: Run, lines: Bytes): Bytes =>
  FORMATS[format](
    lines,
    shapeOf(making.rows ? "row" : "result", { keep: making.fields.keep, sketch: making.sketch }),
  );

/** Makes the lines, but for the first ones that an earlier run made; sums up at the end. */
async function* makeLines(
  { sources, inputs, making, jobs, out, quiet, failOnErrors }: Run,
  made: number,
): AsyncGenerator<Uint8Array> {
  const start = performance.now();
  const counts = noCounts();
  let bytes = 0;
  // Lines that go to the terminal show by themselves how far the run is.
  const isShown = !quiet && process.stderr.isTTY && (out !== undefined || !process.stdout.isTTY);
  const progress = isShown ? progressOf(sources) : undefined;
  const { parse, underWay, stop } = startJobs(jobs);
  try {
    const pieces = skipRecords(readPieces(findFiles(sources), inputs), made);
    const results = inOrder(batchesOf(pieces), underWay, (batch) => parse({ pieces: batch, making }));
    for await (const result of results) {
      if (!quiet) for (const { place, message } of result.broken) tell(place, message);
      addCounts(counts, result.counts);
      bytes += result.bytes;
      progress?.add(result.counts.posts, result.bytes);
      yield result.lines;
    }
  } finally {
    await stop();
  }
  if (failOnErrors && counts.errors + counts.broken > 0) raiseExit(EXIT.problems);
  if (!quiet) say(summarize(counts, bytes, performance.now() - start));
}
