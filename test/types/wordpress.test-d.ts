import { createReadStream } from "node:fs";
import type { ParseResult, PartialPost, Positioned, Post } from "alphanode-post";
import {
  type ChunkStream,
  type ExportOptions,
  readExport,
  readFeed,
  readRest,
  type WordPressPost,
  type WordPressSource,
  writeExport,
} from "alphanode-post/wordpress";
import { expectTypeOf, test } from "vitest";

test("sources are text, bytes, pieces of them and streams", () => {
  expectTypeOf<string>().toExtend<WordPressSource>();
  expectTypeOf<Uint8Array>().toExtend<WordPressSource>();
  expectTypeOf<string[]>().toExtend<WordPressSource>();
  expectTypeOf<AsyncIterable<Uint8Array>>().toExtend<WordPressSource>();
  expectTypeOf<ReadableStream<Uint8Array>>().toExtend<ChunkStream>();
  expectTypeOf(createReadStream).returns.toExtend<WordPressSource>();
  expectTypeOf<number>().not.toExtend<WordPressSource>();
});

test("readers give posts, writers files", () => {
  expectTypeOf(readExport("")).toEqualTypeOf<AsyncGenerator<WordPressPost, void, undefined>>();
  expectTypeOf(readFeed("")).toEqualTypeOf<AsyncGenerator<WordPressPost, void, undefined>>();
  expectTypeOf(readRest({})).toEqualTypeOf<Generator<WordPressPost, void, undefined>>();
  type Located = WordPressPost<Positioned<ParseResult<Post, PartialPost>>>;
  const options = { positions: true } as const;
  expectTypeOf(readExport("", options)).toEqualTypeOf<AsyncGenerator<Located, void, undefined>>();
  expectTypeOf(readFeed("", options)).toEqualTypeOf<AsyncGenerator<Located, void, undefined>>();
  expectTypeOf(readRest({}, options)).toEqualTypeOf<Generator<Located, void, undefined>>();
  expectTypeOf(writeExport([])).toEqualTypeOf<AsyncGenerator<string, void, undefined>>();
  expectTypeOf<ExportOptions["firstDate"]>().toEqualTypeOf<Date | undefined>();
  expectTypeOf<WordPressPost["result"]>().toEqualTypeOf<ParseResult<Post, PartialPost>>();
  expectTypeOf<WordPressPost["date"]>().toEqualTypeOf<string | null>();
});
