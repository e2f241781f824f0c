import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { STDIN } from "./content.ts";
import { findFiles, isAmong, statOf } from "./sources.ts";

/** A file that output is to be written to. */
export interface Target {
  /** The file as the call names it. */
  readonly name: string;
  /** The file that the name leads to. */
  readonly file: string;
  /** Where output goes until it is whole. */
  readonly partial: string;
}

/**
 * The target that a name leads to. What is no file cannot be replaced by one, and a source must not be: it would be lost.
 *
 * @throws Error that says why the file cannot be written
 */
export async function targetOf(name: string, sources: readonly string[]): Promise<Target> {
  const file = await leadsTo(name);
  const target = { name, file, partial: `${file}.partial` };
  await refuseSources(target, sources);
  await refuseFolders(target, sources);
  return target;
}

async function leadsTo(name: string): Promise<string> {
  const found = await stat(name).catch(() => undefined);
  if (found === undefined) return join(await realpath(dirname(name)), basename(name));
  if (!found.isFile()) throw new Error("it is not a file");
  return realpath(name);
}

/** Refuses a file that is a source itself, by whatever name it goes there. */
async function refuseSources({ file, partial }: Target, sources: readonly string[]): Promise<void> {
  const written = new Map([
    [await identityOf(file), "it is"],
    [await identityOf(partial), `${partial}, where output goes until it is whole, is`],
  ]);
  written.delete(undefined);
  // Mostly, neither is there yet; then no folder need be listed.
  if (written.size === 0) return;
  // What cannot be read is told where it is read.
  for await (const source of findFiles(sources, () => {})) {
    const what = written.get(await identityOf(source));
    const shown = source === STDIN ? "of standard input" : source;
    if (what !== undefined) throw new Error(`${what} the source ${shown}; write to another file`);
  }
}

/** Refuses a file in a folder that is read, where the next run would take it for a source. */
async function refuseFolders({ file }: Target, sources: readonly string[]): Promise<void> {
  for (const source of sources) {
    if (!(await statOf(source))?.isDirectory() || !isAmong(file, await realpath(source))) continue;
    throw new Error(`it would be one of the sources in ${source}; write to a file elsewhere`);
  }
}

/** What a file has in common with no other, whatever leads to it; undefined where there is none. */
async function identityOf(file: string): Promise<string | undefined> {
  const found = await statOf(file);
  return found && `${found.dev}:${found.ino}`;
}
