import { kindOf } from "../format/kind-of.ts";
import type { PartialPost, Post } from "../schema/post.ts";
import type { ParseOptions } from "./options.ts";
import { safeParsePost } from "./parse.ts";
import type { ParseResult, Positioned } from "./result.ts";

/**
 * What {@link parsePosts} needs of a `ReadableStream<string>` of texts, each whole; some browsers' streams have no iterator. A
 * stream of characters, such as that of a file, becomes one of texts in a {@link PostSplitter}.
 *
 * @example
 * ```ts
 * import { PostSplitter, parsePosts, type TextStream } from "alphanode-post";
 *
 * const characters = new Blob(["a title"]).stream().pipeThrough(new TextDecoderStream());
 * const texts: TextStream = characters.pipeThrough(new PostSplitter());
 * for await (const { success } of parsePosts(texts)) console.log(success);
 * ```
 *
 * ```console
 * false
 * ```
 */
export interface TextStream {
  /** Takes hold of the stream. */
  getReader: () => {
    /** Gives the next text, or that there is none. */
    read: () => Promise<{ done: boolean; value?: string | undefined }>;
    /** Tells the stream that nobody reads on. */
    cancel: () => Promise<unknown>;
    /** Lets go of the stream. */
    releaseLock: () => void;
  };
}

/**
 * Texts of posts, each whole, one after the other: an array, a generator, a stream.
 *
 * @example
 * ```ts
 * import { parsePosts, type TextSource } from "alphanode-post";
 *
 * const texts: TextSource = ["a title", "another"];
 * for await (const result of parsePosts(texts)) console.log(result.success);
 * ```
 *
 * ```console
 * false
 * false
 * ```
 */
export type TextSource = Iterable<string> | AsyncIterable<string> | TextStream;

/**
 * Parses many texts of posts as they come. A text is taken from the source when its result is asked for, so that
 * memory stays flat however many there are; a loop that is left closes the source.
 *
 * @param source - texts of posts, each whole: anything that can be iterated, or a `ReadableStream`; what comes in pieces of any
 * size goes through a {@link PostSplitter} first
 * @param options - see {@link ParseOptions}
 * @returns what {@link safeParsePost} gives for each text, in the order of the source
 * @throws TypeError if `source` holds no texts, or is itself a string; the iteration throws one at an item that is
 * not a string, and whatever the source throws
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { parsePosts } from "alphanode-post";
 *
 * const texts = [readFileSync("post.txt", "utf8"), "a title alone"];
 * for await (const result of parsePosts(texts)) {
 *   console.log(result.success, result.issues.map(({ code }) => code));
 * }
 * ```
 *
 * ```console
 * true []
 * false [ 'missing_meta_box' ]
 * ```
 *
 * Records keep what they are known by in a loop of your own, with {@link safeParsePost}.
 */
export function parsePosts(
  source: TextSource,
  options: ParseOptions & { positions: true },
): AsyncGenerator<Positioned<ParseResult<Post, PartialPost>>, void, undefined>;
export function parsePosts(
  source: TextSource,
  options?: ParseOptions,
): AsyncGenerator<ParseResult<Post, PartialPost>, void, undefined>;
export function parsePosts(
  source: TextSource,
  options?: ParseOptions,
): AsyncGenerator<ParseResult<Post, PartialPost>, void, undefined> {
  return parseEach(textsOf(source), options);
}

async function* parseEach(
  texts: Iterable<string> | AsyncIterable<string>,
  options?: ParseOptions,
): AsyncGenerator<ParseResult<Post, PartialPost>, void, undefined> {
  for await (const text of texts) yield safeParsePost(text, options);
}

/** Gives what can be iterated of a source. A string is refused, since it would be iterated by characters. */
function textsOf(source: TextSource): Iterable<string> | AsyncIterable<string> {
  if (typeof source === "object" && source !== null) {
    if ("getReader" in source) return readStream(source);
    if (Symbol.asyncIterator in source || Symbol.iterator in source) return source;
  }
  const hint = typeof source === "string" ? "; for one text there is safeParsePost" : "";
  throw new TypeError(`expected texts of posts as an iterable or a stream, got ${kindOf(source)}${hint}`);
}

/** Reads a stream to its end, and cancels it where nobody reads on. */
async function* readStream(stream: TextStream): AsyncGenerator<string, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value as string;
    }
  } finally {
    // Nothing happens where the stream has ended.
    await reader.cancel();
    reader.releaseLock();
  }
}
