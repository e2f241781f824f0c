import {
  type ParseResult,
  type PartialPost,
  type Post,
  parsePosts,
  safeParsePost,
  stringifyPost,
} from "alphanode-post";
import { damagedSource } from "alphanode-post/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makePost } from "./support/corpus.ts";
import { RUNS } from "./support/runs.ts";

const texts = [1, 2, 3].map((n) => stringifyPost(makePost(n)));

/** Gives all results of a run. */
async function all(
  results: AsyncIterable<ParseResult<Post, PartialPost>>,
): Promise<ParseResult<Post, PartialPost>[]> {
  const found: ParseResult<Post, PartialPost>[] = [];
  for await (const result of results) found.push(result);
  return found;
}

/** A source that tells what became of it. */
function watched(items: readonly string[] = texts) {
  const seen = { taken: 0, closed: false };
  function* generate() {
    try {
      for (const item of items) {
        seen.taken += 1;
        yield item;
      }
    } finally {
      seen.closed = true;
    }
  }
  return { seen, source: generate() };
}

/** A stream of texts; `bare` has no iterator, as in Safari. */
function streamOf(items: readonly string[], bare: boolean) {
  const seen = { cancelled: false };
  const left = [...items];
  const stream = new ReadableStream<string>(
    {
      pull(controller) {
        const text = left.shift();
        if (text === undefined) controller.close();
        else controller.enqueue(text);
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const source = bare ? { getReader: () => stream.getReader() } : stream;
  return { seen, left, source, stream };
}

async function* later(items: readonly string[]) {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

describe("parsePosts", () => {
  test.each([
    ["an array", () => texts],
    ["a set", () => new Set(texts)],
    ["a generator", () => watched().source],
    ["an async generator", () => later(texts)],
    ["a stream", () => streamOf(texts, false).source],
    ["a stream without an iterator", () => streamOf(texts, true).source],
  ])("reads %s", async (_, source) => {
    expect(await all(parsePosts(source()))).toEqual(texts.map((text) => safeParsePost(text)));
  });

  test("gives results of damaged texts in their place", async () => {
    const results = await all(parsePosts([texts[0] as string, "", texts[1] as string]));
    expect(results.map(({ success }) => success)).toEqual([true, false, true]);
  });

  test("takes options", async () => {
    const text = (texts[0] as string).replace(/^reading time\d+$/m, "$& min");
    expect(await all(parsePosts([text]))).toMatchObject([{ success: true }]);
    expect(await all(parsePosts([text], { strict: true }))).toMatchObject([{ success: false }]);
    expect(await all(parsePosts([text], { maxLength: 9 }))).toMatchObject([
      { issues: [{ code: "source_too_long" }] },
    ]);
  });

  test("takes a text when its result is asked for, and not before", async () => {
    const { seen, source } = watched();
    const results = parsePosts(source);
    expect(seen.taken).toBe(0);
    await results.next();
    expect(seen).toEqual({ taken: 1, closed: false });
  });

  test("closes the source where the loop is left", async () => {
    const { seen, source } = watched();
    for await (const _ of parsePosts(source)) break;
    expect(seen).toEqual({ taken: 1, closed: true });
  });

  test.each([true, false])("cancels a stream where the loop is left (bare: %s)", async (bare) => {
    const { seen, left, source, stream } = streamOf(texts, bare);
    for await (const _ of parsePosts(source)) break;
    expect(seen.cancelled).toBe(true);
    expect(left).toHaveLength(2);
    expect(stream.locked).toBe(false);
  });

  test("does not cancel a stream that has ended, and lets go of it", async () => {
    const { seen, source, stream } = streamOf(texts, true);
    await all(parsePosts(source));
    expect([seen.cancelled, stream.locked]).toEqual([false, false]);
  });

  test("throws at an item that is no string, and closes the source", async () => {
    const { seen, source } = watched([texts[0] as string, 7 as unknown as string, texts[1] as string]);
    const results = parsePosts(source);
    expect((await results.next()).value).toMatchObject({ success: true });
    await expect(results.next()).rejects.toThrow(
      new TypeError("expected the text of a post as a string, got a number"),
    );
    expect(seen).toEqual({ taken: 2, closed: true });
    const stream = streamOf([7 as unknown as string], true);
    await expect(all(parsePosts(stream.source))).rejects.toThrow(TypeError);
    expect(stream.seen.cancelled).toBe(true);
  });

  test("throws what the source throws", async () => {
    async function* failing() {
      yield texts[0] as string;
      throw new Error("the disk is gone");
    }
    const results = parsePosts(failing());
    await results.next();
    await expect(results.next()).rejects.toThrow("the disk is gone");
    const stream = new ReadableStream<string>({
      start: (controller) => controller.error(new Error("offline")),
    });
    await expect(all(parsePosts(stream))).rejects.toThrow("offline");
  });

  test.each([
    ["a text", "got a string; for one text there is safeParsePost"],
    [7, "got a number"],
    [null, "got null"],
    [undefined, "got undefined"],
    [{}, "got an object"],
  ])("refuses %j at once", (source, message) => {
    expect(() => parsePosts(source as never)).toThrow(
      new TypeError(`expected texts of posts as an iterable or a stream, ${message}`),
    );
  });

  test("gives, for any texts and from any kind of source, what safeParsePost gives, in order", async () => {
    const text = fc.oneof(
      damagedSource().map((made) => made.text),
      fc.string(),
    );
    const source = fc.constantFrom(
      (items: string[]) => items,
      (items: string[]) => later(items),
      (items: string[]) => streamOf(items, false).source,
      (items: string[]) => streamOf(items, true).source,
    );
    const property = fc.asyncProperty(fc.array(text, { maxLength: 4 }), source, async (items, from) => {
      expect(await all(parsePosts(from(items)))).toEqual(items.map((item) => safeParsePost(item)));
    });
    await fc.assert(property, { numRuns: Math.min(RUNS, 200) });
  });
});
