import { isDeepStrictEqual } from "node:util";
import {
  Article,
  type ParseIssue,
  type ParseResult,
  type PartialPost,
  type Point,
  Post,
  PostMeta,
  parseTree,
  type SchemaOf,
  type TreeLiteral,
  type TreeNode,
} from "alphanode-post";
import { expect } from "vitest";
import { lostAnyway, lostLines, lostWords } from "./lost.ts";

/** The post of a result, or what could be read of it. */
export const readOf = (result: ParseResult<Post, PartialPost>): PartialPost => result.value;

export const isSame: (actual: unknown, expected: unknown) => boolean = isDeepStrictEqual;

/** Expects equal data. vitest is asked only where a plain look finds a difference, since its own takes far longer. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (!isSame(actual, expected)) expect(actual).toEqual(expected);
}

/** Tells whether an issue stands on a part of a post: on a field or on the whole box, or on the article. */
export const isTold = (issues: readonly ParseIssue[], key: string, isField: boolean): boolean =>
  issues.some(({ path }) =>
    isField ? path[0] === "meta" && (path.length === 1 || path[1] === key) : path[0] !== "meta",
  );

/** Finds the points at offsets of a source by its line ends, which parser and tree count in another way. */
function pointsOf(source: string): (offset: number) => Point {
  const starts = [
    0,
    ...[...source.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map((end) => end.index + end[0].length),
  ];
  return (offset) => {
    let line = starts.length;
    while (line > 1 && (starts[line - 1] as number) > offset) line--;
    return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset };
  };
}

/** Expects the positions of issues to stand in the source, in order, and their points to agree with themselves. */
function expectPositions(source: string, issues: readonly ParseIssue[]): void {
  const pointAt = pointsOf(source);
  const isWithin = (offset: number): boolean =>
    Number.isInteger(offset) && offset >= 0 && offset <= source.length;
  const points = issues.map(({ position: { start, end } }) => [start, end] as const);
  expectSame(
    points.filter(([start, end]) => start.offset > end.offset),
    [],
  );
  expectSame(
    points.flat().filter(({ offset }) => !isWithin(offset)),
    [],
  );
  expectSame(
    points.flat(),
    points.flat().map(({ offset }) => pointAt(offset)),
  );
  const offsets = points.map(([{ offset }]) => offset);
  expectSame(
    offsets,
    [...offsets].sort((a, b) => a - b),
  );
}

/** The properties of partial data that their own schema refuses. */
const refusedBy = <T>({ shape }: SchemaOf<T>, partial: Partial<T>): unknown[] =>
  Object.entries(partial).filter(([key, value]) => !shape[key as keyof T].safeParse(value).success);

/** Expects of a result what the parser promises of any string. */
export function expectPromises(source: string, result: ParseResult<Post, PartialPost>): void {
  expectSound(source, result);
  expectSame(lostLines(source, readOf(result), result.issues), []);
}

/** Expects the same of a text that may be in any layout, or in none. */
export function expectPromisesOfAny(source: string, result: ParseResult<Post, PartialPost>): void {
  expectSound(source, result);
  expectSame(lostAnyway(source, readOf(result), result.issues), []);
}

/** Expects the same of a text in the layout of an extractor. */
export function expectLaidOutPromises(source: string, result: ParseResult<Post, PartialPost>): void {
  expectSound(source, result);
  expectSame(lostWords(source, readOf(result), result.issues), []);
}

/** Expects the same, but for what is lost. */
export function expectSound(source: string, result: ParseResult<Post, PartialPost>): void {
  if (result.success) expectSame(Post.safeParse(result.data), { success: true, data: result.data });
  else expect(result.issues.some(({ severity }) => severity === "error")).toBe(true);
  const { meta, ...article } = readOf(result);
  expectSame(refusedBy(PostMeta, meta), []);
  expectSame(refusedBy(Article, article), []);
  expectPositions(source, result.issues);
}

/** The leaves of the tree of a source, in order. */
function leavesOf(source: string): TreeLiteral[] {
  const leaves = (node: TreeNode): TreeLiteral[] =>
    "children" in node ? node.children.flatMap(leaves) : [node];
  return parseTree(source).children.flatMap(leaves);
}

/** Expects the leaves of a source's tree to cover all that is not white space, once and in order. */
export function expectLossless(source: string): void {
  const pointAt = pointsOf(source);
  const leaves = leavesOf(source);
  const places = leaves.map(({ position }) => position);
  expectSame(
    places,
    places.map(({ start, end }) => ({ start: pointAt(start.offset), end: pointAt(end.offset) })),
  );
  expectSame(
    leaves.map(({ value }) => value),
    places.map(({ start, end }) => source.slice(start.offset, end.offset)),
  );
  const between = [...places, undefined].map((place, i) =>
    source.slice(places[i - 1]?.end.offset ?? 0, place?.start.offset).trim(),
  );
  expectSame(
    between.filter((text) => text !== ""),
    [],
  );
  expectSame(
    places.filter(({ start }, i) => start.offset < (places[i - 1]?.end.offset ?? 0)),
    [],
  );
  expectSame(
    places.filter(({ start, end }) => !Number.isInteger(start.offset) || !Number.isInteger(end.offset)),
    [],
  );
}
