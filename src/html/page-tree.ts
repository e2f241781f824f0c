import type { HtmlElement } from "./node.ts";
import type { OpenEnd } from "./open-end.ts";
import type { Stretch } from "./stray.ts";

/** A page as a tree. */
export interface Tree {
  readonly root: HtmlElement;
  /** Where the first element stands that is too deep to be in the tree; its text is in the one at the limit. */
  readonly tooDeep: number | undefined;
  /** Where comments stand for blocks that WordPress fills when it shows a post. */
  readonly filled: readonly Stretch[];
  /** What attributes took whose quote was not closed. */
  readonly quotes: { readonly found: readonly Stretch[] };
  /** Where the page was cut off; undefined where it was not. */
  readonly openEnd: OpenEnd | undefined;
}
