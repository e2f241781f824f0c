import { escaped } from "../format/pattern.ts";
import type { Bit } from "../layout/bits.ts";
import type { Strand } from "../layout/strand.ts";
import { quote } from "../parse/quote.ts";
import { jointOf } from "./joints.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";

/**
 * Signs that most rows of a box share: a joint of the tool that wrote them, marks around their values or behind them. One
 * that a single row has may be the value's own. They are counted by fields: a heading or a line of the page that starts with the
 * label of a row stands for none of its own.
 */

/**
 * A sign behind a label that joins it with its value, or several of the same; those that values start with (sums, brackets,
 * quotations) are none. A hyphen is one with nothing around it.
 */
const JOINT =
  /^-(?=\S)|^\s*(?:\(\?\)|([^\p{L}\p{N}\p{Sc}\s"'`“‘«([{<#@+&%°©®✓✔✗✘:：|│┃║-])(?:\s*\1)*)[>:：]?\s*/u;

/** Marks around a value, or, but for those of emphasis, with nothing between them, where the value is empty. */
const AROUND = /^(`{1,3}|==|"|'|(?:\*{1,3}|_{1,3})(?=[^\s*_](?:.*[^\s*_])?[*_]+$))(?:(?=\S)(.*\S))?\1$/;

/** A sign between rows. */
const SEPARATOR = /\s*[;,]$/;

/** What stands behind a value that is none of it: a sign between rows, the number of a note, a button. */
const BEHIND = [
  SEPARATOR,
  /\s*(?:\[\^?\d{1,3}\]|[¹²³†])$/,
  /\s*\[edit\]$/i,
  /(?:^|\s+)(?:\(opens in a new tab\)|copy)$/i,
];

/** So many fields share no sign by chance; two do share what joins labels and values, if no other stands beside them. */
const MIN_FIELDS = 3;

/** A row whose label and value stand in one bit. */
interface Row {
  readonly at: number;
  /** The field of its label; none where nobody declared that. */
  readonly field: DeclaredField | undefined;
  readonly text: Strand;
  /** Past its label. */
  readonly end: number;
  /** What is odd about its signs, beside those of other rows. */
  readonly odd?: string;
}

/** The label of a row that nobody declared. */
const OTHER_LABEL = /^(?=[^:：]*\p{L})[^:：]{1,40}(?=[:：]\s)/u;

function rowOf({ text }: Bit, at: number, table: LabelTable): Row[] {
  const label = table.startOf(text.text);
  const end = (label ?? OTHER_LABEL.exec(text.text)?.[0] ?? "").length;
  if (end === 0 || /^(?:\p{L}|\s*$)/u.test(text.text.slice(end))) return [];
  return [{ at, field: label === undefined ? undefined : table.of(label), text, end }];
}

/** Takes off rows what most of them share: joints become colons, marks around values and behind them go. */
export function withoutSharedSigns(bits: readonly Bit[], table: LabelTable): readonly Bit[] {
  const rows = bits.flatMap((bit, at) => rowOf(bit, at, table));
  const plain = withoutAround(BEHIND.reduce(withoutBehind, withColons(rows)));
  const byPlace = new Map(plain.map((row) => [row.at, row]));
  return bits.map((bit, at) => {
    const { text = bit.text, odd } = byPlace.get(at) ?? {};
    const own = odd === undefined ? bit : { ...bit, odd };
    return text === bit.text ? own : { ...own, text, cell: text, whole: false };
  });
}

/** The sign of each row, and how the fields of a box share them. */
class Shared {
  private readonly bySign = new Map<string, Set<DeclaredField | undefined>>();
  /** The sign that most fields have. */
  readonly most: string | undefined;

  constructor(
    rows: readonly Row[],
    private readonly signs: readonly (string | undefined)[],
    isJoint = false,
  ) {
    const declared = rows.flatMap(({ field }) => field ?? []);
    rows.forEach(({ field }, i) => {
      const sign = signs[i];
      if (sign === undefined || field === undefined) return;
      this.bySign.set(sign, (this.bySign.get(sign) ?? new Set()).add(field));
    });
    const all = new Set(declared).size;
    const least = isJoint && all < MIN_FIELDS ? 2 : Math.max(MIN_FIELDS, (all * 2) / 3);
    this.most = [...this.bySign.keys()].find((sign) => this.countOf(sign) >= least);
  }

  countOf(sign: string): number {
    return this.bySign.get(sign)?.size ?? 0;
  }

  /** Tells what is odd about a row: its field alone has not the sign of most, or it has that of some. */
  oddityOf({ field, odd }: Row, i: number, mayLack = true): { odd?: string } {
    const sign = this.signs[i];
    if (sign !== undefined && this.most === undefined && this.countOf(sign) > 1)
      return { odd: `has ${quote(sign)}, as others have, which may be none of it` };
    const isLone = this.most !== undefined && field !== undefined && !this.bySign.get(this.most)?.has(field);
    if (isLone && mayLack) return { odd: `stands without the ${quote(this.most ?? "")} that others have` };
    return odd === undefined ? {} : { odd };
  }
}

/** Tells whether a text starts with a joint that any box may have. */
const isKnown = (text: string): boolean => !["space", "fused"].includes(jointOf(text, undefined).joint);

/** Puts a colon in the place of the sign that joins labels and values. */
function withColons(rows: readonly Row[]): readonly Row[] {
  const joints = rows.map(({ text, end }) => {
    const behind = text.text.slice(end);
    // A mark that stands at the end of the value, too, joins nothing.
    return isKnown(behind) || AROUND.test(behind) ? undefined : JOINT.exec(behind)?.[0];
  });
  const signs = joints.map((joint) => joint?.trim().charAt(0));
  const { most } = new Shared(rows, signs, true);
  return rows.map((row, i) => {
    if (most === undefined || signs[i] !== most) return row;
    const { text, end } = row;
    const past = end + (joints[i] as string).length;
    return { ...row, text: text.slice(0, end).joinedWith(": ", text.slice(past)) };
  });
}

/** Where the value of a row starts. */
const startOf = ({ text, end }: Row): number => end + jointOf(text.text.slice(end), undefined).size;

/** Takes the marks off that stand around the values, or around each item of some. */
function withoutAround(rows: readonly Row[]): readonly Row[] {
  const marks = rows.map((row) => AROUND.exec(row.text.text.slice(startOf(row)))?.[1]);
  const shared = new Shared(rows, marks);
  const mark = shared.most;
  return rows.map((row, i) => {
    if (mark === undefined || marks[i] !== mark) return { ...row, ...shared.oddityOf(row, i) };
    const { text } = row;
    const from = startOf(row);
    const value = text.slice(from + mark.length, text.text.length - mark.length);
    const between = new RegExp(`${escaped(mark)}(\\s*,\\s*)${escaped(mark)}`, "g");
    const items = value.split(between);
    // With a mark within the value, or a comma within an item, nothing tells for sure where it ends.
    if (items.some(({ text: item }) => item.includes(mark) || (items.length > 1 && item.includes(","))))
      return { ...row, odd: `has more within ${quote(mark)} than one value or plain items` };
    const plain = value.replace(between, ([, comma]) => comma);
    return { ...row, text: text.slice(0, from).joinedWith("", plain).trim() };
  });
}

/** Takes off what stands behind most values; the last row may be without a sign that stands between rows. */
function withoutBehind(rows: readonly Row[], behind: RegExp): readonly Row[] {
  const found = rows.map((row) => behind.exec(row.text.text.slice(startOf(row)))?.[0]);
  // Notes have a number each.
  const signs = found.map((sign) => sign?.trim().replace(/\d+|[¹²³†]/, "1"));
  const shared = new Shared(rows, signs);
  const last = behind === SEPARATOR ? signs.lastIndexOf(shared.most) : 0;
  return rows.map((row, i) => {
    if (shared.most === undefined || signs[i] !== shared.most)
      return { ...row, ...shared.oddityOf(row, i, i < last) };
    return { ...row, text: row.text.slice(0, row.text.text.length - (found[i] as string).length) };
  });
}
