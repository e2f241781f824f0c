import type { PostPosition } from "../syntax/position.ts";
import type { ParseIssue } from "./issues.ts";

/**
 * A message as vfile has it, for its reporters.
 *
 * @example
 * ```ts
 * import { type PostVFileMessage, safeParsePost, toVFileMessages } from "alphanode-post";
 *
 * const [message] = toVFileMessages(safeParsePost("").issues) as [PostVFileMessage];
 * console.log(message.ruleId, message.fatal, message.line);
 * ```
 *
 * ```console
 * empty_source true 1
 * ```
 */
export interface PostVFileMessage extends Error {
  /** What is wrong, as in {@link ParseIssue}. */
  reason: string;
  /** Where it is. */
  place: PostPosition;
  /** Line of its start, from 1. */
  line: number;
  /** Column of its start, from 1. */
  column: number;
  /** The code of the issue. */
  ruleId: string;
  /** Always `alphanode-post`. */
  source: string;
  /** Whether it is an error; a warning is not fatal. */
  fatal: boolean;
  /** What the fix would write instead; absent where there is none. */
  expected: string[] | undefined;
  /** Never there: the tree of a post is not walked. */
  ancestors: undefined;
  /** Never there: the issue is all there is. */
  cause: undefined;
  /** Never there: `message` says it all. */
  actual: undefined;
  /** Never there: `message` says it all. */
  note: undefined;
  /** Never there: docs/issues.md explains each code. */
  url: undefined;
  /** Empty until a file takes the message. */
  file: string;
}

/**
 * Makes messages of issues, so that reporters of [vfile](https://github.com/vfile/vfile) show them beside those of other
 * tools: `file.messages.push(...toVFileMessages(issues))`.
 *
 * @param issues - the issues of a result
 * @returns a message for each, in their order
 *
 * @example
 * ```ts
 * import { safeParsePost, toVFileMessages } from "alphanode-post";
 *
 * const messages = toVFileMessages(safeParsePost("a title\n\nsome text that ends.").issues);
 * console.log(messages.map(({ name, ruleId }) => [name, ruleId]).at(-1));
 * ```
 *
 * ```console
 * [ '3:21', 'missing_meta_box' ]
 * ```
 */
export function toVFileMessages(issues: readonly ParseIssue[]): PostVFileMessage[] {
  return issues.map(({ code, severity, message, position, fix }) => {
    const { line, column } = position.start;
    return {
      name: `${line}:${column}`,
      message,
      reason: message,
      stack: "",
      place: position,
      line,
      column,
      ruleId: code,
      source: "alphanode-post",
      fatal: severity === "error",
      expected: fix === undefined ? undefined : [fix.text],
      ancestors: undefined,
      cause: undefined,
      actual: undefined,
      note: undefined,
      url: undefined,
      file: "",
    };
  });
}
