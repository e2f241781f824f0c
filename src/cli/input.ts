import { openContent } from "./content.ts";
import { tellFailure } from "./output.ts";
import { fromUtf8 } from "./piece.ts";

/** Reads a file as text; `-` is standard input. Where that fails, says why and gives `undefined`. */
export async function readOrTell(file: string): Promise<string | undefined> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of openContent(file)) chunks.push(chunk);
    return fromUtf8(Buffer.concat(chunks));
  } catch (error) {
    tellFailure("read", file, error);
    return undefined;
  }
}
