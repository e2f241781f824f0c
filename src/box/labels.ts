import { folded, lower } from "../format/case.ts";
import { NON_JOINER } from "../format/text.ts";
import { nearLabelEnds } from "../syntax/labels.ts";
import { anyOf } from "./codec.ts";
import { type FieldNode, type Fields, nodeOf } from "./field.ts";
import type { JointForm } from "./joints.ts";

/** A field in its declaration: where it stands, and the labels of what it holds. */
export interface DeclaredField {
  readonly key: string;
  readonly node: FieldNode;
  /** Its place among the fields, from 0. */
  readonly place: number;
  /** The labels of the entries that it holds; none where it holds a value or a list. */
  readonly entries: LabelTable | undefined;
  /** How a joint of the box's own stands behind its label. */
  readonly joint: JointForm | undefined;
}

/** A label as it is compared: lower case, plain spaces, no colon after it. */
export const asLabel = (text: string): string =>
  folded(
    text
      .trim()
      .replace(/\s*[:：]$/, "")
      .replace(/\s+/g, " "),
  );

/**
 * How a label may be spelled, letter case aside: in capitals, it may have other letters (ß is SS) or, in Greek, no accents,
 * no pattern takes the i of Turkish for another, and accents may be characters of their own.
 */
function spellingsOf(label: string): string[] {
  const apart = label.normalize("NFD");
  const bare = GREEK.test(label) ? apart.replace(/\u0301/g, "") : label;
  const forms = [label.toUpperCase(), label, lower(label.replace(/İ/g, "i")), bare].map((form) =>
    form.trim().replace(/\s+/g, " "),
  );
  const small = [...forms.map(asLabel), ...forms.filter((form) => /[İı]/.test(form))];
  // What types a text sets the one apostrophe for the other.
  const plain = small.flatMap((form) => [form, form.replace(/'/g, "’"), form.replace(/’/g, "'")]);
  // A mark that keeps letters apart is lost, or was typed as a space.
  const joined = plain.flatMap((form) => [
    form,
    form.replace(NON_JOINERS, ""),
    form.replace(NON_JOINERS, " "),
  ]);
  return apart === label ? joined : [...joined, ...joined.map((form) => form.normalize("NFD"))];
}

const NON_JOINERS = new RegExp(NON_JOINER, "gu");

const GREEK = /\p{Script=Greek}/u;

/** The fewest letters a label has of which one may be wrong. */
const MIN_NEAR = 4;

/** The most units of a sign that is a word. */
const MAX_SIGN = 3;

/** The labels of fields, built once a declaration. */
export class LabelTable {
  readonly fields: readonly DeclaredField[];
  /** The labels as alternatives of a pattern, the longest first. */
  readonly pattern: string;
  private readonly byLabel = new Map<string, DeclaredField>();
  /** The labels that start with a small letter where most have a capital, as `eBook`. */
  private readonly small: ReadonlySet<string>;
  private readonly anywhere: RegExp;
  private readonly atStart: RegExp;

  /** @param joint - how a joint of the box's own stands behind a label; entries have a colon */
  constructor(fields: Fields, joint?: JointForm) {
    this.fields = Object.entries(fields).map(([key, field], place) => {
      const node = nodeOf(field);
      return { key, node, place, joint, entries: node.fields && new LabelTable(node.fields) };
    });
    const spellings = new Set<string>();
    for (const field of this.fields)
      for (const spelling of field.node.labels.flatMap(spellingsOf)) {
        spellings.add(spelling);
        this.byLabel.set(asLabel(spelling), field);
      }
    const labels = this.fields.flatMap(({ node }) => node.labels);
    const small = labels.filter((label) => /^\p{Ll}/u.test(label));
    this.small = new Set(small.length * 2 < labels.length ? small : []);
    this.pattern = anyOf([...spellings]);
    this.anywhere = new RegExp(`(?=(${this.pattern}))`, "giu");
    this.atStart = new RegExp(`^(?:${this.pattern})`, "iu");
  }

  /** The field of a label, in any letter case. */
  of(text: string): DeclaredField | undefined {
    return this.byLabel.get(asLabel(text));
  }

  /** Tells whether a label is declared with a small letter, and most others have a capital. */
  isSmall(label: string): boolean {
    return this.small.has(label);
  }

  /** Tells whether a sign is one of the words of a field, as ticks are. */
  isWord(text: string): boolean {
    const isSign = text.length <= MAX_SIGN && /^[^\p{L}\p{N}\s]+$/u.test(text);
    return (
      isSign && this.fields.some(({ node: { rule } }) => rule?.isClosed && rule.read(text) !== undefined)
    );
  }

  /** The longest label at the start of a text. */
  startOf(text: string): string | undefined {
    return this.atStart.exec(text)?.[0];
  }

  /** The labels anywhere in a text, with where they stand: none within another, but two may share letters, as in `hourSalary`. */
  matches(text: string): readonly { readonly from: number; readonly text: string }[] {
    let past = 0;
    return [...text.matchAll(this.anywhere)].flatMap(({ index: from, 1: label = "" }) => {
      if (from + label.length <= past) return [];
      past = from + label.length;
      return [{ from, text: label }];
    });
  }

  /** The fields of which a label is one edit away from a text as a whole. */
  near(text: string): readonly { readonly field: DeclaredField; readonly label: string }[] {
    const given = asLabel(text);
    if (given.length < MIN_NEAR) return [];
    const found = new Map<DeclaredField, string>();
    for (const [label, field] of this.byLabel)
      if (Math.abs(label.length - given.length) <= 1 && label.length >= MIN_NEAR && isNear(given, label))
        found.set(field, label);
    return [...found].map(([field, label]) => ({ field, label }));
  }
}

const isNear = (text: string, label: string): boolean => nearLabelEnds(text, label).includes(text.length);

/** All labels of a table and of its entries, as alternatives of a pattern. */
export function everyLabel(table: LabelTable): string {
  const labels = new Set<string>();
  const add = ({ fields }: LabelTable): void => {
    for (const { node, entries } of fields) {
      for (const spelling of node.labels.flatMap(spellingsOf)) labels.add(spelling);
      if (entries !== undefined) add(entries);
    }
  };
  add(table);
  return anyOf([...labels]);
}
