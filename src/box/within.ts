import type { DeclaredField, LabelTable } from "./labels.ts";

/** A bullet before a label, a colon or a dash behind one. */
const BULLET = /\s[-–—•|*]\s$/;
const JOINT = /^\s*[:：]|^\s+[-–—]\s/;

/** Finds labels of other fields in what was read as a value. */
export class LabelsWithin {
  /**
   * @param table - the labels of the box
   * @param present - the fields whose label was found
   * @param hasRuns - whether fields share lines
   */
  constructor(
    private readonly table: LabelTable,
    private readonly present: ReadonlySet<DeclaredField>,
    private readonly hasRuns: boolean,
  ) {}

  /**
   * Finds the label of another field in a text, where it is a word of its own or starts with a capital: that of a field which
   * is missing or, where fields share a line, of any.
   */
  labelIn(text: string): string | undefined {
    const found = this.table.matches(text).find(({ from, text: label }) => {
      const isWord = !/[\p{L}\p{N}]/u.test(text.charAt(from - 1)) || /^\p{Lu}/u.test(label);
      if (this.hasRuns) return isWord && /^\P{Ll}/u.test(label);
      const field = this.lacking(label);
      // The label of a field that a box may be without is a word like any other, but beside a sign of a row.
      const isLabel =
        field?.node.optional !== true ||
        JOINT.test(text.slice(from + label.length)) ||
        BULLET.test(text.slice(Math.max(0, from - 3), from));
      return isWord && field !== undefined && isLabel;
    });
    return found?.text;
  }

  /** Finds the label of a field that is missing at the start of a text. */
  labelAt(text: string): string | undefined {
    const label = this.table.startOf(text);
    return label !== undefined && this.lacking(label) !== undefined ? label : undefined;
  }

  private lacking(label: string): DeclaredField | undefined {
    const field = this.table.of(label);
    return field === undefined || this.present.has(field) ? undefined : field;
  }
}
