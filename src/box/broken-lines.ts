import { Row } from "../layout/row.ts";
import { anyOf } from "./codec.ts";
import type { LabelTable } from "./labels.ts";

/** Lines that were broken within a label or a link: each is put together with the one above it. */

/** How long a line would be at least with the first word of the next one where it was wrapped, and where nothing fits in. */
const MIN_WRAPPED = 60;
const FULL = 72;

/** How many lines are put together at most. */
const MAX_LINES = 40;

/** How much of a line may belong to a label that starts in the one above. */
const MAX_LABEL = 40;

/** The start of a link of Markdown at the end of a line, and the rest of it. */
const LINK_START = /\[[^\][]{1,80}$/;
const LINK_REST = /^[^\][]{0,80}\]\([^()\s]+\)/;

/** The address of a link behind its text, and one that a line starts with. */
const ADDRESS = /(?:^| )\[(?:https?:\/\/|mailto:|tel:|[/#])[^\][\s]*\](?!\()/;
const STARTS_WITH_ADDRESS = new RegExp(`^(?=\\[)${ADDRESS.source}`);

/** Bullets and marks before a label. */
const MARKS = /^[-*+•#_\s]+/;

/** How long a line would be with the first word of the next one. */
const reachOf = (above: Row | undefined, { said }: Row): number =>
  (above?.text.text.trimEnd().length ?? 0) + said.split(/\s/, 1).join().length;

/** Tells whether a link starts in a line and ends in the next. */
const isLinkOver = (line: string, next: string): boolean =>
  line !== "" && (STARTS_WITH_ADDRESS.test(next) || (LINK_START.test(line) && LINK_REST.test(next)));

/** A table and those of the entries in it. */
const withEntries = (table: LabelTable): LabelTable[] => [
  table,
  ...table.fields.flatMap(({ entries }) => (entries === undefined ? [] : withEntries(entries))),
];

/** The first words of labels, all but the last ones, as alternatives; none where all labels are a word. */
function firstWordsOf(tables: readonly LabelTable[]): string | undefined {
  const starts = tables.flatMap(({ fields }) =>
    fields.flatMap(({ node }) =>
      node.labels.flatMap((label) => {
        const words = label.trim().split(/\s+/);
        return words.slice(1).map((_, i) => words.slice(0, i + 1).join(" "));
      }),
    ),
  );
  return starts.length === 0 ? undefined : anyOf(starts);
}

/** Puts lines together. */
export class LineJoiner {
  private readonly tables: readonly LabelTable[];
  /** The first words of a label, at the end of a line. */
  private readonly atEnd: RegExp | undefined;
  /** The same as all of a line. */
  private readonly alone: RegExp | undefined;

  /** @param table - the labels of the box */
  constructor(private readonly table: LabelTable) {
    this.tables = withEntries(table);
    const [outer, all] = [firstWordsOf([table]), firstWordsOf(this.tables)];
    this.atEnd = outer === undefined ? undefined : new RegExp(`(?:${outer})$`, "iu");
    this.alone = all === undefined ? undefined : new RegExp(`^(?:${all})$`, "iu");
  }

  read(rows: readonly Row[]): readonly Row[] {
    const whole: Row[] = [];
    let labels: ReadonlySet<string> | undefined;
    // Of the row that is put together: how many lines it has, and whether an address stands in one.
    let count = 0;
    let hasAddress = false;
    for (const [i, row] of rows.entries()) {
      const above = row.isBlank || count >= MAX_LINES ? undefined : whole.at(-1);
      const [line, next] = [rows[i - 1]?.said ?? "", row.said];
      const reach = reachOf(rows[i - 1], row);
      let goesOn: boolean =
        above !== undefined &&
        ((reach >= MIN_WRAPPED && (isLinkOver(line, next) || this.isLabelOver(line, next))) ||
          (reach > FULL && hasAddress && !line.endsWith("]") && !this.isOwn(row, above)));
      if (!goesOn && above !== undefined && this.alone?.test(line.replace(MARKS, ""))) {
        labels ??= new Set(rows.map(({ said }) => this.labelOf(said)));
        goesOn = this.isRest(line, next, labels);
      }
      hasAddress = ADDRESS.test(next) || (goesOn && hasAddress);
      count = goesOn ? count + 1 : 1;
      if (above === undefined || !goesOn) whole.push(row);
      else whole[whole.length - 1] = new Row(above.text.joinedWith(" ", row.body), above.role);
    }
    return whole;
  }

  /** Tells whether a label starts in a line, past another one, and ends in the next. */
  private isLabelOver(line: string, next: string): boolean {
    if (this.atEnd?.test(line) !== true) return false;
    const labels = this.table.matches(`${line} ${next.slice(0, MAX_LABEL)}`);
    return (
      labels.some(({ from, text }) => from + text.length <= line.length) &&
      labels.some(({ from, text }) => from < line.length && from + text.length > line.length + 1)
    );
  }

  /** Tells whether a line is one of its own: it has a bullet, or a label with a colon or as far out as the one above. */
  private isOwn({ said, indent }: Row, above: Row): boolean {
    const label = this.labelOf(said);
    const isFurtherIn = indent > above.indent && !/^\s*[:：]/.test(said.slice(label.length));
    return MARKS.test(said) || (label !== "" && !isFurtherIn);
  }

  /** Tells whether a line goes on with a label that the one above starts with, and that stands nowhere else. */
  private isRest(line: string, next: string, labels: ReadonlySet<string>): boolean {
    const start = line.replace(MARKS, "");
    const label = this.labelOf(`${start} ${next}`);
    const behind = next.charAt(label.length - start.length - 1);
    return (
      label.length > start.length + 1 &&
      !/[\p{L}\p{N}]/u.test(behind) &&
      this.labelOf(next) === "" &&
      !labels.has(label)
    );
  }

  /** The label that a line starts with, in small letters; nothing where there is none. */
  private labelOf(line: string): string {
    const text = line.replace(MARKS, "");
    const [label = ""] = this.tables.flatMap((table) => table.startOf(text) ?? []);
    return label.toLowerCase();
  }
}
