import { isDeepStrictEqual } from "node:util";
import type { Positioned } from "alphanode-post";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BoxResult, defineBox, safeParseBox } from "../../src/box/index.ts";
import { DAMAGES, FORMS, LOOSE, type Row, RUNS } from "./flatten.ts";
import { SITES, type Site } from "./sites.ts";
import { siteRows } from "./sites-table.ts";

/** Made-up pages in the manner of plugins, and what real extractors left of them (`fixtures/boxes`). */
describe("boxes of made-up pages", () => {
  const rows = siteRows();

  test("come back as printed wherever label and value stand in the text", () => {
    expect(rows.filter(({ stands, isRight }) => stands && !isRight)).toEqual([]);
    expect(rows.filter(({ stands }) => stands).length).toBeGreaterThan(650);
  });

  test("hold no value that stands in no text", () => {
    expect(rows.filter(({ value, isRight, isTold }) => value !== undefined && !isRight && !isTold)).toEqual(
      [],
    );
  });
});

const runs = Number(process.env.FUZZ_RUNS ?? 200);

const rowsOf = ({ box, holds }: Site): Row[] =>
  Object.entries(holds).map(([key, [printed, value]]) => ({
    key,
    label: box.fields[key]?.label ?? "",
    value: Array.isArray(value) ? value.join(", ") : printed,
  }));

const AROUND = [
  "A page\n\nSome text stands here, before the box of it.\n\n",
  "\nMore about it\n\nAnd here is text that follows the box; it ends.\n",
] as const;

const heldBy = (result: BoxResult<Record<string, unknown>>): Record<string, unknown> =>
  result.success ? result.data : result.partial;

/** A text in small letters, with those that capitals have other signs for. */
const folded = (text: string): string => text.toUpperCase().toLowerCase();

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** All that a result accounts for: values, the rest, the text and the message of an issue. */
function accounted(text: string, result: Positioned<BoxResult<Record<string, unknown>>>): string {
  const stretches = [...result.issues.map(({ position }) => position), ...result.positions.values()];
  const texts = stretches.map(({ start, end }) => text.slice(start.offset, end.offset));
  const messages = result.issues.map(({ message }) => message);
  return folded([...texts, ...messages, JSON.stringify(heldBy(result))].join(" "));
}

const sites = fc.constantFrom(...Object.keys(SITES));
const damages = fc.constantFrom(...Object.keys(DAMAGES));
const isAround = fc.boolean();
/** Whether rows that nobody declared are kept, and whether the heading of the box is the label of one of its first fields. */
const layouts = fc.record({ rest: fc.boolean(), named: fc.nat(4).map((n) => n === 0) });

describe.each(Object.entries({ ...FORMS, ...RUNS }))("rows %s", (form, write) => {
  const isRun = form in RUNS;

  test("are read as printed, or an issue stands on them", () => {
    fc.assert(
      fc.property(
        sites,
        damages,
        fc.nat(20),
        isAround,
        layouts,
        (name, damage, n, around, { rest, named }) => {
          const site = SITES[name] as Site;
          const given = rowsOf(site);
          const at = n % given.length;
          const rows = (DAMAGES[damage] as (typeof DAMAGES)[string])(given, at);
          const label = (given[n % 3] as Row).label;
          const headings = named ? [label] : site.box.headings;
          const box = defineBox({ ...site.box, heading: headings.length > 0 ? headings : null, rest });
          const body = write(headings[0] ?? "A page of this site", rows);
          const text = around ? AROUND.join(body) : body;
          const result = safeParseBox(box, text, { positions: true });
          const read = heldBy(result);
          const told = new Set(result.issues.map(({ path }) => path[0]));
          const show = { damage, text, read, issues: result.issues };
          const hit = given[at]?.key;
          // On a line of several fields, one that may be missing is reported with those that it stands in.
          const isTold = (key: string): boolean =>
            told.has(key) || told.has(undefined) || (isRun && site.box.fields[key]?.optional === true);
          for (const { key, value } of given) {
            const right = site.holds[key as string]?.[1];
            const { optional, kind } = site.box.fields[key as string] ?? {};
            if (isDeepStrictEqual(read[key as string], right)) continue;
            if (isTold(key as string)) {
              // Where each row has lines of its own, damage costs no other field its value.
              const isHit =
                key === hit || isRun || form in LOOSE || read[key as string] !== undefined || kind === "list";
              if (!isHit && damage !== "two rows in another order")
                expect({ key, value, ...show }).toBe("kept");
              continue;
            }
            const isEmpty = key === hit && /value/.test(damage);
            const isAbsent = (optional && read[key as string] === undefined) || isEmpty;
            if (!(key === hit && isAbsent)) expect({ key, value, ...show }).toBe("told");
          }
          if (headings.length === 0 || result.issues.some(({ code }) => code === "missing_box")) return;
          const labels = Object.values(box.fields).flatMap((field) => field.labels);
          const own = accounted(text, result) + folded(labels.join(" "));
          const inside = isRun ? [] : rows;
          const lost = inside
            .flatMap(({ label, value }) => wordsOf(`${label} ${value}`))
            .filter((word) => !own.includes(word));
          if (lost.length > 0) expect({ lost, ...show }).toBe("nothing lost");
        },
      ),
      { numRuns: runs },
    );
  });
});

test.each(Object.entries(LOOSE))("rows %s are read as printed, or an issue stands on them", (_, write) => {
  for (const site of Object.values(SITES) as Site[]) {
    const [heading] = site.box.headings;
    const rows = rowsOf(site);
    const result = safeParseBox(site.box, write(heading ?? "A page of this site", rows));
    const told = new Set(result.issues.map(({ path }) => path[0]));
    for (const { key } of rows)
      if (key !== undefined && !told.has(key) && !told.has(undefined))
        expect({ [key]: heldBy(result)[key] }).toEqual({ [key]: site.holds[key]?.[1] });
  }
});
