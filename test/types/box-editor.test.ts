import { describe, expect, test } from "vitest";
import { hover } from "./editor.ts";

/** A file of a user who has a declaration of their own, and AlphaNode's. */
const declared = (line: string): string => `
  import { alphanodeBox, type BoxOf, defineBox, field, parseBox } from "alphanode-post/box";
  const scores = {
    /** How it tastes. */
    taste: field.int("Taste"),
  };
  const recipe = defineBox({
    heading: null,
    fields: {
      /** Minutes it takes. */
      time: field.int("Time"),
      /** What it costs. */
      cost: field.text("Cost", { optional: true }),
      /** What readers think. */
      scores: field.entries("Scores", scores),
    },
  });
  interface Recipe extends BoxOf<typeof recipe> {}
  const soup: Recipe = parseBox(recipe, "");
  const meta = parseBox(alphanodeBox, "");
  ${line}`;

describe("an editor shows the comments of a declaration", () => {
  test.each([
    ["soup.ti¦me", "(property) time: number", "Minutes it takes."],
    ["soup.co¦st", "(property) cost?: string", "What it costs."],
    ["soup.scores.ta¦ste", "(property) taste: number", "How it tastes."],
    ["meta.readingTi¦me", "(property) readingTime: number", "Minutes it takes to read the article."],
    ["meta.sco¦re", "(property) score: PostScore", "Four scores from 0 to 100."],
    ["meta.score.qua¦lity", "(property) quality: number", "Quality of the text."],
    ["meta.imageSour¦ces", "(property) imageSources?: PostImageSource[]", "The article's images, in order."],
  ])("at %s", (line, type, about) => {
    const shown = hover(declared(line));
    expect(shown.about).toBe(about);
    expect(shown.type.replace(/\w+\./g, "")).toContain(type.replace("(property) ", ""));
  });
});
