import { readFileSync } from "node:fs";
import { parsePost, safeParsePost } from "alphanode-post";
import { expect, test } from "vitest";

/** Lines that stand twice under their label, since a program wrote an element and once more what it holds. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);

/** The base with the items of its box written anew, without bullets. */
const rewritten = (write: (items: readonly string[]) => readonly string[]): string =>
  base.replace(/(?<=\n[a-z ]+\n)(?: +• .*\n)+(?=[\s\S])/g, (items, at: number) => {
    if (at < base.indexOf("alphanode post meta")) return items;
    const lines = items.trimEnd().split("\n");
    return `${write(lines.map((line) => line.replace(/^ +• /, ""))).join("\n")}\n`;
  });

/** Each two lines twice, or the odd one behind them. */
const pairs = (items: readonly string[]): string[] =>
  items
    .flatMap((item, i) => (i % 2 === 0 ? [] : [items[i - 1] as string, item, items[i - 1] as string, item]))
    .concat(items.length % 2 === 0 ? [] : [items.at(-1) as string]);

test.each([
  ["as a whole", (items: readonly string[]) => [...items, ...items]],
  ["two by two", pairs],
  ["two by two, and as a whole", (items: readonly string[]) => [...items, ...pairs(items)]],
])("lists and entries that stand twice %s are read once, and told", (_, write) => {
  const { value, issues } = safeParsePost(rewritten(write));
  expect(value.meta).toEqual(post.meta);
  for (const key of ["stack", "checklist", "entities"])
    expect(issues.filter(({ code, path }) => code === "stray_text" && path[1] === key)).not.toEqual([]);
});

test("items with bullets that stand twice are items, and told", () => {
  const { meta } = post;
  const text = base.replace(/(?<=\ntools\n)(?: +• .*\n)+/, (items) => items + items);
  const { value, issues } = safeParsePost(text);
  expect(value.meta?.tools).toEqual([...meta.tools, ...meta.tools]);
  expect(issues.map(({ path }) => path[1])).toContain("tools");
});
