import type { Bit } from "../layout/bits.ts";
import { type Found, foundAt } from "./found.ts";
import type { Joint } from "./joints.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";
import { LineLabels } from "./line-labels.ts";
import { endOfLonger } from "./longer.ts";
import { valueWeight } from "./suits.ts";
import { ADDRESS, LONG_WORD, MIN_FUSED, NEVER, START, STARTS_VALUE, WITHIN } from "./weights.ts";

/**
 * Where labels stand in the bits of a text. Extractors leave anything between a label and its value, or nothing, and put
 * several rows on one line; so each place that may be a label is weighed by what stands around it, by whether the values
 * on either side can be such, and by how the other labels of the text are written.
 */

/** How many labels of one line are weighed. */
const MAX_LABELS = 200;

/** How many lines have more than one label where others may, too. */
const MIN_RUNS = 2;

/** How many fields tell how the label of another one ends. */
const MIN_ALIKE = 2;

/** What follows a label right away where that is the start of a longer word: a letter of a script without capitals, or a hyphen. */
const GOES_ON = /^(?:\p{Lo}|-[\s\p{L}])/u;

/** What parts rows on one line: a gap, or a sign between spaces. */
const PARTS = /\s{2}$|\s[/|·•]\s$/;

/** What follows a label where that is the first part of a word with a hyphen; those that join labels and values are colons by now. */
const COMPOUND = /^-\p{L}/u;

/** A sign that what follows belongs to, unless it ends a figure: `32' 4"`, `12.450,-`. */
const OPENS = /(?:[/_=&#@([{“‘«]|(?<!\d['′]?)["']|(?<!\d[.,])-)$/;

interface Path {
  readonly found: Found;
  readonly before: Path | undefined;
  readonly weight: number;
}

/** Finds the labels of a table in bits. */
export class LabelSearch {
  /** The labels that start lines. */
  private readonly lines: LineLabels;
  /** Whether several lines hold more than one label. */
  private hasRuns = false;

  /** @param headings - the bits that are headings of the box, and no labels though one may be written like them */
  constructor(
    private readonly bits: readonly Bit[],
    private readonly table: LabelTable,
    private readonly headings: ReadonlySet<number> = new Set(),
  ) {
    this.lines = new LineLabels(bits, table, headings);
  }

  /** The labels, in the order of the text. */
  all(): Found[] {
    const all = this.inOrder();
    const runs = new Set(all.flatMap(({ at, from }) => (from > 0 ? [at] : [])));
    this.hasRuns = runs.size >= MIN_RUNS;
    // What many lines say of how rows share them tells of the others.
    return this.hasRuns ? this.inOrder() : all;
  }

  private inOrder(): Found[] {
    const all: Found[] = [];
    let seen = new Set<DeclaredField>();
    let open: Found | undefined;
    for (let at = 0; at < this.bits.length; at++) {
      const bit = this.bits[at] as Bit;
      if (open !== undefined && this.isItem(open, bit, at, seen)) continue;
      const path = this.bestPath(at, open);
      for (const found of path) {
        all.push(found);
        open = found;
        seen = new Set();
      }
    }
    return all;
  }

  /** Tells whether a bit is an item or an entry of a field above it. */
  private isItem(open: Found, bit: Bit, at: number, seen: Set<DeclaredField>): boolean {
    const { node, entries } = open.field;
    const head = this.bits[open.at] as Bit;
    const start = this.lines.at[at];
    if (entries !== undefined) {
      const label = entries.startOf(bit.text.text);
      const field = label === undefined ? undefined : entries.of(label);
      const isLonger = start !== undefined && label !== undefined && start.end > label.length;
      if (field !== undefined && !isLonger) {
        const isUnder = (bit.isItem && !head.isItem) || bit.column > head.column;
        if (start === undefined || isUnder || !seen.has(field)) {
          seen.add(field);
          return true;
        }
      }
    }
    if (start === undefined) return false;
    const isEmpty = head.text.text.length <= open.to;
    const isFurtherIn = !head.isItem || (bit.column > head.column && start.joint === "space");
    if (node.kind !== "value" && isEmpty && bit.isItem && isFurtherIn) return true;
    // "Color chart" in the cell behind a label, or below one in bold.
    const isParted = bit.after || (head.bold && !bit.bold);
    if (
      isEmpty &&
      at === open.at + 1 &&
      isParted &&
      start.joint === "space" &&
      start.to < bit.text.text.length
    )
      return true;
    // "Certificate" over "Certificate of completion".
    if (start.field === open.field && isEmpty && at === open.at + 1 && this.isOwnValue(start, bit, head))
      return true;
    return isEmpty && at === open.at + 1 && start.joint === "alone" && this.isValueOf(open, bit, at);
  }

  /** Tells whether what starts as the label above is its value: it goes on, or stands further in, before another label. */
  private isOwnValue({ joint, at }: Found, { column }: Bit, head: Bit): boolean {
    const isBefore = at + 1 === this.bits.length || this.lines.at[at + 1] !== undefined;
    return joint === "space" || (joint === "alone" && column > head.column && isBefore);
  }

  /** Tells whether a label alone on its line is the value of the label above. */
  private isValueOf({ field: { node } }: Found, { text }: Bit, at: number): boolean {
    const read = node.rule?.read(text.text);
    if (read === undefined) return false;
    const own = this.lines.at[at]?.field;
    const isKnown =
      node.rule?.isClosed === true || (node.rule?.words !== undefined && read.isUnfamiliar !== true);
    const next = this.lines.at[at + 1];
    // The label that follows its name has a value of its own: a line that stands twice has none, and a sentence may start with it.
    const isNext = next !== undefined && next.field === own && next.joint !== "space" && this.hasValue(next);
    return isNext || (isKnown && own !== undefined && (this.lines.byField.get(own)?.length ?? 0) > 1);
  }

  /** Tells whether something stands behind a label, or below it that is no label. */
  private hasValue({ at, joint }: Found): boolean {
    return joint !== "alone" || (at + 1 < this.bits.length && this.lines.at[at + 1] === undefined);
  }

  /** The labels of a bit: the best of all choices. */
  private bestPath(at: number, open: Found | undefined): Found[] {
    const bit = this.bits[at] as Bit;
    const { text } = bit.text;
    const matches = this.table.matches(text).slice(0, MAX_LABELS);
    if (matches.length === 0 || this.headings.has(at)) return [];
    const places = matches.flatMap(({ from, text: label }) => {
      const field = this.table.of(label);
      return field === undefined ? [] : [foundAt(this.bits, field, at, from, from + label.length)];
    });
    const start = this.lines.at[at];
    const isOpen = open !== undefined && !bit.apart && at - open.at <= 8;
    const fused = places.filter(
      ({ joint, end }) => joint === "fused" && STARTS_VALUE.test(text.slice(end)),
    ).length;
    const borders = places.map((place) =>
      place.from === 0
        ? this.startWeight(place, bit)
        : this.borderOf(place, text, fused >= MIN_FUSED && !this.lines.byField.has(place.field)),
    );
    const sure = new Set(
      places.filter(({ from }, i) => from > 0 && (borders[i] as number) > 0).map(({ field }) => field),
    );
    // Labels with a capital of fields that start no line anywhere: two on one line are hardly words of a text.
    const likely = new Set(
      places
        .filter(
          ({ from, field }, i) =>
            from > 0 && (borders[i] as number) > NEVER && !this.lines.byField.has(field),
        )
        .filter(({ from }) => /^\P{Ll}/u.test(text.slice(from)))
        .map(({ field }) => field),
    );
    const isFirst = places.some((place, i) => this.isBehindTitle(place, borders[i] as number, text));
    if (start === undefined && !isOpen && !isFirst && sure.size < 2 && likely.size < 3) return [];
    const isRun = sure.size > 0 || likely.size >= (this.hasRuns ? 1 : 2);
    const paths: Path[] = [];
    let best: Path | undefined;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as Found;
      const border = (borders[i] as number) + (isRun && place.from > 0 ? 3 : isRun ? 4 : 0);
      let top: Path | undefined;
      let most = 0;
      for (const path of paths.slice(-12)) {
        if (path.found.to > place.from || hasField(path, place.field)) continue;
        const weight = path.weight + valueWeight(path.found, text.slice(path.found.to, place.from), false);
        if (weight > most || top === undefined) {
          most = weight;
          top = path;
        }
      }
      if (top !== undefined && most <= 0 && place.from > 0) top = undefined;
      const path: Path = { found: place, before: top, weight: border + (top === undefined ? 0 : most) };
      paths.push(path);
      const total = path.weight + valueWeight(place, text.slice(place.to), true);
      if (total > 0 && (best === undefined || total > best.weight)) best = { ...path, weight: total };
    }
    const chain: Found[] = [];
    for (let path = best; path !== undefined; path = path.before) chain.push(path.found);
    return chain.reverse();
  }

  private startWeight(found: Found, { text: { text }, bold }: Bit): number {
    const { joint, end, field } = found;
    const isLower = /^\p{Ll}/u.test(text) && !this.table.isSmall(text.slice(0, end));
    // One letter of a longer word is no label.
    if (joint === "fused" && end === 1 && /^\p{L}{2}/u.test(text)) return -10;
    if (isLower && this.lines.areCapital && joint !== "colon" && joint !== "cell" && !bold) return -10;
    if (joint === "fused" && COMPOUND.test(text.slice(end))) return -10;
    if ((joint === "space" || joint === "fused") && this.isLonger(found)) return -10;
    const mayBeWord =
      joint === "space" || joint === "dash" || (joint === "fused" && GOES_ON.test(text.slice(end)));
    if (mayBeWord && this.lines.isWord(found)) return -10;
    const [weight, inStyle] = START[joint];
    if (bold) return inStyle;
    const isStyle =
      this.lines.countOf(joint) >= 3 ||
      (this.lines.countOf(joint) === 2 && !this.lines.styles.get(joint)?.has(field));
    const tail = text.slice(end);
    if (joint === "fused" && /^\p{Ll}/u.test(tail) && !ADDRESS.test(tail) && !isStyle) return -6;
    return isStyle || this.lines.countOf(joint) >= 2 ? inStyle : weight;
  }

  /** Tells whether a label at the start of a line is but the start of one that nobody declared. */
  private isLonger({ at, end }: Found): boolean {
    const bit = this.bits[at] as Bit;
    const ending = endOfLonger(bit, end, this.bits[at + 1]?.after === true);
    if (ending === "bold") return true;
    if (ending === undefined) return false;
    const isRow = ({ text: label }: { readonly text: string }): boolean =>
      !this.lines.byField.has(this.table.of(label) as DeclaredField);
    // What follows is another row, unless that has a line of its own.
    if (ending === "cell" ? this.lines.at[at + 1] : this.table.matches(bit.text.text.slice(end)).some(isRow))
      return false;
    return (ending === "gap" ? this.lines.gaps.size : this.lines.countOf(ending)) >= MIN_ALIKE;
  }

  /** Tells whether a label with a colon stands right behind a word, as the first one does where the title of a box runs into it. */
  private isBehindTitle({ from, joint, field }: Found, border: number, text: string): boolean {
    const isGlued = from > 0 && joint === "colon" && /\p{Ll}/u.test(text.charAt(from - 1));
    return isGlued && border > 0 && this.lines.byField.size >= MIN_ALIKE && !this.lines.byField.has(field);
  }

  /** Tells whether the label of a list or of entries ends a line right above bullets. */
  private isAboveItems({ node }: DeclaredField, at: number, joint: Joint): boolean {
    const isAbove = this.bits[at]?.isItem === false && this.bits[at + 1]?.isItem === true;
    return node.kind !== "value" && joint === "alone" && isAbove;
  }

  /** How sure a label within a line is, by the characters around it. */
  private borderOf({ at, from, end, joint, field }: Found, text: string, isAmongFused: boolean): number {
    const before = text.charAt(from - 1);
    const label = text.slice(from, end);
    // Scripts without capitals start no word with one.
    const isUpper = /^\P{Ll}/u.test(label) || this.table.isSmall(label);
    const isCased = /^\p{Lu}/u.test(label);
    const isFused = /\S/.test(before);
    if (this.lines.areCapital && !isUpper && (joint !== "colon" || isFused)) return NEVER;
    if (isFused && /[\p{L}\p{N}]/u.test(before) && !isUpper && joint !== "colon" && !/\s/.test(label))
      return NEVER;
    if (OPENS.test(text.slice(Math.max(0, from - 3), from))) return NEVER;
    let weight = WITHIN;
    if (joint === "colon" || this.isAboveItems(field, at, joint)) weight += 6;
    if (isFused && isCased && !/\p{Lu}/u.test(before)) weight += 4;
    else if (isFused && joint === "colon") weight += 2;
    else if (isFused) weight += 1;
    if (PARTS.test(text.slice(Math.max(from - 3, 0), from))) weight += 4;
    const behind = text.slice(end);
    if (joint === "fused" && COMPOUND.test(behind)) return NEVER;
    if (joint === "fused" && STARTS_VALUE.test(behind))
      weight += isCased && this.lines.countOf(joint) >= MIN_ALIKE ? 5 : 2;
    if (joint === "fused" && /^\p{Ll}/u.test(behind) && !isFused) {
      const isValue = ADDRESS.test(behind) || (isAmongFused && LONG_WORD.test(behind));
      if (field.node.rule?.isClosed !== true && !isValue) return NEVER;
      weight += isValue ? 3 : -2;
    }
    if (/\s/.test(label)) weight += 2;
    if (isUpper && this.lines.areCapital) weight += 1;
    const elsewhere = this.lines.byField.get(field)?.[0];
    if (elsewhere !== undefined && (joint !== "colon" || elsewhere.joint === "colon")) weight -= 6;
    return weight;
  }
}

const hasField = (path: Path, field: DeclaredField): boolean => {
  for (let one: Path | undefined = path; one !== undefined; one = one.before)
    if (one.found.field === field) return true;
  return false;
};
