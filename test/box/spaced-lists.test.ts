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

describe("a cell of several lines", () => {
  const cells = { ...held, food: ["Lamb stew"] };
  const table = (grapes: string, joint: string): string =>
    `Region${joint}Alentejo\nGrapes${joint}${grapes}\nVintage${joint}2019\nGoes with${joint}Lamb stew\nClosure${joint}cork`;

  test.each([
    ["with tabs", "\t"],
    ["with bars", " | "],
  ])("holds an item a line, and is told: %s", (_, joint) => {
    const text = table("Aragonez\nTrincadeira\nAlicante Bouschet", joint);
    expect(readOnPage(wine, text)).toEqual({ held: cells, told: ["uncertain_value grapes"] });
  });

  test("does so where its lines stand in the column of the values", () => {
    const column = (label: string): string => label.padEnd(12);
    const text = [
      `${column("Region")}Alentejo`,
      `${column("Grapes")}Aragonez`,
      `${column("")}Trincadeira`,
      `${column("")}Alicante Bouschet`,
      `${column("Vintage")}2019`,
      `${column("Goes with")}Lamb stew`,
      `${column("Closure")}cork`,
    ].join("\n");
    expect(readOnPage(wine, text)).toEqual({ held: cells, told: ["uncertain_value grapes"] });
  });

  test.each([
    ["where the first holds several", "\t", "Aragonez, Trincadeira\nAlicante Bouschet"],
    ["where a line is a row", "\t", "Aragonez\nAward: silver"],
    ["where nothing tells of cells", " ", "Aragonez\nTrincadeira"],
  ])("holds no more than its row %s", (_, joint, grapes) => {
    const { held: values, told } = readOnPage(wine, table(grapes, joint));
    expect(values.grapes).toEqual(grapes.split("\n")[0]?.split(", "));
    expect(told).not.toEqual([]);
  });
});
