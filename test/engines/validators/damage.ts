import type { Post } from "alphanode-post";

/** What is wrong with a post that its schema has to refuse. */
export const DAMAGES: Readonly<Record<string, (post: Post) => unknown>> = {
  "a field left out": ({ meta: { hash: _, ...meta }, ...post }) => ({ ...post, meta }),
  "a property too many": (post) => ({ ...post, more: 1 }),
  "a number as a text": (post) => withMeta(post, { viewCount: "7" }),
  "a number as a flag": (post) => withMeta(post, { flags: { ...post.meta.flags, hasImages: 1 } }),
  "no number of minutes": (post) => withMeta(post, { readingTime: 1.5 }),
  "a score over 100": (post) => withMeta(post, { score: { ...post.meta.score, quality: 101 } }),
  "a score below 0": (post) => withMeta(post, { score: { ...post.meta.score, quality: -1 } }),
  "an empty title": (post) => ({ ...post, title: "" }),
  "a title with a line end": (post) => ({ ...post, title: `${post.title}\n` }),
  "a short version": (post) => withMeta(post, { revision: { ...post.meta.revision, version: "1.2" } }),
  "a version with a line end": (post) =>
    withMeta(post, { revision: { ...post.meta.revision, version: "1.2.3\n" } }),
  "a version in Arabic digits": (post) =>
    withMeta(post, { revision: { ...post.meta.revision, version: "١.٢.٣" } }),
  "a hash of other signs": (post) => withMeta(post, { hash: "g".repeat(24) }),
  "a block of no kind": (post) => ({ ...post, intro: [{ type: "table", text: "x" }] }),
  "a list without items": (post) => ({ ...post, intro: [{ type: "list", items: [] }] }),
  "an unknown field of no value": (post) => withMeta(post, { extra: { editor: [] } }),
};

const withMeta = (post: Post, meta: object): unknown => ({ ...post, meta: { ...post.meta, ...meta } });
