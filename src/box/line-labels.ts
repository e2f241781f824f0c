import type { Bit } from "../layout/bits.ts";
import { type Found, foundAt } from "./found.ts";
import type { Joint } from "./joints.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";

/** The labels that start lines, and what they tell of how those of a text are written. */

/** How many fields have labels alone on their lines where those of others hardly start a line with their value. */
const MIN_ALONE = 2;

export class LineLabels {
  /** The label that each bit starts with. */
  readonly at: readonly (Found | undefined)[];
  /** The fields whose labels start a line, by what follows them. */
  readonly styles = new Map<Joint, Set<DeclaredField>>();
  /** The labels that start a line, by their field. */
  readonly byField = new Map<DeclaredField, Found[]>();
  /** The fields of which several spaces part label and value. */
  readonly gaps = new Set<DeclaredField>();
  /** Whether labels are written with a capital. */
  readonly areCapital: boolean;
  /** The first bit that starts with a label. */
  private readonly first: number;
  /** Whether labels stand alone on their lines, as a rule. */
  private readonly areAlone: boolean;
  /** Whether a label behind a bullet stands without one, too, whatever its field. */
  private readonly areUnbulleted: boolean;

  constructor(
    private readonly bits: readonly Bit[],
    table: LabelTable,
    headings: ReadonlySet<number>,
  ) {
    let capitals = 0;
    let labels = 0;
    this.at = bits.map(({ text, isItem }, at) => {
      const label = table.startOf(text.text);
      const field = label === undefined ? undefined : table.of(label);
      if (label === undefined || field === undefined || headings.has(at)) return undefined;
      const found = foundAt(bits, field, at, 0, label.length);
      const fields = this.styles.get(found.joint) ?? new Set();
      this.styles.set(found.joint, fields.add(field));
      if (found.joint === "space" && /^\s{2}/.test(text.text.slice(label.length))) this.gaps.add(field);
      const places = this.byField.get(field) ?? [];
      places.push(found);
      this.byField.set(field, places);
      if (!isItem || found.joint !== "space") {
        labels++;
        if (/^\P{Ll}/u.test(text.text)) capitals++;
      }
      return found;
    });
    this.areCapital = labels === 0 || capitals > labels / 2;
    this.first = this.at.findIndex((found) => found !== undefined);
    const alone = this.countOf("alone");
    this.areAlone = alone >= MIN_ALONE && alone >= 2 * (this.byField.size - alone);
    this.areUnbulleted = [...this.byField.values()].every(
      (places) => !places.every((one) => this.isItem(one)),
    );
  }

  /** How many fields have a label with this joint. */
  countOf(joint: Joint): number {
    return this.styles.get(joint)?.size ?? 0;
  }

  /** Tells whether a label before a space or a dash is but a word: others say so, or where it stands. */
  isWord(found: Found): boolean {
    const { at, field, joint } = found;
    const alone = this.styles.get("alone");
    // A label that is written with a colon elsewhere is but a word here, as is one alone on its line where most are.
    if (joint === "space" && this.styles.get("colon")?.has(field)) return true;
    if (alone?.has(field)) return joint !== "dash" && alone.size > 2 * this.countOf(joint);
    // So is one behind a bullet where all stand without one.
    return (
      (joint === "space" && this.areUnbulleted && this.isItem(found)) ||
      (this.areAlone && this.standsBesideAlone(at))
    );
  }

  private isItem({ at }: Found): boolean {
    return this.bits[at]?.isItem === true;
  }

  /** Tells whether a line stands right below a label alone, or one line further down, or right above the first label, as values do. */
  private standsBesideAlone(at: number): boolean {
    const isAlone = (place: number): boolean => this.at[place]?.joint === "alone";
    return (
      isAlone(at - 1) ||
      isAlone(at - 2) ||
      (at === this.first && isAlone(at + 1) && this.bits[at + 1]?.apart === false)
    );
  }
}
