import { readFileSync } from "node:fs";
import { formatIssues, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { ISSUE_CODES, type IssueCode } from "../src/parse/codes.ts";

/** docs/issues.md is a catalogue: each code has an example, and each example is parsed here. */
const catalogue = readFileSync(new URL("../docs/issues.md", import.meta.url), "utf8");
const base = readFileSync(new URL("../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");

/** Codes that an example cannot have alone, since they tell what follows from another problem, or what they follow. */
const COMPANIONS: Partial<Record<IssueCode, IssueCode>> = {
  invalid_flag: "field_left_out",
  invalid_date: "field_left_out",
  invalid_version: "field_left_out",
  field_left_out: "invalid_number",
  cut_short: "missing_field",
  foreign_form: "missing_meta_box",
  uncertain_value: "marked_label",
};

const entries = catalogue
  .split(/^### /m)
  .slice(1)
  .map((entry) => ({
    code: /^(\w+)$/m.exec(entry)?.[1] as IssueCode,
    diff: /```diff\n([\s\S]*?)\n```/.exec(entry)?.[1]?.split("\n"),
    text: /```text\n([\s\S]*?)```/.exec(entry)?.[1],
    from: /from its line `(.*)` on/.exec(entry)?.[1],
    upTo: /up to `(.*)`:/.exec(entry)?.[1],
    isTwice: entry.includes("The post twice:"),
    maxLength: Number(/maxLength: (\d+)/.exec(entry)?.[1] ?? 1_000_000),
    printed: /```console\n([\s\S]*?)\n```/.exec(entry)?.[1],
    path: JSON.parse(/^Path: `(.*?)`/m.exec(entry)?.[1] ?? "null"),
  }));

/** The source of an example: a text of its own, a part of the base post, or the base post with lines changed. */
function sourceOf({ diff, text, from, upTo, isTwice }: (typeof entries)[number]): string {
  if (text !== undefined) return text;
  if (isTwice) return base + base;
  if (from !== undefined) return base.slice(base.indexOf(from));
  if (upTo !== undefined) return base.slice(0, base.indexOf(upTo) + upTo.length);
  const lines = (sign: string): string =>
    (diff ?? [])
      .filter((line) => line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  expect(base).toContain(`\n${lines("-")}`);
  return base.replace(`\n${lines("-")}`, () => `\n${lines("+")}`);
}

describe("docs/issues.md", () => {
  test("has every code once", () => {
    expect(entries.map(({ code }) => code).sort()).toEqual(Object.keys(ISSUE_CODES).sort());
  });

  test.each(entries)("$code", (entry) => {
    const source = sourceOf(entry);
    const { issues } = safeParsePost(source, { maxLength: entry.maxLength });
    const companion = COMPANIONS[entry.code];
    const expected = companion === undefined ? [entry.code] : [entry.code, companion].sort();
    expect([...new Set(issues.map(({ code }) => code))].sort()).toEqual(expected);
    const issue = issues.find(({ code }) => code === entry.code);
    expect(issue?.severity).toBe(ISSUE_CODES[entry.code]);
    expect(issue?.path).toEqual(entry.path);
    expect(formatIssues(source, issues)).toBe(entry.printed);
  });
});
