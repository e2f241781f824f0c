import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fnv1a, pick, sample, stream } from "../../src/synth/random.ts";

describe("random numbers", () => {
  it("hashes as FNV-1a's published vectors", () => {
    // http://www.isthe.com/chongo/src/fnv/test_fnv.c, 32 bits
    expect(fnv1a("")).toBe(0x811c9dc5);
    expect(fnv1a("a")).toBe(0xe40c292c);
    expect(fnv1a("foobar")).toBe(0xbf9cf968);
  });

  it("draws the numbers of Mulberry32", () => {
    // The C original, started with fnv1a("test 1"), gives these.
    const draw = stream(1, "test");
    expect([draw(2 ** 32), draw(2 ** 32), draw(2 ** 32), draw(2 ** 32)]).toEqual([
      214481013, 872208068, 865646442, 266197035,
    ]);
  });

  it("starts anew for each number and each aspect", () => {
    const starts = [stream(1, "a"), stream(2, "a"), stream(1, "b"), stream(1, "a")].map((draw) =>
      draw(2 ** 32),
    );
    expect(starts[0]).toBe(starts[3]);
    expect(new Set(starts).size).toBe(3);
  });

  it("draws every number below the bound, and no other, about as often", () => {
    const draw = stream(0, "spread");
    const counts = Array.from({ length: 6 }, () => 0);
    for (let time = 0; time < 6000; time++) {
      const value = draw(6);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    expect(counts).toHaveLength(6);
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("samples different items of a list, and picks one of it", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(20), fc.nat(), (list, count, n) => {
        const items = sample(list, count, stream(n, "sample"));
        expect(items).toHaveLength(Math.min(count, list.length));
        expect(new Set(items).size).toBe(items.length);
        expect(list).toEqual(expect.arrayContaining(items));
        expect(list).toContain(pick(list, stream(n, "pick")));
      }),
    );
  });
});
