import type { Post } from "alphanode-post";
import {
  type SynthesizeOptions,
  type SynthesizeRange,
  synthesizePost,
  synthesizePosts,
} from "alphanode-post/synth";
import { expectTypeOf, test } from "vitest";

test("a number makes a post", () => {
  expectTypeOf(synthesizePost).toEqualTypeOf<(n: number, options?: SynthesizeOptions) => Post>();
  expectTypeOf<SynthesizeOptions>().toEqualTypeOf<{
    images?: number | undefined;
    code?: boolean | undefined;
    paragraphs?: number | undefined;
  }>();
  // @ts-expect-error a number is no word
  synthesizePost("1");
});

test("a range makes posts, one at a time", () => {
  expectTypeOf(synthesizePosts).toEqualTypeOf<(range: SynthesizeRange) => Iterable<Post>>();
  expectTypeOf<SynthesizeRange>().toEqualTypeOf<{ first?: number | undefined; count: number }>();
  // @ts-expect-error how many posts has to be said
  synthesizePosts({ first: 1 });
});
