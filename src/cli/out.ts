import { createReadStream, existsSync } from "node:fs";
import { open, rename, rm, truncate, writeFile } from "node:fs/promises";
import { EXIT, raiseExit } from "./exit.ts";
import type { Bytes } from "./formats/format.ts";
import { say, showName, tellFailure } from "./output.ts";
import { countLines } from "./piece.ts";
import { cutLines } from "./pieces.ts";
import type { Target } from "./target.ts";

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
export async function cutBack({ partial }: Target): Promise<Left> {
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

/** How output is written. */
interface Writing {
  /** Whether it goes on with what an earlier run left. */
  readonly append?: boolean;
  /** Whether a later run can go on with what this one leaves if it is ended. */
  readonly resumable?: boolean;
}

/** Writes output to a file, whole or not at all: where not all could be read, what was there stays. */
export async function writeWhole(
  { name, file, partial }: Target,
  output: Bytes | Uint8Array,
  { append = false, resumable = false }: Writing = {},
): Promise<void> {
  try {
    await writeToDisk(partial, output, append);
    if (Number(process.exitCode ?? EXIT.ok) < EXIT.failure) return await rename(partial, file);
    say(`alphanode: ${showName(name)} is not written, since not all could be read`);
  } finally {
    // Nobody can go on with a part of a binary file.
    if (!resumable) await rm(partial, { force: true });
  }
}

/** Writes a file as far as the disk. */
async function writeToDisk(path: string, output: Bytes | Uint8Array, append: boolean): Promise<void> {
  const file = await open(path, append ? "a" : "w");
  try {
    await writeFile(file, output);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Tells a file that cannot be written; the run ends with the status of a wrong call. */
export function tellUnwritable(file: string, error: unknown): void {
  tellFailure("write", file, error);
  raiseExit(EXIT.failure);
}
