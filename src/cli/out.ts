import { createReadStream, existsSync } from "node:fs";
import { open, realpath, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import type { Bytes } from "./formats/format.ts";
import { countLines } from "./piece.ts";
import { cutLines } from "./pieces.ts";

/** Where output goes until it is whole. */
const partialOf = (file: string): string => `${file}.partial`;

/** The file that a name leads to, if there is one. What is no file cannot be replaced by one. */
export async function targetOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return file;
  if (!found.isFile()) throw new Error("it is not a file");
  return realpath(file);
}

/** What an earlier run left behind. */
export interface Left {
  /** How many lines are certain. */
  readonly lines: number;
  /** The line after them, with which to go on. */
  readonly last: Uint8Array;
  /** Whether one of the lines tells an error. */
  readonly failed: boolean;
}

const LINE_FEED = 0x0a;

/** How a line tells an error. In its texts, quotes have a backslash. */
const FAILED = Buffer.from('"success":false');

/**
 * Looks up what an earlier run left, if anything, and cuts it back to the lines before the last whole one: that one is
 * made again, so that a run that does not follow shows.
 */
export async function cutBack(target: string): Promise<Left> {
  const partial = partialOf(target);
  let left: Left = { lines: 0, last: Buffer.alloc(0), failed: false };
  if (!existsSync(partial)) return left;
  let end = 0;
  for await (const { bytes, line } of cutLines(partial, createReadStream(partial))) {
    const whole = bytes.subarray(0, bytes.lastIndexOf(LINE_FEED) + 1);
    if (whole.length === 0) break;
    const start = whole.lastIndexOf(LINE_FEED, -2) + 1;
    const failed = left.failed || Buffer.from(whole).includes(FAILED);
    left = { lines: line - 1 + countLines(whole) - 1, last: whole.subarray(start), failed };
    end += whole.length;
  }
  await truncate(partial, end - left.last.length);
  return left;
}

/** Checks that output goes on with what an earlier run left. */
export async function* following(output: Bytes, { last }: Left): Bytes {
  let rest = last;
  for await (const bytes of output) {
    const compared = Math.min(rest.length, bytes.length);
    if (Buffer.compare(rest.subarray(0, compared), bytes.subarray(0, compared)) !== 0) {
      throw new Error("what is there comes of another input, or of other options; leave out --resume");
    }
    rest = rest.subarray(compared);
    yield bytes;
  }
  if (rest.length > 0) throw new Error("what is there has more lines than the input; leave out --resume");
}

/** Writes output beside a file, as far as the disk. */
export async function writePartial(target: string, output: Bytes, append: boolean): Promise<void> {
  const file = await open(partialOf(target), append ? "a" : "w");
  try {
    await writeFile(file, output);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts whole output in its place. */
export const putInPlace = (target: string): Promise<void> => rename(partialOf(target), target);

/** Takes away output that nobody can go on with. */
export const dropPartial = (target: string): Promise<void> => rm(partialOf(target), { force: true });
