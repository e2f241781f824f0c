import { auditPost, type Block, isIndexable, type Post, parsePost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, it } from "vitest";
import { realTexts } from "../support/texts.ts";

const seeds = realTexts.map(([, text]) => parsePost(text));
const cases = seeds.map((post): [number, Post] => [post.meta.payload.seed, post]);

const imagesIn = (blocks: readonly Block[]) => blocks.filter(({ type }) => type === "image");

/** What the post number fixes of a post, given how many images it has. */
function fixed(post: Post) {
  const { meta } = post;
  const tail = post.sections.slice(-2);
  return {
    title: post.title,
    introImages: imagesIn(post.intro),
    checklist: tail[0],
    finalHeading: tail[1]?.heading,
    topic: meta.topic,
    context: meta.aiOutline.context,
    problem: meta.aiOutline.problem,
    stack: meta.stack,
    tools: meta.tools,
    codeLanguage: meta.codeLanguage,
    reference: meta.reference.slice(0, -4),
    flags: { hasImages: meta.flags.hasImages, imageHeavy: meta.flags.imageHeavy },
    boxChecklist: meta.checklist,
    entities: meta.entities,
    imageSources: meta.imageSources,
    payload: { ...meta.payload, paragraphs: 0 },
  };
}

describe.skipIf(cases.length === 0)("real posts", () => {
  it.each(cases)("post %i: a made post has all that the number fixes", (n, seed) => {
    const made = synthesizePost(n, { images: seed.meta.imageSources.length });
    expect(fixed(made)).toEqual(fixed(seed));
  });

  it.each(cases)("post %i: no field contradicts another or the number", (_, seed) => {
    expect(auditPost(seed, { groups: ["consistency", "number"] })).toEqual([]);
  });

  it("are ready to index where they are no drafts and ask for no review", () => {
    expect(cases.map(([n, seed]) => [n, isIndexable(seed)])).toEqual(cases.map(([n]) => [n, n === 14_660]));
  });

  it("share no sentence with a made post", () => {
    const sentences = (post: Post) =>
      [...post.intro, ...post.sections.flatMap(({ blocks }) => blocks)]
        .flatMap((block) => (block.type === "paragraph" ? block.text.split(/(?<=\.) /) : []))
        .concat(post.meta.summary, post.meta.aiBrief, post.meta.aiOutline.recommendedAction, post.meta.notes);
    for (const [n, seed] of cases) {
      const made = sentences(synthesizePost(n, { paragraphs: 9 }));
      expect(sentences(seed).filter((sentence) => made.includes(sentence))).toEqual([]);
    }
  });
});
