import { readCleanBox } from "../../src/parse/clean-box.ts";
import { parseSyntax } from "../../src/syntax/parse.ts";
import type { Source } from "../../src/syntax/scan.ts";

/** Hands a source to all that reads it: the grammars, and what reads clean boxes before them. */
export function parseAll(source: Source): void {
  parseSyntax(source);
  readCleanBox(source.text);
}

/** How often, at most, a character is read by the grammars. */
export const WORK = 24;
