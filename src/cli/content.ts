import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { decompressed } from "./decompress.ts";
import { say } from "./output.ts";

/** The name of standard input. */
export const STDIN = "-";

/** How much of a file is read at once, in bytes: each piece passes through many hands, which costs the same however large. */
const AT_ONCE = 1 << 18;

/** Opens a file or standard input, decompresses what is compressed, and turns other encodings into UTF-8. */
export function openContent(file: string): AsyncIterable<Buffer> {
  if (file !== STDIN) return inUtf8(decompressed(createReadStream(file, { highWaterMark: AT_ONCE })));
  // Whoever forgot the file should see why nothing happens.
  if (process.stdin.isTTY) say("alphanode: reads standard input up to Ctrl-D");
  return inUtf8(decompressed(process.stdin));
}

/** What UTF-16 begins with: its mark, as PowerShell's `>` writes it, or the first sign of a page or of XML. */
const STARTS = [
  [0xff, 0xfe, "utf-16le"],
  [0xfe, 0xff, "utf-16be"],
  [0x3c, 0x00, "utf-16le"],
  [0x00, 0x3c, "utf-16be"],
] as const;

/** Where XML and pages say their encoding. */
const DECLARED = /^\s*<(?:\?xml\s[^>]*?\bencoding|[\s\S]{0,1024}?<meta\s[^>]*\bcharset)\s*=\s*["']?([\w-]+)/i;

/** Tells the encoding of content by its first piece; undefined for UTF-8, which counts whatever it says. */
function encodingOf(start: Buffer): string | undefined {
  const [, , begun] = STARTS.find(([a, b]) => start[0] === a && start[1] === b) ?? [];
  if (begun !== undefined || (isUtf8(start) && !isAscii(start))) return begun;
  const declared = DECLARED.exec(start.toString("latin1", 0, 1500))?.[1];
  return declared === undefined || /^utf-?(?:8|16)/i.test(declared) ? undefined : declared;
}

/** Gives what decodes an encoding; undefined where nobody knows it. */
function decoderOf(encoding: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(encoding);
  } catch {
    return undefined;
  }
}

/** Gives content in another encoding as UTF-8, and all else as it is. */
async function* inUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: ReturnType<typeof decoderOf>;
  let isStart = true;
  for await (const chunk of chunks) {
    const encoding = isStart ? encodingOf(chunk) : undefined;
    if (encoding !== undefined) decoder = decoderOf(encoding);
    isStart = false;
    yield decoder === undefined ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
}

/** The first piece of a file, which tells what the file holds. */
export async function firstOf(file: string): Promise<Buffer> {
  for await (const chunk of openContent(file)) return chunk;
  return Buffer.alloc(0);
}

/**
 * A line of a text hardly ever begins so; of lines with a post each, some may be broken. A brace alone begins an object of
 * several lines.
 */
const OBJECT = /^[\ufeff\s]*\{(?!\s*$)/;

/** Tells whether content is lines of JSON: whether the first line begins as an object does, or most others do. */
export function isLines(start: Buffer): boolean {
  const lines = start
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const objects = lines.filter((line) => OBJECT.test(line)).length;
  return OBJECT.test(lines[0] ?? "") || objects > lines.length / 2;
}

/** Tells whether content is lines of JSON for sure: whether the first line is an object as a whole. */
export function isSurelyLines(start: Buffer): boolean {
  const [line = "", ...more] = start.toString("utf8").trimStart().split("\n");
  // A line that is longer than the start of the file is no file of settings.
  if (more.length === 0 && line.length > 1_000) return OBJECT.test(line);
  try {
    return OBJECT.test(line) && Object.keys(JSON.parse(line)).length > 0;
  } catch {
    return false;
  }
}
