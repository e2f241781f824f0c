/**
 * Read posts from WordPress exports, feeds and REST answers, and write exports. htmlparser2 is an optional peer: install
 * it to import this entry.
 *
 * @module alphanode-post/wordpress
 */
export type { ChunkStream, WordPressSource } from "./chunks.ts";
export type { WordPressPost } from "./post.ts";
export { readExport, readFeed } from "./read.ts";
export { readRest } from "./read-rest.ts";
export { type ExportOptions, writeExport } from "./write-export.ts";
