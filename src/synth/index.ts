/**
 * Make AlphaNode posts at will, reproducible by number.
 *
 * @packageDocumentation
 */
export type { SynthesizeOptions } from "./plan.ts";
export { type SynthesizeRange, synthesizePost, synthesizePosts } from "./post.ts";
