import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byteLength,
  isSerialised,
  type PhpArray,
  type PhpValue,
  type ReadPhp,
  readPhp,
  writeMeta,
} from "../../src/wordpress/php.ts";

/** What is read, as plain data that a test can compare: maps as lists of pairs. */
function shown(value: PhpValue | undefined): unknown {
  return value instanceof Map ? [...value].map(([key, item]) => [key, shown(item)]) : value;
}

const read = (text: string): unknown => {
  const found = readPhp(text);
  return found && [shown(found.value), found.corrected];
};

describe("a serialised value is read", () => {
  test.each([
    [
      "a list",
      'a:2:{i:0;s:3:"tar";i:1;s:4:"gzip";}',
      [
        ["0", "tar"],
        ["1", "gzip"],
      ],
    ],
    [
      "a record",
      'a:2:{s:7:"quality";i:71;s:5:"depth";i:0;}',
      [
        ["quality", "71"],
        ["depth", "0"],
      ],
    ],
    ["lengths in bytes", 'a:1:{i:0;s:19:"Zürich 東京 🚀";}', [["0", "Zürich 東京 🚀"]]],
    [
      "what looks like an end within a text",
      'a:1:{i:0;s:17:"a";i:1;s:1:"b";}{";}',
      [["0", 'a";i:1;s:1:"b";}{']],
    ],
    [
      "keys in the order written",
      'a:3:{i:5;i:1;i:-3;i:2;s:2:"08";i:3;}',
      [
        ["5", "1"],
        ["-3", "2"],
        ["08", "3"],
      ],
    ],
    [
      "numbers as their text",
      "a:3:{i:0;d:1.0E+100;i:1;i:9223372036854775807;i:2;d:-INF;}",
      [
        ["0", "1.0E+100"],
        ["1", "9223372036854775807"],
        ["2", "-INF"],
      ],
    ],
    [
      "flags and nothing",
      "a:3:{i:0;b:1;i:1;b:0;i:2;N;}",
      [
        ["0", "1"],
        ["1", "0"],
        ["2", null],
      ],
    ],
    ["an object as a record", 'O:8:"stdClass":1:{s:4:"name";s:4:"nine";}', [["name", "nine"]]],
    ["a property that is not public", 'O:3:"Box":1:{s:8:"\0Box\0sum";i:1;}', [["sum", "1"]]],
    ["a case of an enum", 'a:1:{i:0;E:10:"Level:High";}', [["0", "Level:High"]]],
    [
      "a reference",
      'a:2:{i:0;s:2:"up";i:1;R:2;}',
      [
        ["0", "up"],
        ["1", "up"],
      ],
    ],
    [
      "an object met again",
      'a:2:{i:0;O:1:"A":1:{s:1:"k";i:1;}i:1;r:2;}',
      [
        ["0", [["k", "1"]]],
        ["1", [["k", "1"]]],
      ],
    ],
    [
      "a key that is a name of JavaScript's",
      'a:1:{s:9:"__proto__";a:1:{s:8:"polluted";i:1;}}',
      [["__proto__", [["polluted", "1"]]]],
    ],
    ["a text that was serialised twice", 's:18:"a:1:{i:0;s:1:"x";}";', 'a:1:{i:0;s:1:"x";}'],
  ])("%s", (_, text, value) => {
    expect(isSerialised(text)).toBe(true);
    expect(read(text)).toEqual([value, false]);
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("lengths that do not fit are corrected and reported", () => {
  test.each([
    [
      "CR LF was folded",
      'a:2:{i:0;s:18:"line one\nline two";i:1;s:5:"after";}',
      [
        ["0", "line one\nline two"],
        ["1", "after"],
      ],
    ],
    [
      "CR LF folded, with an end within",
      'a:1:{i:0;s:21:"one\ntwo";i:9;s:1:"x"";}',
      [["0", 'one\ntwo";i:9;s:1:"x"']],
    ],
    ["UTF-16 units", 'a:1:{i:0;s:3:"a🚀";}', [["0", "a🚀"]]],
    ["characters", 'a:1:{i:0;s:2:"ü🚀";}', [["0", "ü🚀"]]],
    [
      "another address of the site",
      'a:2:{s:3:"url";s:99:"https://b.example/";s:1:"n";i:1;}',
      [
        ["url", "https://b.example/"],
        ["n", "1"],
      ],
    ],
    ["a count", 'a:9:{i:0;s:1:"x";}', [["0", "x"]]],
  ])("%s", (_, text, value) => {
    expect(read(text)).toEqual([value, true]);
  });
});

describe("what cannot be read is refused as a whole", () => {
  test.each([
    ["cut off", 'a:2:{i:0;s:3:"tar";i:1;s:4:"gz'],
    ["text behind it", "a:1:{i:0;i:1;}; a:1:{i:0;i:1;}"],
    ["a class that reads itself", 'C:3:"Box":5:{hello}'],
    ["a reference to what holds it", "a:1:{i:0;R:1;}"],
    ["a reference to nothing", "a:1:{i:0;R:7;}"],
    ["no value", "a:1:{i:0;}"],
    ["nothing", ""],
    ["arrays in arrays without end", "a:1:{i:0;".repeat(5000)],
  ])("%s", (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  test("references that multiply", () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `i:${i + 1};a:2:{i:0;R:${i + 2};i:1;R:${i + 2};}`);
    expect(readPhp(`a:41:{i:0;s:4:"many";${doubled.join("")}}`)).toBeUndefined();
  });
});

test("texts that only start like a value are none", () => {
  for (const text of ["a: 1", "i:5", "stack", "O:", 's:2:"ab"', "N"]) expect(isSerialised(text)).toBe(false);
});

/** A text with all that a length can trip over. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', ";", "}", "{", ":", "s:1:", "\n", "ü", "東", "🚀", "i:0;", '";'),
    fc.string({ unit: "grapheme", maxLength: 3 }),
  ),
  maxLength: 12,
});
const anyMap = fc.oneof(
  fc
    .array(anyText, { maxLength: 4 })
    .map((items) => new Map(items.map((item, i) => [String(i), item] as const))),
  fc
    .uniqueArray(fc.tuple(anyText, anyText), { selector: ([key]) => key, maxLength: 4 })
    .map((pairs) => new Map(pairs)),
);

test("what is written is read as it was", () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      expect(readPhp(writeMeta(map))).toEqual({ value: map, corrected: false });
    }),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const written = writeMeta(text);
      expect(isSerialised(written) ? readPhp(written)?.value : written).toBe(text);
    }),
  );
  fc.assert(fc.property(anyText, (text) => byteLength(text) === new TextEncoder().encode(text).length));
});

test("any text is read or refused, and harmless", () => {
  const piece = fc.constantFrom(
    "a:1:{",
    "a:2:{",
    "i:0;",
    "i:1;",
    's:3:"',
    '";',
    "}",
    "R:1;",
    "r:2;",
    "N;",
    'O:1:"A":1:{',
    "é",
    "\n",
    "x",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      readPhp(pieces.join(""));
    }),
  );
});

test("wrong lengths cost no more than the text is long", () => {
  // Were each text looked for in all that follows, this would take minutes.
  const count = 100_000;
  const items = Array.from({ length: count }, (_, i) => `i:${i};s:${count * 9}:"some text";`);
  const found = readPhp(`a:${count}:{${items.join("")}}`) as ReadPhp;
  expect(found.corrected).toBe(true);
  expect((found.value as PhpArray).get("99999")).toBe("some text");
});
