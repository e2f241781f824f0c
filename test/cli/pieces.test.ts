import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Piece } from "../../src/cli/piece.ts";
import { batchesOf, cutLines } from "../../src/cli/pieces.ts";

/** Pieces with their bytes as text. */
async function cut(chunks: readonly (string | Buffer)[], maxLine?: number) {
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk as string)));
  const pieces: { holds: string; line: number; text: string }[] = [];
  for await (const { holds, line, bytes } of cutLines("file", stream, maxLine)) {
    pieces.push({ holds, line, text: Buffer.from(bytes).toString() });
  }
  return pieces;
}

const lines = (line: number, text: string) => ({ holds: "lines", line, text });
const overlong = (line: number) => ({ holds: "overlong line", line, text: "" });

describe("cutLines", () => {
  it("cuts where a line ends, and counts lines", async () => {
    expect(await cut(["one\ntwo\nth", "ree\n\nfi", "ve"])).toEqual([
      lines(1, "one\ntwo\n"),
      lines(3, "three\n\n"),
      lines(5, "five"),
    ]);
    expect(await cut(["one", "\n", "two\n"])).toEqual([lines(1, "one\n"), lines(2, "two\n")]);
    expect(await cut([])).toEqual([]);
  });

  it("tells a line that is too long, and drops it", async () => {
    expect(await cut(["one\ntoo ", "long, and ", "longer", "\nnext\nand", " so on\n"], 10)).toEqual([
      lines(1, "one\n"),
      overlong(2),
      lines(3, "next\n"),
      lines(4, "and so on\n"),
    ]);
    expect(await cut(["one\n", "too long, and no end"], 10)).toEqual([lines(1, "one\n"), overlong(2)]);
    expect(await cut(["much too long, ", "really\n", "\n"], 10)).toEqual([overlong(1), lines(2, "\n")]);
  });

  it("loses and moves no byte, wherever chunks end", async () => {
    const text = fc.array(fc.constantFrom("a", "é", "\n", "\u{1f600}", "bc"), { maxLength: 40 });
    const property = fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
      const bytes = Buffer.from(parts.join(""));
      const chunks: Buffer[] = [];
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
      const pieces = await cut(chunks);
      expect(pieces.map((piece) => piece.text).join("")).toBe(parts.join(""));
      let line = 1;
      for (const piece of pieces) {
        expect(piece.line).toBe(line);
        line += piece.text.split("\n").length - 1;
      }
      for (const piece of pieces.slice(0, -1)) expect(piece.text.endsWith("\n")).toBe(true);
    });
    await fc.assert(property);
  });
});

describe("batchesOf", () => {
  const piece = (holds: Piece["holds"], size: number): Piece => ({
    holds,
    file: "file",
    line: 1,
    bytes: new Uint8Array(size),
  });

  it("gathers small texts up to 256 KiB, and lines that have come already", async () => {
    const sizes: number[][] = [];
    const pieces = [
      ...[160_000, 80_000, 40_000, 400_000, 10].map((size) => piece("text", size)),
      ...[5, 262_144, 5].map((size) => piece("lines", size)),
      piece("text", 7),
    ];
    for await (const batch of batchesOf(Readable.from(pieces)))
      sizes.push(batch.map(({ bytes }) => bytes.length));
    expect(sizes).toEqual([[160_000, 80_000, 40_000], [400_000], [10, 5, 262_144], [5, 7]]);
  });

  it("hands lines on before the next have come", async () => {
    let handedOn = 0;
    const slowly = async function* () {
      for (const size of [1, 2, 3]) {
        yield piece("lines", size);
        await setImmediate();
        // What was given before is out of our hands before the next is asked for.
        expect(handedOn).toBe(size);
      }
    };
    for await (const batch of batchesOf(slowly())) handedOn += batch.length;
    expect(handedOn).toBe(3);
  });
});
