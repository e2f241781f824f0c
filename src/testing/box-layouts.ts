import type { Form } from "./forms.ts";
import { pick } from "./parts.ts";
import { all, article, box, capitals, checklist, escaped, joined, onOneLine } from "./rewrite.ts";

/** Bullets of extractors, office programs and people: glyphs, signs, a reference, one in another encoding. */
const OTHER_BULLETS = "□ ○ ☐ ■ ▫ ☆ + o â€¢ \u0095 ✓ → ⁃ ❖ » 🔹 ✔ &bull; (1) ⭐ ① ↳ \uf0a7".split(" ");

/** What people and programs put before labels and behind them. */
const SIGNS_OF_LABELS = [
  ...["=", " = ", " => ", " → ", " - ", " – ", " — ", "....", " . . . . ", "::", " · ", "; "].map((sign) => [
    "",
    sign,
  ]),
  ...[
    ["[", "] "],
    ['"', '": '],
    ["`", "` "],
    ["“", "” "],
    ["📌 ", ": "],
    ["(", ") - "],
    ["{", "} "],
  ],
] as [string, string][];

/** A label in bold, as Markdown and what takes itself for it have it; `@` has capitals. */
const BOLD = ["**#** ", "**#:** ", "- **#:** ", "**#**", "** # ** ", "**@:** "];
const bold = (label: string, n: number): string =>
  pick(BOLD, n).replace("#", label).replace("@", capitals(label));

/** A label and its value in spans, as pandoc and djot have them, and a line in the division of its row. */
const inSpans = (label: string, n: number): string =>
  pick([`[${label}:]{.label} VALUE{.value}`, `**${label}**VALUE{}`], n);
const inDivision = (line: string, n: number): string[] => [
  ...pick([["::: row"], ["::: {.row}"], ["{.row}", ":::"]], Math.floor(n / 7)),
  line,
  ":::",
];

/** How names of several words are put together in code. */
const SPELLINGS: readonly ((label: string) => string)[] = [
  (label) => label.replaceAll(" ", "_"),
  (label) => label.replaceAll(" ", "-"),
  (label) => label.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase()),
];

/** The layouts in which extractors leave a box: other bullets or none, tables, Markdown, other languages of marks. */

export const BOX_LAYOUTS: readonly Form[] = [
  {
    name: "bullets of other signs",
    parts: all(
      box(onOneLine, (label, items, n) => [
        label,
        ...items.map((item) => `  ${pick(OTHER_BULLETS, n)} ${item}`),
      ]),
      checklist((items, n) => items.map((item) => `  ${pick(OTHER_BULLETS, n)} ${item}`).join("\n")),
    ),
  },
  {
    name: "labels between signs, or joined by others",
    parts: (parts, n) => {
      const [before, behind] = pick(SIGNS_OF_LABELS, n);
      return box(
        (label, value) => [`${before}${label}${behind}${value}`],
        (label, items) => [
          `${before}${label}${before === "" ? "" : behind}`,
          ...items.map((item) => `  • ${item}`),
        ],
      )(parts, n);
    },
  },
  {
    name: "labels spelled as names of code",
    parts: (parts, n) => {
      const spelled = (label: string): string => pick(SPELLINGS, n)(label);
      return box(
        (label, value) => [`${spelled(label)}: ${value}`],
        (label, items) => [`${spelled(label)}:`, ...items.map((item) => `  • ${item}`)],
      )(parts, n);
    },
  },
  {
    name: "bullets that are lost",
    parts: all(
      box(onOneLine, (label, items) => [
        label,
        ...(items.length > 1 ? items : items.map((item) => `  • ${item}`)),
      ]),
      checklist((items) => (items.length > 1 ? items : items.map((item) => `• ${item}`)).join("\n")),
    ),
  },
  {
    name: "labels that count their items",
    parts: box(onOneLine, (label, items, n) => [
      `${label}${pick([" (#)", "(#)", " [#]", " (#):"], n).replace("#", String(items.length))}`,
      ...items.map((item) => `  • ${item}`),
    ]),
  },
  {
    name: "bullets on lines of their own",
    parts: box(onOneLine, (label, items) => [label, ...items.flatMap((item) => ["•", item])]),
  },
  {
    name: "bullets doubled",
    parts: box(onOneLine, (label, items, n) => [
      label,
      ...items.map((item) => `${pick(["* * ", "- - ", "• • ", "* - "], n)}${item}`),
    ]),
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
      (label, value, n) => [bold(label, n) + value, ""],
      (label, items, n) => [bold(label, n).trimEnd(), "", ...items.map((item) => `  * ${item}`), ""],
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
    name: "drawn lines without spaces",
    parts: box(
      (label, value) => [`${label.padEnd(16)}│${value}`],
      (label, items) => items.map((item, i) => `${(i === 0 ? label : "").padEnd(16)}│* ${item}`),
    ),
  },
  {
    name: "tables of LaTeX",
    parts: box(
      (label, value) => [`${label} & ${value}`],
      (label, items) => [`${label} &`, "", ...items.map((item) => `-   ${item}`), ""],
    ),
  },
  {
    name: "tables of AsciiDoc",
    parts: box(
      (label, value) => [`|*${label}* |${value}`],
      (label, items) => [`|*${label}* a|`, ...items.map((item) => `* ${item}`), ""],
    ),
  },
  {
    name: "directives of reStructuredText",
    parts: all(
      box(
        (label, value) => ["   .. container:: row", "", `      **${label}**\\ ${value}`, ""],
        (label, items) => [
          "   .. container:: row",
          "",
          `      **${label}**`,
          "",
          ...items.map((item) => `      -  ${item}`),
          "",
        ],
      ),
      (parts) => ({
        ...parts,
        heading: `.. container:: box\n\n   .. rubric:: ${parts.heading}\n      :name: box\n`,
      }),
    ),
  },
  {
    name: "divisions and spans of Markdown",
    parts: box(
      (label, value, n) =>
        inDivision(
          inSpans(label, n).replace("VALUE", () => `[${value}]`),
          n,
        ),
      (label, items, n) => [
        ...inDivision(inSpans(label, n).replace("VALUE", "[]"), n).slice(0, -1),
        "",
        ...items.map((item) => `- ${item}`),
        ":::",
      ],
    ),
  },
  {
    name: "items that say what is nested in them",
    parts: box(
      (label, value) => [`- ${label} ${value}`],
      (label, items) => [`- ${label} ${items.join("")}`, ...items.map((item) => `- ${item}`)],
    ),
  },
  {
    name: "ligatures",
    parts: all(
      box(
        (label, value) => [`${label}: ${joined(value)}`],
        (label, items) => [label, ...items.map((item) => `  • ${joined(item)}`)],
      ),
      article((text) => joined(text)),
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
    name: "escapes",
    parts: all(
      box(
        (label, value, n) => [label + escaped(value, n)],
        (label, items, n) => [label, ...items.map((item) => `  • ${escaped(item, n)}`)],
      ),
    ),
  },
];
