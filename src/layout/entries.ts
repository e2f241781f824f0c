import type { FieldRow, ValueRow } from "../format/fields.ts";
import type { Bit } from "./bits.ts";
import type { Draft } from "./draft.ts";
import { isPlainItem } from "./lists.ts";
import { itemRow, type Row, rowOf } from "./row.ts";
import { Strand } from "./strand.ts";

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
): Row[] {
  const bits = (rest === undefined ? under : [rest, ...under]).filter(({ text }) => text.text !== "");
  if (bits.length === 0) return under.length === 0 ? [label] : [label, ...under.map(({ row }) => row)];
  const pieces = joined(
    field,
    bits.flatMap((bit) => piecesOf(field, bit)),
    draft,
  );
  const depth = field.kind === "records" ? 2 : 1;
  return [label, ...pieces.map((piece) => rowOfPiece(piece, depth))];
}

function rowOfPiece({ bit, key, value, whole }: Piece, depth: number): Row {
  if (whole && bit.whole && (!bit.bulleted || isPlainItem(bit))) return bit.row;
  if (key === undefined) return bit.bulleted ? itemRow(value, depth) : rowOf([value]);
  return itemRow(Strand.join([key, ": ", value]), depth);
}

/** A key and the colon after it; a stop may follow that an extractor put at the end of bold text. */
const patterns = new Map<EntriesField, { start: RegExp; within: RegExp }>();

function patternsOf(field: EntriesField): { start: RegExp; within: RegExp } {
  let made = patterns.get(field);
  if (made === undefined) {
    const keys = [...field.entries]
      .map(({ label }) => label.replace(/ /g, "\\s+"))
      .sort((a, b) => b.length - a.length)
      .join("|");
    made = {
      start: new RegExp(`^(${keys})(?:(\\*{0,2}\\s*[:：]\\*{0,2}\\.?)\\s*|\\s*$)`, "i"),
      within: new RegExp(`(?:${keys})\\s*:`, "gi"),
    };
    patterns.set(field, made);
  }
  return made;
}

/** Cuts a bit at the keys that stand in it. */
function piecesOf(field: EntriesField, bit: Bit): Piece[] {
  const { text } = bit;
  const { start, within } = patternsOf(field);
  const cuts: number[] = [0];
  const seen = new Set([start.exec(text.text)?.[1]?.toLowerCase()]);
  for (const { index, 0: found } of text.text.matchAll(within)) {
    const key = found.slice(0, -1).trim().toLowerCase();
    if (index === 0 || (seen.has(key) && field.kind === "entries")) continue;
    if (
      /[a-z]/i.test(text.text.charAt(index - 1)) &&
      /^(?:type|url|name|seed|depth)$/.test(key) &&
      /[a-z]$/.test(text.text.slice(0, index)) &&
      !/^[A-Z]/.test(found) &&
      field.kind !== "records"
    )
      continue;
    seen.add(key);
    cuts.push(index);
  }
  return cuts.map((from, i) => {
    const part = text.slice(from, cuts[i + 1] ?? text.text.length).trim();
    const found = start.exec(part.text);
    const key = found === null ? undefined : part.slice(0, (found[1] as string).length);
    const value = found === null ? part : part.slice(found[0].length).trim();
    return { bit, key, value, whole: cuts.length === 1 };
  });
}

/** Puts values with the keys that stand on the line above, and the rest of values that were wrapped. */
function joined(field: EntriesField, pieces: readonly Piece[], draft: Draft): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (
      last?.key !== undefined &&
      piece.key === undefined &&
      last.value.text === "" &&
      !(piece.bit.bulleted && !last.bit.bulleted)
    ) {
      out[out.length - 1] = { ...last, value: piece.value, whole: false };
    } else if (last?.key !== undefined && piece.key === undefined && isRestOfUrl(last, piece)) {
      const message = "the address runs over several lines; it was read as one";
      draft.tell("wrapped_text", ["meta", field.key], message, last.bit.row, piece.bit.row);
      out[out.length - 1] = { ...last, value: Strand.join([last.value, piece.value]), whole: false };
    } else if (
      last?.key !== undefined &&
      piece.key === undefined &&
      !last.whole &&
      !piece.bit.bulleted &&
      last.value.text !== ""
    ) {
      const message = "the value runs over several lines; it was read as one, joined with spaces";
      draft.tell("wrapped_text", ["meta", field.key], message, last.bit.row, piece.bit.row);
      out[out.length - 1] = { ...last, value: Strand.join([last.value, " ", piece.value]), whole: false };
    } else {
      out.push(piece);
    }
  }
  return out;
}

/** Tells whether a piece goes on with the address above it: neither has a space. */
const isRestOfUrl = ({ key, value }: Piece, rest: Piece): boolean =>
  /^url$/i.test(key?.text ?? "") &&
  /^https?:\S+$/.test(value.text) &&
  /^\S+$/.test(rest.value.text) &&
  !rest.bit.bulleted;
