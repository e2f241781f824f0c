import { createReadStream } from "node:fs";
import { decompressed } from "./decompress.ts";
import { say } from "./output.ts";

/** The name of standard input. */
export const STDIN = "-";

/** Opens a file or standard input, and decompresses what is compressed. */
export function openContent(file: string): AsyncIterable<Buffer> {
  if (file !== STDIN) return decompressed(createReadStream(file));
  // Whoever forgot the file should see why nothing happens.
  if (process.stdin.isTTY) say("alphanode: reads standard input up to Ctrl-D");
  return decompressed(process.stdin);
}

/** The first piece of a file, which tells what the file holds. */
export async function firstOf(file: string): Promise<Buffer> {
  for await (const chunk of openContent(file)) return chunk;
  return Buffer.alloc(0);
}

/** A line of a text hardly ever begins so; of lines with a post each, some may be broken. */
const OBJECT = /^[\ufeff\s]*\{/;

/** Tells whether content is lines of JSON: whether the first line begins as an object does, or most others do. */
export function isLines(start: Buffer): boolean {
  const lines = start
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const objects = lines.filter((line) => OBJECT.test(line)).length;
  return OBJECT.test(lines[0] ?? "") || objects > lines.length / 2;
}

/** Tells whether content is lines of JSON for sure: whether the first line is an object as a whole. */
export function isSurelyLines(start: Buffer): boolean {
  const [line = "", ...more] = start.toString("utf8").trimStart().split("\n");
  // A line that is longer than the start of the file is no file of settings.
  if (more.length === 0 && line.length > 1_000) return OBJECT.test(line);
  try {
    return OBJECT.test(line) && Object.keys(JSON.parse(line)).length > 0;
  } catch {
    return false;
  }
}
