/**
 * Parse the extracted text of AlphaNode posts into typed, validated data.
 *
 * @packageDocumentation
 */

export { type AuditOptions, auditPost, type Finding, isIndexable, type RuleGroup } from "./audit/audit.ts";
export { Article, Block, Section } from "./schema/article.ts";
export { AiOutline, Entity, Flags, ImageSource, Payload, PostMeta, Revision, Score } from "./schema/meta.ts";
export { type PartialArticle, type PartialMeta, type PartialPost, Post } from "./schema/post.ts";
export type { Known } from "./schema/values.ts";
