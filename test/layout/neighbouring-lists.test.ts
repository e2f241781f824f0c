import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ParseIssue, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { EXTRACTED } from "../extractors/pages.ts";

const textOf = (file: string): string => readFileSync(join(EXTRACTED, file), "utf8");

const isTold = (issues: readonly ParseIssue[], key: string): boolean =>
  issues.some(({ path }) => path[1] === key);

/** A fault in a text of a tool, and the fields that it makes unsure though their lines are as they were. */
type Case = readonly [name: string, file: string, before: RegExp, after: string, told: readonly string[]];

const CASES: readonly Case[] = [
  [
    "the label of the list above is gone",
    "debian-html2text/journal-table.txt",
    /^Stack .*\n/m,
    "",
    ["tools"],
  ],
  ["the last item of the list above is gone", "w3m/journal-table.txt", /^ +• Bash\n/m, "", ["tools"]],
  [
    "the last item above stands twice",
    "inscriptis/journal-table.txt",
    /^.*\* Bash.*\n/m,
    "$&$&",
    ["stack", "tools"],
  ],
  [
    "the label of the entries below is gone",
    "html-to-text/search-div.txt",
    /^Entities\n/m,
    "",
    ["checklist"],
  ],
  [
    "the label below lacks its first letter",
    "html-to-md/journal-table.txt",
    /C(?=ode Language)/,
    "",
    ["tools"],
  ],
  ["the label below is gone", "trafilatura-1/journal-dl.txt", /^- Code Language\n/m, "", ["tools"]],
  [
    "the label below has lost its value",
    "trafilatura-1/journal-dl.txt",
    /^(- Code Language\n)(- bash\n)/m,
    "$2$1",
    ["tools"],
  ],
  [
    "what stands below is further left",
    "trafilatura-markdown/journal-dl.txt",
    /^- Code Language\n/m,
    "",
    ["tools"],
  ],
];

describe("items that may be of another field are told where", () => {
  test.each<Case>(CASES)("%s", (_, file, before, after, keys) => {
    const text = textOf(file);
    const damaged = text.replace(before, after);
    expect(damaged).not.toBe(text);
    const intact = safeParsePost(text).issues;
    const { issues } = safeParsePost(damaged);
    for (const key of keys)
      expect([key, isTold(intact, key), isTold(issues, key)]).toEqual([key, false, true]);
  });
});

test("an entry with a letter wrong above a list beside whose middle the label stands is none of its items", () => {
  const text = textOf("inscriptis/journal-table.txt");
  const { value, issues } = safeParsePost(text.replace("Seed:", "Seex:"));
  expect(value.meta).toEqual(safeParsePost(text).value.meta);
  expect(isTold(issues, "payload")).toBe(true);
});

test("a row of a table that has lost the start of its label is no item of the list above", () => {
  const text = textOf("html-to-md/journal-table.txt");
  expect(text).toContain("|Code Language|bash|");
  const { value, issues } = safeParsePost(text.replace("|Code Language|bash|", "uage|bash|"));
  expect(value.meta?.tools).toEqual(safeParsePost(text).value.meta?.tools);
  expect(issues.filter(({ path }) => path[1] === "tools").map(({ code }) => code)).toEqual(["stray_text"]);
});
