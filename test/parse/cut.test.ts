import { safeParseMetaBox } from "alphanode-post";
import { expect, test } from "vitest";
import { box } from "../support/own-box.ts";

/** What is told of a box: the fields that are missing, and the one that is cut short. */
const told = (text: string): string[] =>
  safeParseMetaBox(text).issues.map(({ code, path }) => `${code} ${path[1]}`);

test("a box without its end is cut in its last field", () => {
  const cut = box.replace(/\nnotes\n[\s\S]*/, "");
  expect(told(`${cut}\n`)).toEqual(["missing_field notes", "unusual_value payload"]);
  expect(told(cut)).toEqual(["cut_short payload", "missing_field notes"]);
  expect(told(cut.replace(/\npayload\n[\s\S]*/, ""))).toContain("cut_short imageSources");
});

test("a box with its end is not, though it lacks the field before", () => {
  expect(told(box.replace(/\npayload\n(?: {2}.*\n)+/, "\n"))).toEqual(["missing_field payload"]);
});
