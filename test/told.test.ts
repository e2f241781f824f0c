import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Post, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { LAYOUTS } from "../src/testing/layouts.ts";
import { joinParts, partsOf } from "../src/testing/parts.ts";
import { ownTexts } from "./extractors/texts.ts";
import { TOOLS } from "./extractors/tools.ts";
import { Recorder } from "./support/told.ts";

/**
 * What is read of each text of the fixtures, and what is told of it, stays as fixtures/told has it, and so does what comes of
 * harm to some of its lines. `npm run told` writes that anew, and the diff shows what a change does.
 */

/** A text that is recorded, under the name that it has there, with the post that it is of. */
interface Recorded {
  readonly name: string;
  readonly text: string;
  readonly post: object;
}

const fixture = (path: string): URL => new URL(`../fixtures/${path}`, import.meta.url);

const read = (path: string): string => readFileSync(fixture(path), "utf8");

/** Has the texts recorded in a file; each of them is the next turn at harm. */
async function expectTold(
  file: string,
  texts: readonly Recorded[],
  harms: number,
  firstTurn = 0,
): Promise<void> {
  const recorder = new Recorder();
  const told = texts.map(
    ({ name, text, post }, i) => `# ${name}\n\n${recorder.record(text, post, harms, firstTurn + i)}\n`,
  );
  await expect(told.join("\n")).toMatchFileSnapshot(fileURLToPath(fixture(`told/${file}.txt`)));
}

const pairsOf = (folder: string): Recorded[] =>
  readdirSync(fixture(folder))
    .filter((file) => file.endsWith(".txt"))
    .map((file) => ({
      name: file.replace(".txt", ""),
      text: read(`${folder}/${file}`),
      post: JSON.parse(read(`${folder}/${file.replace(".txt", ".json")}`)),
    }));

test("of posts of our own", async () => {
  await expectTold("posts", pairsOf("posts"), 11);
});

test("of articles without a box", async () => {
  await expectTold("articles", pairsOf("articles"), 11);
});

test("of a post in each layout", async () => {
  const post = safeParsePost(read("posts/two-images-bash.txt")).value as Post;
  const texts = LAYOUTS.map(({ name, parts, text = (whole) => whole }, n) => {
    const laidOut = parts?.(partsOf(post), n) ?? partsOf(post);
    return { name, post, text: text(joinParts(laidOut), n) };
  });
  await expectTold("layouts", texts, 3);
});

describe("of the texts of", () => {
  const texts = ownTexts().map(({ markup, ...one }) => ({ ...one, name: markup }));
  // What two tools made of a page may be the same: it is recorded once.
  const first = new Map([...texts].reverse().map((one) => [one.text, one]));

  test.each(TOOLS.map(({ name }, i) => [name, i] as const))("%s", async (name, i) => {
    const its = texts.filter((one) => one.tool === name && first.get(one.text) === one);
    if (its.length > 0) await expectTold(name, its, 2, i * 6);
  });
});
