import { describe, expect, test } from "vitest";
import { bulletEnd, hasBullet, isDigit, type Origin, Source } from "../../src/syntax/scan.ts";

/** The lines of a text, each by its number and what is visible of it; `>` stands before those below an empty line. */
const linesOf = (text: string): string[] =>
  new Source(text).lines.map(
    ({ number, from, to, apart }) => `${apart ? ">" : ""}${number} ${text.slice(from, to)}`,
  );

describe("lines", () => {
  test.each<[string, string[]]>([
    ["", []],
    ["\n \n", []],
    ["a\nb", ["1 a", "2 b"]],
    ["a\n", ["1 a"]],
    ["\na\n\n\nb", [">2 a", ">5 b"]],
    ["  a \t\n\t\n b", ["1 a", ">3 b"]],
    ["a\r\nb\r\n\r\nc", ["1 a", "2 b", ">4 c"]],
    ["a\rb\r\rc", ["1 a", "2 b", ">4 c"]],
    ["a\u2028b\u2028\u2028c", ["1 a", "2 b", ">4 c"]],
    ["a\u2029b", ["1 a", "2 b"]],
    ["a\n\rb", ["1 a", ">3 b"]],
    ["\u00a0a\u200b", ["1 a"]],
  ])("of %j: %j", (text, expected) => expect(linesOf(text)).toEqual(expected));

  test("have an indentation, which is none of what is visible", () => {
    const [line] = new Source("  • a b  ").lines;
    expect(line).toMatchObject({ start: 0, from: 2, body: 4, to: 7 });
  });
});

describe("a bullet", () => {
  test.each<[string, string]>([
    ["• a", "a"],
    ["•a", "a"],
    ["•", ""],
    ["◦ a", "a"],
    ["‣a", "a"],
    ["▪ a", "a"],
    ["● a", "a"],
    ["- a", "a"],
    ["-\ta", "a"],
    ["-a", "-a"],
    ["-", ""],
    ["* a", "a"],
    ["– a", "a"],
    ["— a", "a"],
    ["· a", "a"],
    ["*a", "*a"],
    ["+ a", "+ a"],
    ["1. a", "a"],
    ["1) a", "a"],
    ["12. a", "a"],
    ["123. a", "a"],
    ["1234. a", "1234. a"],
    ["1.a", "1.a"],
    ["1.", ""],
    ["1 a", "1 a"],
    ["9: a", "9: a"],
    ["a", "a"],
  ])("of %j leaves %j", (text, body) => {
    const source = new Source(text);
    const [line] = source.lines;
    if (line === undefined) throw new Error("no line");
    expect(source.raw(line)).toBe(body);
    expect(hasBullet(line)).toBe(body !== text);
  });

  test("ends before the space behind it", () => {
    expect(bulletEnd("  •  a", 2, 5)).toBe(3);
    expect(bulletEnd("12. a", 0, 4)).toBe(3);
    expect(bulletEnd("a", 0, 0)).toBe(0);
  });

  test("may be a digit", () => {
    expect([..."0918"].every((digit) => isDigit(digit.charCodeAt(0)))).toBe(true);
    expect([..."/:a-"].some((sign) => isDigit(sign.charCodeAt(0)))).toBe(false);
  });
});

describe("of a text that was laid out", () => {
  const laidOut = (text: string, roles: Origin["roles"], flows?: boolean): Source => {
    const pointAt = (offset: number) => ({ line: 1, column: offset + 1, offset });
    const same = (offset: number): number => offset;
    return new Source(text, {
      text: "given",
      pointAt,
      placeOf: same,
      pastOf: same,
      stretchOf: (from, to) => ({ from, to }),
      roles,
      ...(flows !== undefined && { flows }),
    });
  };

  test("lines have roles, and but for those of the box no bullets", () => {
    const text = "- a\n- b\n- c\nfinal notes\n\nfinal notes";
    const source = laidOut(text, ["code", "unsure", undefined, "prose", undefined, undefined]);
    expect(source.lines.map((line) => source.roleOf(line))).toEqual([
      "code",
      "unsure",
      undefined,
      "prose",
      undefined,
    ]);
    expect(source.lines.map((line) => source.raw(line))).toEqual([
      "- a",
      "b",
      "c",
      "final notes",
      "final notes",
    ]);
    expect(source.lines.map(({ heading }) => heading)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      "final notes",
    ]);
  });

  test("any line may be a heading", () => {
    const source = laidOut("about\n• final notes", ["heading", undefined]);
    expect(source.lines.map(({ heading }) => heading)).toEqual(["about", undefined]);
  });

  test("it is known what was given, and whether its lines meant something", () => {
    expect(laidOut("a", []).given).toBe("given");
    expect(new Source("a").given).toBe("a");
    expect(laidOut("a", []).isLaidOut).toBe(true);
    expect(laidOut("a", [], true).isLaidOut).toBe(false);
    expect(new Source("a").isLaidOut).toBe(false);
    expect(new Source("a").roleOf(new Source("a").lines[0] as never)).toBeUndefined();
  });
});

describe("text", () => {
  test("is read with plain spaces, and without marks that nobody sees", () => {
    const source = new Source("a\u00a0b\u200bc\u2028d");
    expect(source.slice(0, 5)).toBe("a bc");
    expect(source.lines.map((line) => source.body(line))).toEqual(["a bc", "d"]);
    expect(source.raw(source.lines[0] as never)).toBe("a\u00a0b\u200bc");
  });

  test("has words, whole and in any letter case", () => {
    const source = new Source("One two-three, vier5");
    const words = ["one", "TWO", "three", "vier5", "vier", "two-three", ""];
    expect(words.map((word) => source.hasWord(word))).toEqual([true, true, true, true, false, false, false]);
    expect(new Source("...").hasWord("a")).toBe(false);
  });
});
