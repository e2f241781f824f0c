import { type ParseIssue, type PostPoint, splitPosts } from "alphanode-post";
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

/** Has the issues of a post point into the file that it stands in. */
export const within = (start: PostPoint, { issues, ...reading }: Reading): Reading => ({
  ...reading,
  issues: start.offset === 0 ? issues : issues.map((issue) => moved(issue, start)),
});

function moved(issue: ParseIssue, { line, column, offset }: PostPoint): ParseIssue {
  const move = (point: PostPoint): PostPoint => ({
    line: point.line + line - 1,
    column: point.line === 1 ? point.column + column - 1 : point.column,
    offset: point.offset + offset,
  });
  const { position, fix } = issue;
  return {
    ...issue,
    position: { start: move(position.start), end: move(position.end) },
    ...(fix !== undefined && { fix: { ...fix, range: [fix.range[0] + offset, fix.range[1] + offset] } }),
  };
}
