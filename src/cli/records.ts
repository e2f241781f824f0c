import type { ParseOptions, PostPoint } from "alphanode-post";
import { isLosslessNumber, parse as parseExactly, stringify as stringifyExactly } from "lossless-json";
import { isPage } from "./forms.ts";
import { postsIn, within } from "./joined.ts";
import { withoutHalves } from "./json.ts";
import { fromUtf8, linesOf, type Piece } from "./piece.ts";
import { type ReadAs, type Reading, readPage, READERS as TEXT_READERS } from "./readers.ts";

/** Where a line of JSON says what. */
export interface Fields {
  /** The property that holds the text. */
  readonly text: string;
  /** The properties that may hold the id, the first that is there. */
  readonly id: readonly string[];
  /** Properties to keep. */
  readonly keep: readonly string[];
}

/** Where lines say what unless the call says otherwise. */
export const FIELDS: Fields = { text: "text", id: ["id", "url"], keep: [] };

/** Problems of the input; those of a text are the library's. */
export type InputCode =
  | "input_empty_line"
  | "input_not_json"
  | "input_not_object"
  | "input_no_text"
  | "input_no_id"
  | "input_line_too_long"
  | "input_page";

/** What is wrong with a line. */
export interface InputProblem {
  readonly code: InputCode;
  readonly message: string;
}

/** What was read in the place of a post: its text, what it is known by, where it stands, and what is wrong. */
export interface Found {
  readonly place: string;
  /** Null where the line does not say. */
  readonly id: string | null;
  /** Undefined where there is none. */
  readonly text: string | undefined;
  /** The text of the file, where that holds several posts, and where this one starts in it. */
  readonly joined?: { readonly text: string; readonly start: PostPoint };
  /** Whether the text is a web page. */
  readonly isPage?: boolean;
  /** What was read of it, where that is done. */
  readonly reading?: Reading;
  readonly problem: InputProblem | undefined;
  /** What was kept, as text: JSON where it was none. */
  readonly kept: Readonly<Record<string, string | null>>;
}

/** Reads what was found: a text, a page, or what was read already. Issues of a file of texts point into the file. */
export function readFound(
  { text = "", joined, isPage, reading }: Found,
  as: ReadAs,
  options: ParseOptions,
): Reading | Promise<Reading> {
  if (joined !== undefined) return within(joined.start, TEXT_READERS[as](text, options));
  return reading ?? (isPage ? readPage(text, as, options) : TEXT_READERS[as](text, options));
}

const EXPECTED = "expected a JSON object";

const READERS: Readonly<Record<Piece["holds"], (piece: Piece, fields: Fields) => Iterable<Found>>> = {
  text: readText,
  page: ({ file, bytes }, fields) => [{ ...whole(file, file, bytes, fields), isPage: true }],
  lines: readLines,
  "site post": ({ bytes, read }, fields) => {
    const { id, place, reading } = read as NonNullable<Piece["read"]>;
    return [{ ...whole(place, id, bytes, fields), reading }];
  },
  "overlong line": ({ file, line }, fields) => [
    unread(`${file}:${line}`, fields, "input_line_too_long", "the line is longer than 64 MiB"),
  ],
};

/** Gives a record for each post of a piece, and for each line that is none, in order. */
export function* recordsOf(piece: Piece, fields: Fields): Iterable<Found> {
  let skip = piece.skip ?? 0;
  for (const found of READERS[piece.holds](piece, fields)) {
    if (skip > 0) skip -= 1;
    else yield found;
  }
}

/** What is a post as a whole. */
const whole = (place: string, id: string, bytes: Uint8Array, { keep }: Fields): Found => ({
  place,
  id,
  text: fromUtf8(bytes),
  problem: undefined,
  kept: Object.fromEntries(keep.map((name) => [name, null])),
});

/** A line of which nothing can be read. */
function unread(place: string, { keep }: Fields, code: InputCode, message: string): Found {
  const kept = Object.fromEntries(keep.map((name) => [name, null]));
  return { place, id: null, text: undefined, problem: { code, message }, kept };
}

/** Reads the posts of a text. Where it holds several, each is known by the file and its number there. */
function* readText({ file, bytes }: Piece, { keep }: Fields): Iterable<Found> {
  const kept = Object.fromEntries(keep.map((name) => [name, null]));
  const whole = fromUtf8(bytes);
  for (const { id, text, start } of postsIn(file, whole))
    yield { place: id, id, text, joined: { text: whole, start }, problem: undefined, kept };
}

function* readLines({ file, line, bytes }: Piece, fields: Fields): Iterable<Found> {
  let number = line;
  for (const each of linesOf(bytes)) {
    yield readLine(`${file}:${number}`, fromUtf8(each).trim(), fields);
    number += 1;
  }
}

/** Reads a line: its text, its id, and what is to be kept of it. */
function readLine(place: string, line: string, fields: Fields): Found {
  if (line === "") return unread(place, fields, "input_empty_line", `the line is empty; ${EXPECTED}`);
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return readRecord(place, line, value as Record<string, unknown>, fields);
    }
    return unread(place, fields, "input_not_object", `the line is ${kindOf(value)}; ${EXPECTED}`);
  } catch {
    return unread(place, fields, "input_not_json", `the line is not JSON; ${EXPECTED}`);
  }
}

function readRecord(place: string, line: string, record: Record<string, unknown>, fields: Fields): Found {
  const text = own(record, fields.text);
  const idField = fields.id.find((name) => (own(record, name) ?? null) !== null) ?? (fields.id[0] as string);
  const id = own(record, idField);
  const kept = fields.keep.map((name) => [name, asText(line, name, own(record, name))] as const);
  return {
    place,
    id: typeof id === "string" || typeof id === "number" ? asText(line, idField, id) : null,
    text: typeof text === "string" ? text : undefined,
    isPage: typeof text === "string" && isPage(text),
    problem: problemOfText(fields.text, text) ?? problemOfId(idField, id),
    kept: Object.fromEntries(kept),
  };
}

/** A property of its own: `constructor` is one of every object. */
const own = (record: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined;

function problemOfText(name: string, text: unknown): InputProblem | undefined {
  if (typeof text === "string") return undefined;
  return { code: "input_no_text", message: `"${name}" is ${kindOf(text)}; expected the text of a post` };
}

function problemOfId(name: string, id: unknown): InputProblem | undefined {
  if (typeof id === "string" || typeof id === "number") return undefined;
  return { code: "input_no_id", message: `"${name}" is ${kindOf(id)}; expected a text or a number` };
}

/** A value as text: itself, or its JSON. Numbers are as the line writes them, however many digits they have. */
function asText(line: string, name: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || Number.isSafeInteger(value)) return String(value);
  const exact = (parseExactly(line) as Record<string, unknown>)[name];
  if (isLosslessNumber(exact)) return exact.toString();
  const json = stringifyExactly(exact);
  return json === undefined ? null : withoutHalves(json);
}

function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
