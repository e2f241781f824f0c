/**
 * Make AlphaNode posts at will, reproducible by number.
 *
 * @module alphanode-post/synth
 */
export type { SynthesizeOptions } from "./plan.ts";
export { type SynthesizeRange, synthesizePost, synthesizePosts } from "./post.ts";
