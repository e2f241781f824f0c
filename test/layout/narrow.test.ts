import { readFileSync } from "node:fs";
import { type ParseIssue, parsePost, safeParsePost } from "alphanode-post";
import { expect, test } from "vitest";
import { wrapLine } from "../support/wrap.ts";

/** Texts and tables of narrow terminals: titles, entries and items run over several lines. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);
const [article = ""] = base.split("\nalphanode post meta\n", 1);

/** The text as a terminal shows it: each line wrapped, with what hangs below its start. */
const narrow = (text: string, width: number): string =>
  text
    .split("\n")
    .map((line) => {
      const [start = ""] = /^\s*(?:[•*-] )?/.exec(line) ?? [];
      return wrapLine(line, width, " ".repeat(start.length));
    })
    .join("\n");

const told = (issues: readonly ParseIssue[]): string[] =>
  issues.filter(({ code }) => code === "stray_text").map(({ path }) => path.join("."));

test("lists and entries of 36 columns are whole", () => {
  const { value, issues } = safeParsePost(narrow(base, 36));
  expect(told(issues)).toEqual([]);
  for (const key of ["tools", "aiOutline", "checklist", "entities", "notes"] as const)
    expect([key, value.meta?.[key]]).toEqual([key, post.meta[key]]);
});

const WIDTH = 34;

/** Rows of a table whose labels stand beside the first of their lines. */
const rowsOf = (label: string, values: readonly string[]): string[] =>
  values
    .flatMap((value) => wrapLine(value, WIDTH).split("\n"))
    .map((line, i) => (i === 0 ? label : "").padEnd(14) + line);

test("a topic over two lines of a table is whole, and what stands under it its own", () => {
  const { topic, summary, aiOutline, aiBrief, stack, tools, hash } = post.meta;
  const entries = [
    ["context", aiOutline.context],
    ["problem", aiOutline.problem],
    ["stack", aiOutline.stack],
    ["recommended action", aiOutline.recommendedAction],
  ].map((entry) => entry.join(": "));
  const rows = [
    rowsOf("topic", [topic]),
    rowsOf("summary", [summary]),
    rowsOf("ai outline", entries),
    rowsOf("ai brief", [aiBrief]),
    rowsOf("stack", stack),
    rowsOf("tools", tools),
    rowsOf("hash", [hash]),
  ];
  const { value } = safeParsePost(`${article}\nalphanode post meta\n\n${rows.flat().join("\n")}\n`);
  expect(value.meta).toMatchObject({ topic, summary, aiOutline, aiBrief, stack, tools, hash });
});
