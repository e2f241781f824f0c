/**
 * Measures `alphanode parse --ndjson` as it is built, with one job and with two: rates and peak memory for each count
 * of posts. A few posts are made once and piped in over and over, so that making them takes no time from the command;
 * with --synth they come from `alphanode synth`, no two alike. Counts are hundreds.
 *
 *   npm run bench:command -- 10000 100000
 *   npm run bench:command -- --synth 1000000
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable, type Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { stringifyPost } from "alphanode-post";
import { synthesizePosts } from "alphanode-post/synth";

const COMMAND = "dist/cli.js";

const { values, positionals } = parseArgs({
  options: { synth: { type: "boolean", default: false } },
  allowPositionals: true,
});
const counts = positionals.length > 0 ? positionals.map(Number) : [20_000];

/** The peak of its memory in KiB, all threads counted, reported on a stream that the command does not use. */
const TELL_PEAK = `data:text/javascript,
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));`;

/** Posts as lines, many to a chunk. */
const CHUNK = [...synthesizePosts({ count: 100 })]
  .map((post) => `${JSON.stringify({ id: post.meta.payload.sourceId, text: stringifyPost(post) })}\n`)
  .join("");

/** Lines of posts: the same ones over and over, or made as they are read. */
function linesOf(posts: number): Readable {
  if (!values.synth) return Readable.from(Array.from({ length: posts / 100 }, () => CHUNK));
  const args = [COMMAND, "synth", "--first", "0", "--count", `${posts}`, "--form", "ndjson"];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] }).stdout;
}

/** Runs the command and gives a row of the table. */
async function measure(posts: number, jobs: number) {
  const args = ["--import", TELL_PEAK, COMMAND, "parse", "--ndjson", "--jobs", `${jobs}`, "-"];
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["pipe", "ignore", "pipe", "pipe"] });
  const [closed, summary, peak] = [
    once(child, "close"),
    text(child.stderr as Readable),
    text(child.stdio[3] as Readable),
  ];
  let bytes = 0;
  await pipeline(
    linesOf(posts),
    async function* (chunks: AsyncIterable<string | Buffer>) {
      for await (const chunk of chunks) {
        bytes += Buffer.byteLength(chunk);
        yield chunk;
      }
    },
    child.stdin as Writable,
  );
  const [status] = await closed;
  if (status !== 0) throw new Error(`the command ended with ${status}: ${await summary}`);
  const seconds = (performance.now() - start) / 1_000;
  return {
    posts,
    jobs,
    seconds: Number(seconds.toFixed(1)),
    "posts/s": Math.round(posts / seconds),
    "MB/s": Number((bytes / 1e6 / seconds).toFixed(1)),
    "peak MB": Math.round((Number(await peak) * 1_024) / 1e6),
  };
}

const rows: Awaited<ReturnType<typeof measure>>[] = [];
for (const posts of counts) for (const jobs of [1, 2]) rows.push(await measure(posts, jobs));
console.table(rows);
