import { fixedImageUrl, imageCaption, imageHost, UNSPLASH_URL } from "../format/images.ts";
import { isPostNumber, MAX_POST_NUMBER, type NumberFacts, numberFacts } from "../format/number.ts";
import type { PostImageSource } from "../schema/meta.ts";
import { stream } from "./random.ts";

/**
 * What may be pinned of a made post that its number would otherwise draw.
 *
 * @example
 * ```ts
 * import { type SynthesizeOptions, synthesizePost } from "alphanode-post/synth";
 *
 * const options: SynthesizeOptions = { images: 2, code: true, paragraphs: 6 };
 * const { meta } = synthesizePost(39770, options);
 * console.log(meta.imageSources.length, meta.payload.paragraphs);
 * ```
 *
 * ```console
 * 2 6
 * ```
 */
export interface SynthesizeOptions {
  /** Number of images, 0 to 5. */
  images?: number | undefined;
  /** Whether the article has a block of code. */
  code?: boolean | undefined;
  /** Paragraphs after the intro, final notes included, as `payload.paragraphs` counts them: 2 to 9. */
  paragraphs?: number | undefined;
}

/** What article and box of a made post have in common. */
export interface Plan {
  readonly n: number;
  readonly facts: NumberFacts;
  readonly images: readonly PostImageSource[];
  readonly code: boolean;
  readonly paragraphs: number;
}

/** The sizes a post can have: up to five images, and two body sections of up to four paragraphs. */
const SIZES = { images: { min: 0, max: 5 }, paragraphs: { min: 2, max: 9 } } as const;

/** Throws where a value is not the number of a post. */
export function checkPostNumber(n: unknown): asserts n is number {
  if (isPostNumber(n)) return;
  throw new RangeError(
    `a post number is a whole number from 0 to ${MAX_POST_NUMBER}, got ${String(n)}: ids and references hold six digits`,
  );
}

/** Gives a size of a post as pinned, or draws it. */
function size(name: keyof typeof SIZES, n: number, options: SynthesizeOptions): number {
  const { min, max } = SIZES[name];
  const value = options[name] ?? min + stream(n, name)(max - min + 1);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new RangeError(`${name} is a whole number from ${min} to ${max}, got ${value}`);
}

/** Works out the image at a place of post `n`, places counting from 1. */
function image(n: number, facts: NumberFacts, place: number): PostImageSource {
  const source = imageHost(n, place);
  const caption = imageCaption(facts, place);
  return { source, url: fixedImageUrl(source, n, place, caption) ?? UNSPLASH_URL, caption };
}

/** Settles what article and box of post `n` share; a {@link RangeError} tells of a number or size out of range. */
export function planPost(n: number, options: SynthesizeOptions): Plan {
  checkPostNumber(n);
  const facts = numberFacts(n);
  const images = Array.from({ length: size("images", n, options) }, (_, index) => image(n, facts, index + 1));
  const code = options.code ?? stream(n, "code")(2) === 1;
  return { n, facts, images, code, paragraphs: size("paragraphs", n, options) };
}
