import { SimilarityIndex } from "alphanode-post";
import { toJson } from "./json.ts";
import { fromUtf8, linesOf, type Piece } from "./piece.ts";

/** A sketch under the name of one of its blocks. */
interface Member {
  readonly block: string;
  readonly id: string;
  readonly features: string;
}

/**
 * Finds copies in each block of sketches, a line of JSON for each cluster. Blocks come in ascending order, so that one is
 * whole where the next begins, and no more than one is held at a time.
 */
export async function* copiesOf(pieces: AsyncIterable<Piece>, minScore: number): AsyncGenerator<string> {
  let block = "";
  let index = new SimilarityIndex();
  const found = (): string =>
    index
      .duplicates({ minScore })
      .map((ids) => `${toJson({ ids })}\n`)
      .join("");
  for await (const piece of pieces) {
    for (const [place, line] of placed(piece)) {
      const member = readMember(place, line);
      if (member.block < block) {
        throw new Error(`${place}: the block ${member.block} comes after ${block}; sort the lines by block`);
      }
      if (member.block > block) {
        yield found();
        index = new SimilarityIndex();
        block = member.block;
      }
      try {
        index.addSketch(member.id, member.features);
      } catch (error) {
        throw new Error(`${place}: ${(error as Error).message}`);
      }
    }
  }
  yield found();
}

function* placed({ file, line, bytes, holds }: Piece): Iterable<[place: string, line: string]> {
  if (holds !== "lines") throw new Error(`${file}:${line}: the line is longer than 64 MiB`);
  let number = line;
  for (const each of linesOf(bytes)) yield [`${file}:${number++}`, fromUtf8(each)];
}

function readMember(place: string, line: string): Member {
  let member: Partial<Member> | null = null;
  try {
    member = JSON.parse(line);
  } catch {
    // Told below.
  }
  const { block, id, features } = member ?? {};
  if (typeof block === "string" && typeof id === "string" && typeof features === "string") {
    return { block, id, features };
  }
  throw new Error(`${place}: found no sketch, expected {"block": "...", "id": "...", "features": "..."}`);
}
