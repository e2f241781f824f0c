import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, readDoc } from "../support/examples.ts";

const DOCUMENTS = [
  "README.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

/** The text of a document without its code, where brackets are no links and `#` starts no heading. */
const proseOf = (path: string): string => readDoc(path).replace(/^```.*?^```$/gms, "");

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(path: string): string[] {
  return [...proseOf(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The targets of a document's relative links and pictures; those that code within a line shows are none. */
function targetsIn(path: string): string[] {
  return [
    ...proseOf(path)
      .replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "")
      .matchAll(/\]\((?!https?:)([^)]+)\)/g),
  ].map(([, target = ""]) => target);
}

/** Tells whether a target, as a document has it, is there: the file, and the heading in it. */
function resolves(target: string, from: string): boolean {
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? from : join(dirname(from), file);
  return existsSync(join(ROOT, path)) && (anchor === undefined || anchorsOf(path).includes(anchor));
}

describe.each(DOCUMENTS)("%s", (path) => {
  test("has no dead link", () => {
    expect(targetsIn(path).filter((target) => !resolves(target, path))).toEqual([]);
  });
});

test("the README leads to every guide", () => {
  const guides = DOCUMENTS.filter((path) => path.startsWith("docs/"));
  expect(targetsIn("README.md").map((target) => target.split("#")[0])).toEqual(
    expect.arrayContaining(guides),
  );
});
