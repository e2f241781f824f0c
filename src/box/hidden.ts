import type { Bit } from "../layout/bits.ts";
import { quote } from "../parse/quote.ts";
import { isNear, nearLabelEnds } from "../syntax/labels.ts";
import type { Found } from "./found.ts";
import type { BoxIssueCode, Notes, Path, Stretch } from "./issues.ts";
import { asLabel, type DeclaredField, type LabelTable } from "./labels.ts";
import { ROW } from "./regions.ts";
import { mayBeRow } from "./undeclared.ts";
import { ADDRESS, LONG_WORD, STARTS_VALUE } from "./weights.ts";

/** Labels that were not read as such: signs or tags stand around them, or they stand in what belongs to no field. */

/** What is told of stretches that no field took, or not as they stand: what was rewritten is a value, but for what follows it. */
const LEFT: ReadonlySet<BoxIssueCode> = new Set([
  "stray_text",
  "unknown_field",
  "invalid_value",
  "rewritten_value",
  "unfamiliar_word",
  "uncertain_value",
  "duplicate_field",
]);

/** How many bits above its heading a row of a box may have been put. */
const MAX_ABOVE = 2;

/**
 * Tells fields that a box may lack, but of which a row stands right above its heading.
 *
 * @param lacking - the fields that were not found
 * @param labels - all labels of the text
 * @param heading - the place of the heading
 */
export function tellAboveHeading(
  lacking: readonly DeclaredField[],
  labels: readonly Found[],
  bits: readonly Bit[],
  heading: number,
  notes: Notes,
): void {
  for (const { field, at } of labels) {
    if (at >= heading || at < heading - MAX_ABOVE || !lacking.includes(field)) continue;
    const { text } = bits[at] as Bit;
    const message = `${quote(text.text)} stands above the heading, so that it was not read as "${field.node.label}" of the box`;
    notes.add("stray_text", [field.key], message, text);
  }
}

/** The fewest letters of what may be a label with an edit. */
const MIN_NEAR = 3;

/** A figure before what it counts. */
const FIGURE = /^[\d.,]+\s*(?=\p{L})/u;

/** The fewest letters of a label that a word in small letters was joined to. */
const MIN_JOINED = 6;

/** A text without tags, and without the signs at its start. */
const withoutSigns = (text: string): string => text.replace(/<[^<>]*>/g, "").replace(/^[^\p{L}\p{N}]+/u, "");

/**
 * Tells fields that a box may lack, but of which the label stands there: between signs or tags that hide it, or where something else
 * is wrong.
 *
 * @param lacking - the fields that were not found, and not told
 * @param areAlone - whether labels stand alone on their lines
 */
export function tellHidden(
  table: LabelTable,
  bits: readonly Bit[],
  lacking: readonly DeclaredField[],
  areAlone: boolean,
  path: Path,
  notes: Notes,
): void {
  const optional = lacking.filter(({ node }) => node.optional);
  if (optional.length === 0) return;
  const places = placesOfLabels(table, bits, areAlone, notes);
  for (const field of optional) {
    const { key, node } = field;
    const place = places.get(key);
    if (place === undefined) {
      tellNear(field, bits, path, notes);
      continue;
    }
    const text = notes.source.slice(place.start, place.end);
    const message = `"${node.label}" stands in ${quote(text)}, but no value could be read of it`;
    notes.add("label_without_value", [...path, key], message, place, "warning");
  }
}

/** Tells a field of which a line, a cell, what stands before a colon or the start of what no field took is the label but for one edit. */
function tellNear({ key, node }: DeclaredField, bits: readonly Bit[], path: Path, notes: Notes): void {
  const labels = node.labels.map(asLabel);
  const whole = bits.find(({ text: { text } }) => {
    const label = asLabel(withoutSigns(ROW.exec(text)?.[1] ?? text).replace(FIGURE, ""));
    return label.length >= MIN_NEAR && labels.some((one) => isNear(label, one));
  })?.text;
  const place = whole ?? leftOf(notes).find((left) => labels.some((label) => startsNear(left.text, label)));
  if (place === undefined) return;
  const message = `${quote(notes.source.slice(place.start, place.end))} may hold the label "${node.label}" with an edit, but no value was read of it`;
  notes.add("label_without_value", [...path, key], message, place, "warning");
}

/** Tells whether a text starts with a label that has an edit, and goes on with what is no letter of it. */
const startsNear = (text: string, label: string): boolean => {
  const shown = withoutSigns(text);
  return (
    label.length > MIN_NEAR &&
    nearLabelEnds(shown, label).some((end) => end >= MIN_NEAR && !/^\p{Ll}/u.test(shown.slice(end)))
  );
};

/** What no field took, or not as it stands: letters with accents may be written as two characters each. */
const leftOf = ({ issues, source }: Notes): (Stretch & { code: BoxIssueCode; text: string })[] =>
  issues.flatMap(({ code, position }) => {
    if (!LEFT.has(code)) return [];
    const place = { start: position.start.offset, end: position.end.offset };
    return [{ ...place, code, text: source.slice(place.start, place.end).normalize("NFC") }];
  });

/** Finds where labels stand that were not read as such, the first place of each field. */
function placesOfLabels(
  table: LabelTable,
  bits: readonly Bit[],
  areAlone: boolean,
  notes: Notes,
): ReadonlyMap<string, Stretch> {
  const places = new Map<string, Stretch>();
  const add = (label: string, place: Stretch): void => {
    const key = table.of(label)?.key;
    if (key !== undefined && !places.has(key)) places.set(key, place);
  };
  for (const { text } of bits) {
    const shown = withoutSigns(text.text);
    if (shown !== text.text) add(table.startOf(shown) ?? "", text);
  }
  const title = bits[0]?.text;
  if (title !== undefined && mayBeRow(title.text)) add(labelBehindTitle(title.text, table) ?? "", title);
  for (const [i, { text }] of bits.entries()) {
    const label = labelAtEnd(text.text, bits[i + 1], table, areAlone) ?? labelBeforeWord(text.text, table);
    if (label !== undefined) add(label, text);
  }
  for (const { code, text, ...place } of leftOf(notes))
    for (const { from, text: label } of table.matches(text))
      if (isBeforeColon(text, from, label) || ((from > 0 || !isRead(code)) && isWord(text, from, label)))
        add(label, place);
  return places;
}

/**
 * Finds a label at the end of a line to which its own was joined: right behind a word, or where what follows may be its value, a cell
 * or, in a box of labels alone on their lines, a line.
 */
function labelAtEnd(
  text: string,
  next: Bit | undefined,
  table: LabelTable,
  areAlone: boolean,
): string | undefined {
  const last = table.matches(text).at(-1);
  if (last === undefined || last.from === 0 || last.from + last.text.length < text.length) return undefined;
  const before = text.slice(0, last.from);
  const isPlain = next !== undefined && table.startOf(next.text.text) === undefined;
  const isCapital = /^\p{Lu}/u.test(last.text);
  if (/\s$/.test(before)) {
    const isBelow = isPlain && next.apart && mayBeRow(next.text.text) && table.startOf(text) === undefined;
    return (isCapital || /^\p{Lo}/u.test(last.text)) && isPlain && (next.after || areAlone || isBelow)
      ? last.text
      : undefined;
  }
  // One word may be the end of a name, such as `WordPress`, but where a value follows.
  const isGlued = /[\p{L}\p{N}]$/u.test(before) && (isPlain || /\s/.test(last.text));
  return isCapital && isGlued ? last.text : undefined;
}

/** Finds a label that stands right behind a word or a bullet, or before a colon, as in a title to which the first row was joined. */
function labelBehindTitle(text: string, table: LabelTable): string | undefined {
  const found = table.matches(text).find(({ from, text: label }) => {
    const before = text.slice(0, from);
    const behind = text.slice(from + label.length);
    const isBehind = /^\p{Lu}/u.test(label) && /(?:[\p{Ll}\p{N})]|[•*·-]\s?)$/u.test(before);
    return from > 0 && behind.trim() !== "" && (isBehind || /^\s?[:：]/.test(behind));
  });
  return found?.text;
}

/** Finds a label at the start of a line to which a value in small letters, or in a script of its own, was joined. */
function labelBeforeWord(text: string, table: LabelTable): string | undefined {
  const label = table.startOf(text);
  if (label === undefined || !/\P{Lo}$/u.test(label)) return undefined;
  const behind = text.slice(label.length);
  const rule = table.of(label)?.node.rule;
  const isValue = /^\p{Ll}/u.test(behind) && rule?.isClosed === true && rule.read(behind) !== undefined;
  const isWord = label.length >= MIN_JOINED && LONG_WORD.test(behind);
  return /^\p{Lo}/u.test(behind) || isValue || isWord ? label : undefined;
}

/** Tells whether what an issue is told of was read all the same, so that a label at its start is a word of it. */
const isRead = (code: BoxIssueCode): boolean => code === "rewritten_value" || code === "unfamiliar_word";

/** Tells whether a label is a word of its own with a colon after it. */
const isBeforeColon = (text: string, from: number, label: string): boolean =>
  !/\p{L}/u.test(text.charAt(from - 1)) && /^\s*[:：]/.test(text.slice(from + label.length));

/**
 * Tells whether a label is a word of its own that is not in small letters; a number or a capital may follow it, and anything where its
 * script has no capitals.
 */
const isWord = (text: string, from: number, label: string): boolean =>
  (!LETTER.test(text.charAt(from - 1)) || isGlued(text, from, label)) &&
  (/\p{Lo}$/u.test(label) || endsWord(text.slice(from + label.length))) &&
  (/^\P{Ll}/u.test(label) || BEHIND_FIGURE.test(text.slice(0, from)));

/** The end of a figure, which a label in small letters stands behind. */
const BEHIND_FIGURE = /\d\s?$/;

/** Tells whether a label has a capital right behind another word or figure, and a value right behind itself. */
const isGlued = (text: string, from: number, label: string): boolean =>
  /[^\p{Lu}]$/u.test(text.charAt(from - 1)) &&
  /^\p{Lu}/u.test(label) &&
  STARTS_VALUE.test(text.slice(from + label.length));

const LETTER = /[\p{L}\p{N}]/u;

/** Tells whether what stands behind a word is no more of it: it goes on with no small letter, but for those of an address. */
const endsWord = (behind: string): boolean => !/^[\p{Ll}\p{Lo}]/u.test(behind) || ADDRESS.test(behind);
