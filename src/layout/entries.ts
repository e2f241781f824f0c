import { lower } from "../format/case.ts";
import { FIELDS, type FieldRow, isEntriesRow, placeOf, type ValueRow } from "../format/fields.ts";
import { anyCase, flagged } from "../format/pattern.ts";
import { readValue } from "../format/values.ts";
import { bareEntries } from "./bare-entries.ts";
import { type Bit, isRestOfCell } from "./bits.ts";
import { pastBullets } from "./bullets.ts";
import { type Draft, flattened } from "./draft.ts";
import { looksLabelled, MIN_BEFORE, startsEntry } from "./labels.ts";
import { isPlainItem } from "./lists.ts";
import { itemRow, type Row, rowOf } from "./row.ts";
import { Strand } from "./strand.ts";
import { anyLabel, STARTS_WITH_LABEL } from "./words.ts";
import { isFull } from "./wrapped.ts";

/** Entries and records of the box: keys are known, so that what stands between two of them is a value. */

type EntriesField = FieldRow & { readonly entries: readonly ValueRow[] };

/** A key with its value, or a stretch without a key. */
interface Piece {
  readonly bit: Bit;
  readonly key: Strand | undefined;
  readonly value: Strand;
  /** Whether it is the whole bit. */
  readonly whole: boolean;
}

/** Lays out the entries of a field: its label, and a row for each key with its value. */
export function entryRows(
  field: EntriesField,
  label: Row,
  rest: Bit | undefined,
  under: readonly Bit[],
  draft: Draft,
  width: number | undefined,
): Row[] {
  const bits = withoutOpeners(field, rest ? [rest, ...under] : under);
  if (bits.length === 0) return [label];
  const all = barePieces(field, bits) ?? bits.flatMap((bit) => piecesOf(field, bit, draft));
  const pieces = joined(all, width);
  const depth = field.kind === "records" ? 2 : 1;
  const isBare = pieces.length === all.length;
  return [label, ...withEmptyFlags(field, pieces, draft).map((piece) => rowOfPiece(piece, depth, isBare))];
}

/** Writes flags that are empty as such that are not set, where others are and none is written so: some languages print them thus. */
function withEmptyFlags(field: EntriesField, pieces: readonly Piece[], draft: Draft): readonly Piece[] {
  const isEmpty = ({ key, value }: Piece): boolean => key !== undefined && value.text === "";
  const [flag] = field.entries;
  const set = pieces.filter(
    ({ value }) => flag?.kind === "flag" && readValue(flag, value.text)?.value === true,
  );
  const empty = pieces.filter(isEmpty);
  if (set.length === 0 || empty.length === 0 || set.length + empty.length < field.entries.length)
    return pieces;
  for (const { bit } of empty)
    draft.tell("unusual_value", ["meta", field.key], "a flag is empty; it was read as 0", bit.row);
  return pieces.map((piece) =>
    isEmpty(piece) ? { ...piece, value: Strand.join([piece.value, "0"]), whole: false } : piece,
  );
}

/** Takes off the bullets that stand alone on a line before the entry they open; any other is an item without a text. */
function withoutOpeners(field: EntriesField, bits: readonly Bit[]): Bit[] {
  let next = "";
  const kept: Bit[] = [];
  for (const bit of [...bits].reverse()) {
    const { text } = bit.text;
    if (text === "" && startsEntry(field, next)) continue;
    if (text !== "") next = text;
    kept.push(bit);
  }
  return kept.reverse();
}

/** The row of a piece; one without a bullet stands as it is where all do. */
function rowOfPiece({ bit, key, value, whole }: Piece, depth: number, isBare: boolean): Row {
  if (whole && bit.whole && (bit.isItem ? isPlainItem(bit) : isBare)) return bit.row;
  if (!key) return bit.isItem ? itemRow(value, depth) : rowOf([value]);
  return itemRow(Strand.join([key, ": ", value]), depth);
}

/** The keys of a field at the start of a text, with the colon after it, and within one. */
interface Keys {
  readonly start: RegExp;
  readonly within: RegExp;
}

const KEYS: readonly Keys[] = FIELDS.map((row: FieldRow) => {
  const key = anyLabel(isEntriesRow(row) ? row.entries : []);
  return {
    // A stop may follow the colon, where an extractor ends what was bold with one.
    start: anyCase`^(${key})(?:(\s*:\.?)(?:[*_]{2}(?=\s))?\s*|\s*$)`,
    within: flagged("gi")`${key}\s*:`,
  };
});

/** Bullets and marks of emphasis that stand before the next key. */
const BULLETS_AFTER = /,?(?:\s*\\+)?(?:\s+(?:[-*+•◦○▪□o]|\d{1,2}[.)]|[*_]{2}))*\s*$/g;

/** Cuts bits at the keys that stand in them without a colon, where each starts with a key or with the value of one. */
function barePieces(field: EntriesField, bits: readonly Bit[]): Piece[] | undefined {
  const text = Strand.join(bits.flatMap(({ text }, i) => (i === 0 ? [text] : [" ", text])));
  const bare = bareEntries(field, text.text);
  const starts = new Set(bare?.flatMap(([[key], [value]]) => [key, value]));
  let start = 0;
  for (const bit of bits) {
    if (!starts.has(start)) return undefined;
    start += bit.text.text.length + 1;
  }
  return bare?.map(([key, value]) => ({
    bit: bits[0] as Bit,
    key: text.slice(...key),
    value: text.slice(...value),
    whole: false,
  }));
}

/** Cuts a bit at the keys that stand in it. */
function piecesOf(field: EntriesField, bit: Bit, draft: Draft): Piece[] {
  const { text } = bit;
  const bare = barePieces(field, [bit]);
  if (bare) return bare;
  const { start, within } = KEYS[placeOf(field)] as Keys;
  const cuts: number[] = [0];
  const seen = new Set([start.exec(text.text)?.[1]?.toLowerCase()]);
  for (const { index, 0: found } of text.text.matchAll(within)) {
    const key = lower(found.slice(0, -1).trim());
    if (index < MIN_BEFORE || (seen.has(key) && field.kind === "entries")) continue;
    // Behind a letter, a short key may be the end of a word; a number behind it is its value.
    const [before, past] = [text.text.charAt(index - 1), index + found.length];
    if (
      field.kind !== "records" &&
      /[a-z]/.test(before) &&
      /^(?:seed|depth)$/.test(key) &&
      !/^[A-Z]/.test(found) &&
      !/^\s*\d/.test(text.text.slice(past, past + 4))
    )
      continue;
    seen.add(key);
    cuts.push(index);
  }
  const past = cuts.length - 1;
  const cells = cuts.map((from, i) => text.slice(from, cuts[i + 1]));
  const counted = withoutNumbers(field, bit, cells);
  if (counted !== cells)
    draft.tell("flattened_list", ["meta", field.key], flattened(`"${field.label}"`), bit.row);
  const parts = counted.map((part, i) =>
    i === past ? part : withoutOwnBullet(part.without(BULLETS_AFTER).trim(), bit),
  );
  return withoutSignBetween(parts).map((part) => {
    const found = start.exec(part.text);
    const key = found === null ? undefined : part.slice(0, (found[1] as string).length);
    const value = found === null ? part : part.slice(found[0].length).trim();
    return { bit, key, value, whole: cuts.length === 1 && !found?.[2]?.endsWith(".") };
  });
}

/**
 * Takes the numbers of the next entries off the ends of those before, where the first and all others have them in their order:
 * `1. context: x2. problem: y3. `; of records, those of the next record and of its first entry: `x2. type: y2. 1. name: z`.
 */
function withoutNumbers(
  { kind, entries }: EntriesField,
  { cell }: Bit,
  parts: readonly Strand[],
): readonly Strand[] {
  const past = parts.length - 1;
  const size = kind === "records" ? entries.length : parts.length;
  const numbers = parts.map((_, i) =>
    i === past ? "" : (i + 1) % size === 0 ? `${(i + 1) / size + 1}. 1. ` : `${(i % size) + 2}. `,
  );
  const isNumbered =
    cell.text.startsWith("1. ") && parts.every(({ text }, i) => text.endsWith(numbers[i] as string));
  if (!isNumbered) return parts;
  return parts.map((part, i) => part.slice(0, part.text.length - (numbers[i] as string).length));
}

/** Takes the bullet of a line off the end of what stands on it before another entry, which has lost the line end before it. */
function withoutOwnBullet(part: Strand, { cell }: Bit): Strand {
  const bullet = cell.text.slice(0, pastBullets(cell.text)).trimEnd();
  const end = part.text.length - bullet.length;
  return bullet !== "" && end > 0 && part.text.endsWith(bullet) ? part.slice(0, end) : part;
}

/** Takes off the signs, as a slash, that all entries on a line end with but the last; of two, such as end no value. */
function withoutSignBetween(parts: readonly Strand[]): readonly Strand[] {
  const past = parts.length - 1;
  const pattern = past > 1 ? ANY_SIGN : SIGN_BETWEEN;
  const signs = parts.slice(0, past).map(({ text }) => pattern.exec(text)?.[0] ?? "");
  const [sign = ""] = signs.sort((a, b) => a.length - b.length);
  const isBetween = sign !== "" && parts.every(({ text }, i) => text.endsWith(sign) === i < past);
  const without = (part: Strand): Strand => part.slice(0, part.text.length - sign.length).trim();
  return isBetween ? parts.map((part, i) => (i < past ? without(part) : part)) : parts;
}
const ANY_SIGN = /(?:&#?\w+;|%[\dA-F]{2}|[^\p{L}\p{N}])+$/u;
const SIGN_BETWEEN = /[/&;|,·~]$/;

/** Puts values with the keys that stand on the line above, and the rest of values that were wrapped. */
function joined(pieces: readonly Piece[], width: number | undefined): Piece[] {
  const out: Piece[] = [];
  pieces.forEach((piece, i) => {
    const last = out.at(-1);
    const between =
      !last?.key || piece.key ? undefined : joint(last, piece, (pieces[i - 1] as Piece).bit, width);
    if (!last || between === undefined) {
      out.push(piece);
      return;
    }
    const value = last.value.text === "" ? piece.value : last.value.joinedWith(between, piece.value);
    out[out.length - 1] = { ...last, value, whole: false };
  });
  return out;
}

/** What stands between the value of a key and a piece that goes on with it; undefined where it does not. */
function joint(last: Piece, piece: Piece, above: Bit, width: number | undefined): string | undefined {
  if (piece.value.text === "") return undefined;
  const isRest = last.value.text !== "" && isHanging(last.bit, piece.bit);
  if (looksLabelled(piece.value.text) && !isRest) return undefined;
  if (last.value.text === "") return piece.bit.isItem && !last.bit.isItem ? undefined : " ";
  if (isRestOfUrl(last, piece)) return "";
  if (!isRest && isRestOfCell(piece.bit, above)) return /^url$/i.test(last.key?.text ?? "") ? "" : " ";
  return isRest || isWrapped(above, piece.bit, width) ? " " : undefined;
}

/** Tells whether a bit is the wrapped rest of an entry: it has no bullet and starts where the entry's text starts, or further in. */
const isHanging = (entry: Bit, rest: Bit): boolean =>
  entry !== rest && !rest.isItem && entry.isItem && rest.column >= entry.column;

/** Tells whether a bit is the rest of the line above, which had no room for its first word. */
const isWrapped = (above: Bit, { isItem, apart, row, text }: Bit, width: number | undefined): boolean =>
  width !== undefined &&
  !isItem &&
  !apart &&
  row !== above.row &&
  isFull(above.row, row, width) &&
  !STARTS_WITH_LABEL.test(text.text);

/** What goes on with an address has a sign or a number in it, and is no number alone, nor another address. */
const REST_OF_URL = /^(?!\d{1,4}$|https?:)(?=.*[\d=&?/.%_+-])\S+$/;

/** Tells whether a piece goes on with the address above it: neither has a space. */
const isRestOfUrl = ({ key, value }: Piece, rest: Piece): boolean =>
  /^url$/i.test(key?.text ?? "") &&
  /^https?:\S+$/.test(value.text) &&
  REST_OF_URL.test(rest.value.text) &&
  !rest.bit.isItem;
