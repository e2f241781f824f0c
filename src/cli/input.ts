import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { tellFailure } from "./output.ts";

/** Reads a file as UTF-8; `-` is standard input. Where that fails, tells why and gives `undefined`. */
export async function readOrTell(file: string): Promise<string | undefined> {
  try {
    return await (file === "-" ? text(process.stdin) : readFile(file, "utf8"));
  } catch (error) {
    tellFailure("read", file, error);
    return undefined;
  }
}
