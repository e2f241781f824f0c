import type { HtmlElement, HtmlText } from "./node.ts";
import type { Piece, Segment } from "./segments.ts";
import type { Stretch } from "./stray.ts";

/** What an article in a page is made of. */

/** A caption as the site writes it. */
export const CAPTION = /image source\s*:/i;

interface Placed extends Stretch {
  /** The innermost block of the page that it stands in, or is. */
  readonly at: HtmlElement;
}

/** A paragraph: what it says on one line, and how many characters of that are links. */
export interface Prose extends Placed {
  readonly type: "prose";
  readonly run: readonly Piece[];
  readonly line: string;
  readonly linked: number;
  /** Whether it is a caption as the site writes it, with the source of its image. */
  readonly isCaption: boolean;
}

export interface Heading extends Placed {
  readonly type: "heading";
  readonly line: string;
}

export interface List extends Placed {
  readonly type: "list";
  readonly segments: readonly Segment[];
}

/** Code, line by line. */
export interface Code extends Placed {
  readonly type: "code";
  readonly lines: readonly (readonly HtmlText[])[];
}

/** An image: its alt text, which may be blank, and the elements of its caption. */
export interface Image extends Placed {
  readonly type: "image";
  readonly alt: readonly HtmlText[];
  readonly captions: readonly HtmlElement[];
  readonly line: string;
  /** Whether the caption names the source of the image. */
  readonly isCaption: boolean;
}

/** A row of a table. */
export interface TableRow extends Placed {
  readonly type: "row";
}

/** A block of an article. */
export type Block = Prose | Heading | List | Code | Image | TableRow;
