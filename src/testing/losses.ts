import { FIELDS, type FieldRow, isValueRow } from "../format/fields.ts";
import { ARTICLE_HEADINGS } from "../format/headings.ts";
import { type Damage, replaced, told } from "./damaged-field.ts";
import { type FieldPart, type Parts, pick, ROWS } from "./parts.ts";
import { box, onOneLine } from "./rewrite.ts";

/**
 * What extractors lose besides words, and what befalls a text after it was laid out in an extractor's way. A field is
 * as it was then, or what has become of it is told.
 */

/** Where the fields of some kinds stand among the others. */
const placesOf = ({ fields }: Parts, kinds: readonly FieldRow["kind"][]): number[] =>
  [...fields.keys()].filter((at) =>
    kinds.some((kind) => ROWS.get((fields[at] as FieldPart).key)?.kind === kind),
  );

/** Tells whether a field has one value. */
const isOfOne = (key: string): boolean => {
  const row = ROWS.get(key);
  return row !== undefined && isValueRow(row);
};

/** Losses of bullets, of the ends of lines, of columns, of indentation: all words are there. */
export const LOSSES: readonly Damage[] = [
  {
    name: "items run together",
    apply: (parts, n) =>
      told(
        box(onOneLine, (label, items) => [
          `${label}${pick([" ", ": ", "\t"], n)}${items.join(pick([" ", "/", " / ", "; ", "|", " & "], n >> 2))}`,
        ])(parts, n),
        parts.fields.filter(({ key }) => ROWS.get(key)?.kind === "list").map(({ key }) => key),
      ),
  },
  {
    name: "each text on a line of its own",
    apply: (parts, n) =>
      told(
        box(
          (label, value) => [label, value],
          (label, items) => [label, ...items.flatMap((item) => item.split(/(?<=^[\w ]{1,30}:) /))],
        )(parts, n),
        parts.fields.filter(({ key }) => !isOfOne(key)).map(({ key }) => key),
      ),
  },
  {
    name: "labels beside the middle of their lists",
    apply: (parts, n) =>
      told(
        box(onOneLine, (label, items) => {
          const middle = Math.floor((items.length - 1) / 2);
          return items.map((item, i) => (i === middle ? `${label} ${item}` : `  ${item}`));
        })(parts, n),
        [...FIELDS.map(({ key }) => key), "extra"],
      ),
  },
  {
    name: "line end lost",
    apply: (parts, n) => {
      const at = n % (parts.fields.length - 1);
      const [first, next] = parts.fields.slice(at, at + 2) as [FieldPart, FieldPart];
      const [label, ...others] = next.lines as [string, ...string[]];
      const lines = [...first.lines.slice(0, -1), first.lines.at(-1) + label, ...others];
      return told(replaced(replaced(parts, at + 1), at, { ...first, lines }), [first.key, next.key]);
    },
  },
  {
    name: "two items on one line",
    apply: (parts, n) => {
      const bullet = pick(["•", "◦", "○", "*", "-", "+", "1."], n);
      const lists = placesOf(parts, ["list"]);
      const joined = pick(lists, Math.floor(n / 7));
      const fields = parts.fields.map((field, at) => {
        const lines = field.lines.map((line) => line.replace("•", bullet));
        if (at !== joined || lines.length < 3) return { ...field, lines };
        const [label, first, second, ...rest] = lines as [string, string, string, ...string[]];
        return { ...field, lines: [label, `${first} ${second.trim()}`, ...rest] };
      });
      return told({ ...parts, fields }, [(parts.fields[joined] as FieldPart).key]);
    },
  },
  {
    name: "line for more of a list",
    apply: (parts, n) => {
      const lists = placesOf(parts, ["list"]);
      const at = pick(lists, n);
      const field = parts.fields[at] as FieldPart;
      const line = `  • ${pick(["and 2 more", "show 3 more", "…", "none"], Math.floor(n / 7))}`;
      return told(replaced(parts, at, { ...field, lines: [...field.lines.slice(0, -1), line] }), [field.key]);
    },
  },
  {
    name: "sign between a label and its value",
    apply: (parts, n) => {
      const texts = placesOf(parts, ["text", "sentence", "word"]);
      const at = pick(texts, n);
      const { key, label, lines } = parts.fields[at] as FieldPart;
      const value = (lines[0] as string).slice(label.length);
      const sign = pick(["-", "–", "=", "=>", "→", "....", ";", "/"], Math.floor(n / 5));
      return told(replaced(parts, at, { key, label, lines: [`${label} ${sign} ${value}`] }), [key]);
    },
  },
  {
    name: "signs around items",
    apply: (parts, n) => {
      const [before, behind] = pick(
        [
          ['"', '"'],
          ["`", "`"],
          ["**", "**"],
          ["(", ")"],
          ["<b>", "</b>"],
          ["", ";"],
          ["", ","],
          ["", " -"],
        ],
        n,
      ) as [string, string];
      const lists = placesOf(parts, ["list"]);
      const at = pick(lists, Math.floor(n / 8));
      const field = parts.fields[at] as FieldPart;
      const lines = field.lines.map((line) => line.replace(/(?<=• )(.+)$/, `${before}$1${behind}`));
      return told(replaced(parts, at, { ...field, lines }), [field.key]);
    },
  },
  {
    name: "sign that could not be read",
    apply: (parts, n) => {
      const texts = placesOf(parts, ["text", "sentence", "word", "list"]);
      const at = pick(texts, n);
      const field = parts.fields[at] as FieldPart;
      const last = (field.lines.at(-1) as string).slice(0, -1);
      const lines = [
        ...field.lines.slice(0, -1),
        last + pick(["\0", "\u0007", "\ud83d", "\ufffd"], Math.floor(n / 7)),
      ];
      return told(replaced(parts, at, { ...field, lines }), [field.key]);
    },
  },
  {
    name: "line within a list",
    apply: (parts, n) => {
      const at = pick(placesOf(parts, ["list"]), n);
      const field = parts.fields[at] as FieldPart;
      const line = pick(["Advertisement", "- 3 -", "continued", "Kim Lee"], Math.floor(n / 7));
      const from = 1 + (Math.floor(n / 31) % field.lines.length);
      const lines = [...field.lines.slice(0, from), line, ...field.lines.slice(from)];
      return told(replaced(parts, at, { ...field, lines }), [field.key, "extra"]);
    },
  },
  {
    name: "heading within the box",
    apply: (parts, n) => {
      const at = n % parts.fields.length;
      const field = parts.fields[at] as FieldPart;
      const heading = pick([...ARTICLE_HEADINGS], Math.floor(n / 31));
      return told(replaced(parts, at, field, { key: "extra", label: "", lines: [heading] }), [field.key]);
    },
  },
  {
    name: "first item beside its label",
    apply: (parts, n) => {
      const at = pick(placesOf(parts, ["list"]), n);
      const field = parts.fields[at] as FieldPart;
      const [label, first = "", ...rest] = field.lines as [string, ...string[]];
      const lines = [`${label}${pick([" ", ": ", "\t"], Math.floor(n / 7))}${first.trim()}`, ...rest];
      return told(replaced(parts, at, { ...field, lines }), [field.key]);
    },
  },
  {
    // Titles may have any sign but this one, so that nothing tells that they are several where others stand between them.
    name: "similar posts run together",
    apply: (parts) => {
      const [heading, first, ...others] = parts.tail.split(/\n+\s*• /);
      if (first === undefined) return { parts, touches: [] };
      return told({ ...parts, tail: `${heading}\n\n${[first, ...others].join(" • ")}` }, ["similarPosts"]);
    },
  },
  {
    name: "indentation lost",
    apply: (parts) => told({ ...parts, article: parts.article.replace(/^[ \t]+(?!•)/gm, "") }, ["sections"]),
  },
  {
    // Two paragraphs on one line, or a paragraph and code, may have been one: nothing tells that they were not.
    name: "heading run into a block",
    apply: (parts, n) => {
      const blocks = parts.article.split("\n\n");
      const isHeading = (at: number): boolean => at === 0 || ARTICLE_HEADINGS.has(blocks[at] as string);
      const ends = [...blocks.keys()].slice(0, -1).filter((at) => isHeading(at) || isHeading(at + 1));
      const at = pick(ends, n);
      blocks.splice(at, 2, blocks.slice(at, at + 2).join(" "));
      return told({ ...parts, article: blocks.join("\n\n") }, ["title", "intro", "sections"]);
    },
  },
  {
    name: "line of a page between blocks, or within code",
    apply: (parts, n) => {
      const blocks = parts.article.split("\n\n");
      blocks.splice(1 + (n % blocks.length), 0, pick(PAGE_LINES, Math.floor(n / 31)));
      return told({ ...parts, article: blocks.join("\n\n") }, ["title", "intro", "sections"]);
    },
  },
];

/** Lines of a page around its texts. */
const PAGE_LINES = ["Advertisement", "Share this", "* * *", "---", "https://example.org/a"];
