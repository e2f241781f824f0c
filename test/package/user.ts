/** A user's file, compiled against the installed package by several compilers. Names that lead nowhere would be `any`,
 * which the expected errors do not put up with. */
import {
  type ParseIssue,
  type PartialPost,
  Post,
  type PostBlock,
  type PostWord,
  parsePost,
  parseTree,
  postText,
  SimilarityIndex,
  safeParsePost,
  similarity,
  stringifyPost,
  type TreeNode,
} from "alphanode-post";
import { type BoxOf, defineBox, field, parseBox } from "alphanode-post/box";
import { parseHtml } from "alphanode-post/html";
import { toRow } from "alphanode-post/rows";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import { damagedSource, post as posts } from "alphanode-post/testing";
import { readExport } from "alphanode-post/wordpress";
import fc from "fast-check";
import { z } from "zod";

const result = safeParsePost("text", { strict: true });
export const found: Post | PartialPost = result.value;
// @ts-expect-error there may be no data
export const data: Post = result.data;
export const issues: readonly ParseIssue[] = result.success ? [] : result.error.issues;

export const post: Post = parsePost("text");
export const level: PostWord<"beginner" | "intermediate" | "advanced"> = post.meta.difficulty;
post.meta.difficulty = "hard";
// @ts-expect-error a count is a number
post.meta.viewCount = "8";

export function textOf(block: PostBlock): string {
  switch (block.type) {
    case "list":
      return block.items.join();
    case "image":
      // @ts-expect-error the host may be lost
      return block.source;
    default:
      return block.text;
  }
}

const Stored = Post.extend({ importedAt: z.date() });
export const stored: Post & { importedAt: Date } = Stored.parse({});

const index = new SimilarityIndex();
for (const made of synthesizePosts({ count: 2 })) index.add(made.meta.hash, made);
export const best: number | undefined = index.query(synthesizePost(1))[0]?.score;
export const score: number = similarity(post, { ...post, meta: {} }).score;
export const text: string = stringifyPost(post, { form: "dense" });

fc.assert(fc.property(posts(), ({ meta }) => meta.score.quality <= 100));
// @ts-expect-error what damage touches are names of fields
fc.assert(fc.property(damagedSource(), ({ touches }) => touches.includes("colour")));

// Settings that may be absent are handed on as they are.
declare const settings: { limit: number | undefined; weight: number | undefined };
safeParsePost("text", { maxLength: settings.limit, strict: undefined });
index.query(post, { limit: settings.limit });
similarity(post, post, { weights: { topic: settings.weight } });

// Each of the other entries, and what takes most of a compiler: types that are worked out of others.
const recipe = defineBox({
  heading: null,
  fields: { servings: field.int("Servings"), vegan: field.flag("Vegan", { yes: "yes", optional: true }) },
});
export interface Recipe extends BoxOf<typeof recipe> {}
const { servings, vegan }: Recipe = parseBox(recipe, "text");
export const portions: number = servings;
export const isVegan: boolean | undefined = vegan;
// @ts-expect-error the box has no such field
export const none = parseBox(recipe, "text").sugar;

export function labelOf(node: TreeNode): string | undefined {
  if (node.type === "label") return node.value;
  // @ts-expect-error only fields and entries have a key
  if (node.type === "title") return node.key;
  return node.type === "field" ? node.key : undefined;
}
export const labels: (string | undefined)[] = parseTree("text").children.map(labelOf);

export const title: string = parseHtml("<h1>text</h1>").title;
export const id: string | null = toRow(result, "1").id;
export async function numbers(source: AsyncIterable<Uint8Array>): Promise<(number | null)[]> {
  const all: (number | null)[] = [];
  for await (const { number } of readExport(source)) all.push(number);
  return all;
}

const form = z.object({ text: postText });
export const decoded: Post = form.parse({ text: "text" }).text;
