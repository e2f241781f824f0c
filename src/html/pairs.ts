import { type FieldRow, isEntriesRow } from "../format/fields.ts";
import { textOf } from "./node.ts";
import { folded, type Segment } from "./segments.ts";

/** Records of a name and a type that stand without labels: `nginx (stack)`, `nginx – stack`, two cells, two elements. */

/** The texts of a name and its type. */
export type Pair = readonly [name: readonly Segment[], type: readonly Segment[]];

/** What stands around a type, where the name stands beside it. */
const OPENING = /^[\s([{:|,/·•–—-]+/;
const CLOSING = /[\s)\]}:|,;/·•–—-]+$/;

/** A name with its type behind it, in brackets or after a sign. */
const BEHIND = /^(.*\S)(?:\s*[([]\s*([^()[\]]+?)\s*[)\]]|\s*[:|,/·]\s*(\S.*?)|\s+[–—-]\s+(\S.*?))\s*$/s;
/** A type with its name behind it. */
const BEFORE = /^\s*(\S+?)\s*(?:[:|]|\s[–—-]\s)\s*(?=\S)/;

/** Reads the items of a field as records of two values, of which the second is of few words; undefined where one is none. */
export function pairsOf(
  html: string,
  row: FieldRow,
  items: readonly (readonly Segment[])[],
): Pair[] | undefined {
  const types = typesOf(row);
  if (types === undefined || items.length === 0) return undefined;
  const isType = (text: string): boolean => types.has(folded(text));
  const pairs = items.map((item) => pairOf(html, item, isType));
  if (pairs.every((pair) => pair !== undefined)) return pairs;
  return inTurns(html, items.flat(), isType);
}

/** The words of which the second of two values is one. */
function typesOf(row: FieldRow): ReadonlySet<string> | undefined {
  if (!isEntriesRow(row) || row.kind !== "records" || row.entries.length !== 2) return undefined;
  const { kinds } = row.entries[1] as { readonly kinds?: readonly string[] };
  return kinds === undefined ? undefined : new Set(kinds);
}

type IsType = (text: string) => boolean;

/** Reads one item: a type in an element of its own, or behind or before the name. */
function pairOf(html: string, item: readonly Segment[], isType: IsType): Pair | undefined {
  const last = item[item.length - 1];
  if (last === undefined) return undefined;
  const own = bare(html, last);
  if (item.length > 1 && own !== undefined && isType(textOf(html, own.text))) {
    const name = item.slice(0, -1);
    // Several types on one line are several records.
    const isSeveral = name.some((segment) => isType(textOf(html, (bare(html, segment) ?? segment).text)));
    if (isSeveral) return undefined;
    return [[...name.slice(0, -1), ...closed(html, name[name.length - 1] as Segment)], [own]];
  }
  if (last.text.character !== undefined) return undefined;
  const text = textOf(html, last.text);
  const [, name = "", bracketed, signed, dashed] = BEHIND.exec(item.length === 1 ? text : `.${text}`) ?? [];
  const type = bracketed ?? signed ?? dashed;
  if (type !== undefined && isType(type)) {
    const start = last.text.from;
    const past = start + name.length - (item.length === 1 ? 0 : 1);
    const from = start + text.lastIndexOf(type);
    return [
      [...item.slice(0, -1), cut(last, start, past)].filter(isFilled),
      [cut(last, from, from + type.length)],
    ];
  }
  return turnedPair(html, item, isType);
}

/** Reads an item whose type stands first. */
function turnedPair(html: string, item: readonly Segment[], isType: IsType): Pair | undefined {
  const [first, ...others] = item as readonly [Segment, ...Segment[]];
  if (first.text.character !== undefined) return undefined;
  const found = BEFORE.exec(textOf(html, first.text));
  if (found === null || !isType(found[1] as string)) return undefined;
  const { from, to } = first.text;
  const type = from + found[0].indexOf(found[1] as string);
  return [
    [cut(first, from + found[0].length, to), ...others].filter(isFilled),
    [cut(first, type, type + (found[1] as string).length)],
  ];
}

/** Reads names and types in turns, each in an element of its own. */
function inTurns(html: string, segments: readonly Segment[], isType: IsType): Pair[] | undefined {
  const pairs: Pair[] = [];
  let name: Segment[] = [];
  for (const segment of segments) {
    const own = bare(html, segment);
    if (own === undefined) continue;
    if (name.length > 0 && isType(textOf(html, own.text))) {
      pairs.push([name, [own]]);
      name = [];
    } else name.push(segment);
  }
  return name.length === 0 && pairs.length > 0 ? pairs : undefined;
}

const isFilled = ({ text }: Segment): boolean => text.from < text.to;

const cut = (segment: Segment, from: number, to: number): Segment => ({
  ...segment,
  text: { ...segment.text, from, to },
});

/** A segment without the signs around it; undefined where nothing else stands in it. */
function bare(html: string, segment: Segment): Segment | undefined {
  if (segment.text.character !== undefined) return segment;
  const text = textOf(html, segment.text);
  const from = segment.text.from + (OPENING.exec(text)?.[0].length ?? 0);
  const to = segment.text.to - (CLOSING.exec(text)?.[0].length ?? 0);
  return from < to ? cut(segment, from, to) : undefined;
}

/** The last segment of a name without the sign that leads to its type; none where it is only that sign. */
function closed(html: string, segment: Segment): Segment[] {
  if (segment.text.character !== undefined) return [segment];
  const text = textOf(html, segment.text);
  const { length } = /\s*[([{:|,/·•–—-]?\s*$/.exec(text)?.[0] ?? "";
  return length < text.length ? [cut(segment, segment.text.from, segment.text.to - length)] : [];
}
