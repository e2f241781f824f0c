import type { Article, Post, PostMeta } from "alphanode-post";
import { type BoxOf, defineBox, field } from "alphanode-post/box";
import {
  arbitraryOf,
  article,
  type DamagedSource,
  damagedSource,
  metaBox,
  post,
  type SourceText,
  sourceText,
  type Touched,
} from "alphanode-post/testing";
import fc from "fast-check";
import { expectTypeOf, test } from "vitest";

test("arbitraries are those of fast-check", () => {
  expectTypeOf(post).toEqualTypeOf<() => fc.Arbitrary<Post>>();
  expectTypeOf(article).toEqualTypeOf<() => fc.Arbitrary<Article>>();
  expectTypeOf(metaBox).toEqualTypeOf<() => fc.Arbitrary<PostMeta>>();
  expectTypeOf(sourceText).toEqualTypeOf<() => fc.Arbitrary<SourceText>>();
  expectTypeOf(damagedSource).toEqualTypeOf<() => fc.Arbitrary<DamagedSource>>();
  fc.property(post(), ({ meta }) => expectTypeOf(meta).toEqualTypeOf<PostMeta>());
});

test("a text comes with its post, and damage with the fields it touches", () => {
  expectTypeOf<SourceText>().toEqualTypeOf<{ post: Post; text: string; forms: string[] }>();
  expectTypeOf<DamagedSource["touches"]>().toEqualTypeOf<Touched[]>();
  expectTypeOf<"hash" | "extra" | "similarPosts">().toExtend<Touched>();
  expectTypeOf<string>().not.toExtend<Touched>();
});

test("an arbitrary of a declaration makes its values", () => {
  const box = defineBox({ heading: "data", fields: { seats: field.int("seats") } });
  expectTypeOf(arbitraryOf(box)).toEqualTypeOf<fc.Arbitrary<BoxOf<typeof box>>>();
});
