import type { Count } from "./assess.ts";
import { excerpt } from "./excerpt.ts";
import { EXTRACTED, type Markup, PAGES, postOf } from "./pages.ts";
import type { ReadRecord } from "./record.ts";
import type { ToolText } from "./texts.ts";
import { TOOLS, type Tool, versionOf } from "./tools.ts";

type Row = readonly string[];

/** Writes a table with columns of even width, as formatters of Markdown leave it. */
function table(head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...rows]
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`)
    .join("\n");
}

/** A piece of a text as code within a cell: bars are escaped, and the fence is no run of back-ticks within. */
function cell(piece: string | undefined): string {
  if (piece === undefined) return "–";
  const runs: readonly string[] = piece.match(/`+/g) ?? [];
  let fence = "`";
  while (runs.includes(fence)) fence += "`";
  const gap = runs.length === 0 ? "" : " ";
  return `${fence}${gap}${piece.replaceAll("|", "\\|")}${gap}${fence}`;
}

const LANGUAGE: Readonly<Record<Tool["ecosystem"], string>> = {
  python: "Python",
  npm: "npm",
  go: "Go",
  rust: "Rust",
  java: "Java",
  debian: "Debian 12",
};

const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(0)} %`;

/** Fields that stand in the text whole; what a tool lost no parser can read. */
const present = ({ right, refused, wrong, silent }: Count): number => right + refused + wrong + silent;

const readRow = (tool: Tool, count: Count): Row => [
  tool.name,
  LANGUAGE[tool.ecosystem],
  versionOf(tool),
  `${count.right} of ${present(count)}`,
  percent(count.right, present(count)),
  String(count.lost),
  `${count.refused} / ${count.wrong} / ${count.silent}`,
  `${count.parts} of ${count.parts + count.misread}`,
  percent(count.parts, count.parts + count.misread),
  String(count.untold),
];

const MARKUPS: readonly Markup[] = ["div", "table", "dl", "list"];

/** Where the box of a text begins, as far as its heading shows it. */
const boxStart = (text: string): number => Math.max(0, text.toLowerCase().lastIndexOf("post meta"));

/** An image with `CAPTION` and `URL` for what is longer, wrapped or not. */
function imageIn({ text, post }: ToolText): string | undefined {
  const [{ caption, url } = { caption: "", url: "" }] = post.meta.imageSources;
  const words = new RegExp(caption.replaceAll(" ", "\\s+"), "gi");
  const short = text.slice(0, boxStart(text)).replace(words, "CAPTION").replaceAll(url, "URL");
  return excerpt(short, "caption", "picsum.photos") ?? excerpt(short, "caption", "caption");
}

function writtenRow({ name }: Tool, texts: readonly ToolText[]): Row {
  const shown = texts.find(({ tool, markup }) => tool === name && markup === "div");
  if (shown === undefined) throw new Error(`no text of ${name}`);
  const { text } = shown;
  const box = boxStart(text);
  const code = excerpt(text, "```", "for unit in") ?? excerpt(text, "for unit in", "journalctl");
  return [
    name,
    ...[
      excerpt(text, "production checks", "production checks"),
      excerpt(text, "count what", "count what"),
      excerpt(text, "freshness", "64", box),
      excerpt(text, "name:", "type:", box),
      imageIn(shown),
      code,
    ].map(cell),
  ];
}

const rowRow = ({ name }: Tool, texts: readonly ToolText[]): Row => [
  name,
  ...MARKUPS.map((kind) => {
    const shown = texts.find(({ tool, markup }) => tool === name && markup === kind);
    return cell(
      shown && excerpt(shown.text, "difficulty", postOf("journal").meta.difficulty, boxStart(shown.text)),
    );
  }),
];

/** Writes docs/extractors.md: what each tool writes, and what is read of it by the numbers that are recorded. */
export function documentOf(texts: readonly ToolText[], record: ReadRecord): string {
  const countOf = ({ name }: Tool): Count => record[name] as Count;
  const counts = TOOLS.map(countOf);
  const sum = (pick: (count: Count) => number): number =>
    counts.reduce((total, count) => total + pick(count), 0);
  const [right, there, parts, partsThere] = [
    sum((count) => count.right),
    sum(present),
    sum((count) => count.parts),
    sum((count) => count.parts + count.misread),
  ];
  return `# What extractors write

A post reaches this library as the text that some tool made of a page, and each tool has its own idea of a row, a list or
an image. Here are ${TOOLS.length} tools and options, each given the same ${PAGES.length} pages, and what the parser reads in what they wrote.
This file is written by \`npm run extractors -- --write\`, from the texts in \`${EXTRACTED}\`; \`npm run extract\` makes those
anew. How to add a tool: [contributing](contributing.md#texts-of-extractors).

The pages show two made posts. The box of the one stands as rows of \`div\`, \`table\`, \`dl\` and \`ul\`, in a page that is
nothing but the article; that of the other as \`div\` and \`p\`, in a page with navigation, byline, similar posts, a form for
comments and a footer.

## What is read

Of ${there} fields that stand in the texts ${right} are read as they are (${percent(right, there)}), and of ${partsThere} parts of articles
(title, headings, paragraphs, images, code, lists) ${parts} (${percent(parts, partsThere)}). A field is _lost_ where the tool dropped it or some of
it, or ran its items together without a sign between; it is _refused_ where it is left out with an issue, _wrong_ where it
is another value with an issue on it, and _silent_ where nothing is reported. _Unreported_ counts articles with a part misread and
no issue outside the box.

${table(
  [
    "tool",
    "from",
    "version",
    "fields right",
    "",
    "lost",
    "refused / wrong / silent",
    "parts right",
    "",
    "unreported",
  ],
  TOOLS.map((tool) => readRow(tool, countOf(tool))),
)}

## How a row is written

The row \`Difficulty\`, \`intermediate\`, in each markup. \`⏎\` is a line end, \`→\` a tab, \`·\` a space that a line begins with,
\`…\` stands for what is left out, and long gaps are shortened; – means that the row is not there, or not in one piece.

${table(
  ["tool", ...MARKUPS.map((markup) => `\`${markup === "list" ? "ul" : markup}\``)],
  TOOLS.map((tool) => rowRow(tool, texts)),
)}

## How the rest is written

A heading, an item of the article's checklist, an entry of the box (\`Freshness: 64\`), the first record (\`Name\`, \`Type\`), an
image with its caption, and the first lines of the code, whose second line is indented by two.

${table(
  ["tool", "heading", "item", "entry", "record", "image", "code"],
  TOOLS.map((tool) => writtenRow(tool, texts)),
)}

## What else they do

What these pages came to, beside what the tables show:

${TOOLS.flatMap(({ name, note }) => (note === undefined ? [] : [`- **${name}** ${note}.`])).join("\n")}
`;
}
