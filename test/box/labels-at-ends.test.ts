import { defineBox, field } from "alphanode-post/box";
import { describe, expect, test } from "vitest";
import { range } from "./codecs.ts";
import { read, readOnPage } from "./read.ts";

/** Labels whose lines were joined to others: of a field that a box may lack, nothing else would tell. */

const optional = true;

const car = defineBox({
  heading: null,
  fields: {
    odometer: field.int("Odometer", { units: ["km"] }),
    gear: field.text("Transmission"),
    body: field.word("Body Type", { optional }),
    fuel: field.text("Fuel"),
    economy: field.text("Fuel Economy Combined", { optional }),
    colour: field.text("Colour", { optional }),
    power: field.text("Power"),
  },
});

describe("the label of a field that a box may lack is told", () => {
  test.each([
    [
      "of several words",
      "Odometer\t84 km\nTransmission\tmanual Body Type\nFuel\tPetrol\nPower\t88 kW",
      "body",
    ],
    [
      "before a cell",
      "Odometer\t84 km\nTransmission\tmanual\nFuel\tPetrol Colour\tgreen\nPower\t88 kW",
      "colour",
    ],
    [
      "right behind a word",
      "Odometer\n\n84 km\n\nTransmission\n\nmanual\n\nFuel\n\nPetrolColour\n\ngreen\n\nPower\n\n88 kW",
      "colour",
    ],
    [
      "right behind capitals",
      "Odometer\n\n84 km\n\nTransmission\n\nmanual\n\nFuel\n\nULPBody Type\n\nHatch\n\nPower\n\n88 kW",
      "body",
    ],
    [
      "right behind capitals, before a cell",
      "Odometer\t84 km\nTransmission\tmanual\nFuel\tULPColour\tgreen\nPower\t88 kW",
      "colour",
    ],
    [
      "where labels stand alone",
      "Odometer\n84 km\nTransmission\nmanual\nFuel\nPetrol Colour\ngreen\nPower\n88 kW",
      "colour",
    ],
  ])("at the end of the value above: %s", (_, text, key) => {
    const { held, told } = read(car, text);
    expect(held).not.toHaveProperty(key);
    expect(told).toContain(`label_without_value ${key}`);
  });

  test.each([
    [
      "in small letters",
      "Odometer\n84 km\nTransmission\nmanual\nFuel\nPetrol\nColourgreen\nPower\n88 kW",
      "colour",
    ],
    [
      "of another script",
      "Odometer\n84 km\nTransmission\nmanual\nFuel\nPetrol\nColour緑\nPower\n88 kW",
      "colour",
    ],
  ])("before a value %s", (_, text, key) =>
    expect(read(car, text).told).toContain(`label_without_value ${key}`),
  );

  test("with an edit where it starts with another label", () => {
    const text =
      "Odometer 84 km\nTransmission manual\nFuel Petrol\nFuel Ecoomy Combined 6.4 l/100km\nPower 88 kW";
    expect(read(car, text).told).toContain("label_without_value economy");
  });

  test("but no word of a value", () => {
    const shop = defineBox({
      heading: null,
      fields: {
        status: field.text("Status"),
        sale: field.text("Sale", { optional }),
        rooms: field.int("Rooms"),
      },
    });
    expect(readOnPage(shop, "Status: On Sale\nRooms: 3").told).toEqual([]);
    expect(readOnPage(shop, "Rooms\t3\nStatus\tOn Sale").told).toEqual([]);
  });
});

test("a value that ends in several words that are such a label is doubted", () => {
  const text = "Odometer\t84 km\nTransmission\tmanual Body Type\nFuel\tPetrol\nPower\t88 kW";
  expect(read(car, text).told).toContain("uncertain_value gear");
});

test("a value behind which the start of a label stands is doubted", () => {
  const show = defineBox({
    heading: null,
    fields: { length: field.text("Duration"), day: field.date("Recorded on"), guests: field.list("Guests") },
  });
  const { told } = read(show, "Duration: 43:12 | Recorded\nGuests: Ada Fenn");
  expect(told).toEqual(["missing_field day", "uncertain_value length"]);
});

test("labels of a script without capitals right behind a value are told where their field is missing", () => {
  const course = defineBox({
    heading: null,
    fields: { teacher: field.text("المدرب"), time: field.text("المدة"), lessons: field.int("عدد الدروس") },
  });
  const { told } = read(course, "المدرب سلمى ناصرالمدة 6 أسابيع\nعدد الدروس 24");
  expect(told).toEqual(["missing_field time", "uncertain_value teacher"]);
});

describe("lines that were joined within a row", () => {
  const art = defineBox({
    heading: null,
    fields: { artist: field.text("Artist"), medium: field.text("Medium"), size: field.text("Size") },
  });
  test("a dash right behind a label is its joint", () =>
    expect(readOnPage(art, "Artist – Ilse Berg\nMedium– oil on linen\nSize – 40 × 60 cm").held).toEqual({
      artist: "Ilse Berg",
      medium: "oil on linen",
      size: "40 × 60 cm",
    }));

  test("a label with an edit right behind a value that stands right behind its own is read, or told", () => {
    const visit = defineBox({
      heading: "Visit",
      fields: { phone: field.text("Phone"), entry: field.text("Entry") },
    });
    expect(read(visit, "Visit\n\nPhone01255 555 031Entre£4.50")).toMatchObject({
      held: { phone: "01255 555 031", entry: "£4.50" },
    });
  });
});

test("a codec's value in a cell to which one without a label was joined is told", () => {
  const job = defineBox({
    heading: null,
    fields: {
      place: field.text("Place"),
      pay: field.of("Pay", range),
      start: field.text("Start", { optional }),
    },
  });
  const { told } = read(job, "| Place | Bremen |\n| Pay | 2450 - 2900 |\n|  | at once |");
  expect(told).toContain("wrapped_text pay");
});

describe("a label that is lost to the row above", () => {
  test("is told where it and a number start the value below that row's label", () => {
    const shop = defineBox({
      heading: null,
      fields: {
        phone: field.text("Phone"),
        other: field.text("Phone 2", { optional }),
        fax: field.text("Fax", { optional }),
        mail: field.text("Email"),
      },
    });
    const { told } = read(shop, "Phone\n+44 1255 11\nPhone 2\nFax +44 1255 13\nEmail\nx@quay.example");
    expect(told).toContain("uncertain_value other");
    expect(told).toContain("label_without_value fax");
  });

  test("is told where its value in small letters stands right behind it", () => {
    const lamp = defineBox({
      heading: null,
      fields: {
        load: field.text("Load"),
        dimmable: field.flag("Dimmable", { yes: "yes", no: "no", optional }),
        colour: field.text("Colour"),
      },
    });
    expect(read(lamp, "Load\n60 W\nDimmableyes\nColour\nbrass").told).toContain(
      "label_without_value dimmable",
    );
  });

  test.each([
    ["right behind it", "Rye SourdoughCategory Bread"],
    ["behind a bullet", "Rye Sourdough• Category Bread"],
    ["before a colon", "Rye Sourdough Category: Bread"],
  ])("is told where the first row was joined to a title: %s", (_, title) => {
    const recipe = defineBox({
      heading: null,
      fields: {
        category: field.text("Category", { optional }),
        prep: field.text("Prep Time"),
        serves: field.int("Servings"),
      },
    });
    expect(read(recipe, `${title}\nPrep Time 20 minutes\nServings 4`).told).toContain(
      "label_without_value category",
    );
  });

  test("is told where a blank line stands above the bullets below it", () => {
    const course = defineBox({
      heading: null,
      fields: {
        learn: field.list("What you learn"),
        needs: field.list("What you need", { optional }),
        who: field.list("Who it is for"),
      },
    });
    const lists =
      "What you learn\n\n- Set type\n- Mix inks\n\n- An apron\n- A pencil\n\nWho it is for\n\n- All";
    expect(read(course, lists).told).toContain("uncertain_value learn");
    const spaced = lists.replaceAll("\n- ", "\n\n- ").replaceAll("\n\n\n", "\n\n");
    expect(read(course, spaced).told).not.toContain("uncertain_value learn");
  });
});
