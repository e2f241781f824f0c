import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ParseOptions } from "alphanode-post";
import type { BatchResult } from "./batch.ts";
import { EXIT, raiseExit } from "./exit.ts";
import { startJobs } from "./jobs.ts";
import { say } from "./output.ts";
import { batchesOf, readPieces } from "./pieces.ts";
import { Progress } from "./progress.ts";
import { findFiles, sizeOf } from "./sources.ts";
import { addCounts, noCounts, summarize } from "./tally.ts";
import { tellBroken } from "./texts.ts";

/**
 * Parses all posts of sources and writes a line of JSON for each to standard output, in order. What is read ahead is
 * bounded: reading waits for parsing, and parsing for whoever takes the lines.
 */
export async function parseLines(
  sources: readonly string[],
  options: ParseOptions,
  jobs: number,
): Promise<void> {
  const start = performance.now();
  const counts = noCounts();
  let bytes = 0;
  const progress = startProgress(sources);
  const { parse, underWay, stop } = startJobs(jobs);

  const batches = Readable.from(batchesOf(readPieces(findFiles(sources), "lines")));
  const results = batches.map((pieces) => parse({ pieces, options }), { concurrency: underWay });
  await pipeline(
    results,
    async function* (all: AsyncIterable<BatchResult>) {
      for await (const result of all) {
        for (const line of result.broken) tellBroken(line);
        addCounts(counts, result.counts);
        bytes += result.bytes;
        progress?.add(result.counts.posts, result.bytes);
        yield result.lines;
      }
    },
    process.stdout,
    { end: false },
  );
  await stop();

  if (counts.errors > 0) raiseExit(EXIT.problems);
  say(summarize(counts, bytes, performance.now() - start));
}

/** Shows on a terminal how far the run is, unless the lines themselves go to the terminal. */
function startProgress(sources: readonly string[]): Progress | undefined {
  if (!process.stderr.isTTY || process.stdout.isTTY) return undefined;
  const progress = new Progress(process.stderr);
  // Files are measured while the first are parsed. What cannot be read is told where it is read.
  sizeOf(findFiles(sources, () => {})).then((size) => {
    progress.total = size;
  });
  return progress;
}
