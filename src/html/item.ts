import type { FieldRow } from "../format/fields.ts";
import { foldTypography } from "../format/typography.ts";
import type { Remark } from "../layout/draft.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import type { Label } from "./label.ts";
import { fieldLabels } from "./labels.ts";
import { layOutPage } from "./lay-out.ts";
import { type MetaDoubt, toldOf } from "./meta-doubts.ts";
import type { Extent } from "./open-end.ts";
import { type OwnBox, otherBox, ownBox } from "./own-box.ts";
import { pageOf } from "./page.ts";
import type { Part } from "./parts.ts";
import { lineOf, type Segment } from "./segments.ts";
import { parseTreeOf } from "./tree.ts";

/** What is known of an item besides its HTML. */
export interface ItemNotes {
  /** Whether its first box is its meta. */
  readonly hasMeta: boolean;
  /** Fields of its meta of which there is something to tell. */
  readonly doubts: readonly MetaDoubt[];
  /** What the source lacks of the item, in words; undefined where it has all of it. */
  readonly lack: string | undefined;
  /** Where its content stands, which may be cut off. */
  readonly content: Extent;
}

/**
 * Lays out an item of WordPress, which may have its box twice: as meta, and in its content as the page shows it. The meta
 * counts, since it is what was typed; the shown box has the fields that the meta lacks. Where both say something else,
 * typography aside, it is reported.
 */
export function layOutItem(html: string, { hasMeta, doubts, lack, content }: ItemNotes): LaidOut {
  const page = pageOf(html, parseTreeOf(html, content));
  const remarks: Remark[] = [];
  const [meta, shown, ...others] = page.boxes;
  const isDouble = hasMeta && meta !== undefined && shown !== undefined;
  const own: OwnBox = isDouble
    ? { box: merged(html, meta, shown, remarks), remarks: others.map(otherBox) }
    : hasMeta
      ? { box: meta, remarks: [] }
      : ownBox(page);
  if (doubts.length > 0)
    remarks.push(...doubtRemarks(html, doubts, meta, { read: own.box, shown: isDouble ? shown : undefined }));
  if (lack !== undefined)
    remarks.push({ code: "cut_short", path: [], message: lack, from: html.length, to: html.length });
  const laidOut = layOutPage(page, own);
  return { source: laidOut.source, remarks: [...laidOut.remarks, ...remarks] };
}

/** Tells what is doubtful in the meta, at its heading. */
function doubtRemarks(
  html: string,
  doubts: readonly MetaDoubt[],
  meta: Part | undefined,
  boxes: Readonly<Record<"read" | "shown", Part | undefined>>,
): Remark[] {
  const rowsOf = (box: Part | undefined) => new Set(box && labelsOf(html, box).map(({ row }) => row));
  const [read, shown] = [rowsOf(boxes.read), rowsOf(boxes.shown)];
  const { from, to } = meta?.heading ?? { from: 0, to: 0 };
  return doubts.flatMap(({ row, kind }) => {
    const told = toldOf(kind, { isRead: read.has(row), isShown: shown.has(row) });
    if (told === undefined) return [];
    const message = `the meta "${row.label}" ${told.message}`;
    return [{ code: told.code, path: ["meta", row.key], message, from, to }];
  });
}

/** A field of a box: its label, and where its value ends. */
interface Field {
  readonly label: Label<FieldRow | undefined>;
  readonly segments: readonly Segment[];
}

const labelsOf = (html: string, { labels, segments }: Part): readonly Label<FieldRow | undefined>[] =>
  labels ?? fieldLabels(html, segments);

/** Cuts a box into its fields. */
function fieldsOf(html: string, part: Part): Field[] {
  const labels = labelsOf(html, part);
  return labels.map((label, i) => ({ label, segments: part.segments.slice(label.at, labels[i + 1]?.at) }));
}

const nameOf = (html: string, { row, from, to }: Label<FieldRow | undefined>): unknown =>
  row ?? html.slice(from, to).toLowerCase();

/** Puts two boxes of one post together, and tells where they differ. */
function merged(html: string, meta: Part, shown: Part, remarks: Remark[]): Part {
  const stored = fieldsOf(html, meta);
  const byName = new Map(stored.map((field) => [nameOf(html, field.label), field]));
  const segments = [...meta.segments];
  const labels = stored.map(({ label }) => label);
  for (const field of fieldsOf(html, shown)) {
    const { label } = field;
    const own = byName.get(nameOf(html, label));
    if (own === undefined) {
      labels.push({ ...label, at: segments.length, past: segments.length + label.past - label.at });
      segments.push(...field.segments);
    } else if (!isSame(html, own.segments, field.segments)) {
      const name = label.row?.label ?? html.slice(label.from, label.to);
      const message = `the box shows another "${name}" than the meta has; the meta was taken`;
      const path = label.row === undefined ? ["meta", "extra", name] : ["meta", label.row.key];
      const last = field.segments[field.segments.length - 1] as Segment;
      remarks.push({ code: "duplicate_field", path, message, from: label.from, to: last.text.to });
    }
  }
  return { ...meta, segments, labels, nodes: [...meta.nodes, ...shown.nodes] };
}

/** Tells whether two copies of a field say the same, but for what WordPress changes when it shows a text. */
function isSame(html: string, a: readonly Segment[], b: readonly Segment[]): boolean {
  const plain = (segments: readonly Segment[]): string =>
    foldTypography(lineOf(html, segments))
      .toLowerCase()
      .replace(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}.]+/gu, "");
  return plain(a) === plain(b);
}
