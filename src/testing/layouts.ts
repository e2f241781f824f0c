import { isValueRow } from "../format/fields.ts";
import { ARTICLE_HEADINGS, CHECKLIST_HEADING } from "../format/headings.ts";
import type { Form } from "./forms.ts";
import { type FieldPart, pick, ROWS } from "./parts.ts";

/**
 * The layouts in which extractors leave a page: other bullets or none, tables, Markdown, marks and furniture around an
 * article. Each is of one program, so a text has one of them; whatever comes of it parses to the same post.
 */

/** Tells whether a field stands on the line of its label. */
const isValue = ({ key, lines }: FieldPart): boolean => {
  const row = ROWS.get(key);
  return lines.length === 1 && (row === undefined || isValueRow(row));
};

/** The value on the line of a label. */
const shownValue = ({ label, lines: [first = ""] }: FieldPart): string =>
  first.slice(label.length).replace(/^: /, "");

/** The lines under a label, without bullets. */
const itemsOf = ({ lines }: FieldPart): string[] => lines.slice(1).map((line) => line.replace(/^\s*• /, ""));

/** Writes a box anew: its fields of one line, and those of several. */
const box =
  (
    value: (label: string, value: string, n: number) => string[],
    list: (label: string, items: readonly string[], n: number) => string[],
  ): NonNullable<Form["parts"]> =>
  (parts, n) => ({
    ...parts,
    fields: parts.fields.map((field) => ({
      ...field,
      lines: isValue(field) ? value(field.label, shownValue(field), n) : list(field.label, itemsOf(field), n),
    })),
  });

/** Writes the article anew. */
const article =
  (change: (text: string, n: number) => string): NonNullable<Form["parts"]> =>
  (parts, n) => ({ ...parts, article: change(parts.article, n) });

const capitals = (text: string): string => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** Changes the lines that are known headings. */
const headings = (change: (heading: string, n: number) => string): NonNullable<Form["parts"]> =>
  article((text, n) =>
    text.replace(/^[a-z ]+$/gm, (line) => (ARTICLE_HEADINGS.has(line) ? change(line, n) : line)),
  );

/** Changes the items of the checklist. */
const checklist = (change: (items: readonly string[], n: number) => string): NonNullable<Form["parts"]> =>
  article((text, n) =>
    text.replace(
      new RegExp(`(?<=^${CHECKLIST_HEADING}\\n\\n)(?: *• .*\\n?)+`, "m"),
      (list) =>
        `${change(
          list
            .trimEnd()
            .split("\n")
            .map((line) => line.replace(/^\s*• /, "")),
          n,
        )}\n`,
    ),
  );

/** Changes the images: an alt line and the caption line under it. */
const images = (change: (caption: string, source: string, n: number) => string): NonNullable<Form["parts"]> =>
  article((text, n) =>
    text.replace(/^(.+)\n\1\. image source: ?(.*)$/gm, (_, caption: string, source: string) =>
      change(caption, source, n),
    ),
  );

const all =
  (...changes: readonly NonNullable<Form["parts"]>[]): NonNullable<Form["parts"]> =>
  (parts, n) =>
    changes.reduce((old, change) => change(old, n), parts);

/** The layouts, by name. */
export const LAYOUTS: readonly Form[] = [
  {
    name: "bullets of other signs",
    parts: all(
      box(
        (label, value) => [label + value],
        (label, items, n) => [
          label,
          ...items.map(
            (item) => `  ${pick(["□", "○", "☐", "■", "▫", "☆", "+", "o", "â€¢", "\u0095"], n)} ${item}`,
          ),
        ],
      ),
      checklist((items, n) =>
        items
          .map((item) => `  ${pick(["□", "○", "☐", "■", "▫", "☆", "+", "o", "â€¢", "\u0095"], n)} ${item}`)
          .join("\n"),
      ),
    ),
  },
  {
    name: "bullets that are lost",
    parts: all(
      box(
        (label, value) => [label + value],
        (label, items) => [label, ...(items.length > 1 ? items : items.map((item) => `  • ${item}`))],
      ),
      checklist((items) => (items.length > 1 ? items : items.map((item) => `• ${item}`)).join("\n")),
    ),
  },
  {
    name: "bullets on lines of their own",
    parts: box(
      (label, value) => [label + value],
      (label, items) => [label, ...items.flatMap((item) => ["•", item])],
    ),
  },
  {
    name: "bullets doubled",
    parts: box(
      (label, value) => [label + value],
      (label, items, n) => [
        label,
        ...items.map((item) => `${pick(["* * ", "- - ", "• • ", "* - "], n)}${item}`),
      ],
    ),
  },
  {
    name: "rows that are items",
    parts: box(
      (label, value, n) => [`${pick(["•", "-", "*"], n)} ${label}: ${value}`],
      (label, items, n) => [
        `${pick(["•", "-", "*"], n)} ${label}`,
        ...items.map((item) => `  ${pick(["◦", "-", "*"], n)} ${item}`),
      ],
    ),
  },
  {
    name: "values under their labels",
    parts: box(
      (label, value, n) => (n % 2 === 0 ? [label, value] : [label, "", value, ""]),
      (label, items) => [label, ...items.map((item) => `  • ${item}`)],
    ),
  },
  {
    name: "values behind a colon under their labels",
    parts: box(
      (label, value) => [label, `:   ${value}`, ""],
      (label, items) => [label, "", ...items.map((item) => `    * ${item}`), ""],
    ),
  },
  {
    name: "bold labels",
    parts: box(
      (label, value, n) => [
        pick(
          [
            `**${label}** ${value}`,
            `**${label}:** ${value}`,
            `- **${label}:** ${value}`,
            `**${label}**${value}`,
            `**${capitals(label)}:** ${value}`,
          ],
          n,
        ),
        "",
      ],
      (label, items, n) => [
        pick(
          [`**${label}**`, `**${label}:**`, `- **${label}:**`, `**${label}**`, `**${capitals(label)}:**`],
          n,
        ),
        "",
        ...items.map((item) => `  * ${item}`),
        "",
      ],
    ),
  },
  {
    name: "labels that are headings",
    parts: box(
      (label, value) => [`### ${label}`, "", value, ""],
      (label, items) => [`### ${label}`, "", ...items.map((item) => `- ${item}`), ""],
    ),
  },
  {
    name: "tables of bars",
    parts: box(
      (label, value, n) => [
        pick(
          [
            `| ${label} | ${value} |`,
            `|${label}|${value}|`,
            `${label} | ${value}`,
            `| **${label}** | ${value} |`,
          ],
          n,
        ),
      ],
      (label, items, n) => [
        pick([`| ${label} |`, `|${label}|`, `${label} |`, `| **${label}** |`], n),
        ...items.map((item) => `  * ${item}`),
      ],
    ),
  },
  {
    name: "tables of drawn lines",
    parts: box(
      (label, value) => [`│ ${label} │ ${value} │`],
      (label, items) => items.map((item, i) => `│ ${i === 0 ? label : ""} │ • ${item} │`),
    ),
  },
  {
    name: "tabs between labels and values",
    parts: box(
      (label, value) => [`\t${label}\t${value}`],
      (label, items) => items.map((item, i) => `\t${i === 0 ? label : ""}\t• ${item}`),
    ),
  },
  {
    name: "columns",
    parts: box(
      (label, value) => [`  ${label.padEnd(16)}${value}`],
      (label, items) =>
        items.map(
          (item, i) => `  ${(i === Math.floor((items.length - 1) / 2) ? label : "").padEnd(16)}  * ${item}`,
        ),
    ),
  },
  {
    name: "tags",
    parts: box(
      (label, value) => [`<tr><th>${label}</th><td>${value}</td></tr>`],
      (label, items) => [
        `<tr><th>${label}</th><td><ul>`,
        ...items.map((item) => `<li>${item}</li>`),
        "</ul></td></tr>",
      ],
    ),
  },
  {
    name: "box over its article",
    parts: ({ article: text, heading, fields, tail }) => ({
      article: "",
      heading,
      fields,
      tail: `${text}\n\n${tail}`,
    }),
  },
  {
    name: "marked headings",
    parts: all(
      headings((heading, n) =>
        pick(
          [
            `## ${heading}`,
            `**${heading}**`,
            `${heading}\n${"-".repeat(heading.length)}`,
            `**** ${heading} ****`,
            `== ${heading} ==`,
            `${heading}:`,
            `${heading}.`,
          ],
          n,
        ),
      ),
      (parts, n) => ({
        ...parts,
        heading: pick(
          [
            `## ${parts.heading}`,
            `**${parts.heading}**`,
            `${parts.heading}\n${"-".repeat(parts.heading.length)}`,
            parts.heading.toUpperCase(),
            `**** ${parts.heading} ****`,
            `== ${capitals(parts.heading)} ==`,
            `${capitals(parts.heading)}:`,
            `${capitals(parts.heading)}.`,
          ],
          n,
        ),
      }),
    ),
  },
  {
    name: "images in other marks",
    parts: images((caption, source, n) =>
      pick(
        [
          `![${caption}](https://images.example/a.png)\n${caption}. image source: ${source}`,
          `[${caption}]\n${caption}. image source: ${source}`,
          `${caption} [https://images.example/a.png]${caption}. image source: ${source}`,
          `${caption}${caption}. image source: ${source}`,
          `*${caption}. image source: ${source}*`,
          `![${caption}](https://images.example/a.png)*${caption}. image source: ${source}*`,
          `image::https://images.example/a.png[${caption}. Image source: ${source}]`,
          `${caption}\n${caption}\n${caption}. image source: ${source}`,
          `${caption}. image source: ${source}`,
        ],
        n,
      ),
    ),
  },
  {
    name: "a checklist in other marks",
    parts: checklist((items, n) =>
      pick(
        [
          items.join("\n"),
          items.map((item) => `+ ${item}`).join("\n"),
          items.map((item) => `- [ ] ${item}`).join("\n"),
          `• ${items.join(" • ")}`,
          `- ${items.join("\n")}`,
          items.map((item) => `•\n${item}`).join("\n"),
          items.map((item) => `<li>${item}</li>`).join("\n"),
        ],
        n,
      ),
    ),
  },
  {
    name: "furniture around the article",
    parts: (parts, n) => ({
      ...parts,
      article: `${pick(["DevOps | Bash\n", "Skip to content\n\nAlphaNode\n\nHome\n\nAbout\n", "5 min read\n", "By editor on March 5, 2024\n", "Posted on March 5, 2024\nLeave a Comment\n", "Home » DevOps » Bash\n"], n)}\n${parts.article}`,
      tail: `${parts.tail}\n\n${pick(["Leave a Reply\n\nYour email address will not be published.", "Copyright © 2026 AlphaNode", "Share this:\n\nFacebook\n\nX", "Tags: bash, redis", "Proudly powered by WordPress"], n)}\n`,
    }),
  },
  {
    name: "front matter",
    parts: article((text) => {
      const [title = "", ...rest] = text.split("\n");
      return `---\ntitle: "${title}"\ndate: 2024-03-05\n---\n${rest.join("\n")}`;
    }),
  },
  {
    name: "escapes",
    parts: all(
      box(
        (label, value, n) => [label + escaped(value, n)],
        (label, items, n) => [label, ...items.map((item) => `  • ${escaped(item, n)}`)],
      ),
    ),
  },
];

/** A text with escapes that stand for what was there. */
const escaped = (text: string, n: number): string =>
  pick(
    [
      text.replace(/(?<=\w)([_.-])(?=\w)/g, "\\$1"),
      text.replace(/'/g, "&#39;").replace(/-/g, "&#45;"),
      text.replace(/(?<=[a-z])(?=[a-z]{3})/, "\u00ad"),
    ],
    n,
  );
