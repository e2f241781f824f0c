import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

/** Reads a file as UTF-8; `-` is standard input. */
export async function readSource(file: string): Promise<string> {
  return file === "-" ? text(process.stdin) : readFile(file, "utf8");
}
