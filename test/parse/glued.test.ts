import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { parsePost, safeParsePost } from "alphanode-post";
import { expect, test } from "vitest";

/** A label that has lost the line end before it, and stands elsewhere, too: the value before it holds it. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const { meta } = parsePost(base);

/** The base with a field put elsewhere, and once more where it stood, without the line end before it. */
function gluedTo(label: string, above: string): string {
  const [field = ""] = new RegExp(`\n${label}.*`).exec(base) ?? [];
  const moved = base.replace(field, field.slice(1)).replace(/(?=\nreference)/, () => field);
  expect(moved).toContain(`${above}${label}`);
  return moved;
}

test.each<[string, string, "aiOutline" | "tools"]>([
  ["ai brief", meta.aiOutline.recommendedAction, "aiOutline"],
  ["code language", meta.tools.at(-1) as string, "tools"],
])("%s", (label, above, key) => {
  const { value, issues } = safeParsePost(gluedTo(label, above));
  const isRight = isDeepStrictEqual(value.meta?.[key], meta[key]);
  expect([isRight, issues.some(({ path }) => path[1] === key)]).not.toEqual([false, false]);
});
