import { lower } from "../format/case.ts";
import { FIELDS, type FieldRow, isEntriesRow, isValueRow, type ValueRow } from "../format/fields.ts";
import { anyCase } from "../format/pattern.ts";
import { TABLE } from "../format/table.ts";
import { isFurniture } from "../layout/furniture.ts";
import { isSureValue } from "../layout/labels.ts";
import { ENTRIES, ENTRY_LABEL } from "../layout/words.ts";
import { hasLabel, valueText } from "../syntax/box-line.ts";
import { isNear } from "../syntax/labels.ts";
import { endsSentence } from "../syntax/look.ts";
import type { FieldNode, Stray } from "../syntax/nodes.ts";
import { visible } from "../syntax/pieces.ts";
import { hasBullet, type Line } from "../syntax/scan.ts";
import type { IssueCode } from "./codes.ts";
import type { IssueList, ParseIssue } from "./issues.ts";
import { LABEL_WITHIN } from "./odd.ts";
import { META } from "./place.ts";
import { quote } from "./quote.ts";

/**
 * Tells lines that fit nowhere; the field above them may be short of them, and where that has one value and they have bullets,
 * the last list above.
 */
export function tellStray(
  list: IssueList,
  { lines }: Stray,
  above: FieldRow | undefined,
  owner: FieldRow | undefined,
): void {
  const [line, end] = [lines[0] as Line, lines.at(-1) as Line];
  const [first, last] = [visible(line), visible(end)];
  const text = quote(list.source.text.slice(first.from, last.to));
  const message = `${text} fits no field and was left out; if it belongs to one, put it on that field's line`;
  list.add("stray_text", above ? META.of(above) : META, message, first, last);
  if (!owner || !above || !isValueRow(above) || !hasBullet(line) || /:\s/.test(text)) return;
  const told = `${text} stands below, and may be an item of this`;
  list.add("unusual_value", META.of(owner), told, first, last);
}

/** Tells a list that an item may belong to which was read as the last of the entries above. */
export function tellItemAbove(list: IssueList, { row, items }: FieldNode, node: FieldNode): void {
  const item = items.at(-1);
  if (!item || node.row?.kind !== "list" || (row?.kind !== "entries" && row?.kind !== "records")) return;
  if (hasLabel(item)) return;
  const text = quote(valueText(list.source, item));
  list.add(
    "unusual_value",
    META.of(node.row),
    `${text} stands above, and may be an item of this`,
    visible(item.line),
  );
}

/**
 * Tells a list whose label stands once more, with what may be its first item behind it: in a line right above that fits nowhere, or
 * in the name of a field that is not known and has items.
 */
export function tellFirstItem(list: IssueList, node: FieldNode | Stray, below: FieldRow | undefined): void {
  const isStray = node.type === "stray";
  const line = isStray ? node.lines.at(-1) : node.head?.line;
  if (!line || (!isStray && (node.row || node.items.length === 0))) return;
  const name = lower(list.source.body(line));
  const row = FIELDS.find(({ kind, label }) => kind === "list" && name.startsWith(label));
  if (!row || (isStray && row !== below)) return;
  if (list.issues.some(({ code, path }) => code === "missing_field" && path[1] === row.key)) return;
  const message = `${quote(list.source.body(line))} stands elsewhere, and may be an item of this`;
  list.add("unusual_value", META.of(row), message, visible(line));
}

/** An entry of any field, behind a bullet more or not; its colon may be lost. */
const ENTRY = anyCase`^(?:\W{0,3}|o\s)(${ENTRY_LABEL})(\s*:)?\s+(.*)`;

/** What tells that a field has lost all of its entries. */
const HAS_NONE: ReadonlySet<string> = new Set<IssueCode>(["missing_field", "empty_value"]);

/** Gives the label of the entry that a text is. Without a colon, words may start as an entry does, and only its value tells. */
function entryOf(text: string): string | undefined {
  const [, name = "", colon, value = ""] = ENTRY.exec(text) ?? [];
  const label = lower(name);
  const isSure = (row: ValueRow): boolean => row.label === label && isSureValue(row, value);
  return label !== "" && (colon !== undefined || ENTRIES.some(isSure)) ? label : undefined;
}

/** Tells whether a field has entries of a label. */
const hasEntry = (key: unknown, label: string): boolean =>
  FIELDS.some(
    (row: FieldRow) => row.key === key && isEntriesRow(row) && row.entries.some((one) => one.label === label),
  );

/** Tells an item of a list that is the entry which another field lacks, or that of a field which is not there, or empty. */
export function tellEntry(list: IssueList, { row, items }: FieldNode): void {
  if (row?.kind !== "list") return;
  for (const item of items) {
    const text = valueText(list.source, item);
    const label = entryOf(text);
    if (label === undefined) continue;
    const isMissing = ({ code, path, message }: ParseIssue): boolean =>
      (code === "missing_entry" && message.includes(`"${label}"`)) ||
      (HAS_NONE.has(code) && hasEntry(path[1], label));
    if (list.issues.some(isMissing))
      list.add(
        "unusual_value",
        META.of(row),
        `${quote(text)} may be the entry that another field lacks`,
        visible(item.line),
      );
  }
}

/** The shortest label that no name is an edit away from, as `bash` is from `hash`. */
const MIN_NEAR = 6;

/** Tells an item of a list that is the label of a field which has lost it, or starts with that: a bullet has come before it. */
export function tellLabelItem(list: IssueList, { row, items }: FieldNode, lost: readonly FieldRow[]): void {
  if (row?.kind !== "list" || lost.length === 0) return;
  const others = lost.filter((one) => one !== row);
  items.forEach((item, i) => {
    const text = lower(valueText(list.source, item));
    if (
      !others.some(({ label }) => text.startsWith(label) || (label.length >= MIN_NEAR && isNear(text, label)))
    )
      return;
    if (list.issues.some(({ path }) => path[1] === row.key && path[2] === i)) return;
    list.add("unusual_value", META.of(row).at(i), LABEL_WITHIN, visible(item.line));
  });
}

/** Tells that a line above the label of a sentence may be its start: words without an end. */
export function tellStart(list: IssueList, { lines }: Stray, row: FieldRow): void {
  const line = lines.at(-1) as Line;
  const text = list.source.body(line);
  if (row.kind !== "sentence" || !/^\p{L}\S*(?: \S+){2}/u.test(text)) return;
  if (/^[^:]{1,40}:\s/.test(text)) return;
  if (endsSentence(text) || isFurniture(text) || text.includes(TABLE.topic.joint)) return;
  const message = `${quote(text)} stands above, and may be the start of this sentence; put it on the line of its label`;
  list.add("unusual_value", META.of(row), message, visible(line));
}
