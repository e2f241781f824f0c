import { safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Lines within a list of the box that are no labels: the list goes on around them, and no field is made of them. */

const post = synthesizePost(51_012);
const text = stringifyPost(post);
const { tools, checklist, stack } = post.meta;

/** What is read of the text where a line stands below one item of a list. */
function read(below: string, line: string) {
  const at = text.lastIndexOf(`  • ${below}\n`);
  expect(at).toBeGreaterThan(0);
  const end = text.indexOf("\n", at) + 1;
  const { value, issues } = safeParsePost(`${text.slice(0, end)}${line}\n${text.slice(end)}`);
  return { meta: value.meta, codes: issues.map(({ code, path }) => `${code} ${path.join(".")}`) };
}

describe("a line of a few words within a list is told, and the list goes on below it", () => {
  test.each(["jane roe", "more below", "a line of a page that says much more than any label does"])(
    "%s",
    (line) => {
      const { meta, codes } = read(tools[1] as string, line);
      expect(meta).toEqual(post.meta);
      expect(codes).toEqual(["stray_text meta.tools"]);
      const other = read(checklist[3] as string, line);
      expect(other.meta).toEqual(post.meta);
      expect(other.codes).toEqual(["stray_text meta.checklist"]);
      expect(read(stack[0] as string, line).meta).toEqual(post.meta);
    },
  );
});

test("two such lines part no list", () => {
  expect(read(tools[0] as string, "jane roe\nmore below").meta).toEqual(post.meta);
});

test("a field that is not known, and has its value, parts no list", () => {
  const { meta, codes } = read(tools[1] as string, "kept in: drawer");
  expect(meta).toEqual({ ...post.meta, extra: { "kept in": "drawer" } });
  expect(codes).toEqual(["unknown_field meta.extra.kept in"]);
});

test("items under a label that is not known are its own below a list that is full, and below the notes", () => {
  const below = read(stack[2] as string, "places\n  • here\n  • there");
  expect(below.meta).toEqual({ ...post.meta, extra: { places: ["here", "there"] } });
  const last = read(post.meta.notes.at(-1) as string, "places\n  • here\n  • there");
  expect(last.meta).toEqual({ ...post.meta, extra: { places: ["here", "there"] } });
});

test("a known heading is no field", () => {
  const { meta, codes } = read(post.meta.notes[0] as string, "production checks");
  expect(meta?.extra).toEqual({});
  expect(codes).toContain("stray_text meta");
});

test("a line between the label of a list and its items is no field", () => {
  const { meta, codes } = read(stack[2] as string, "");
  expect([meta, codes]).toEqual([post.meta, []]);
  const { value, issues } = safeParsePost(text.replace("\ntools\n", "\ntools\njane roe\n"));
  expect(value.meta?.extra).toEqual({});
  expect(value.meta).not.toHaveProperty("tools");
  expect(issues.map(({ code }) => code)).toContain("empty_value");
});

test("a bullet without an item makes no field of the line above", () => {
  const { value, issues } = safeParsePost(text.replace("\nscore\n", "\njane roe\n  •\nscore\n"));
  expect(value.meta).toEqual(post.meta);
  expect(issues.map(({ code }) => code)).not.toContain("empty_value");
});
