import { describe, expect, test } from "vitest";
import { postNumberOf, slugOf, slugWords } from "../../src/format/address.ts";

describe("the slug of a post", () => {
  test.each<[string, number, string]>([
    ["Keeping backups: small & safe!", 20_690, "keeping-backups-small-safe-alphanode-020690"],
    ["Café d’Été, don't", 7, "cafe-dete-dont-alphanode-000007"],
    ["…", 7, "alphanode-000007"],
  ])("of %j and %i is %s", (title, number, slug) => expect(slugOf(title, number)).toBe(slug));

  test("has as many words as fit into 200 bytes, and its number whole", () => {
    const end = "alphanode-000007";
    const fits = "a".repeat(199 - end.length);
    expect(slugOf(fits, 7)).toBe(`${fits}-${end}`);
    expect(slugOf(fits, 7)).toHaveLength(200);
    expect(slugOf(`${fits}a`, 7)).toBe(end);
    // Where a word does not fit, those behind it are left out, too.
    expect(slugOf(`one ${fits} two`, 7)).toBe(`one-${end}`);
  });

  test("has letters and digits of ASCII alone", () => {
    expect(slugWords("Größe 5×7: naïve_ＡＢ")).toEqual(["gro", "e", "5", "7", "naive", "ab"]);
    expect(slugWords("")).toEqual([]);
  });
});

describe("the number of a post", () => {
  test.each<[string, number | null]>([
    ["https://a.example/keeping-backups-alphanode-020690/", 20_690],
    ["https://a.example/keeping-backups/", null],
  ])("in %s is %s", (address, number) => expect(postNumberOf(address)).toBe(number));

  test.each<[unknown, string]>([
    [null, "null"],
    [20_690, "a number"],
    [undefined, "undefined"],
  ])("is not asked of %s", (address, told) => {
    expect(() => postNumberOf(address as string)).toThrow(
      new TypeError(`expected an address as a string, got ${told}`),
    );
  });
});
