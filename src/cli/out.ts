import { createReadStream, existsSync } from "node:fs";
import { open, realpath, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import type { Bytes } from "./formats/format.ts";

/** Where output goes until it is whole. */
const partialOf = (file: string): string => `${file}.partial`;

/** The file that a name leads to, if there is one. What is no file cannot be replaced by one. */
export async function targetOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return file;
  if (!found.isFile()) throw new Error("it is no file");
  return realpath(file);
}

/** What an earlier run left behind: how many lines are certain, and the one after them, with which to go on. */
export interface Left {
  readonly lines: number;
  readonly last: Buffer;
}

const LINE_FEED = 0x0a;

/**
 * Looks up what an earlier run left, if anything, and cuts it back to the lines before the last whole one: that one is made again,
 * so that a run that does not follow shows.
 */
export async function cutBack(target: string): Promise<Left> {
  const partial = partialOf(target);
  if (!existsSync(partial)) return { lines: 0, last: Buffer.alloc(0) };
  let [lines, at, start, end] = [0, 0, 0, 0];
  for await (const chunk of createReadStream(partial) as AsyncIterable<Buffer>) {
    for (let found = chunk.indexOf(LINE_FEED); found >= 0; found = chunk.indexOf(LINE_FEED, found + 1)) {
      lines += 1;
      [start, end] = [end, at + found + 1];
    }
    at += chunk.length;
  }
  const file = await open(partial);
  const last = Buffer.alloc(end - start);
  await file.read(last, 0, last.length, start);
  await file.close();
  await truncate(partial, start);
  return { lines: Math.max(lines - 1, 0), last };
}

/** Checks that output goes on with what an earlier run left. */
export async function* following(output: Bytes, { last }: Left): Bytes {
  let rest = last;
  for await (const bytes of output) {
    const compared = Math.min(rest.length, bytes.length);
    if (!rest.subarray(0, compared).equals(bytes.subarray(0, compared))) {
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
