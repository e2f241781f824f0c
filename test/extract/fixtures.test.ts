import { readdirSync, readFileSync } from "node:fs";
import {
  type Article,
  extractChecklist,
  extractEntities,
  extractTopic,
  type Post,
  safeParsePost,
  similarity,
  stringifyPost,
} from "alphanode-post";
import { expect, test } from "vitest";

const folder = (name: string) => new URL(`../../fixtures/${name}/`, import.meta.url);
const fixtures = ["posts", "articles"].flatMap((name) =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith(".txt"))
    .map((file) => ({
      name: `${name}/${file}`,
      text: readFileSync(new URL(file, folder(name)), "utf8"),
      parsed: JSON.parse(readFileSync(new URL(file.replace(".txt", ".json"), folder(name)), "utf8")) as
        | Post
        | Article,
    })),
);

test.each(fixtures)(
  "$name: extractors read the same from the text as from what was parsed",
  ({ text, parsed }) => {
    expect(extractChecklist(text)).toEqual(extractChecklist(parsed));
    expect(extractEntities(text)).toEqual(extractEntities(parsed));
    expect(extractTopic(text)).toEqual(extractTopic(parsed));
  },
);

test.each(fixtures.filter(({ parsed }) => "meta" in parsed))(
  "$name: its dense copy is the same post",
  ({ parsed }) => {
    const dense = safeParsePost(stringifyPost(parsed as Post, { form: "dense" }));
    const { score, facets } = similarity(parsed, dense.value);
    expect(score).toBeGreaterThanOrEqual(0.9);
    for (const name of ["topic", "body", "checklist"] as const) {
      expect(facets[name]?.score ?? 1).toBeGreaterThanOrEqual(0.95);
    }
  },
);
