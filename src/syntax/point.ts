/**
 * A place in a source, as unist has it.
 *
 * @example
 * ```ts
 * import { type PostPoint, parseTree } from "alphanode-post";
 *
 * const end: PostPoint = parseTree("a title\n\nsome text.").position.end;
 * console.log(end);
 * ```
 *
 * ```console
 * { line: 3, column: 11, offset: 19 }
 * ```
 */
export interface PostPoint {
  /**
   * From 1. Lines end at LF, CR, CRLF, U+2028 and U+2029, since texts that were copied from pages break there; tools that
   * count LF, CR and CRLF alone, as vfile-location does, give other lines and columns below such a sign, and the same offset.
   */
  line: number;
  /** From 1, in UTF-16 units. */
  column: number;
  /** From 0, in UTF-16 units. */
  offset: number;
}

/**
 * A stretch of a source.
 *
 * @example
 * ```ts
 * import { type PostPosition, parseTree } from "alphanode-post";
 *
 * const text = "a title\n\nsome text.";
 * const cut = ({ start, end }: PostPosition) => text.slice(start.offset, end.offset);
 * console.log(parseTree(text).children.map(({ position }) => cut(position)));
 * ```
 *
 * ```console
 * [ 'a title', 'some text.' ]
 * ```
 */
export interface PostPosition {
  /** Its first character. */
  start: PostPoint;
  /** The place past its last character. */
  end: PostPoint;
}
