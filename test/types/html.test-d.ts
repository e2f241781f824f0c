import type { ParseOptions, ParseResult, PartialPost, Positioned, Post } from "alphanode-post";
import { parseHtml, safeParseHtml } from "alphanode-post/html";
import { expectTypeOf, test } from "vitest";

test("a page is parsed as text is", () => {
  expectTypeOf(parseHtml).toEqualTypeOf<(html: string, options?: ParseOptions) => Post>();
  expectTypeOf(safeParseHtml("")).toEqualTypeOf<ParseResult<Post, PartialPost>>();
  expectTypeOf(safeParseHtml("", { positions: true })).toEqualTypeOf<
    Positioned<ParseResult<Post, PartialPost>>
  >();
});
