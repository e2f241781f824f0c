import { applyFixes, ISSUE_CODES, type ParseIssue, safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RUNS } from "./support/runs.ts";

const post = synthesizePost(39770);
const text = stringifyPost(post);

/** Damages that a fix takes back, and the code of the issue that carries it. */
const DAMAGES: [ParseIssue["code"], (text: string) => string][] = [
  ["misspelled_label", (whole) => whole.replace("\ndifficulty", "\ndificulty")],
  ["misspelled_heading", (whole) => whole.replace("alphanode post meta", "alphanode post mta")],
  ["marked_label", (whole) => whole.replace("\ndifficulty", "\ndifficulty: ")],
  ["marked_label", (whole) => whole.replace("quality: ", "quality ")],
  ["missing_bullet", (whole) => whole.replace("• quality", "quality")],
  ["rewritten_value", (whole) => whole.replace(/\nreading time(\d+)/, "\nreading time$1 min")],
  ["rewritten_value", (whole) => whole.replace("ai generated style: 1", "ai generated style: yes")],
];

describe("applyFixes", () => {
  test.each(DAMAGES)("mends %s", (code, damage) => {
    const damaged = damage(text);
    const { issues } = safeParsePost(damaged);
    expect(issues.find((issue) => issue.code === code)?.fix).toBeDefined();
    const result = safeParsePost(applyFixes(damaged, issues));
    expect(result.value).toEqual(post);
    expect(result.issues.map((issue) => issue.code)).not.toContain(code);
  });

  test("leaves every other character, whatever line ends and spaces there are", () => {
    const damaged = `\ufeff${text.replace("\ndifficulty", "\ndificulty").replaceAll("\n", "\r\n")}  \r\n`;
    const fixed = applyFixes(damaged, safeParsePost(damaged).issues);
    expect(fixed).toBe(damaged.replace("dificulty", "difficulty"));
  });

  test("applies the first of fixes that overlap, in the order of the text", () => {
    const fixes = [
      { fix: { range: [2, 4], text: "X" } },
      { fix: { range: [0, 1], text: "Y" } },
      { fix: { range: [3, 5], text: "Z" } },
      {},
      { fix: { range: [5, 5], text: "!" } },
    ] satisfies Pick<ParseIssue, "fix">[];
    expect(applyFixes("abcdef", fixes)).toBe("YbXe!f");
  });

  test("puts in what belongs before a place that is corrected, too", () => {
    const fixes = [
      { fix: { range: [2, 4], text: "X" } },
      { fix: { range: [2, 2], text: "!" } },
    ] satisfies Pick<ParseIssue, "fix">[];
    expect(applyFixes("abcdef", fixes)).toBe("ab!Xef");
    expect(applyFixes("abcdef", fixes.toReversed())).toBe("ab!Xef");
  });

  test("gives back any made post, whatever of these is done to its text", () => {
    const damages = fc.uniqueArray(fc.constantFrom(...DAMAGES), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), damages, (number, done) => {
        const made = synthesizePost(number);
        const damaged = done.reduce((whole, [, damage]) => damage(whole), stringifyPost(made));
        expect(safeParsePost(applyFixes(damaged, safeParsePost(damaged).issues)).value).toEqual(made);
      }),
      { numRuns: RUNS / 5 },
    );
  });
});

describe("severity", () => {
  const damaged = text
    .replace("\ndifficulty", "\ndificulty")
    .replace(/\nreading time(\d+)/, "\nreading time$1 min");
  const told = (options: Parameters<typeof safeParsePost>[1]): string[] =>
    safeParsePost(damaged, options).issues.map(({ code, severity }) => `${severity} ${code}`);

  test("is asked for by code, whatever strict says", () => {
    expect(told({})).toEqual(["warning misspelled_label", "warning rewritten_value"]);
    expect(told({ severity: { misspelled_label: "off" } })).toEqual(["warning rewritten_value"]);
    expect(told({ severity: { misspelled_label: "error" } })).toEqual([
      "error misspelled_label",
      "warning rewritten_value",
    ]);
    expect(told({ strict: true, severity: { misspelled_label: "warning", rewritten_value: "off" } })).toEqual(
      ["warning misspelled_label"],
    );
  });

  test("decides whether the result fails", () => {
    expect(safeParsePost(damaged, { severity: { rewritten_value: "error" } }).success).toBe(false);
    expect(safeParsePost(damaged, { strict: true }).success).toBe(false);
    const off = { misspelled_label: "off", rewritten_value: "off" } as const;
    expect(safeParsePost(damaged, { strict: true, severity: off })).toMatchObject({
      success: true,
      issues: [],
    });
  });
});

describe("options that say nothing that is known are refused", () => {
  const NUMBER = "a number from 0";
  const FLAG = "true or false";
  const NAMES = "one of strict, maxLength, severity, positions";
  const OBJECT = "an object that has a severity for each code";
  const WARNINGS = "codes of warnings, since an error leaves no valid post";

  test.each([
    [{ maxLength: Number.NaN }, "maxLength: NaN", NUMBER],
    [{ maxLength: "1" }, "maxLength: 1", NUMBER],
    [{ maxLength: -1 }, "maxLength: -1", NUMBER],
    [{ strict: "yes" }, "strict: yes", FLAG],
    [{ positions: 1 }, "positions: 1", FLAG],
    [{ maxlength: 5 }, 'an option named "maxlength"', NAMES],
    [{ severity: null }, "severity: null", OBJECT],
    [{ severity: ["off"] }, "severity: off", OBJECT],
    [{ severity: "off" }, "severity: off", OBJECT],
    [{ severity: { no_such: "off" } }, 'a severity for "no_such"', "the code of an issue"],
    [{ severity: { toString: "off" } }, 'a severity for "toString"', "the code of an issue"],
    [{ severity: { missing_field: "off" } }, 'a severity for "missing_field"', WARNINGS],
    [{ severity: { missing_field: "warning" } }, 'a severity for "missing_field"', WARNINGS],
    [{ severity: { wrapped_text: "loud" } }, 'the severity loud for "wrapped_text"', "error, warning or off"],
  ])("%j", (options, found, expected) => {
    expect(() => safeParsePost(text, options as never)).toThrow(
      new RangeError(`found ${found} in the options of a parse, expected ${expected}`),
    );
  });

  test("but for what says what is so", () => {
    const options = { maxLength: text.length, severity: { missing_field: "error" } };
    expect(safeParsePost(text, options as never)).toEqual(safeParsePost(text));
  });

  test("those that are undefined are as if they were not there", () => {
    const options = { strict: undefined, maxLength: undefined, severity: { wrapped_text: undefined } };
    expect(safeParsePost(text, options)).toEqual(safeParsePost(text));
    const errors = { severity: { missing_field: undefined } } as never;
    expect(safeParsePost(text, errors)).toEqual(safeParsePost(text));
    expect(Object.values(ISSUE_CODES)).toContain("error");
  });
});
