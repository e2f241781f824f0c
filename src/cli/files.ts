import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, raiseExit } from "./exit.ts";
import { tellFailure } from "./output.ts";

/** Names of the files that a directory is searched for. */
const TEXTS = /\.(?:txt|ndjson|jsonl)$/i;

/**
 * Gives the files that arguments stand for: a directory stands for the texts in it and below, sorted by name; anything
 * else stands for itself. A directory that cannot be read is told on standard error.
 */
export async function* listFiles(names: readonly string[]): AsyncIterable<string> {
  for (const name of names) {
    if (name !== "-" && (await isDirectory(name))) yield* await textsIn(name);
    else yield name;
  }
}

async function isDirectory(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function textsIn(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory, { recursive: true });
    const texts = names.filter((name) => TEXTS.test(name)).sort();
    return texts.map((name) => join(directory, name));
  } catch (error) {
    tellFailure("read", directory, error);
    raiseExit(EXIT.usage);
    return [];
  }
}
