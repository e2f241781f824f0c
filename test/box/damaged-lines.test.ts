import { defineBox, field, parseBoxes } from "alphanode-post/box";
import { describe, expect, test } from "vitest";
import { hoursWith } from "./declarations.ts";
import { read, readOnPage } from "./read.ts";

/** Lines that were cut, doubled or put elsewhere, and texts that ran together: what is read of them is right, or told. */

const optional = true;

const shop = defineBox({
  heading: null,
  fields: {
    kinds: field.list("Categories", { optional }),
    site: field.text("Website", { optional }),
    size: field.text("Serving size", { optional }),
    place: field.text("Place"),
  },
});

describe("marks that lack their other half are told", () => {
  test.each([
    [
      "a link in an item",
      "**Categories**\n\n- [Concerts](/e/c\n- [Folk](/e/folk)\n\n**Place:** Kiel",
      "kinds",
    ],
    [
      "the address behind an item",
      "Categories\n\n * Concerts [/e/c\n * Folk [/e/folk]\n\nPlace: Kiel",
      "kinds",
    ],
    ["the text of a link", "**Categories:** [Concerts]\n\n**Place:** Kiel", "kinds"],
    ["an address in angles", "**Website:** <https://quay.ex\n\n**Place:** Kiel", "site"],
    ["emphasis", "**Serving size:** **2/3\n\n**Place:** Kiel", "size"],
    ["a mark alone", "**Serving size:*\n\n**Place:** Kiel", "size"],
  ])("%s", (_, text, key) => {
    expect(readOnPage(shop, text).told).toContain(`uncertain_value ${key}`);
  });
});

describe("two texts as one are told", () => {
  test.each([
    [
      "behind a bracket",
      "Categories: Bar\nServing size: 2/3 cup (55g)Amount per serving\nPlace: Kiel",
      "size",
    ],
    [
      "behind a sentence",
      "Categories: Bar\nServing size: Cut by hand.On Sundays sliced\nPlace: Kiel",
      "size",
    ],
    ["items behind a year", "Categories: Marine Biology, 2009PhD Fisheries, 2014\nPlace: Kiel", "kinds"],
    [
      "items with a comma in one",
      "Categories: Light frameRain cover, includedWide hip belt\nPlace: Kiel",
      "kinds",
    ],
  ])("%s", (_, text, key) => {
    expect(readOnPage(shop, text).told).toContain(`uncertain_value ${key}`);
  });

  test("and names with a capital within are none", () => {
    expect(
      readOnPage(shop, "Categories: TypeScript, WordPress themes, JavaScript\nPlace: Kiel").told,
    ).toEqual([]);
  });
});

test("the address behind a link to an address of mail is none of the value", () => {
  const { held, told } = readOnPage(shop, "Website: Write to Ane [ane@quay.example]\nPlace: Kiel");
  expect({ held, told }).toEqual({ held: { site: "Write to Ane", place: "Kiel" }, told: [] });
});

test("a link that stands twice is told", () => {
  const text =
    "**Website**\n\n[https://quay.example](https://quay.example)\n[https://quay.example](https://quay.example)\n\n**Place**\n\nKiel";
  expect(readOnPage(shop, text).told).toContain("wrapped_text site");
});

describe("a list that may lack items is told", () => {
  test.each([
    ["a separator before a line of the page", "Categories\n\n,\nShare this page\n\nPlace\n\nKiel"],
    ["a line of the page", "Categories:\n- Advertisement\n- Folk\n\nPlace: Kiel"],
  ])("%s", (_, text) => {
    expect(readOnPage(shop, text).told).toContain("uncertain_value kinds");
  });
});

describe("the label of another field in the place of a value is told", () => {
  const contact = defineBox({
    heading: "Contact",
    fields: {
      phone: field.text("Phone", { optional }),
      other: field.text("Phone 2", { optional }),
      fax: field.text("Fax", { optional }),
      site: field.text("Website", { optional }),
    },
  });
  test.each([
    ["that stands twice", "Contact\n\nPhone\n123\nPhone 2\nFax\nFax\n456", "other"],
    ["that was cut", "Contact\n\nPhone 2\nWebsi\n\nFax\n456", "other"],
  ])("%s", (_, text, key) => {
    expect(read(contact, text).told).toContain(`uncertain_value ${key}`);
  });

  test("a heading below which no label stands tells its lines, and fields among them", () => {
    expect(read(contact, "Contact\n\n14 Quay StreetFax456\n\nThat is all.").told).toEqual([
      "stray_text",
      "label_without_value fax",
    ]);
  });
});

describe("a table of records", () => {
  const hours = hoursWith({ optional });
  const rows = "| Monday | 8:00 | 17:30 |\n| Tuesday | 9:00 | 18:30 |\n\nZone: CET";

  test("whose labels stand twice has no record of them", () => {
    const { held, told } = readOnPage(
      hours,
      `Hours\n\n| Day | Opens | Closes |\n| Day | Opens | Closes |\n${rows}`,
    );
    expect(held).toMatchObject({ hours: [{ day: "Monday" }, { day: "Tuesday" }] });
    expect(told).toEqual(["stray_text hours"]);
  });

  test("with a cell below no label tells its rows", () => {
    const { told } = readOnPage(
      hours,
      "Hours\n\n| Day | Opens | |\n|---|---|---|\n| Monday | 8:00 | 17:30 |\n\nZone: CET",
    );
    expect(told).toContain("uncertain_value hours.0");
  });
});

test("a line of several rows that stands twice starts no second box", () => {
  const food = defineBox({
    heading: null,
    fields: {
      yield: field.text("Yield"),
      calories: field.int("Calories", { optional }),
      fat: field.int("Fat", { units: ["g"], optional }),
      sodium: field.int("Sodium", { units: ["mg"], optional }),
      sugar: field.int("Sugar", { units: ["g"], optional }),
    },
  });
  const line = "Each: Calories: 318 Fat: 12g Sodium:";
  const results = parseBoxes(food, `Yield: 6\n${line}\n${line}\n84mg Sugar: 31g`);
  expect(results.map((one) => one.success && one.data)).toEqual([
    { yield: "6", calories: 318, fat: 12, sodium: 84, sugar: 31 },
  ]);
});

describe("figures over what they count", () => {
  const gift = defineBox({
    heading: null,
    fields: {
      raised: field.int("Raised", { units: ["$"] }),
      gifts: field.int("Donations"),
      goal: field.int("Goal", { units: ["$"] }),
      days: field.int("Days left"),
    },
  });
  test("of which the first is gone are told", () => {
    const { told } = readOnPage(
      gift,
      "It was a grey morning at the harbour when we set out to write this down.\nRaised\n213\nDonations\n25000\nGoal\n12\nDays left\nWe went back a week later and nothing at all had changed on the quay.",
    );
    for (const key of ["raised", "gifts", "goal"]) expect(told).toContain(`uncertain_value ${key}`);
  });
});

describe("a value that stands around its label", () => {
  const recipe = defineBox({
    heading: null,
    fields: {
      prep: field.int("Prep", { units: ["min"] }),
      rest: field.int("Rest", { units: ["min"] }),
      bio: field.text("Story"),
    },
  });
  test("is doubted where a line above may be it, too", () => {
    expect(readOnPage(recipe, "Prep\n20 min\n10 min\nRest\n5 min\nStory\nOld").told).toContain(
      "uncertain_value rest",
    );
  });

  test("is read whole where both stand in one column", () => {
    const text =
      "  Prep     20 min\n\n  Rest     5 min\n\n           I print by hand.\n  Story\n           On Sundays I row.\n\n";
    const { held, told } = read(recipe, text);
    expect(held).toMatchObject({ bio: "I print by hand. On Sundays I row." });
    expect(told).toContain("wrapped_text bio");
  });

  test("is doubted where it stands right below its label, and others below a blank line", () => {
    const text =
      "### Place\n\nQuay\n\n### Serving size\n\nOne\n\n### Website\nShare this page\n\nquay.example\n\n### Categories\n\n- Bar";
    expect(readOnPage(shop, text).told).toContain("uncertain_value site");
  });
});
