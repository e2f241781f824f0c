import { kindOf } from "../format/kind-of.ts";
import { type Decoder, decoderOf, START } from "./encoding.ts";

/**
 * Text, or its bytes: as a whole, in pieces that can be iterated, or as a stream. Bytes are UTF-8, UTF-16, or in the encoding
 * that the declaration of the XML names.
 *
 * @example
 * ```ts
 * import { readFeed, type WordPressSource } from "alphanode-post/wordpress";
 *
 * const feed = new TextEncoder().encode("<rss><channel></channel></rss>");
 * const sources: WordPressSource[] = [feed, [feed.slice(0, 7), feed.slice(7)], new Blob([feed]).stream()];
 * for (const source of sources) for await (const { slug } of readFeed(source)) console.log(slug);
 * console.log(sources.length);
 * ```
 *
 * ```console
 * 3
 * ```
 */
export type WordPressSource =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>
  | ChunkStream;

type Chunk = string | Uint8Array;

/**
 * What is needed of a `ReadableStream`; some browsers' streams have no iterator.
 *
 * @example
 * ```ts
 * import { type ChunkStream, readFeed } from "alphanode-post/wordpress";
 *
 * const stream: ChunkStream = new Blob(["<rss><item><title>one</title></item></rss>"]).stream();
 * for await (const { result } of readFeed(stream)) console.log(result.value.title);
 * ```
 *
 * ```console
 * one
 * ```
 */
export interface ChunkStream {
  /** Takes hold of the stream. */
  getReader: () => {
    /** Gives the next piece, or that there is none. */
    read: () => Promise<{ done: boolean; value?: string | Uint8Array | undefined }>;
    /** Tells the stream that nobody reads on. */
    cancel: () => Promise<unknown>;
    /** Lets go of the stream. */
    releaseLock: () => void;
  };
}

/** How much of a text is read at once, so that what is read of it does not pile up. */
const STEP = 1 << 16;

/** Gives the text of a source in pieces. Bytes that are none of its encoding become replacement characters. */
export async function* textChunks(source: WordPressSource): AsyncGenerator<string, void, undefined> {
  let decoder: Decoder | undefined;
  for await (const chunk of withStart(piecesOf(source))) {
    if (typeof chunk !== "string") decoder ??= decoderOf(chunk);
    for (let at = 0; at < chunk.length; at += STEP) {
      yield typeof chunk === "string"
        ? chunk.slice(at, at + STEP)
        : (decoder as Decoder).decode(chunk.subarray(at, at + STEP), { stream: true });
    }
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

/** Gives pieces, of which the first bytes are enough to tell their encoding. */
async function* withStart(pieces: ReturnType<typeof piecesOf>): AsyncGenerator<Chunk, void, undefined> {
  let start: Uint8Array | undefined = new Uint8Array();
  for await (const piece of pieces) {
    if (typeof piece !== "string" && !(piece instanceof Uint8Array)) {
      throw new TypeError(`expected pieces of text or bytes, got ${kindOf(piece)}`);
    }
    if (start === undefined || typeof piece === "string") {
      yield piece;
      continue;
    }
    start = joined(start, piece);
    if (start.length < START) continue;
    yield start;
    start = undefined;
  }
  if (start !== undefined && start.length > 0) yield start;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Gives what can be iterated of a source; throws where it is none. */
export function piecesOf(source: WordPressSource): Iterable<Chunk> | AsyncIterable<Chunk> {
  if (typeof source === "string" || source instanceof Uint8Array) return [source];
  if (typeof source === "object" && source !== null) {
    if ("getReader" in source) return readStream(source);
    if (Symbol.asyncIterator in source || Symbol.iterator in source) return source;
  }
  throw new TypeError(`expected text, bytes, or pieces or a stream of either, got ${kindOf(source)}`);
}

/** Reads a stream to its end, and cancels it where nobody reads on. */
async function* readStream(stream: ChunkStream): AsyncGenerator<Chunk, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value as Chunk;
    }
  } finally {
    // Nothing happens where the stream has ended.
    await reader.cancel();
    reader.releaseLock();
  }
}
