import { type Damage, onOne, replaced, splice, type Touched, told } from "./damaged-field.ts";
import { boxText, type FieldPart, type Parts, pick } from "./parts.ts";

/** Furniture that no value could be. */
const FURNITURE = [
  "Advertisement",
  "Share this",
  "We use cookies to improve your experience.",
  "- 2 -",
  "Page 2 of 3",
];

/** A field and its neighbours: in columns, labels stand beside the middle of their lines. */
const around = ({ fields }: Parts, at: number): Touched[] =>
  fields.slice(Math.max(0, at - 1), at + 2).map(({ key }) => key);

/** The line of a field up to the end of its label, with what may stand before that, as a pattern; none where it stands nowhere. */
const labelOf = ({ label, lines }: FieldPart, before: string): string[] =>
  lines.flatMap((line) => new RegExp(`^${before}${label}`, "i").exec(line)?.[0] ?? []).slice(0, 1);

const isLong = ({ lines }: FieldPart): boolean => lines.length > 2;

/**
 * Damage to the lines of a box in any layout: nothing but which lines are of which field is known of them. All that they
 * do not touch is as it was, or it is told that it is not.
 */
export const LAID_OUT_DAMAGES: readonly Damage[] = [
  {
    name: "field missing",
    apply: (parts, n) => {
      const at = n % parts.fields.length;
      return { parts: replaced(parts, at), touches: around(parts, at) };
    },
  },
  {
    name: "line missing",
    apply: onOne(isLong, (field, n, parts, at) => {
      const lines = splice(field.lines, 1 + (n % (field.lines.length - 1)), 1);
      return { parts: replaced(parts, at, { ...field, lines }), touches: around(parts, at) };
    }),
  },
  {
    // What drops lists of short items leaves their labels.
    name: "list of a label lost",
    apply: onOne(isLong, (field, _, parts, at) => ({
      parts: replaced(parts, at, { ...field, lines: labelOf(field, ".*?") }),
      touches: [field.key],
    })),
  },
  {
    name: "page furniture",
    apply: (parts, n) => {
      const at = n % parts.fields.length;
      const field = parts.fields[at] as FieldPart;
      const lines = [pick(FURNITURE, Math.floor(n / 31))];
      return told(replaced(parts, at, field, { key: "extra", label: "", lines }), [field.key]);
    },
  },
  {
    name: "box cut off",
    apply: (parts, n) => {
      // Of fewer fields, a layout cannot be told from what the site may write.
      const least = boxText(parts.fields.slice(0, 4)).length;
      const at = least + (n % (boxText(parts.fields).length - least));
      const fields: FieldPart[] = [];
      let start = 0;
      for (const field of parts.fields) {
        const text = field.lines.join("\n");
        if (start <= at) fields.push({ ...field, lines: text.slice(0, at - start).split("\n") });
        start += text.length + 1;
      }
      // Notes are the last of a box: nothing tells that there were more of them, or similar posts, or an article below.
      const touches: Touched[] = ["notes", "imageSources", "similarPosts"];
      if (parts.article === "") touches.push("title", "intro", "sections");
      return { parts: { ...parts, fields, tail: "" }, touches };
    },
  },
  {
    name: "label behind a bullet",
    apply: (parts, n) => {
      const at = 1 + (n % (parts.fields.length - 1));
      const [above, field] = parts.fields.slice(at - 1, at + 1) as [FieldPart, FieldPart];
      const [label = "", ...rest] = field.lines;
      // In columns, more stands on its line.
      if (!label.toLowerCase().startsWith(field.label) || /[│|\t]/.test(label)) return { parts, touches: [] };
      const [bullet = "- "] = /^\s*\S\S?\s+/.exec(above.lines.at(-1) as string) ?? [];
      return {
        parts: replaced(parts, at, { ...field, lines: [bullet + label, ...rest] }),
        touches: [],
      };
    },
  },
  {
    name: "label within a list",
    apply: onOne(isLong, (field, n, parts, at) => {
      const from = 2 + (Math.floor(n / 31) % (field.lines.length - 2));
      const lines = splice(field.lines, from, 0, ...labelOf(pick(parts.fields, n), "\\W*"));
      return { parts: replaced(parts, at, { ...field, lines }), touches: [] };
    }),
  },
  {
    name: "heading of similar posts lost",
    apply: (parts) => {
      const tail = parts.tail.split("\n").slice(1).join("\n");
      return { parts: { ...parts, tail }, touches: ["similarPosts"] };
    },
  },
];
