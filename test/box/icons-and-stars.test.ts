import { defineBox, field } from "alphanode-post/box";
import { describe, expect, test } from "vitest";
import { read, readOnPage } from "./read.ts";

/** Signs of pages that are no text: icons before labels, stars that draw a value, links that were cut. */

const optional = true;

describe("icons before labels", () => {
  const dog = defineBox({
    heading: null,
    fields: {
      breed: field.text("Breed"),
      age: field.int("Age", { units: ["years"] }),
      friends: field.list("Gets on with"),
      vaccinated: field.flag("Vaccinated", { yes: "Yes", no: "No" }),
    },
  });
  const held = { breed: "whippet cross", age: 3, friends: ["dogs", "children"], vaccinated: true };
  const runs = ["breed", "age", "friends", "vaccinated"].map((key) => `run_together ${key}`);

  test.each([
    [
      "with spaces",
      "🐾 Breed: whippet cross 🎂 Age: 3 years 🐱 Gets on with: dogs, children 💉 Vaccinated: Yes",
    ],
    ["with nothing", "🐾Breed: whippet cross🎂Age: 3 years🐱Gets on with: dogs, children💉️Vaccinated: Yes"],
    [
      "but for the first",
      "Breed: whippet cross 🎂 Age: 3 years 🐱 Gets on with: dogs, children 💉 Vaccinated: Yes",
    ],
  ])("are none of the values before them on one line: %s", (_, text) =>
    expect(readOnPage(dog, text)).toEqual({ held, told: runs }),
  );

  test("are none of a value to which the line of one was joined", () => {
    const text =
      "🐾\nBreed:\nwhippet cross\n🎂\nAge:\n3 years\n🐱\nGets on with:\ndogs, children 💉\nVaccinated:\nYes";
    expect(readOnPage(dog, text)).toEqual({ held, told: [] });
  });

  test("are values where nothing else stands between two labels, or most labels have none", () => {
    const moods = defineBox({
      heading: null,
      fields: { week: field.text("Week"), work: field.text("Work"), home: field.text("Home") },
    });
    expect(read(moods, "Week: 🙂 Work: 😴 Home: 🎉").held).toEqual({ week: "🙂", work: "😴", home: "🎉" });
    expect(read(moods, "Week: 12 🙂 Work: desk Home: garden").held).toMatchObject({ week: "12 🙂" });
  });
});

describe("stars that draw a value", () => {
  const book = defineBox({
    heading: null,
    fields: {
      author: field.text("Author"),
      pages: field.int("Pages"),
      stars: field.text("Rating", { optional }),
      code: field.word("ISBN"),
    },
  });
  test.each([
    ["in a cell", "Author\tMaud Pelling\tPages\t312\tRating\t★★★★☆\tISBN\t978-3", "★★★★☆"],
    ["on a line", "Author\nMaud Pelling\nPages\n312\nRating\n★★★★☆\nISBN\n978-3", "★★★★☆"],
    ["before a figure", "Author\nMaud Pelling\nPages\n312\nRating\n●●●○○ 3.0\nISBN\n978-3", "●●●○○ 3.0"],
  ])("are no bullets %s", (_, text, stars) =>
    expect(read(book, text).held).toEqual({ author: "Maud Pelling", pages: 312, stars, code: "978-3" }),
  );
});

test("the text of a link that was cut is no address behind a label", () => {
  const person = defineBox({
    heading: "Profile",
    fields: { since: field.text("Member since"), site: field.text("Website"), role: field.word("Role") },
  });
  const { told } = read(
    person,
    "## Profile\n\nMember since: 2019\n\nWebsite: [https://wren.example](\n\nRole: writer",
  );
  expect(told).toEqual(["uncertain_value site"]);
});

test.each([
  ["a rule that was joined to it", "https://wren.example---"],
  ["an address that was cut", "<h"],
  ["the gap between two cells", "Harbour Trust        Light"],
])("a value with %s is told", (_, site) => {
  const person = defineBox({
    heading: "Profile",
    fields: { since: field.text("Member since"), site: field.text("Website"), role: field.word("Role") },
  });
  const text = `## Profile\n\nMember since: 2019\n\nWebsite: ${site}\n\nRole: writer`;
  expect(read(person, text).told).toEqual(["uncertain_value site"]);
});

describe("brackets around labels", () => {
  const tour = defineBox({
    heading: "開催概要",
    fields: {
      when: field.text("日時"),
      seats: field.int("定員", { units: ["名"] }),
      fee: field.text("参加費"),
      bring: field.list("持ち物", { separator: "、" }),
      until: field.text("申込締切", { optional }),
    },
  });
  const rows = [
    "【日時】5月3日（日）",
    "【定員】40名",
    "【参加費】500円【税込】",
    "【持ち物】筆記用具、帽子",
  ];
  const held = { when: "5月3日（日）", seats: 40, fee: "500円【税込】", bring: ["筆記用具", "帽子"] };

  test("are none of labels or values", () => {
    expect(read(tour, `開催概要\n\n${rows.join("\n")}`)).toEqual({ held, told: [] });
    const run = read(tour, `開催概要\n\n${rows.join(" ")}`);
    expect(run.held).toEqual(held);
    expect(new Set(run.told)).toEqual(new Set(Object.keys(held).map((key) => `run_together ${key}`)));
  });

  test("stand around labels that nobody declared, or with an edit", () => {
    const { held: values, told } = read(
      tour,
      `開催概要\n\n${rows.join("\n")}\n【対象】小学生\n【申込e切】4月`,
    );
    expect(values).toEqual({ ...held, until: "4月" });
    expect(told).toEqual(["unknown_field", "misspelled_label until"]);
  });
});

describe("the sign of a hint is none of a value", () => {
  const flat = defineBox({
    heading: null,
    fields: {
      deposit: field.int("Deposit", { units: ["€"] }),
      area: field.number("Area", { units: ["m²"] }),
      energy: field.word("Energy class", { words: ["A", "B", "C"] }),
    },
  });
  test.each([
    ["on a line", "- Deposit ⓘ €500\n- Area 45 m²\n- Energy class ⓘ B"],
    ["before a colon", "Deposit ⓘ: €500\nArea: 45 m²\nEnergy class ℹ️: B"],
    ["with nothing", "Depositⓘ€500\nArea45 m²\nEnergy classⓘB"],
    ["on a line of its own", "Deposit\nⓘ\n€500\nArea\n45 m²\nEnergy class\nⓘ\nB"],
    ["in a cell", "Deposit\tⓘ\t€500\nArea\t45 m²\nEnergy class ⓘ\tB"],
  ])("%s", (_, text) =>
    expect(readOnPage(flat, text)).toEqual({ held: { deposit: 500, area: 45, energy: "B" }, told: [] }),
  );
});

test.each([
  ["Markdown", "~~$45.00~~ $39.00"],
  ["Markdown with one sign", "~$45.00~ $39.00"],
  ["a browser for terminals", "[DEL: $45.00 :DEL] [INS: $39.00 :INS]"],
])("what is crossed out in a value is told: %s", (_, price) => {
  const offer = defineBox({
    heading: null,
    fields: { price: field.text("Price"), stock: field.text("Availability") },
  });
  expect(read(offer, `Price: ${price}\nAvailability: in stock`).told).toEqual(["uncertain_value price"]);
});
