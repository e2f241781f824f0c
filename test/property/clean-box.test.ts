import { stringifyPost } from "alphanode-post";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELDS, type FieldRow, isOptional, isValueRow, type ValueRow } from "../../src/format/fields.ts";
import { composeBox } from "../../src/parse/box.ts";
import { readClean } from "../../src/parse/clean.ts";
import { readCleanBox } from "../../src/parse/clean-box.ts";
import { IssueList } from "../../src/parse/issues.ts";
import { composeMeta, fieldsOf } from "../../src/parse/meta.ts";
import { readOptions } from "../../src/parse/options.ts";
import { BOX_PART, POST_PART } from "../../src/parse/part.ts";
import { Spots } from "../../src/parse/spots.ts";
import { parseBox } from "../../src/syntax/box.ts";
import { divide } from "../../src/syntax/division.ts";
import type { BoxLines } from "../../src/syntax/nodes.ts";
import { Source } from "../../src/syntax/scan.ts";
import { CountedSource } from "../support/counted-source.ts";
import { RUNS, TIMEOUT } from "../support/runs.ts";
import { realTexts } from "../support/texts.ts";

/** Values that are as they should be, by kind, and after them such as look like something else. */
const VALUES: Readonly<Record<ValueRow["kind"], readonly string[]>> = {
  text: ["jobs / php", "a team", "s: x", ": x", "stack", "source: x", "x\u00a0y", "notes y", "1.2.3"],
  sentence: ["it ends.", "it does not end", "a. b", "s | x", "quality: 7", "topic x."],
  word: ["bash", "beginner", "draft", "sql", "c#", "s: x", "s |", "s:x", " a b c d", "Advanced"],
  count: ["8", "246681", "0", "5 min", "1,000", "08", "5 :", "x"],
  percent: ["0", "36", "100", "101", "7%"],
  flag: ["1", "0", "yes", "TRUE"],
  date: ["2024-02-29", "2023-02-29", "2023-1-1"],
  version: ["1.2.3", "1.2"],
  reference: ["anp-ref-000001-8030", "ANP-REF-000001-8030", "anp-ref-1-2"],
  hash: ["2ff8513b3be5bee611f41bc9", "2FF8513B3BE5BEE611F41BC9", "2ff8"],
  sourceId: ["alphanode-000001", "AlphaNode-000001", "alphanode-1"],
};

const ADDRESSES = [
  "https://a.example/b.png",
  "a.example/b.png",
  "//a.example",
  "https://a.example/1×2",
  "https://a b",
];

const ITEMS = [
  "look",
  "git",
  "stack",
  "topic: x",
  "quality: 7",
  "name: x",
  "source: x",
  "url",
  "Caption x",
  "",
];

const rarely = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 150, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const bullet = rarely("  • ", "- ", "1. ", "•", "• • ", "");
const bulletOfRecord = rarely("    • ", "  • ", "- ", "");
const labelOf = (label: string): fc.Arbitrary<string> =>
  rarely(label, label.toUpperCase(), `${label}s`, label.slice(1), label.replace(" ", "  "));

/** Values of a row: the good ones most of the time. */
const anyValue = (row: ValueRow): fc.Arbitrary<string> => {
  const known = row.isAddress ? ADDRESSES : VALUES[row.kind];
  const good = row.words ?? known.slice(0, 1);
  return fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...known) },
  );
};

const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.join(""));

const entryOf = (row: ValueRow): fc.Arbitrary<string> =>
  joined(
    row.owner?.kind === "records" ? bulletOfRecord : bullet,
    labelOf(row.label),
    rarely(": ", ":", " : ", ":  ", " ", " | ", "", ": :"),
    anyValue(row),
  );

const recordOf = (rows: readonly ValueRow[]): fc.Arbitrary<string[]> => fc.tuple(...rows.map(entryOf));

/** Items of a list, so many where they are known: now and then others, none, or two that name themselves as entries of a field that may be absent. */
const listOf = ({ size }: { readonly size?: number | undefined }): fc.Arbitrary<string[]> => {
  const items = (minLength: number, maxLength: number) =>
    fc
      .array(fc.tuple(bullet, rarely("look", ...ITEMS), rarely(true, false)), { minLength, maxLength })
      .map((all) =>
        all.map(([sign, text, isOwn], i) => `${sign}${text}${isOwn ? ` ${"abcd".charAt(i)}` : ""}`),
      );
  return fc.oneof(
    { weight: 30, arbitrary: items(size ?? 1, size ?? 4) },
    { weight: 1, arbitrary: items(1, 4) },
    { weight: 1, arbitrary: fc.constantFrom<string[]>([], ["• source: x", "• url: y"]) },
  );
};

/** What stands under the label of a field. */
const under = (row: FieldRow): fc.Arbitrary<string[]> => {
  if (row.kind === "list") return listOf(row);
  if (row.kind === "entries") return recordOf(row.entries);
  if (row.kind !== "records") return fc.constant([]);
  return fc.array(recordOf(row.entries), { minLength: 1, maxLength: 3 }).map((records) => records.flat());
};

const fieldOf = (row: FieldRow): fc.Arbitrary<string[]> => {
  const label = joined(rarely("", "• "), labelOf(row.label));
  const head = isValueRow(row)
    ? joined(label, rarely("", " ", ": ", "\t"), anyValue(row))
    : joined(label, rarely("", ":", " x"));
  const field = fc.tuple(head, under(row)).map(([line, lines]) => [line, ...lines]);
  return isOptional(row) ? fc.oneof(field, fc.constant<string[]>([])) : field;
};

/** An edit of the lines of a box: none most of the time. */
const edit = rarely<(lines: string[], at: number) => string[]>(
  (lines) => lines,
  (lines, at) => [...lines.slice(0, at), ...lines.slice(at + 1)],
  (lines, at) => [...lines.slice(0, at + 1), ...lines.slice(at)],
  (lines, at) => [...lines.slice(0, at), ...lines.slice(at, at + 2).reverse(), ...lines.slice(at + 2)],
  (lines, at) => [...lines.slice(0, at), "some more", ...lines.slice(at)],
  (lines, at) => [...lines.slice(0, at), "", ...lines.slice(at)],
  (lines, at) => lines.slice(0, at),
);

/** Texts of boxes that are as the site writes them or nearly so; a colon in front must not be taken for one of theirs. */
const nearlyClean = fc
  .tuple(
    fc.tuple(...FIELDS.map(fieldOf)),
    edit,
    fc.nat(100),
    rarely("\n", "\r\n", "\n\n", " \u200b\n", " \n"),
    fc.constantFrom("", ": x\n\n", "a title\n\nsome words.\n\n"),
    rarely("\n", "", "\n\nSimilar Posts\n", "\n\nSimilar Posts", "\n\nSimilar Posts\n\na title", "\nmore"),
  )
  .map(
    ([fields, change, at, end, front, behind]) =>
      front + ["alphanode post meta", "", ...change(fields.flat(), at)].join(end) + behind,
  );

const sourceAndBox = (text: string): [Source, BoxLines | undefined] => {
  const source = new Source(text);
  return [source, divide(source).boxes[0]];
};

const isClean = (text: string): boolean => readCleanBox(text) !== undefined;

describe("a box that is as the site writes it", () => {
  test(
    "is read as the grammar reads it, without an issue",
    () => {
      let clean = 0;
      fc.assert(
        fc.property(nearlyClean, (text) => {
          const [source, box] = sourceAndBox(text);
          const read = readCleanBox(text);
          if (box === undefined || read === undefined) return;
          clean++;
          const { start, meta } = read;
          expect(start).toBe(box.heading?.from);
          const list = new IssueList(source);
          // As text, so that the order of keys counts, too.
          const composed = composeMeta(list, fieldsOf(parseBox(source, box)));
          expect(JSON.stringify(composed)).toBe(JSON.stringify(meta));
          expect(list.issues).toEqual([]);
        }),
        { numRuns: 3 * RUNS },
      );
      expect(clean).toBeGreaterThan(RUNS / 3);
    },
    TIMEOUT,
  );

  test("is read but once, the grammar is not asked", () => {
    const text = stringifyPost(synthesizePost(7));
    const source = new CountedSource(text);
    const { boxes } = divide(source);
    source.touched = 0;
    expect(composeBox(new IssueList(source), boxes, readCleanBox(text))).toBeDefined();
    expect(source.touched).toBeLessThan(text.length - text.indexOf("alphanode post meta"));
  });

  test("is what made posts have", () => {
    for (const post of synthesizePosts({ count: 200 })) expect(isClean(stringifyPost(post))).toBe(true);
  });

  test.skipIf(realTexts.length === 0).each(realTexts)("is what real posts have: %s", (_, text) => {
    expect(isClean(text)).toBe(true);
  });
});

/** What may come into a clean text: signs, headings and labels, lines of pages, words of others than the site. */
const strangers = fc.constantFrom(
  ...["", " ", "  ", "\t", "- ", "• ", "  • ", "1. ", "> ", "# ", "**", "|", "```", "\\", "*", "::", "[x] "],
  ...[
    "final notes",
    "why this matters",
    "Final notes",
    "production checks:",
    "Similar Posts",
    "posts",
    "meta",
  ],
  ...[
    "alphanode post meta",
    "topic",
    "summary of it.",
    "brief note.",
    "tools: a",
    "stack",
    "share this",
    "3 / 7",
  ],
  ...["image source: x.com", "a. image source: x.com", "source: y", "visual reference 3", "— — —", "no end"],
  ...["a = b;", "if (x) {", "}", "some words", "a sentence of prose that stands here for once.", "é", "“so”"],
  ...[
    "\u00a0",
    "\u200b",
    "\r",
    "<p>",
    "&amp;",
    "posted by x",
    "12:30",
    "last reviewed: x",
    "i.e. so.",
    "!",
    "?",
    "…",
    " .",
  ],
);

/** Changes lines at a place; a stranger and a number tell how. */
type Change = (lines: string[], at: number, stranger: string, n: number) => void;

const change = fc.constantFrom<Change>(
  (lines, at) => lines.splice(at, 1),
  (lines, at, _, n) => lines.splice(at, n % 8),
  (lines, at, stranger) => lines.splice(at, 0, stranger),
  (lines, at, stranger) => lines.splice(at, 0, "", stranger, ""),
  (lines, at) => lines.splice(at, 0, ""),
  (lines, at, _, n) => lines.splice(at, 0, lines[n % lines.length] as string),
  (lines, at, _, n) => lines.splice(n % lines.length, 0, ...lines.splice(at, 1 + (n % 4))),
  (lines, at, stranger) => lines.splice(at, 2, `${lines[at]}${stranger}${lines[at + 1] ?? ""}`),
  (lines, at, stranger) => lines.splice(at, 1, stranger + lines[at]),
  (lines, at, stranger) => lines.splice(at, 1, lines[at] + stranger),
  (lines, at, stranger) => lines.splice(at, 1, `${stranger} ${lines[at]}`),
  (lines, at, stranger) => lines.splice(at, 1, `${lines[at]} ${stranger}`),
  (lines, at, stranger) => lines.splice(at, 1, (lines[at] as string).replace(/\.$/, stranger)),
  (lines, at) => lines.splice(at, 1, (lines[at] as string).toUpperCase()),
  (lines, at, stranger, n) => {
    const line = lines[at] as string;
    const place = n % (line.length + 1);
    lines.splice(at, 1, line.slice(0, place) + stranger + line.slice(place));
  },
  (lines, at, _, n) => {
    const line = lines[at] as string;
    const place = n % (line.length + 1);
    lines.splice(at, 1, line.slice(0, place), line.slice(place));
  },
);

/** Texts of made posts in which lines may have been changed, more often those of the article than those of the box. */
const nearlyCleanPost = fc
  .tuple(
    fc.nat(9_999),
    fc.array(fc.tuple(change, fc.oneof(fc.nat(60), fc.nat(200)), strangers, fc.nat(10_000)), {
      maxLength: 3,
    }),
  )
  .map(([number, changes]) => {
    const bars = number % 2 === 0 ? "" : "| | |\n\n";
    const lines = (bars + stringifyPost(synthesizePost(number))).split("\n");
    for (const [apply, at, stranger, n] of changes) apply(lines, at % lines.length, stranger, n);
    return lines.join("\n");
  });

describe("a text that is as on the site in all", () => {
  test.each([
    ["as a post", POST_PART],
    ["as a box", BOX_PART],
  ])(
    "is read as the grammars read it, without an issue, %s",
    (_, part) => {
      let clean = 0;
      fc.assert(
        fc.property(nearlyCleanPost, (text) => {
          const source = new Source(text);
          if (source.isBroken) return;
          const settings = readOptions({ positions: true });
          const box = readCleanBox(text);
          const read = box && readClean<object>(source, box, part, settings);
          if (read === undefined) return;
          clean++;
          const list = new IssueList(source, new Spots(source, part.place));
          const composed = part.compose(list);
          expect(JSON.stringify(read.value)).toBe(JSON.stringify(composed.value));
          expect(list.issues).toEqual([]);
          expect(read.list.issues).toEqual([]);
          expect(read.list.spots?.positions()).toEqual(list.spots?.positions());
        }),
        { numRuns: RUNS },
      );
      expect(clean).toBeGreaterThan(RUNS / 20);
    },
    TIMEOUT,
  );
});
