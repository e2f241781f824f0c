import type { Piece } from "./pieces.ts";

/** The text of a post, what it is known by and where it stands. */
export interface NamedText {
  readonly place: string;
  readonly id: string;
  readonly text: string;
}

/** A line that is no post, and why. */
export interface BrokenLine {
  readonly place: string;
  readonly problem: string;
}

type Found = NamedText | BrokenLine;

const EXPECTED = 'expected a JSON object with "text" and "id" or "url", all strings';

/** Kept byte-order marks are the parser's business. */
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

const READERS: Readonly<Record<Piece["holds"], (piece: Piece) => Iterable<Found>>> = {
  text: ({ file, bytes }) => [{ place: file, id: file, text: UTF8.decode(bytes) }],
  lines: readLines,
  "overlong line": ({ file, line }) => [
    { place: `${file}:${line}`, problem: "the line is longer than 64 MiB and was passed over" },
  ],
};

/** Gives the posts of a piece, and the lines that are none, in order. */
export function recordsOf(piece: Piece): Iterable<Found> {
  return READERS[piece.holds](piece);
}

function* readLines({ file, line, bytes }: Piece): Iterable<Found> {
  const source = UTF8.decode(bytes);
  let number = line;
  for (let start = 0, end = 0; start < source.length; start = end + 1, number += 1) {
    end = source.indexOf("\n", start);
    if (end < 0) end = source.length;
    const found = source.slice(start, end).trim();
    if (found !== "") yield readLine(`${file}:${number}`, found);
  }
}

/** Reads a line: its text, and as the name of the post its id, or its url where there is none. */
function readLine(place: string, line: string): Found {
  const broken = (problem: string): BrokenLine => ({ place, problem: `${problem}; ${EXPECTED}` });
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return broken("the line is no JSON");
  }
  if (typeof record !== "object" || record === null) return broken(`the line is ${kindOf(record)}`);
  const { id, url, text } = record as Record<string, unknown>;
  const name = id ?? url;
  if (typeof text !== "string") return broken(`"text" is ${kindOf(text)}`);
  if (typeof name !== "string") return broken(`"${name === id ? "id" : "url"}" is ${kindOf(name)}`);
  return { place, id: name, text };
}

function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
