import { defineBox, field } from "alphanode-post/box";
import { describe, expect, test } from "vitest";
import { read, readOnPage } from "./read.ts";

/** Lists of which each item, or each separator, stands on a line of its own. */

const wine = defineBox({
  heading: null,
  fields: {
    region: field.text("Region"),
    grapes: field.list("Grapes"),
    year: field.int("Vintage"),
    food: field.list("Goes with"),
    closure: field.word("Closure"),
  },
});

const held = {
  region: "Alentejo",
  grapes: ["Aragonez", "Trincadeira", "Alicante Bouschet"],
  year: 2019,
  food: ["Lamb stew", "Hard cheese"],
  closure: "cork",
};

const rows = (grapes: string): string =>
  `Region\n\nAlentejo\n\nGrapes\n\n${grapes}\n\nVintage\n\n2019\n\nGoes with\n\nLamb stew\n\nHard cheese\n\nClosure\n\ncork`;

describe("paragraphs below a label", () => {
  test("are items up to the next label, and told", () => {
    const { held: values, told } = readOnPage(wine, rows("Aragonez\n\nTrincadeira\n\nAlicante Bouschet"));
    expect(values).toEqual(held);
    expect(told).toEqual(["uncertain_value grapes", "uncertain_value food", "uncertain_value closure"]);
  });

  test.each([
    ["where the first holds several", "Aragonez, Trincadeira\n\nAward\n\nSilver"],
    ["where one is a sentence", "Aragonez\n\nThe vines are forty years old."],
  ])("are none %s", (_, grapes) => {
    const { held: values, told } = readOnPage(wine, rows(grapes));
    expect(values).toMatchObject({ year: 2019 });
    expect(told).toContain("stray_text grapes");
  });
});

describe("separators on lines of their own part items", () => {
  const spaced = ["Aragonez", ",", "Trincadeira", ",", "Alicante Bouschet"].join("\n\n");
  test("between blank lines", () => expect(readOnPage(wine, rows(spaced)).held).toEqual(held));

  test("behind colons, and below the last label", () => {
    const post = defineBox({
      heading: null,
      fields: { by: field.text("By"), topics: field.list("Topics"), tags: field.list("Tags") },
    });
    expect(
      readOnPage(post, "By:\n\nAnn\n\nTopics:\n\nGarden\n\n,\n\nTips\n\nTags:\n\ncompost\n\n,\n\nspring")
        .held,
    ).toEqual({ by: "Ann", topics: ["Garden", "Tips"], tags: ["compost", "spring"] });
  });

  test("where the first item stands beside the label", () => {
    expect(
      read(wine, rows("x").replace("Grapes\n\nx", "Grapes: Aragonez\n,\nTrincadeira\n,\nAlicante Bouschet")),
    ).toMatchObject({
      held: { grapes: held.grapes },
    });
  });
});
