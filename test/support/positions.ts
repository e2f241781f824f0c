import type { PostPosition } from "alphanode-post";
import { flagged } from "../../src/format/pattern.ts";
import { expectSame } from "./check.ts";

/** Spaces that extractors put in the place of plain ones, and marks that nobody sees. */
const SPACES = /[\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const MARKS = /[\u200b\u2060\ufeff]/g;
const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/;
/** Letters that a typesetter put into one. */
const LIGATURES = /[\ufb00-\ufb06]/g;

/** What a terminal was told, and letters that others are struck over. */
const [ESCAPE, BELL, BACK] = ["\u001b", "\u0007", "\b"];
const CODES = flagged(
  "gu",
)`${ESCAPE}(?:\[[\d;]*[A-Za-z]|\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\))|(.)${BACK}(?=\1)`;

/** Values by JSON Pointer. */
export type Values = [pointer: string, value: unknown][];

/** Blocks of an article, whose type says what the rest of them is and stands nowhere. */
const BLOCKS = /^\/(?:intro|sections\/\d+\/blocks)\/\d+$/;

export const pointerAt = (around: string, key: string | number): string =>
  `${around}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** All values of a post that stand in characters. */
export function valuesOf(value: unknown, pointer = ""): Values {
  if (typeof value !== "object") return [[pointer, value]];
  return Object.entries(value ?? {}).flatMap(([key, part]) =>
    key === "type" && BLOCKS.test(pointer) ? [] : valuesOf(part, pointerAt(pointer, key)),
  );
}

/** Characters that layouts write as references. */
const REFERENCES = /&(?:#(\d+)|#x([\da-f]+)|[a-z]+);/gi;

/** The letters and digits of a text. */
const bare = (text: string): string =>
  text
    .replace(REFERENCES, (_, decimal?: string, hex?: string) =>
      decimal === undefined && hex === undefined
        ? ""
        : String.fromCodePoint(decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)),
    )
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Reads characters back, by the kind of value they are said to hold. */
export function readBack(characters: string, value: unknown): unknown {
  const lines = characters
    .replace(CODES, "")
    .replace(SPACES, " ")
    .replace(MARKS, "")
    .replace(LIGATURES, (letters) => letters.normalize("NFKC"))
    .split(LINE_ENDS);
  const text = lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
  if (typeof value === "number") return Number(text.replace(/[^\d]/g, ""));
  if (typeof value === "boolean") return /^(?:1|true|yes)$/i.test(text);
  const isCode = String(value).includes("\n") || /^\s/.test(String(value));
  const read = isCode ? lines.map((line) => line.trimEnd()).join("\n") : text;
  // Layouts have references, escapes, bullets and marks of their own around and within a value.
  return read !== value && bare(read) === bare(String(value)) ? value : read;
}

/** Expects values, and nothing else, to have positions, and their characters to read back to them. */
export function expectLocated(
  text: string,
  values: Values,
  positions: ReadonlyMap<string, PostPosition>,
  read = readBack,
): void {
  expectSame([...positions.keys()].sort(), values.map(([pointer]) => pointer).sort());
  const ends = [...text.matchAll(new RegExp(LINE_ENDS, "g"))];
  const starts = [0, ...ends.map(({ 0: end, index }) => index + end.length)];
  for (const [pointer, value] of values) {
    const { start, end } = positions.get(pointer) as PostPosition;
    for (const { line, column, offset } of [start, end])
      expectSame((starts[line - 1] ?? Number.NaN) + column - 1, offset);
    expectSame([pointer, read(text.slice(start.offset, end.offset), value)], [pointer, value]);
  }
}
