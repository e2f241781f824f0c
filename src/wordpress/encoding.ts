/** The encoding of an export or feed that comes as bytes, as XML tells it: by its mark, its first sign, or its declaration. */

/** Marks of UTF-16, and the first sign of XML in it where there is no mark. */
const STARTS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
  [[0x3c, 0x00], "utf-16le"],
  [[0x00, 0x3c], "utf-16be"],
];

export type Decoder = InstanceType<typeof TextDecoder>;

/** How many bytes tell the encoding. */
export const START = 256;

const DECLARED = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']{1,40})["']/;

/** Gives what decodes a source, of which these are the first bytes; throws a SyntaxError where its encoding is not known. */
export function decoderOf(start: Uint8Array): Decoder {
  const begun = STARTS.find(([bytes]) => bytes.every((byte, i) => start[i] === byte));
  if (begun !== undefined) return new TextDecoder(begun[1]);
  const [, declared = "utf-8"] = DECLARED.exec(String.fromCharCode(...start.subarray(0, START))) ?? [];
  // What can be read up to here is no UTF-16; it was turned into UTF-8 since.
  if (/^utf-?16/i.test(declared)) return new TextDecoder();
  try {
    return new TextDecoder(declared);
  } catch {
    throw new SyntaxError(
      `the encoding that the source declares is not known: ${JSON.stringify(declared)}; give it as text, or in UTF-8`,
    );
  }
}
