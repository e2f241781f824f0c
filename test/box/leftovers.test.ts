import { describe, expect, test } from "vitest";
import { defineBox, field, safeParseBox } from "../../src/box/index.ts";

/** What extractors leave between labels and values, in them and around them. */

const game = defineBox({
  heading: "Game info",
  fields: {
    players: field.text("Players"),
    ways: field.list("Mechanisms"),
    site: field.text("Website", { optional: true }),
  },
});

const whole = { players: "2 to 5", ways: ["Drafting", "Bluffing"], site: "tides.example" };

const read = (text: string) => {
  const result = safeParseBox(game, text);
  const told = result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  return { held: result.success ? result.data : result.partial, told };
};

describe("what an extractor leaves is no part of a value", () => {
  test.each([
    [
      "two colons of Org",
      "Game info\n\n- Players :: 2 to 5\n- Mechanisms :: Drafting, Bluffing\n- Website :: tides.example\n",
    ],
    [
      "signs of a quotation, and more spaces behind some of them",
      "> ## Game info\n>\n> **Players:** 2 to 5  \n>  **Mechanisms:** Drafting, Bluffing  \n>  **Website:** tides.example",
    ],
    [
      "tags at the start of lines",
      "Game info\n<b>Players</b> 2 to 5<br>\n<b>Mechanisms</b> Drafting, Bluffing<br>\n<b>Website</b> tides.example<br>\n",
    ],
    [
      "links of Org",
      "Game info\n\nPlayers: 2 to 5\nMechanisms: [[/m/d][Drafting]], [[/m/b][Bluffing]]\nWebsite: [[https://tides.example][tides.example]]\n",
    ],
    [
      "links of reStructuredText",
      "Game info\n\nPlayers: 2 to 5\nMechanisms: `Drafting </m/d>`__, `Bluffing </m/b>`__\nWebsite: `tides.example <https://tides.example>`_\n",
    ],
    [
      "dashes in another encoding",
      "Game info\n\nPlayers â€“ 2 to 5\nMechanisms â\u0080\u0093 Drafting, Bluffing\nWebsite â€“ tides.example\n",
    ],
  ])("%s", (_, text) => {
    expect(read(text)).toEqual({ held: whole, told: [] });
  });
});

describe("what may be wrong is told", () => {
  const text = "Game info\n\nPlayers: 2 to 5\nMechanisms: Drafting, Bluffing\nWebsite: tides.example\n";

  test.each([
    ["a tag in a value", "2 to 5\n", "2 to 5<br>\n", "uncertain_value players"],
    ["a tag in an item", "Bluffing\n", "Bluffing</p>\n", "uncertain_value ways"],
    ["items glued to each other", "Drafting, Bluffing", "DraftingBluffing", "uncertain_value ways"],
    ["items with bullets between", "Drafting, Bluffing", "Drafting + Bluffing", "uncertain_value ways"],
    [
      "items with spaces between",
      "Drafting, Bluffing",
      "Drafting Bluffing Set building",
      "uncertain_value ways",
    ],
    ["an optional field between tags", "Website: ", "<span>Website</span> ", "uncertain_value site"],
    [
      "the label of an optional field between stars",
      "Website: ",
      "*** Website ***\n",
      "label_without_value site",
    ],
  ])("%s", (_, found, written, issue) => {
    expect(read(text.replace(found, written)).told).toContain(issue);
  });

  test("but not of items that are one by their words", () => {
    for (const item of ["Drafting", "Set collection", "Middle Eastern"])
      expect(read(text.replace("Drafting, Bluffing", item)).told).toEqual([]);
  });
});

test("an item further right than those below it is told: it may be of a list above", () => {
  const box = defineBox({
    heading: "Facts",
    fields: { pets: field.list("Pets"), tags: field.list("Tags") },
  });
  const text = "Facts\n\nPets\n    • cat\nTags\n    • dog\n  • quiet\n  • bright";
  expect(safeParseBox(box, text).issues).toMatchObject([{ code: "uncertain_value", path: ["tags"] }]);
  expect(safeParseBox(box, text.replace("    • dog\n", "")).issues).toEqual([]);
});
