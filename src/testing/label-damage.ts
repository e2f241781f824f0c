import { type Damage, isKnown, isOnOneLine, onField, splice } from "./damaged-field.ts";
import { pick } from "./parts.ts";

/** One edit to a label: a letter dropped, added, changed, or swapped with the next. */
function misspell(label: string, n: number): string {
  const at = Math.floor(n / 4) % label.length;
  const edits = [
    splice([...label], at, 1),
    splice([...label], at, 0, "q"),
    splice([...label], at, 1, "q"),
    splice([...label], at, 2, ...[...label.slice(at, at + 2)].reverse()),
  ];
  return pick(edits, n).join("");
}

/** The kinds of damage to the labels of a box, by name. */
export const LABEL_DAMAGES: readonly Damage[] = [
  {
    name: "label misspelled",
    apply: (parts, n) => {
      const damaged = onField(isKnown, ({ label, lines: [first = "", ...rest] }, m) => ({
        lines: [misspell(label, m) + first.slice(label.length), ...rest],
      }))(parts, n);
      // Of a field that stands twice, the misspelled one reads as a field of another name.
      const isDoubled = parts.fields.filter(({ key }) => key === damaged.touches[0]).length > 1;
      return { ...damaged, touches: isDoubled ? [...damaged.touches, "extra"] : damaged.touches };
    },
  },
  {
    name: "label lost",
    apply: onField(isKnown, (field) => {
      const [first = "", ...rest] = field.lines;
      return { lines: isOnOneLine(field) ? [first.slice(field.label.length)] : rest };
    }),
  },
];
