/**
 * Parse the extracted text of AlphaNode posts into typed, validated data.
 *
 * @module alphanode-post
 */

export { type AuditOptions, auditPost, type Finding, isIndexable, type RuleGroup } from "./audit/audit.ts";
export { type ChecklistItem, checklistToMarkdown, extractChecklist } from "./extract/checklist.ts";
export { type ExtractedEntity, extractEntities } from "./extract/entities.ts";
export type { Extractable, PostLike } from "./extract/input.ts";
export { extractTopic, type Topic } from "./extract/topic.ts";
export { postNumberOf } from "./format/address.ts";
export {
  AiOutline,
  Block,
  Entity,
  Flags,
  ImageSource,
  type Known,
  Payload,
  type Point,
  type Position,
  Revision,
  type Root,
  Score,
  Section,
} from "./former-names.ts";
export { ISSUE_CODES, type IssueCode, type IssueSeverities } from "./parse/codes.ts";
export { applyFixes } from "./parse/fixes.ts";
export { type FormatOptions, type FramePart, formatIssues } from "./parse/format.ts";
export { type IssueFix, type ParseIssue, PostParseError } from "./parse/issues.ts";
export type { ParseOptions } from "./parse/options.ts";
export {
  parseArticle,
  parseMetaBox,
  parsePost,
  safeParseArticle,
  safeParseMetaBox,
  safeParsePost,
} from "./parse/parse.ts";
export { positionAt } from "./parse/position-at.ts";
export { parsePosts, type TextSource, type TextStream } from "./parse/posts.ts";
export type { ParseResult, Positioned } from "./parse/result.ts";
export { PostSplitter, splitPosts } from "./parse/split.ts";
export { type PostVFileMessage, toVFileMessages } from "./parse/vfile.ts";
export {
  Article,
  type CodeBlock,
  type ImageBlock,
  type ListBlock,
  type ParagraphBlock,
  PostBlock,
  PostSection,
} from "./schema/article.ts";
export {
  PostAiOutline,
  PostEntity,
  PostFlags,
  PostImageSource,
  PostMeta,
  PostPayload,
  PostRevision,
  PostScore,
} from "./schema/meta.ts";
export { type PartialArticle, type PartialMeta, type PartialPost, Post } from "./schema/post.ts";
export type { PostWord, SchemaOf } from "./schema/values.ts";
export type { DuplicateOptions } from "./similarity/duplicates.ts";
export type { Facet, FacetWeights, SimilarityOptions } from "./similarity/facets.ts";
export type { QueryOptions, SimilarPost } from "./similarity/query.ts";
export type { FacetScore, Similarity } from "./similarity/score.ts";
export { similarity } from "./similarity/similarity.ts";
export { SimilarityIndex } from "./similarity/similarity-index.ts";
export { type PostSketch, sketchPost } from "./similarity/sketch.ts";
export type { StoredIndex } from "./similarity/stored.ts";
export { diffPosts, type PostDifference } from "./stringify/diff.ts";
export { flattenPost } from "./stringify/flatten.ts";
export { type HtmlOptions, postToHtml } from "./stringify/html.ts";
export { postToMarkdown } from "./stringify/markdown.ts";
export { postText } from "./stringify/post-text.ts";
export { PostStringifyError, type StringifyOptions, stringifyPost } from "./stringify/stringify.ts";
export type { PostPoint, PostPosition } from "./syntax/position.ts";
export { parseTree } from "./syntax/tree.ts";
export type * from "./syntax/tree-box.ts";
export type * from "./syntax/tree-leaves.ts";
export type * from "./syntax/tree-nodes.ts";
