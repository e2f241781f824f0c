import { anyCase, flagged, type Part } from "../format/pattern.ts";
import { isWordUnit } from "../syntax/look.ts";
import { pastBullets } from "./bullets.ts";
import { append, type Row } from "./row.ts";
import type { Strand } from "./strand.ts";
import { LABEL, ROWS } from "./words.ts";

/** What the rows of a box are made of: cells of tables, texts without bullets and marks. */

/** A stretch of a row of the box: all of it, a cell, or what stands after a label. */
export interface Bit {
  /** The text, without bullets, marks around a label, and white space at its ends. */
  readonly text: Strand;
  /** The same with its bullets. */
  readonly cell: Strand;
  /** The row it stands in. */
  readonly row: Row;
  /** Whether it is the whole row but for bullets: then the row itself may stand for it. */
  readonly whole: boolean;
  /** Whether a bullet stands before it. */
  readonly isItem: boolean;
  /** The column at which the text starts. */
  readonly column: number;
  /** Whether a blank row stands right before. */
  readonly apart: boolean;
  /** Whether it follows a cell of the same row. */
  readonly after: boolean;
  /** How its start is emphasised: a label of Markdown. */
  readonly bold: boolean;
  /** What is odd about the signs around its value, in words; absent where nothing is. */
  readonly odd?: string;
}

/** Lines that only draw: the rules of tables and headings. */
const RULE = /^(?=[-\s─━=_~═+|:┼┬┴├┤┌┐└┘│╂╋*]{3,}$).*[-─━=_~═+|┼*]/u;

/** Tells whether a text draws a line. */
export const isRule = (text: string): boolean => RULE.test(text) || DIRECTIVE.test(text);

/** A line that says how what follows is to be shown, in other languages of marks than Markdown. */
const DIRECTIVE = /^(?:\.\. [\w-]+::|:[\w-]+: [\w-]+$|\[[\w,=%"' ]+\]$|\|={3,}$|<<>>$|#\+\w+)/;

/** What stands between cells: bars of all kinds, and tabs. */
export const CELL_ENDS = /\s*(?<!\\)[|│┃║]\s*|\s*\t\s*/g;

/** A heading of Markdown. */
const ATX = /^#{1,6}\s+|\s+#{1,6}$/g;

/** Marks of bold text within a text. */
const BOLD = /\*\*(?=\S)|(?<=\S)\*\*/g;

/** One mark of bold text, and none at the other end of what it would mark: it is a text's own, as in `/**0`. */
const LONE_MARK = /^(?:(?!\*\*).)+\*\*(?:(?!\*\*).)+$/;

/**
 * Makes a function that takes the marks of emphasis off a text, and tells whether its start had some.
 *
 * @param labels - the labels of fields and entries, as a pattern without groups that capture
 */
export function emphasisReader(labels: Part): (text: Strand) => { text: Strand; bold: boolean } {
  // Around a label at the start of a text. The label may hold a colon or be followed by one.
  const start = anyCase`^(?:#{1,6}\s+)?(?:(\*{1,2})(?=\S)([^*_]{2,24}?)(:?)\1|(_{1,2})(${labels})(:?)\4)(?![*_])(\s*:)?`;
  const starts = new RegExp(start, "gi");
  // Around a label within a text.
  const within = flagged("gi")`(?<![\w*_])[*_]{1,2}(${labels})(:?)[*_]{1,2}(?![\w*_])`;
  const withoutMarks = (text: Strand): Strand =>
    /[*_]/.test(text.text) && !LONE_MARK.test(text.text)
      ? text.without(BOLD).replace(within, ([, label = "", colon = ""]) => label + colon)
      : text;
  return (text) => {
    const found = start.exec(text.text);
    if (found === null) {
      const bold = text.text.startsWith("#");
      return { text: withoutMarks(bold ? text.without(ATX) : text), bold };
    }
    const plain = text
      .slice(0, found[0].length)
      .replace(starts, (one) => (one[2] ?? one[5] ?? "") + (one[3] || one[6] || one[7] || ""));
    return { text: plain.joinedWith("", withoutMarks(text.slice(found[0].length))), bold: true };
  };
}

/** Takes the marks of emphasis off a text, and tells whether its start had some. */
export const withoutEmphasis = emphasisReader(LABEL);

/** What stands around a text for layout alone: the colon of a definition, the sign of a line that goes on, an anchor. */
export const AROUND = /^:(?:\s+|$)|(?<!\s)\s*\\+$|(?:,?\s[+*])+$|<<[\w-]*>>$/g;

/** A label, and nothing else, before a tab or a bar. */
const LABEL_CELL = anyCase`^${LABEL}\s*:?\s*[\t|│┃║]`;

/** A label before a bar that says how the cell after it is to be shown: `|topic a|`, as AsciiDoc has them. */
const STYLED_CELL = flagged("gi")`(?<=^\|?[*_]*${LABEL}[*_]*)\s[a-z](?=\|)`;

/** Tells whether tabs or bars part the cells of a row: it starts with a tab, or with a label. Unknown fields have them, too. */
const isParted = ({ text, body }: Row): boolean =>
  (text.text.startsWith("\t") && body.text.includes("\t")) || LABEL_CELL.test(body.text);

/** A bar with which tables are drawn. */
const DRAWN_BAR = /[│┃║]/;

/** A bar behind all that a row says. */
const ENDS_WITH_BAR = /\|$/;

/** Gives what tells the rows of a table among others: of one row that is drawn or ends with a bar, the bar may be its own. */
export function tableAmong(rows: readonly Row[]): (row: Row) => boolean {
  const marks = [DRAWN_BAR, ENDS_WITH_BAR].filter(
    (mark) => rows.filter(({ said }) => mark.test(said)).length > 1,
  );
  return (row) => row.said.startsWith("|") || isParted(row) || marks.some((mark) => mark.test(row.said));
}

/**
 * Takes a row apart.
 *
 * @param apart - whether a blank row stands above it
 * @param isTable - whether it is one of a table
 */
export function bitsOf(row: Row, apart: boolean, isTable: boolean): Bit[] {
  const { body } = row;
  if (row.isBlank || isRule(body.text)) return [];
  const cells = isTable
    ? body
        .without(STYLED_CELL)
        .split(CELL_ENDS)
        .filter((cell) => !cell.isBlank)
    : [body];
  return cells.flatMap((cell, i) =>
    bitOf(row, cell.trim(), apart, i > 0, cells.length === 1 && cell === body),
  );
}

function bitOf(row: Row, given: Strand, apart: boolean, after: boolean, whole: boolean): Bit[] {
  const cell = given.without(AROUND);
  if (cell.text === "") return [];
  const past = pastBullets(cell.text);
  const { text, bold } = withoutEmphasis(cell.slice(past).trim());
  const column = row.indent + (cell.start - row.body.start) + past;
  return [
    {
      text,
      cell,
      row,
      whole: whole && !bold && cell === given,
      isItem: past > 0,
      column,
      apart,
      after,
      bold,
    },
  ];
}

/** Takes rows apart; a label that was wrapped is one bit. */
export function bitsOfRows(rows: readonly Row[]): Bit[] {
  const bits: Bit[] = [];
  const isTableRow = tableAmong(rows);
  rows.forEach((row, i) => {
    if (row.isBlank) return;
    for (const bit of bitsOf(row, i > 0 && (rows[i - 1] as Row).isBlank, isTableRow(row))) {
      append(bits, withLabelWhole(bits.pop(), bit));
    }
  });
  return bits;
}

/** A row of a table whose first cell is empty, as rows are that go on with cells above, and its second. */
const SECOND_CELL = /^[|│┃║]\s*[|│┃║]\s?(.*)\s[|│┃║]$/;

/** Tells whether a bit goes on with the bit in the cell above it: what it starts with would not have fitted there. */
export function isRestOfCell({ text, isItem, row }: Bit, above: Bit): boolean {
  const { length } = SECOND_CELL.exec(row.said)?.[1] ?? "";
  const [word = ""] = text.text.split(" ", 1);
  return !isItem && length > 0 && above.cell.text.length + 1 + word.length > length;
}

/** The first words of labels of several. */
const STARTS = ROWS.flatMap(({ label }) =>
  [...label.matchAll(/ /g)].map(({ index }) => label.slice(0, index)),
);

/** The first words of a label at the end of a text, with the character before them. */
const ENDS_WITH_START = anyCase`(?:^|(.))(${STARTS})$`;

/** The longest start of a label, and the character before it. */
const MAX_START = Math.max(...STARTS.map(({ length }) => length)) + 1;

/** Puts a label together of which the last words of a bit are the start, and the first of the next the rest. */
function withLabelWhole(before: Bit | undefined, bit: Bit): Bit[] {
  if (!before) return [bit];
  if (bit.isItem || bit.apart || bit.after) return [before, bit];
  const [, sign = "", start = ""] = ENDS_WITH_START.exec(before.text.text.slice(-MAX_START)) ?? [];
  if (start === "") return [before, bit];
  const { text } = bit.text;
  const past = (STARTS_WITH_ANY.exec(`${start} ${text}`)?.[0].length ?? 0) - start.length - 1;
  // In the middle of a word, a capital shows it, or another word that follows as closely.
  const isApart = sign.trim() === "" || /^\p{Lu}/u.test(start) || isWordUnit(text.charCodeAt(past));
  // Beside words with capitals, a label has one.
  const isCapital = /\p{Lu}/u.test(start.charAt(0)) || !/\p{Lu}/u.test(before.text.text);
  if (past < 0 || !isApart || !isCapital) return [before, bit];
  const at = before.text.text.length - start.length;
  if (at === 0) return [joinBits(before, bit)];
  const first = before.text.slice(0, at).trim();
  const rest = before.text.slice(at).joinedWith(" ", bit.text);
  return [
    { ...before, text: first, cell: first, whole: false },
    { ...bit, text: rest, cell: rest, whole: false },
  ];
}

/** A label at the start of a text. */
const STARTS_WITH_ANY = anyCase`^${LABEL}`;

/** A bit that goes on in another. */
export const joinBits = (start: Bit, bit: Bit): Bit => ({
  ...start,
  text: start.text.joinedWith(" ", bit.text),
  cell: start.cell.joinedWith(" ", bit.cell),
  whole: false,
});
