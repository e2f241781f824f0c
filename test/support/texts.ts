import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The texts of a folder, by file name; none where there is no such folder. */
function textsIn(path: string): [name: string, text: string][] {
  const folder = new URL(path, import.meta.url);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
  return names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]);
}

/** The posts among the fixtures. */
export const fixtureTexts = textsIn("../../fixtures/posts/");

/** Real posts. They lie beside the repository and are not part of it: where they are at hand, they are tested, too. */
export const realTexts = textsIn("../../../shared/seeds/");
if (realTexts.length === 0) console.warn("no real posts at hand: what tests do with them is skipped");
