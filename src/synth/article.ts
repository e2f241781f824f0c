import { BODY_HEADINGS, CHECKLIST_HEADING, FINAL_HEADING } from "../format/headings.ts";
import { fill } from "../format/number.ts";
import type { Article, PostBlock, PostSection } from "../schema/article.ts";
import type { PostImageSource } from "../schema/meta.ts";
import { SNIPPETS } from "./code.ts";
import type { Plan } from "./plan.ts";
import { ASIDES, FINAL_NOTES, INTROS, PARAGRAPHS } from "./prose.ts";
import { type Draw, sample, stream } from "./random.ts";

/** Paragraphs of a body section that is followed by another. */
const FULL_SECTION = 4;

const paragraph = (text: string): PostBlock => ({ type: "paragraph", text });
const image = ({ caption, source }: PostImageSource): PostBlock => ({ type: "image", caption, source });

/** Writes one or two body sections; code stands at the end of the last. */
function bodySections({ n, facts, code, paragraphs }: Plan): PostSection[] {
  const count = paragraphs - 1;
  const draw: Draw = stream(n, "body");
  const sections = sample(BODY_HEADINGS, Math.ceil(count / FULL_SECTION), draw).map((heading, index) => {
    const before = index * FULL_SECTION;
    const texts = sample(PARAGRAPHS[heading], Math.min(FULL_SECTION, count - before), draw);
    return {
      heading,
      blocks: texts.map((text, at) => {
        const asides = ASIDES.filter(({ every }) => (before + at + 1) % every === 0);
        return paragraph([text, ...asides.map((aside) => fill(aside.text, facts))].join(" "));
      }),
    };
  });
  if (code) sections.at(-1)?.blocks.push({ type: "code", text: SNIPPETS[facts.stack] });
  return sections;
}

/** Writes the article of a post. Half of the images, at most two, stand in the intro, the others after the checklist. */
export function synthesizeArticle(plan: Plan): Article {
  const { facts, images } = plan;
  const inIntro = Math.min(2, Math.ceil(images.length / 2));
  return {
    title: facts.title,
    intro: [
      paragraph(fill(INTROS[facts.introPattern] as string, facts)),
      ...images.slice(0, inIntro).map(image),
    ],
    sections: [
      ...bodySections(plan),
      {
        heading: CHECKLIST_HEADING,
        blocks: [{ type: "list", items: [...facts.checklist] }, ...images.slice(inIntro).map(image)],
      },
      { heading: FINAL_HEADING, blocks: [paragraph(fill(FINAL_NOTES, facts))] },
    ],
    similarPosts: [],
  };
}
