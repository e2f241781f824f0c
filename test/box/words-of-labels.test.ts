import { describe, expect, test } from "vitest";
import { defineBox, field } from "../../src/box/index.ts";
import { read, readOnPage } from "./read.ts";

/** Texts that start with the words of a label, and signs right behind labels. */

const optional = true;

const film = defineBox({
  heading: "Facts",
  fields: {
    genre: field.text("Genre"),
    time: field.text("Time"),
    cast: field.list("Cast"),
    price: field.text("Price"),
  },
});

test("hyphens with nothing around them join labels and values where most rows have one", () => {
  const held = { genre: "Drama", time: "2 hours", cast: ["Ann", "Bob"], price: "Free" };
  expect(readOnPage(film, "Facts\n\nGenre-Drama\nTime-2 hours\nCast-Ann, Bob\nPrice-Free")).toEqual({
    held,
    told: [],
  });
  const { held: one } = read(film, "Facts\n\nGenre: Drama\nTime: 2 hours\nCast: Ann\nPrice-Free");
  expect(one).not.toHaveProperty("price");
});

test.each([":\n", "\n", ": ", "\t"])("a word with a hyphen is no label: %j", (joint) => {
  const held = { genre: "Time-travel drama", time: "2 hours", cast: ["Ann"], price: "Free" };
  const rows = [
    ["Genre", held.genre],
    ["Time", held.time],
    ["Cast", "Ann"],
    ["Price", "Free"],
  ];
  expect(readOnPage(film, `Facts\n\n${rows.map((row) => row.join(joint)).join("\n")}`)).toEqual({
    held,
    told: [],
  });
});

describe("told is", () => {
  test("an entry among the items above its label", () => {
    const course = defineBox({
      heading: null,
      fields: {
        days: field.list("Days"),
        parts: field.records("Sessions", { topic: field.text("Topic"), minutes: field.int("Minutes") }),
        level: field.word("Level"),
      },
    });
    const { told } = read(
      course,
      "Days:\n  • Monday\n  • Friday\n  • Topic: Knots\nSessions:\n  • Minutes: 40\nLevel: low",
    );
    expect(told).toContain("uncertain_value days");
  });

  test("a row below the lines of a list that is declared behind it", () => {
    const house = defineBox({
      heading: "House",
      fields: {
        kind: field.text("Kind"),
        roof: field.text("Roof"),
        rooms: field.list("Rooms"),
        price: field.text("Price"),
      },
    });
    expect(read(house, "House\n\nKind Cottage\nRooms\nkitchen\nhall\nRoof room\nPrice low").told).toContain(
      "uncertain_value roof",
    );
  });

  test("a label behind a bar in an item", () => {
    const lens = defineBox({
      heading: "Lens",
      fields: {
        ports: field.list("Ports"),
        mount: field.text("Mount"),
        range: field.text("24h range", { optional }),
      },
    });
    const { told } = read(
      lens,
      "Lens\n\n| Mount | E |\n| Ports |  |\n  • left\n  • right| 24h range | 63 / 65 |\n\nMore",
    );
    expect(told).toEqual(expect.arrayContaining(["uncertain_value ports", "label_without_value range"]));
  });

  test("a mark of emphasis at the start of a value, whose label was broken", () => {
    const course = defineBox({
      heading: null,
      fields: {
        title: field.text(["Course title", "Title"]),
        level: field.word("Level"),
        fee: field.text("Fee"),
      },
    });
    const { told } = read(course, "**Course\ntitle:** Tools\n\n**Level:** low\n\n**Fee:** none");
    expect(told).toContain("uncertain_value title");
  });

  test("a sign that Markdown has escaped", () => {
    const { held, told } = readOnPage(
      film,
      "Facts\n\nGenre: Drama\nTime: 1 h \\~ 2 h\nCast: Ann\nPrice: Free",
    );
    expect(held.time).toBe("1 h \\~ 2 h");
    expect(told).toEqual(["uncertain_value time"]);
  });

  test("a value below a label where the next label is missing and others have lost their values", () => {
    const { told } = readOnPage(
      defineBox({
        heading: "Film",
        fields: {
          title: field.text("Title"),
          by: field.text("Director"),
          time: field.text("Length", { optional }),
          genres: field.list("Genres"),
          land: field.text("Country"),
        },
      }),
      "Film\n\nTitle\nThe Salt Road\nDirector\n1 h 48 min\nGenres\nCountry\nNorway",
    );
    expect(told).toContain("uncertain_value by");
  });

  test("a label of a script without capitals right behind a value", () => {
    const goods = defineBox({
      heading: "商品",
      fields: { made: field.text("产地"), brand: field.text("品牌"), size: field.text("尺寸") },
    });
    expect(read(goods, "商品\n\n尺寸 30厘米\n产地 浙江品牌 潮汐").told).toContain("uncertain_value made");
  });
});

test("a line of several rows in cells that stands twice starts no second box", () => {
  const label = defineBox({
    heading: null,
    fields: {
      serving: field.text("Serving"),
      kcal: field.int("Calories", { optional }),
      fat: field.int("Fat", { units: ["g"], optional }),
      salt: field.int("Salt", { units: ["g"], optional }),
      iron: field.int("Iron", { units: ["mg"], optional }),
    },
  });
  const [first, second] = ["Serving: a bowl | Calories: 312 |", "Fat: 12g | Salt: 1g |"];
  const { held } = readOnPage(label, `${first}\n${second}\n${second}\nIron: 2mg`);
  expect(held).toEqual({ serving: "a bowl", kcal: 312, fat: 12, salt: 1, iron: 2 });
});
