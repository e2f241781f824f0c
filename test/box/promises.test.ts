import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alphanodeBox,
  type Box,
  type BoxResult,
  boxJsonSchema,
  boxSchema,
  defineBox,
  field,
  parseBox,
  parseBoxes,
  safeParseBox,
  stringifyBox,
} from "../../src/box/index.ts";
import { hasOddCharacters } from "../../src/layout/characters.ts";
import { parseMetaBox } from "../../src/parse/parse.ts";
import { boxLines } from "../../src/stringify/box.ts";
import { arbitraryOf, metaBox } from "../../src/testing/index.ts";
import { expectLocated, pointerAt, readBack, type Values } from "../support/positions.ts";
import { board, dish, game, probe, stay } from "./declarations.ts";

/** The promises of the library, over boxes that have nothing in common but the engine. */

const BOXES: [string, Box][] = [
  ["labels that begin alike", stay],
  ["many entries and records", probe],
  ["no heading and no joint", dish],
  ["labels that are words of values", game],
  ["labels of another script", board],
  ["AlphaNode's", alphanodeBox],
];

const heldBy = (result: BoxResult<unknown>): Record<string, unknown> =>
  (result.success ? result.data : result.partial) as Record<string, unknown>;

/** The values of a box that stand in characters: those that a field or a row holds, whatever they are. */
function valuesOfBox({ fields }: Box, held: Record<string, unknown>): Values {
  const parts = (around: string, value: unknown): Values =>
    Object.entries(value as object).map(([key, part]) => [pointerAt(around, key), part]);
  return Object.entries(held).flatMap(([key, value]): Values => {
    const own = parts("", { [key]: value });
    const kind = fields[key]?.kind;
    if (kind === "value") return own;
    const below = own.flatMap(([pointer, one]) => parts(pointer, one));
    const entries = kind === "records" ? below.flatMap(([pointer, one]) => parts(pointer, one)) : below;
    // An entry is a text or a list, as is what nobody declared.
    return entries.flatMap(
      ([pointer, one]): Values => (Array.isArray(one) ? parts(pointer, one) : [[pointer, one]]),
    );
  });
}

/** Expects all values of a box to have positions, and texts to stand there. */
function expectPointed(box: Box, text: string): void {
  for (const result of [
    safeParseBox(box, text, { positions: true }),
    ...parseBoxes(box, text, { positions: true }),
  ]) {
    const values = valuesOfBox(box, heldBy(result));
    expectLocated(text, values, result.positions, (characters, value) =>
      typeof value === "string" && !/^\d{4}-\d\d-\d\d$/.test(value) ? readBack(characters, value) : value,
    );
  }
}

const runs = Number(process.env.FUZZ_RUNS ?? 100);

describe.each(BOXES)("a box with %s", (_, box) => {
  const values = arbitraryOf(box) as fc.Arbitrary<Record<string, unknown>>;

  test("reads back what it writes, and the schema accepts it", () => {
    fc.assert(
      fc.property(values, (value) => {
        const result = safeParseBox(box, stringifyBox(box, value as never));
        expect(result.issues.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(heldBy(result)).toEqual(value);
        expectPointed(box, stringifyBox(box, value as never));
        expect(boxSchema(box).safeParse(value).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("has a JSON Schema with all its properties", () => {
    const { properties, required } = boxJsonSchema(box) as { properties: object; required: string[] };
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(box.fields)));
    for (const [key, { optional }] of Object.entries(box.fields))
      expect(required.includes(key)).toBe(!optional);
  });

  test("throws at no text, and points into it", () => {
    const labels = fc.constantFrom(
      ...Object.values(box.fields).flatMap((field) => field.labels),
      ...box.headings,
    );
    const piece = fc.oneof(
      labels,
      fc.constantFrom(": ", "\n", "\n\n", "\t", " | ", "  • ", "**", "__proto__: x", "- "),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const { issues, positions } = safeParseBox(box, text, { positions: true });
        for (const { start, end } of [...issues.map(({ position }) => position), ...positions.values()]) {
          expect(start.offset).toBeLessThanOrEqual(end.offset);
          expect(end.offset).toBeLessThanOrEqual(text.length);
        }
        expect(Object.prototype).not.toHaveProperty("x");
      }),
      { numRuns: runs * 3 },
    );
  });

  test("damage of a line stays with its field", () => {
    // A line without a joint is the label of what stands below it.
    const joined =
      (other: string) =>
      (label: string, joint: string, value: string): string =>
        label + (joint && other) + value;
    const damage = fc.constantFrom<(label: string, joint: string, value: string) => string>(
      () => "",
      () => "§§§",
      (label, joint, value) => label.replace(/^(\s*)(.)(.)/, "$1$3") + joint + value,
      (label, joint, value) => label.toUpperCase() + joint + value,
      joined(" - "),
      joined("\t\t"),
      joined(":\n"),
      (label, joint, value) => (joint ? value : label),
      (label, joint, value) => `**${(label + joint + value).trim()}**`,
      (label, joint, value) => label + (joint && `\u0007${joint}`) + value,
    );
    fc.assert(
      fc.property(
        values.filter((value) => !hasOddCharacters(JSON.stringify(value))),
        fc.nat(),
        damage,
        (value, at, change) => {
          const lines = stringifyBox(box, value as never).split("\n");
          const first = box.headings.length > 0 ? 2 : 0;
          // An item that is gone cannot be known to have been there.
          const isItem = (i: number): boolean => {
            const depth = /^ *(?=• )/.exec(lines[i] as string)?.[0].length ?? 0;
            return depth > (DEPTHS[kindOf(box, ownerOf(box, lines, i))] ?? 0);
          };
          const rows = lines.flatMap((_, i) => (i >= first && !isItem(i) ? [i] : []));
          const index = rows[at % rows.length] as number;
          const owner = ownerOf(box, lines, index);
          const line = lines[index] as string;
          // Without the label of a list, declared or not, its items are those of the list above.
          const isTitle = !/^\s/.test(line) && /^\s/.test(lines[index + 1] ?? "");
          const above = isTitle ? ownerOf(box, lines, index - 1) : undefined;
          // Entries and rows that nobody declared have a colon, whatever stands in other rows.
          const joint = /^\s/.test(line) || owner === undefined ? ": " : box.joint;
          const end = line.indexOf(joint);
          // Where nothing stands between label and value, nothing tells them apart here.
          if (joint === "") lines[index] = "";
          else if (end < 0) lines[index] = change(line, "", "");
          else lines[index] = change(line.slice(0, end), joint, line.slice(end + joint.length));
          const result = safeParseBox(box, lines.join("\n"));
          const read = heldBy(result);
          const told = new Set(result.issues.map(({ path }) => path[0]));
          for (const key of Object.keys(box.fields)) {
            const isSame = equal(read[key], value[key]);
            // Damage reaches no other field, and is reported where it changes a value.
            const isTold = (owner === undefined || hasEdge(value[key])) && told.has(key);
            if (key !== owner && key !== above && !isSame && !isTold)
              expect({ key, owner, issues: result.issues, text: lines.join("\n") }).toBe("whole");
            const isGone = box.fields[key]?.optional === true && read[key] === undefined;
            // Nobody can know of a label that was not declared and is gone.
            const isUnknown = owner === undefined && key === above;
            if (!isSame && !isGone && !isUnknown && !told.has(key))
              expect({ key, read: read[key], text: lines.join("\n") }).toBe("told");
          }
        },
      ),
      { numRuns: runs },
    );
  });
});

function equal(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}

/** How far entries stand from the left; items do further. */
const DEPTHS: Readonly<Record<string, number>> = { entries: 2, records: 4 };

const kindOf = ({ fields }: Box, key: string | undefined): string => fields[key ?? ""]?.kind ?? "rest";

/** Tells whether a value has a sign at an end, which may be none of it where the text is not as it was written. */
const hasEdge = (value: unknown): boolean =>
  [value].flat().some((text) => typeof text === "string" && /^[^\p{L}\p{N}]|[^\p{L}\p{N}]$/u.test(text));

/** The field whose line or list a line belongs to. */
function ownerOf(box: Box, lines: readonly string[], index: number): string | undefined {
  for (let at = index; at >= 0; at--) {
    const line = lines[at] as string;
    if (/^\s/.test(line)) continue;
    const found = Object.entries(box.fields)
      .flatMap(([key, { label }]) => (line.startsWith(label) ? [{ key, label }] : []))
      .sort((a, b) => b.label.length - a.label.length)[0];
    return found?.key;
  }
  return undefined;
}

test("AlphaNode's box as a declaration gives what parseMetaBox gives of canonical text", () => {
  fc.assert(
    fc.property(metaBox(), (meta) => {
      const text = `alphanode post meta\n${boxLines(meta)}`;
      // Where the box has no records, the declaration knows of no value.
      const none = Object.entries(alphanodeBox.fields).filter(([, { optional }]) => optional);
      const without = Object.fromEntries(none.map(([key]) => [key, []]));
      expect({ ...without, ...heldBy(safeParseBox(alphanodeBox, text)) }).toEqual(parseMetaBox(text));
    }),
    { numRuns: runs },
  );
});

test("numbers that the schemas accept are written and read back", () => {
  const size = defineBox({
    heading: "Size",
    fields: { width: field.number("Width"), seats: field.int("Seats") },
  });
  const schema = boxSchema(size);
  const numbers = fc.record({
    width: fc.double({ noNaN: true }),
    seats: fc.oneof(fc.maxSafeInteger(), fc.integer()),
  });
  fc.assert(
    fc.property(numbers, (value) => {
      if (!schema.safeParse(value).success) expect(() => stringifyBox(size, value)).toThrow(TypeError);
      // A minus before zero means nothing in a text.
      else expect(parseBox(size, stringifyBox(size, value))).toEqual({ ...value, width: value.width + 0 });
    }),
    {
      numRuns: 5 * runs,
      examples: [[{ width: 0.1 + 0.2, seats: 1e15 }], [{ width: 1.5e-10, seats: 1e15 - 1 }]],
    },
  );
});
