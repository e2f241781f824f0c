/**
 * PHP's serialised form, in which WordPress keeps arrays as meta. It is read as data: an array or an object becomes a
 * map, whose keys come in the order written and mean nothing to JavaScript; no class is ever made.
 */

/** A value: text (numbers and flags as their text, so that no digit is lost), nothing, or an array or object. */
export type PhpValue = string | null | PhpArray;
/** An array or the properties of an object. */
export interface PhpArray extends Map<string, PhpValue> {}

/** What was read, and whether lengths or counts did not fit what stood there. */
export interface ReadPhp {
  readonly value: PhpValue;
  readonly corrected: boolean;
}

/** How a text starts and ends that WordPress takes for a serialised value. */
const SERIALISED = /^(?:a:\d+:\{|[OE]:\d+:"|s:\d+:").*[;}]$|^(?:[bi]:-?\d+|d:[-+.\dEINFA]+|N);$/s;

/** Tells whether a text looks like a serialised value. */
export const isSerialised = (text: string): boolean => SERIALISED.test(text.trim());

/** Reads a serialised value; undefined where it cannot be read. */
export function readPhp(text: string): ReadPhp | undefined {
  const reader = new PhpReader(text.trim());
  try {
    return { value: reader.whole(), corrected: reader.corrected };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Thrown within this file alone. */
class Unreadable extends Error {}

/** How deep arrays may be nested: a box has two levels. */
const MAX_DEPTH = 100;

/** What each UTF-16 unit of a text adds to a length, by the ways in which lengths were seen to be counted. */
const LENGTHS: readonly ((text: string, at: number) => number)[] = [
  bytesAt,
  // Bytes where line ends were CR LF before the file went through something that folds them.
  (text, at) => (text.charCodeAt(at) === 0x0a ? 2 : bytesAt(text, at)),
  // UTF-16 units, as some writers in JavaScript count.
  () => 1,
  // Characters.
  (text, at) => (isLowHalf(text, at) ? 0 : 1),
];

const isLowHalf = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;

/** How many bytes of UTF-8 a UTF-16 unit adds: the second half of a pair one, the first three. */
function bytesAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return isLowHalf(text, at) ? 1 : 3;
}

/** What may follow a text that is a key, a value in an array, or the whole. */
const AFTER = {
  key: /[bidsaOErR]:|N;/y,
  value: /i:-?\d+;|s:\d+:"|\}/y,
  whole: /$/y,
} as const;

class PhpReader {
  corrected = false;
  private at = 0;
  /** The values in the order in which references count them, and the length of each, references written out. */
  private readonly values: { value: PhpValue; size: number }[] = [];
  /** How many more units may be looked at in vain, so that wrong lengths cost no more than the text is long. */
  private spare: number;
  /** The length of what references repeated: no more than the text is long, since they can multiply. */
  private repeated = 0;

  constructor(private readonly text: string) {
    this.spare = 4 * text.length + 64;
  }

  whole(): PhpValue {
    const value = this.value(0, AFTER.whole);
    if (this.at < this.text.length) throw new Unreadable();
    return value;
  }

  private value(depth: number, after: RegExp): PhpValue {
    const kind = this.text[this.at] as string;
    if (kind === "R" || kind === "r") return this.reference(kind);
    const slot = { value: null as PhpValue, size: Number.POSITIVE_INFINITY };
    this.values.push(slot);
    const start = this.at - this.repeated;
    slot.value = this.plainValue(kind, depth, after);
    slot.size = this.at + this.repeated - start;
    return slot.value;
  }

  private plainValue(kind: string, depth: number, after: RegExp): PhpValue {
    switch (kind) {
      case "N":
        this.match(/N;/y);
        return null;
      case "b":
      case "i":
      case "d":
        return this.match(/[bid]:([-+.\dEINFA]+);/y);
      case "s":
      case "E":
        return this.string(after);
      case "a":
        return this.entries(Number(this.match(/a:(\d+):\{/y)), depth);
      case "O": {
        this.match(/O:\d+:"[^"]*":(?=\d)/y);
        return this.entries(Number(this.match(/(\d+):\{/y)), depth);
      }
      default:
        throw new Unreadable();
    }
  }

  /** Gives the value that stood before, unless it holds the reference itself or references multiply. */
  private reference(kind: string): PhpValue {
    const found = this.values[Number(this.match(/[rR]:(\d+);/y)) - 1];
    if (found === undefined || this.repeated + found.size > this.text.length) throw new Unreadable();
    this.repeated += found.size;
    if (kind === "r") this.values.push(found);
    return found.value;
  }

  private entries(count: number, depth: number): PhpArray {
    if (depth === MAX_DEPTH) throw new Unreadable();
    const entries: PhpArray = new Map();
    let found = 0;
    for (; this.text[this.at] !== "}"; found++) {
      const key = this.text[this.at] === "s" ? this.string(AFTER.key) : this.match(/i:(-?\d+);/y);
      entries.set(nameOf(key), this.value(depth + 1, AFTER.value));
    }
    this.at++;
    if (found !== count) this.corrected = true;
    return entries;
  }

  /** Reads a text by its length; where no end stands there, by other lengths, and last by the first end that fits. */
  private string(after: RegExp): string {
    const length = Number(this.match(/[sE]:(\d+):"/y));
    const start = this.at;
    let end = this.endAt(LENGTHS[0] as (typeof LENGTHS)[0], length);
    if (end < 0 || !this.text.startsWith('";', end)) {
      this.corrected = true;
      end = -1;
      for (const unit of LENGTHS.slice(1)) {
        if (end < 0) end = this.endAt(unit, length);
        if (end >= 0 && !this.endsAt(end, after)) end = -1;
      }
      if (end < 0) end = this.firstEnd(after);
    }
    this.at = end + 2;
    return this.text.slice(start, end);
  }

  /** Gives the offset past a length counted in some unit; below 0 where there is none. */
  private endAt(unit: (text: string, at: number) => number, length: number): number {
    const { text } = this;
    // No unit counts for more than four.
    if (length > 4 * (text.length - this.at)) return -1;
    let left = length;
    let at = this.at;
    for (; left > 0 && at < text.length && this.spare > 0; at++) left -= unit(text, at);
    if (!text.startsWith('";', at)) this.spare -= at - this.at;
    return left === 0 ? at : -1;
  }

  /** Tells whether a text can end at an offset, by what follows. */
  private endsAt(at: number, after: RegExp): boolean {
    after.lastIndex = at + 2;
    return this.text.startsWith('";', at) && after.test(this.text);
  }

  private firstEnd(after: RegExp): number {
    for (let at = this.at; ; at++) {
      at = this.text.indexOf('";', at);
      if (at < 0) throw new Unreadable();
      if (this.endsAt(at, after)) return at;
    }
  }

  /** Takes what stands here by a pattern and gives its group. */
  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) throw new Unreadable();
    this.at = pattern.lastIndex;
    return found[1] ?? "";
  }
}

/** The name of a key: properties that are not public stand behind their class, between zero characters. */
const nameOf = (key: string): string => key.slice(key.lastIndexOf("\0") + 1);

/** What can be written as a serialised array. */
export type PhpWritable =
  | string
  | number
  | boolean
  | readonly PhpWritable[]
  | ReadonlyMap<string, PhpWritable>;

/** Writes a value as WordPress stores it as meta: arrays serialised, and texts that look so, others as they are. */
export function writeMeta(value: PhpWritable): string {
  if (typeof value === "object") return serialise(value);
  const text = scalarText(value);
  return isSerialised(text) ? serialise(text) : text;
}

const scalarText = (value: string | number | boolean): string =>
  typeof value === "boolean" ? (value ? "1" : "0") : String(value);

/** Serialises a value; flags are the numbers 1 and 0, as the site has them. */
function serialise(value: PhpWritable): string {
  if (typeof value === "string") return `s:${byteLength(value)}:"${value}";`;
  if (typeof value !== "object") return `i:${scalarText(value)};`;
  const entries = [...(value as ReadonlyMap<string | number, PhpWritable>).entries()];
  const pairs = entries.map(([key, item]) => serialise(key) + serialise(item));
  return `a:${entries.length}:{${pairs.join("")}}`;
}

/** How many bytes of UTF-8 a text has. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) bytes += bytesAt(text, at);
  return bytes;
}
