import type { BigIntStats } from "node:fs";
import { lstat, readdir, stat } from "node:fs/promises";
import { basename, isAbsolute, join, relative, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { firstOf, isSurelyLines, STDIN } from "./content.ts";
import { EXIT, raiseExit } from "./exit.ts";
import { formOf } from "./forms.ts";
import { tellFailure } from "./output.ts";

/** Hears of a file that cannot be read. */
type OnFailure = (file: string, error: unknown) => void;

/** Tells a file that cannot be read; the run goes on, and ends with the status of a wrong call. */
export const tellUnreadable: OnFailure = (file, error) => {
  tellFailure("read", file, error);
  raiseExit(EXIT.failure);
};

/**
 * Finds the files that sources name: files, directories with the texts in them, patterns, and `-`. They come in the
 * order of the sources, those of a directory or a pattern by name; what hides behind a dot in a directory is passed
 * over, and so are packages and files that are no texts by their names.
 */
export async function* findFiles(
  sources: readonly string[],
  onFailure = tellUnreadable,
): AsyncGenerator<string> {
  for (const source of sources) {
    if (source === STDIN) {
      yield source;
      continue;
    }
    try {
      // A name that stands for itself is no pattern, brackets or not.
      if ((await stat(source)).isDirectory()) yield* filesIn(source, onFailure);
      else yield source;
    } catch (error) {
      const matches = isDynamicPattern(source) ? await findMatches(source) : [];
      if (matches.length === 0) onFailure(source, error);
      yield* matches.sort();
    }
  }
}

/** Files are named as the pattern is written: from the root, or from here. */
const findMatches = (pattern: string): Promise<string[]> =>
  glob(pattern, { absolute: isAbsolute(pattern), expandDirectories: false });

/** Files of a directory that may hold posts; others are read where they are named, or match a pattern. */
const TEXT_NAME = /^[^.]+(?:\.(?:gz|zst))?$|\.(?:txt|text|md|x?html?|ndjson|jsonl)(?:\.(?:gz|zst))?$/i;

/** Files of a directory that hold posts only if they hold one a line, as Spark and DuckDB write them, or WordPress'. */
const DATA_NAME = /\.(?:json|xml)(?:\.(?:gz|zst))?$/i;

/** What Spark and its kind put beside the data, and where npm puts packages. */
const BESIDE =
  /^node_modules$|^_(?:SUCCESS|temporary|metadata|common_metadata|spark_metadata|delta_log|(?:committed|started)_\d+)$/;

/** Tells whether a directory passes over a file or another directory, whatever is in it. */
const isHidden = (name: string): boolean => name.startsWith(".") || BESIDE.test(name);

/** Tells whether a directory would be read with a file among its texts, both by their real paths. The file need not be there. */
export function isAmong(file: string, dir: string): boolean {
  const path = relative(dir, file);
  // What lies elsewhere begins with two dots, or on another drive.
  if (isAbsolute(path) || path.split(sep).some(isHidden)) return false;
  const name = basename(path);
  return TEXT_NAME.test(name) || DATA_NAME.test(name);
}

/** Tells whether a file of data holds posts. */
async function holdsPosts(path: string): Promise<boolean> {
  const start = await firstOf(path);
  const form = formOf(start, path);
  return form === "lines" ? isSurelyLines(start) : form === "wxr" || form === "feed" || form === "json";
}

/** A directory is listed by itself alone, so that the names of a large tree are never held all at once. */
async function* filesIn(dir: string, onFailure: OnFailure): AsyncGenerator<string> {
  const names = await readdir(dir).catch((error: unknown) => {
    onFailure(dir, error);
    return [];
  });
  for (const name of names.sort()) {
    if (isHidden(name)) continue;
    const path = join(dir, name);
    // A link to a directory is not followed: it may lead back up.
    if ((await lstat(path)).isDirectory()) yield* filesIn(path, onFailure);
    else if (TEXT_NAME.test(name) || (DATA_NAME.test(name) && (await holdsPosts(path)))) yield path;
  }
}

/** What the system knows of a file or of standard input; undefined where there is none. */
export const statOf = (file: string): Promise<BigIntStats | undefined> =>
  stat(file === STDIN ? "/dev/stdin" : file, { bigint: true }).catch(() => undefined);

/** Adds up the sizes of files, in bytes; undefined where one has none beforehand, such as a pipe. */
export async function sizeOf(files: AsyncIterable<string>): Promise<number | undefined> {
  let total = 0;
  for await (const file of files) {
    const found = await statOf(file);
    if (!found?.isFile()) return undefined;
    total += Number(found.size);
  }
  return total;
}
