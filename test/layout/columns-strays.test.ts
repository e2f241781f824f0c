import { type Post, safeParsePost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";
import { partsOf } from "../../src/testing/parts.ts";

/** Boxes in columns, with labels beside the middle of their lists, and a line among them that is none of the table. */

const post: Post = synthesizePost(51_020);
const { article, heading, fields } = partsOf(post);
const WIDTH = 20;

/** A field as tables draw it whose cells are aligned to the middle. */
const drawn = ({ label, lines }: (typeof fields)[number]): string[] => {
  const value = (lines[0] as string).slice(label.length);
  const under = value === "" ? lines.slice(1).map((line) => line.trimStart().replace("•", "*")) : [value];
  const middle = Math.floor((under.length - 1) / 2);
  return under.map((line, i) => `  ${(i === middle ? label : "").padEnd(WIDTH)}${line}`);
};

const text = [article, "", heading, "", ...fields.flatMap(drawn), ""].join("\n");
const lines = text.split("\n");
const top = lines.findIndex((line) => /^\s*topic\s/.test(line));
const end = lines.findIndex((line, at) => at > top && /^\s*notes\s/.test(line));

const withLine = (at: number, line: string): string =>
  [...lines.slice(0, at), line, ...lines.slice(at)].join("\n");

test("the post is read where no line is among them", () => {
  expect(top).toBeGreaterThan(0);
  expect(safeParsePost(text).value.meta).toEqual(post.meta);
});

describe("a line that is none of the table is told, and all fields are read", () => {
  test.each(["continued", "jane roe", "we say here that this page is about to go on below."])(
    "%s",
    (line) => {
      for (let at = top + 1; at < end; at += 5) {
        const { value, issues } = safeParsePost(withLine(at, line));
        expect(value.meta).toEqual(post.meta);
        expect(issues.map(({ code }) => code)).toContain("stray_text");
      }
    },
  );
});

test("a line that stands twice is read once", () => {
  const at = lines.findIndex((line) => /^\s*tools\s/.test(line));
  expect(safeParsePost(withLine(at, lines[at] as string)).value.meta?.tools).toEqual(post.meta.tools);
});

test("a table that is parted by a field of its own has no list with the items of another", () => {
  const at = lines.findIndex((line) => /^\s*summary\s/.test(line));
  const { value, issues } = safeParsePost(withLine(at + 1, `  ${"licence".padEnd(WIDTH)}mine`));
  for (const key of ["stack", "tools", "checklist"] as const) {
    const isRight = JSON.stringify(value.meta?.[key]) === JSON.stringify(post.meta[key]);
    if (isRight) continue;
    expect(value.meta).not.toHaveProperty(key);
    expect(issues).toContainEqual(expect.objectContaining({ severity: "error", path: ["meta", key] }));
  }
});

describe("a label whose list is lost has none of those around it", () => {
  const withList = fields.filter(({ lines }) => lines.length > 1);
  test.each(withList.map(({ key, label }) => [label, key]))("%s", (label, key) => {
    const emptied = fields.flatMap((field) => (field.key === key ? [`  ${label}`] : drawn(field)));
    const { value, issues } = safeParsePost([article, "", heading, "", ...emptied, ""].join("\n"));
    const { [key as keyof typeof post.meta]: _, ...others } = post.meta;
    expect(value.meta).toEqual(others);
    expect(issues.some(({ path }) => path[1] === key)).toBe(true);
  });
});
