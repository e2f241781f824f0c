import type { FieldRow, ValueRow } from "../format/fields.ts";
import type { Line } from "./scan.ts";

/**
 * The syntax tree that the grammars build: what stands where, without a judgement on it. Nodes hold lines and
 * offsets; values are sliced when they are composed, positions counted when they are asked for.
 */

/** A stretch of one line. */
export interface Piece {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** The title, over several lines where it was wrapped. */
export interface Title {
  readonly type: "title";
  readonly lines: readonly Line[];
}

export interface Heading {
  readonly type: "heading";
  readonly line: Line;
}

export interface Paragraph {
  readonly type: "paragraph";
  readonly lines: readonly Line[];
}

export interface Code {
  readonly type: "code";
  readonly lines: readonly Line[];
}

/** A list: each item is the line of its bullet and the lines it was wrapped over. */
export interface List {
  readonly type: "list";
  readonly items: (readonly Line[])[];
}

/** An image: its alt line, its caption line, or both. Wrapped lines have several pieces. */
export interface Image {
  readonly type: "image";
  readonly alt: readonly Piece[];
  readonly caption: readonly Piece[];
  /** The words between caption and host. */
  readonly lead: readonly Piece[];
  readonly source: Piece | undefined;
}

export type BlockNode = Paragraph | Code | List | Image;

/** The article: title, and the rest in order. A heading opens a section. */
export interface ArticleNode {
  /** Lines of `|` before the title. */
  readonly separators: readonly Line[];
  readonly title: Title | undefined;
  readonly body: readonly (Heading | BlockNode)[];
}

/** A bulleted line of the box, with what it was wrapped over. */
export interface Item {
  /** Absent where the item stood on the line of its label or lost its bullet. */
  readonly bullet: Piece | undefined;
  /** The entry's label; absent in lists. */
  readonly label: Label | undefined;
  readonly value: Piece[];
}

/** A label as it stood, with the row of the table that it was read as; no row where the table does not know it. */
export interface Label<Row = FieldRow | ValueRow | undefined> extends Piece {
  readonly row: Row;
  /** Past the colon or bar between label and value; `to` where there is none. */
  readonly mark: number;
  /** Where the value starts; the end of the stretch that was read where there is none. */
  readonly value: number;
  /** `near`: one edit away from the row's label; `unsure`: likewise, and where the value starts cannot be told. */
  readonly spelling: "exact" | "near" | "unsure";
}

/** A field of the box. */
export interface FieldNode {
  readonly type: "field";
  /** The row of the table; absent for a field it does not know. */
  readonly row: FieldRow | undefined;
  /** Absent where the label is lost and the entries or the place told the field. */
  readonly label: Label | undefined;
  /** The value on the label's line and its wrapped rest, for fields of one value. */
  readonly value: Piece[];
  readonly items: Item[];
  /** Whether the items stood on the label's line. */
  flat: boolean;
}

/** Lines of the box that fit nowhere. */
export interface Stray {
  readonly type: "stray";
  readonly lines: Line[];
}

export interface BoxNode {
  /** Absent where the heading is lost. */
  readonly heading: Line | undefined;
  /** Whether the heading was misspelled or cut short. */
  readonly headingSpelling: "exact" | "near" | "cut";
  readonly children: readonly (FieldNode | Stray)[];
}

export interface SimilarNode {
  readonly heading: Line;
  readonly headingSpelling: "exact" | "near" | "cut";
  /** The titles: each is its line and the lines it was wrapped over. */
  readonly titles: readonly (readonly Line[])[];
}

/** All that stands in a source, in order of kind; each line that is not blank stands in one node. */
export interface Syntax {
  readonly article: ArticleNode;
  readonly boxes: readonly BoxNode[];
  readonly similar: readonly SimilarNode[];
}
