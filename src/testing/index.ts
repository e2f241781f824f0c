/**
 * fast-check arbitraries of AlphaNode posts, texts and damaged texts, for tests of code that uses the library.
 * fast-check is an optional peer: install it to import this entry.
 *
 * @module alphanode-post/testing
 */
export { arbitraryOf } from "./box.ts";
export type { Touched } from "./damaged-field.ts";
export { article, metaBox, post } from "./post.ts";
export { type DamagedSource, damagedSource, type SourceText, sourceText } from "./source.ts";
