import { lower } from "../format/case.ts";
import type { Bit } from "../layout/bits.ts";
import type { Strand } from "../layout/strand.ts";
import { quote } from "../parse/quote.ts";
import type { Context } from "./context.ts";
import type { Found } from "./found.ts";
import type { Notes, Path } from "./issues.ts";
import { valueText } from "./lines.ts";
import { ODD_TEXTS, oddMark, runsOn } from "./odd-texts.ts";
import type { Reading } from "./reading.ts";
import { type Region, ROW } from "./regions.ts";
import type { LabelsWithin } from "./within.ts";

/** What tells that a value may not be what stood there. */

/** Tells signs before and behind a value that no other row has: they were left out, and may be of the value. */
export function tellSigns({ region, path, notes, context }: Reading, taken: readonly Bit[]): void {
  const [first, last] = [taken[0], taken.at(-1)];
  if (first === undefined || last === undefined) return;
  const { signs } = context;
  const before =
    first.row === region.label.row ? signs.strangeBefore(region.label, first.text.start) : undefined;
  const behind = region.isRun ? undefined : signs.strangeBehind(region.label, last);
  const text = valueText(taken);
  for (const [found, side] of [
    [before, "before"],
    [behind, "behind"],
  ] as const)
    if (found !== undefined)
      notes.doubt(
        path,
        text,
        `"${found}" stands ${side} ${quote(text.text)} as in no other row, so that it may be part of the value`,
      );
}

/** What is odd about a text, as the rest of a sentence that starts with it; undefined where nothing is. */
type Oddity = (text: string, reading: Reading) => string | undefined;

/** A character that nobody sees, where a label ends, and the joint after it. */
const PAST_LABEL = /^\p{Cc}+\s*[:|–—-]/u;

/** A joint that was left at the start of a value, or the number of a link. */
const STRAY_START = /^(?:[:：|]|\[\d{1,3}\](?=\p{L}))/u;

/** The number of a note behind a text. */
const NOTE = /(?<=\p{L})\[\d{1,3}\]$/u;

/** A label with a colon, right behind the end of another text. */
const GLUED_LABEL = /[\p{Ll}\p{N})](\p{Lu}\p{Ll}{2,20}:)(?=\s)/u;

/** A bullet, which a text has where the line of an item or of a row was joined to the one above. */
const BULLET = /[•◦‣▪●]|\s[☆★□■○▫☐]\s|^[-*+]\s|\s[-*+]$/;

/** The same of hyphens, where a row starts with one. */
const HYPHEN = /(?<=\S)-\s/;

/** A sign between rows on one line, and a label with its colon. */
const ROW_BEHIND = /\s[·•|]\s(\p{L}[^:：]{0,30}[:：])\s/u;

/** What stands behind the last sign that parts rows on one line. */
const LAST_CELL = /\s[·•|]\s+([^·•|]+)$/u;

const ODDITIES: readonly Oddity[] = [
  ...ODD_TEXTS,
  (text, { context: { within } }) => {
    const [, start] = LAST_CELL.exec(text) ?? [];
    return start && within.isLabelOrStart(start)
      ? `ends with "${start}", which may be a label or the start of one`
      : undefined;
  },
  (text) => {
    const [, label] = ROW_BEHIND.exec(text) ?? [];
    return label && `holds "${label}", which may be the label of a row that nobody declared`;
  },
  (text, { region, notes }) =>
    region.isLast && !region.isRun && runsOn(text, notes.source)
      ? "seems to go on in the text that follows the box, with nothing between"
      : undefined,
  (text) =>
    PAST_LABEL.test(text)
      ? "may start too early, since a control character stands between the label and its colon"
      : undefined,
  (text) => {
    const [sign] = STRAY_START.exec(text) ?? [];
    return sign && `starts with "${sign}", which may be a joint or the number of a link`;
  },
  (text, { region, bits }) => {
    const hasHyphen = bits[region.found.at]?.cell.text.startsWith("-");
    return oddBullet(text) ?? (hasHyphen && HYPHEN.test(text) ? holdsBullet("-") : undefined);
  },
  (text, { region }) => (region.isRun && /[^\s*]\*$/.test(text) ? holdsBullet("*") : undefined),
  (text, { context: { within } }) => oddLabel(text, within),
  (_, { region }) => region.label.odd,
  (text) => (/[:：]$/.test(text) ? "ends with a colon, so that what it announces may be missing" : undefined),
  (text) => {
    const [note] = NOTE.exec(text) ?? [];
    return note && `ends with "${note}", which may be the number of a note`;
  },
  (text) => {
    const [, label] = GLUED_LABEL.exec(text) ?? [];
    return label && `holds "${label}", which may be the label of a row that nobody declared`;
  },
  (_, { region: { found, head }, context: { hasColons } }) =>
    hasColons && found.joint === "space" && head !== undefined
      ? "stands behind its label without the colon that other labels have, so that both may be one text"
      : undefined,
  (_, { region: { found, label }, context: { hasLoneBullet } }) =>
    hasLoneBullet && label.isItem && found.joint === "space"
      ? "stands behind a bullet and a label, as no other value, and may be an item with it"
      : undefined,
  (_, { region: { found, head, label }, context: { areAlone } }) =>
    areAlone && found.joint === "space" && head !== undefined && !label.bold
      ? "stands beside its label, and the values of others below theirs, so that both may be one text"
      : undefined,
  (_, { region, bits }) => {
    const label = shorterLabel(region, bits);
    return label && `may start with more, since the label may be "${label}"`;
  },
  (text, { context: { within } }) => (within.isLabel(text) ? "is the label of another field" : undefined),
  (text, { region: { head, found }, context: { within } }) =>
    head === undefined && !isKnown(text, found) && within.isLabelOrStart(text)
      ? "stands below the label, and may be a label or the start of one"
      : undefined,
];

/** Tells whether a text is one of the words that a field may have. */
const isKnown = (text: string, { field: { node } }: Found): boolean =>
  node.rule?.words !== undefined && node.rule.read(text)?.isUnfamiliar !== true;

/** Gives a shorter label of a field that a text may have as well, where the value starts right behind it with a small letter. */
function shorterLabel({ found }: Region, bits: readonly Bit[]): string | undefined {
  const { text } = (bits[found.at] as Bit).text;
  if (found.joint !== "fused" || !/^\p{Ll}/u.test(text.slice(found.to))) return undefined;
  const label = lower(text.slice(found.from, found.end));
  return found.field.node.labels.find((one) => one.length < label.length && label.startsWith(lower(one)));
}

const holdsBullet = (bullet: string): string =>
  `holds "${bullet}", so that a row or an item may have been joined to it`;

function oddBullet(text: string): string | undefined {
  const [bullet] = BULLET.exec(text) ?? [];
  return bullet && holdsBullet(bullet.trim());
}

function oddLabel(text: string, within: LabelsWithin): string | undefined {
  const label = within.labelIn(text);
  return label && `holds "${label}", which may be the label of another field`;
}

/** Tells what is odd about a text of canonical form, where only lines that were joined may be. */
export function doubtOfCanonical(notes: Notes, path: Path, strand: Strand, within: LabelsWithin): void {
  const odd = oddBullet(strand.text) ?? oddLabel(strand.text, within) ?? oddMark(strand.text);
  if (odd !== undefined) notes.doubt(path, strand, `${quote(strand.text)} ${odd}`);
}

/** Tells what is odd about a value that any text may be. */
export function doubtOf(reading: Reading, strand: Strand): void {
  for (const oddity of ODDITIES) {
    const odd = oddity(strand.text, reading);
    if (odd !== undefined) reading.notes.doubt(reading.path, strand, `${quote(strand.text)} ${odd}`);
  }
}

/** How long a line is at most that may be the rest of a value. */
const MAX_REST = 60;

/** Tells that a line below a value may be the rest of it, or the value itself. */
export function tellNext({ region, path, notes, context }: Reading, value: Strand): void {
  const { label, isRun, under } = region;
  const next = under.find(({ text }) => text.start >= value.end);
  if (isRun || next === undefined || next.after) return;
  const { text } = next.text;
  const isSmall = /^\p{Ll}/u.test(text) && /^\p{Lu}/u.test(label.text.text);
  const isRow = ROW.test(text) && !isSmall;
  // A row on one line, where labels stand over their values, may be the value of which the line above is none; one with a colon, as
  // no other row has, may be a line of that value.
  const isOther = context.hasNoColon || (context.areAlone && region.head === undefined);
  const isOdd = isRow && isOther && !next.apart && !next.isItem;
  // Where values stand a blank line below their labels, one right below its label may be a line of the page.
  const isUnlike =
    region.head === undefined && context.standsApart && under[0]?.apart === false && next.apart;
  if (isRow && !isOdd) return;
  if (isOdd || isUnlike || (region.isLast ? mayGoOn(region, next, value, context) : isSmall && !next.apart))
    notes.doubt(
      path,
      value,
      `${quote(text)} stands below ${quote(value.text)}, and may be of the value, too`,
    );
}

/** Tells whether the value of the last label may go on in the line below. */
function mayGoOn({ head }: Region, { apart, isItem, text }: Bit, value: Strand, context: Context): boolean {
  if (head === undefined) return !apart || context.standsApart;
  // Beside its label, a value that is a sentence is whole; where no blank lines stand, anything follows it.
  const isRest = text.text.length <= MAX_REST && !/[.!?…]$/.test(value.text);
  return isRest && !apart && !isItem && context.hasBlankLines;
}
