import type { FieldRow } from "../format/fields.ts";
import type { BoxLine } from "./box-line.ts";
import type { Piece } from "./pieces.ts";
import type { Line } from "./scan.ts";

export type { Piece };

/**
 * The syntax tree that the grammars build: what stands where, without a judgement on it. Nodes hold lines and
 * offsets; values are sliced when they are composed, positions counted when they are asked for.
 */

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
  readonly items: Line[][];
}

/** An image: its alt line, its caption line, or both, each of which may be wrapped. */
export interface Image {
  readonly type: "image";
  readonly lines: readonly Line[];
  /** Past the alt text; where the lines start, if there is none. */
  readonly alt: number;
  /** Where the caption starts. */
  readonly caption: number;
  /** Past the caption; where the lines end, if there is no caption line. */
  readonly captionEnd: number;
  /** Where the stop and `image source:` stand; where the lines end, if there is no caption line. */
  readonly lead: number;
  /** Where the host starts; where the lines end, if there is none. */
  readonly host: number;
}

export type BlockNode = Paragraph | Code | List | Image;

/** The article: title, and the rest in order. A heading opens a section. */
export interface ArticleNode {
  /** Lines of `|` before the title. */
  readonly separators: readonly Line[];
  readonly title: Title | undefined;
  readonly body: readonly (Heading | BlockNode)[];
}

/** A field of the box. */
export interface FieldNode {
  readonly type: "field";
  /** The row of the table; absent for a field it does not know. */
  readonly row: FieldRow | undefined;
  /** The line of the label, with the value of a field that has one; absent where the label is lost. */
  readonly head: BoxLine | undefined;
  /** What stands under the label: entries, or items of a list. */
  readonly items: BoxLine[];
  /** Whether the items stood on the label's line. */
  readonly flat: boolean;
}

/** Lines of the box that fit nowhere. */
export interface Stray {
  readonly type: "stray";
  readonly lines: Line[];
}

/** The lines of a box. */
export interface BoxLines {
  /** Absent where the heading is lost. */
  readonly heading: Line | undefined;
  /** Whether the heading was misspelled or cut short. */
  readonly spelling: "exact" | "near" | "cut";
  /** What stands under the heading. */
  readonly lines: readonly Line[];
}

/** A box: its lines and what they say. */
export interface BoxNode extends BoxLines {
  readonly children: readonly (FieldNode | Stray)[];
}

export interface SimilarNode {
  readonly heading: Line;
  readonly spelling: "exact" | "near" | "cut";
  /** The titles: each is its line and the lines it was wrapped over. */
  readonly titles: readonly (readonly Line[])[];
}

/** A source divided: each of its lines that is not blank is in one of the parts. */
export interface Division {
  readonly article: readonly Line[];
  readonly boxes: readonly BoxLines[];
  readonly similar: readonly SimilarNode[];
}

/** All that stands in a source, in order of kind; each line that is not blank stands in one node. */
export interface Syntax {
  readonly article: ArticleNode;
  readonly boxes: readonly BoxNode[];
  readonly similar: readonly SimilarNode[];
}
