import { type ParseIssue, type PostPoint, type PostPosition, splitPosts } from "alphanode-post";
import type { Reading } from "./readers.ts";

/** Files of several posts, one after the other: what each holds, and where it stands in the file. */

export interface JoinedPost {
  /** The name of the file, with a number where it holds several. */
  readonly id: string;
  readonly text: string;
  /** Where the text starts in its file. */
  readonly start: PostPoint;
}

/** The ends of lines, as positions count them. */
const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/g;

/** Gives the posts of a text; one without a visible character is one post, so that it is reported. */
export function postsIn(file: string, text: string): JoinedPost[] {
  const texts = splitPosts(text);
  if (texts.length < 2) return [{ id: file, text, start: { line: 1, column: 1, offset: 0 } }];
  let line = 1;
  let offset = 0;
  let lineStart = 0;
  return texts.map((post, i) => {
    const start = { line, column: offset - lineStart + 1, offset };
    for (const { index, 0: end } of post.matchAll(LINE_ENDS)) {
      line += 1;
      lineStart = offset + index + end.length;
    }
    offset += post.length;
    return { id: `${file}#${i + 1}`, text: post, start };
  });
}

/** Has the issues and the values of a post point into the file that it stands in. */
export function within(start: PostPoint, reading: Reading): Reading {
  const { issues, positions } = reading;
  if (start.offset === 0) return reading;
  return {
    ...reading,
    issues: issues.map((issue) => movedIssue(issue, start)),
    ...(positions && {
      positions: new Map([...positions].map(([pointer, position]) => [pointer, moved(position, start)])),
    }),
  };
}

function moved({ start, end }: PostPosition, { line, column, offset }: PostPoint): PostPosition {
  const move = (point: PostPoint): PostPoint => ({
    line: point.line + line - 1,
    column: point.line === 1 ? point.column + column - 1 : point.column,
    offset: point.offset + offset,
  });
  return { start: move(start), end: move(end) };
}

function movedIssue(issue: ParseIssue, start: PostPoint): ParseIssue {
  const { position, fix } = issue;
  const { offset } = start;
  return {
    ...issue,
    position: moved(position, start),
    ...(fix !== undefined && { fix: { ...fix, range: [fix.range[0] + offset, fix.range[1] + offset] } }),
  };
}
