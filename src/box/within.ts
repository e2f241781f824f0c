import type { Found } from "./found.ts";
import type { Joint } from "./joints.ts";
import { asLabel, type DeclaredField, type LabelTable } from "./labels.ts";

/** A bullet before a label, a colon or a dash behind one. */
const BULLET = /(?:\s[-–—•*]|\|)\s$/;
const JOINT = /^\s*[:：]|^\s+[-–—]\s/;

/** A word before a label that has a capital, or letters of a script without any. */
const WORD = /(?:^|\s)\S+\s$/;
const STARTS_HIGH = /^\P{Ll}/u;

/** What may be the value of a label that starts another value: a figure. */
const STARTS_VALUE = /^\s\+?[\p{N}\p{Sc}]/u;

/** A label with a capital, and a value right behind it. */
const FUSED = /^\p{Lu}.*\p{Ll}[\p{Lu}\p{N}\p{Sc}]$/u;

/** A label of a script without capitals, which may stand right behind a word. */
const GLUED = /^\p{Lo}[\p{Lo}\p{M}\s]{2}/u;

/** What stands between a label and its value where that is no sign. */
const BARE: readonly Joint[] = ["space", "alone", "fused"];

/** The fewest letters of what may be the start of a label. */
const MIN_START = 3;

/** How much of what stands before a label is looked at. */
const MAX_WORD = 40;

/** Finds labels of other fields in what was read as a value. */
export class LabelsWithin {
  /**
   * @param table - the labels of the box
   * @param present - the fields whose label was found
   * @param hasRuns - whether fields share lines
   * @param areBare - whether nothing but spaces stands between most labels and values
   * @param outer - the labels of the box around entries
   */
  constructor(
    private readonly table: LabelTable,
    private readonly present: ReadonlySet<DeclaredField>,
    private readonly hasRuns: boolean,
    private readonly areBare: boolean,
    private readonly outer: LabelsWithin | undefined,
  ) {}

  /**
   * Finds the label of another field in a text, where it is a word of its own or starts with a capital: that of a field which
   * is missing or, where fields share a line, of any.
   */
  labelIn(text: string): string | undefined {
    const found = this.table.matches(text).find(({ from, text: label }) => {
      const isWord = !/[\p{L}\p{N}]/u.test(text.charAt(from - 1)) || /^\p{Lu}/u.test(label);
      if (this.hasRuns) return (isWord || GLUED.test(label)) && /^\P{Ll}/u.test(label);
      const field = this.lacking(label);
      const before = text.slice(Math.max(0, from - MAX_WORD), from);
      const behind = text.slice(from + label.length);
      // The label of a field that a box may be without is a word like any other, but where a row may start with it.
      const isLabel =
        field?.node.optional !== true ||
        JOINT.test(behind) ||
        BULLET.test(before) ||
        (behind === "" && from > 0 && /\s/.test(label) && STARTS_HIGH.test(label)) ||
        (this.areBare &&
          STARTS_HIGH.test(label) &&
          (from === 0 ? STARTS_VALUE.test(behind) : WORD.test(before))) ||
        FUSED.test(label + behind.slice(0, 1));
      const isGlued = field?.node.optional === false && /^\p{Lo}{2}/u.test(label);
      return (isWord || isGlued) && field !== undefined && isLabel;
    });
    return found?.text ?? this.outer?.labelIn(text);
  }

  /** Tells whether a text is the label of a field that is missing, and nothing else. */
  isLabel(text: string): boolean {
    return this.lacking(text) !== undefined;
  }

  /** Tells whether a text is a label, be its field missing or not, or the start of one whose field is missing. */
  isLabelOrStart(text: string): boolean {
    const start = asLabel(text);
    return (
      this.table.of(text) !== undefined ||
      (start.length >= MIN_START &&
        this.table.fields.some(
          (field) =>
            !this.present.has(field) && field.node.labels.some((label) => asLabel(label).startsWith(start)),
        ))
    );
  }

  /** Finds the label of a field that is missing in an item of several, or that of an entry of one of them before a colon. */
  labelOf(item: string): string | undefined {
    return this.labelAt(item) ?? this.entryAt(item) ?? (this.hasRuns ? undefined : this.labelIn(item));
  }

  private entryAt(item: string): string | undefined {
    const labels = this.table.fields.map(({ entries }) => entries?.startOf(item));
    return labels.find((label) => label !== undefined && JOINT.test(item.slice(label.length)));
  }

  /** Finds the label of a field that is missing at the start of a text. */
  private labelAt(text: string): string | undefined {
    const label = this.table.startOf(text);
    return label !== undefined && this.lacking(label) !== undefined ? label : undefined;
  }

  private lacking(label: string): DeclaredField | undefined {
    const field = this.table.of(label);
    return field === undefined || this.present.has(field) ? undefined : field;
  }
}

/** Finds labels in the values of a box, or of entries in one with labels of its own, by how its labels are written. */
export function labelsWithin(
  table: LabelTable,
  labels: readonly Found[],
  outer: LabelsWithin | undefined,
): LabelsWithin {
  const present = new Set(labels.map(({ field }) => field));
  const bare = labels.filter(({ joint }) => BARE.includes(joint));
  const hasRuns = labels.some(({ from }) => from > 0);
  return new LabelsWithin(table, present, hasRuns, bare.length * 3 >= labels.length * 2, outer);
}
