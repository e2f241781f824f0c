import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { SimilarityIndex } from "alphanode-post";
import { tellUnwritable, writeWhole } from "./out.ts";
import { tellUnreadable } from "./sources.ts";
import { targetOf } from "./target.ts";

/** Reads an index. Where there is none, or it can find nothing, says so and gives `undefined`. */
export async function readIndex(file: string): Promise<SimilarityIndex | undefined> {
  try {
    const index = SimilarityIndex.fromBytes(await readFile(file));
    if (index.size === 0) throw new Error("the index holds no posts; make it anew with --in");
    return index;
  } catch (error) {
    tellUnreadable(file, error);
    return undefined;
  }
}

/**
 * Makes an index and keeps it in a file, in the place of one of before. That stays where not all sources could be read. Where the file
 * cannot be written, says why and gives `undefined`.
 */
export async function keepIndex(
  name: string,
  sources: readonly string[],
  make: () => Promise<SimilarityIndex>,
): Promise<SimilarityIndex | undefined> {
  try {
    const target = await targetOf(name, sources);
    await refuseOther(target.file);
    const index = await make();
    await writeWhole(target, index.toBytes());
    return index;
  } catch (error) {
    tellUnwritable(name, error);
    return undefined;
  }
}

/** How many bytes tell an index from all else: what an empty one begins with, all do. */
const MARK = 4;

/** Refuses a file that is no index: what it holds could not be made anew. */
async function refuseOther(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const start = await buffer(createReadStream(file, { end: MARK - 1 }));
  const mark = new SimilarityIndex().toBytes().subarray(0, MARK);
  if (!start.equals(mark)) throw new Error("it is there, and is no index; name another file");
}
