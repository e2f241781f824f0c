import { type Block, parsePost, safeParseArticle, safeParsePost, stringifyPost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { expectLossless, expectPromises } from "./support/check.ts";
import { realTexts } from "./support/texts.ts";

/** What was read off each text by eye: blocks by their first letter, and the values of the box that vary. */
const FACTS: Record<string, { outline: string; meta: object; images: number; numbers: number[] }> = {
  "000": {
    outline:
      "pii | the practical approach pppp | production checks pc | implementation checklist li | final notes p",
    meta: { difficulty: "beginner", readingTime: 8, viewCount: 246681, hash: "39143cded0e1244b7c897526" },
    images: 3,
    numbers: [77, 71, 98, 86, 6, 39770],
  },
  "001": {
    outline:
      "pi | security and maintenance notes pppp | production checks p | implementation checklist li | final notes p",
    meta: { difficulty: "intermediate", readingTime: 7, viewCount: 174255, hash: "09cbe23e86f6ce959454fff6" },
    images: 2,
    numbers: [90, 46, 82, 94, 6, 14660],
  },
  "002": {
    outline: "pi | why this matters pp | implementation checklist l | final notes p",
    meta: { difficulty: "advanced", readingTime: 5, viewCount: 432334, hash: "3940860b668da4c30f2dfc58" },
    images: 1,
    numbers: [94, 67, 83, 96, 3, 18794],
  },
  "003": {
    outline:
      "pi | production checks pppp | security and maintenance notes ppp | implementation checklist l | final notes p",
    meta: { difficulty: "advanced", readingTime: 9, viewCount: 440967, hash: "7209791717a6b83aba682967" },
    images: 1,
    numbers: [75, 75, 63, 96, 8, 16818],
  },
  "004": {
    outline:
      "p | the practical approach pppp | security and maintenance notes pppc | implementation checklist l | final notes p",
    meta: { difficulty: "advanced", readingTime: 8, viewCount: 439733, hash: "b096227201f6f65aae26836a" },
    images: 0,
    numbers: [89, 87, 60, 94, 8, 13900],
  },
};

const letters = (blocks: readonly Block[]): string => blocks.map(({ type }) => type[0]).join("");

describe.skipIf(realTexts.length === 0)("real posts", () => {
  test.each(realTexts)("%s", (file, text) => {
    const result = safeParsePost(text, { strict: true });
    expect(result).toMatchObject({ success: true, issues: [] });
    expectPromises(text, result);
    expectLossless(text);
    const post = parsePost(text);
    const facts = FACTS[file.slice(0, 3)];
    const outline = [
      letters(post.intro),
      ...post.sections.map(({ heading, blocks }) => `${heading} ${letters(blocks)}`),
    ];
    expect(outline.join(" | ")).toBe(facts?.outline);
    expect(post.meta).toMatchObject(facts?.meta ?? {});
    const { score, payload, imageSources, checklist, entities, notes, tools, stack, extra } = post.meta;
    expect(imageSources).toHaveLength(facts?.images ?? -1);
    expect([...Object.values(score), payload.paragraphs, payload.seed]).toEqual(facts?.numbers);
    expect([checklist, entities, notes, tools, stack].map(({ length }) => length)).toEqual([5, 3, 3, 6, 3]);
    expect(extra).toEqual({});
    expect(text.trimEnd().endsWith(stringifyPost(post))).toBe(true);
    const before = text.slice(0, text.indexOf(post.title));
    expect(before).toMatch(/^[|\s]*$/);
  });

  test.each(realTexts)("the dense copy of %s is its article", (_, text) => {
    const post = parsePost(text);
    const { meta, ...article } = post;
    const bare = (blocks: Block[]): Block[] =>
      blocks
        .filter(({ type }) => type !== "image")
        .map((block) =>
          block.type === "code" ? { ...block, text: block.text.replace(/\n\s*/g, "\n") } : block,
        );
    const sections = article.sections.map((section) => ({ ...section, blocks: bare(section.blocks) }));
    const dense = stringifyPost(post, { form: "dense" });
    const read = { ...article, intro: bare(article.intro), sections };
    expect(safeParseArticle(dense)).toEqual({ success: true, data: read, value: read, issues: [] });
  });
});
