import {
  type ParseIssue,
  type ParseResult,
  type PartialPost,
  Post,
  PostMeta,
  parseTree,
  type TreeNode,
} from "alphanode-post";
import { expect } from "vitest";
import { lostLines } from "./lost.ts";

/** The post of a result, or what could be read of it. */
export const readOf = (result: ParseResult<Post, PartialPost>): PartialPost =>
  result.success ? result.data : result.partial;

/** The line and column that an offset of a source is at. */
function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Expects the position of an issue to stand in the source, and its points to agree with themselves. */
function expectPosition(source: string, { position: { start, end } }: ParseIssue): void {
  expect(start.offset).toBeGreaterThanOrEqual(0);
  expect(end.offset).toBeGreaterThanOrEqual(start.offset);
  expect(end.offset).toBeLessThanOrEqual(source.length);
  for (const { offset, ...place } of [start, end]) expect(place).toEqual(placeOf(source, offset));
}

/** Expects of a result what the parser promises of any string. */
export function expectPromises(source: string, result: ParseResult<Post, PartialPost>): void {
  if (result.success) expect(Post.safeParse(result.data)).toEqual({ success: true, data: result.data });
  else expect(result.issues.some(({ severity }) => severity === "error")).toBe(true);
  for (const [key, value] of Object.entries(readOf(result).meta)) {
    expect([key, PostMeta.shape[key as keyof PostMeta].safeParse(value).success]).toEqual([key, true]);
  }
  for (const issue of result.issues) expectPosition(source, issue);
  const offsets = result.issues.map(({ position }) => position.start.offset);
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  expect(lostLines(source, readOf(result), result.issues)).toEqual([]);
}

/** The leaves of the tree of a source, in order. */
function leavesOf(source: string): TreeNode[] {
  const leaves = (node: TreeNode): TreeNode[] =>
    "children" in node ? node.children.flatMap(leaves) : [node];
  return parseTree(source).children.flatMap(leaves);
}

/** Expects the leaves of a source's tree to cover all that is not white space, once and in order. */
export function expectLossless(source: string): void {
  let at = 0;
  for (const leaf of leavesOf(source)) {
    const { start, end } = leaf.position;
    expect(source.slice(at, start.offset).trim()).toBe("");
    expect("value" in leaf && leaf.value).toBe(source.slice(start.offset, end.offset));
    expect({ line: start.line, column: start.column }).toEqual(placeOf(source, start.offset));
    at = end.offset;
  }
  expect(source.slice(at).trim()).toBe("");
}
