import { defineBox, field } from "alphanode-post/box";
import { describe, expect, test } from "vitest";
import { read, readOnPage } from "./read.ts";

/** On which side of its label a value stands: before it, beside it or below. */

const optional = true;

describe("values before their labels", () => {
  const counts = defineBox({
    heading: null,
    fields: {
      trees: field.int("Trees planted", { thousands: "," }),
      hours: field.int("Hours given", { thousands: "," }),
      villages: field.int("Villages"),
    },
  });
  const held = { trees: 86, hours: 1420, villages: 7 };

  test.each([
    ["bars", " | "],
    ["tabs", "\t"],
  ])("in cells with %s are read, and told", (_, between) => {
    const cells = ["86", "Trees planted", "1,420", "Hours given", "7", "Villages", "We planted all spring."];
    const { held: values, told } = read(counts, cells.join(between));
    expect(values).toEqual(held);
    for (const key of Object.keys(held)) expect(told).toContain(`uncertain_value ${key}`);
  });

  test("in cells are not looked for where those behind fit as well", () => {
    const { held: values, told } = read(
      counts,
      "Our work | Trees planted | 86 | Hours given | 1,420 | Villages | 7",
    );
    expect(values).toEqual(held);
    expect(told).toEqual([]);
  });

  describe("in small letters", () => {
    const house = defineBox({
      heading: null,
      fields: {
        rooms: field.int("rooms"),
        floors: field.int("floors", { optional }),
        built: field.int("built"),
        ghosts: field.int("ghosts", { optional }),
      },
    });
    test.each([
      ["a line twice", "12 rooms\n1764 built\n3 ghosts\n3 ghosts", 3, "duplicate_field ghosts"],
      ["a letter wrong", "12 rooms\n1764 built\n3 ghoets", undefined, "label_without_value ghosts"],
    ])("are read or told: %s", (_, text, ghosts, issue) => {
      const { held: values, told } = read(house, text);
      expect((values as { ghosts?: number }).ghosts).toBe(ghosts);
      expect(told).toContain(issue);
    });

    test("are read where two lines were joined", () => {
      expect(read(house, "12 rooms\n4 floors\n1764 built3 ghosts")).toEqual({
        held: { rooms: 12, floors: 4, built: 1764, ghosts: 3 },
        told: [],
      });
    });
  });

  test("on lines may have thousands that are not declared", () => {
    const bare = defineBox({
      heading: null,
      fields: { trees: field.int("Trees planted"), hours: field.int("Hours given") },
    });
    expect(readOnPage(bare, "86Trees planted\n\n1,420Hours given")).toEqual({
      held: { trees: 86, hours: 1420 },
      told: ["rewritten_value hours"],
    });
  });
});

test("a row that nobody declared above the first label puts no value in doubt where their forms fit below alone", () => {
  const player = defineBox({
    heading: "Player",
    fields: {
      name: field.text("Name"),
      team: field.text("Team"),
      height: field.int("Height", { units: ["cm"] }),
      born: field.date("Birthday"),
    },
  });
  expect(
    readOnPage(
      player,
      "Player\n\n#\n9\nName\nIlse Berg\nTeam\nHarbour\nHeight\n178 cm\nBirthday\n4 March 2001",
    ),
  ).toEqual({
    held: { name: "Ilse Berg", team: "Harbour", height: 178, born: "2001-03-04" },
    told: ["stray_text"],
  });
});

describe("a line below a label", () => {
  const tower = defineBox({
    heading: null,
    fields: {
      built: field.int("Built"),
      height: field.text("Height"),
      by: field.text("Operator", { optional }),
      range: field.text("Range"),
    },
  });
  test.each([
    ["in cells", "Built\t1871\nHeight\t21 m\nOperator\nLight\nRange\t18 nmi"],
    ["behind colons", "Built: 1871\nHeight: 21 m\nOperator:\nLight\nRange: 18 nmi"],
    ["in bullets", "- Built: 1871\n- Height: 21 m\n- Operator:\n- Light\n- Range: 18 nmi"],
  ])("is doubted where the values of all others stand beside theirs: %s", (_, text) =>
    expect(read(tower, text).told).toContain("uncertain_value by"),
  );

  test("is an item as little", () => {
    const event = defineBox({
      heading: null,
      fields: {
        date: field.text("Date"),
        cost: field.text("Cost"),
        kinds: field.list("Kinds"),
        web: field.text("Web"),
      },
    });
    const text = "Date: 14 May\nCost: free\nKinds:\nhttps://quay.example\nWeb: x";
    expect(read(event, text).told).toContain("uncertain_value kinds");
  });

  test("is none of the last where it is a long sentence and no blank line stands", () => {
    const course = defineBox({
      heading: null,
      fields: { level: field.word("Level"), places: field.int("Places"), tutor: field.text("Tutor") },
    });
    const rows = "Level\nBeginner\nPlaces\n14\nTutor\n";
    const prose = "Bring an apron and shoes that may get wet, since we work below the tide line.";
    expect(read(course, `${rows}Ada Fenn\n${prose}`).held).toMatchObject({ tutor: "Ada Fenn" });
    expect(read(course, rows + prose).told).toContain("uncertain_value tutor");
  });

  test("is no row with a colon where labels stand above others that lost their values", () => {
    const talk = defineBox({
      heading: null,
      fields: {
        speaker: field.text("Speaker"),
        series: field.text("Series"),
        passage: field.text("Passage"),
        service: field.text("Service", { optional }),
      },
    });
    const { held, told } = read(talk, "Speaker:\nSeries:\nPassage: Ruth 1\nService:\nTopics: ,");
    expect(held).toEqual({ passage: "Ruth 1" });
    expect(told).toContain("label_without_value service");
  });

  test("is no sign that parts rows", () => {
    const work = defineBox({
      heading: null,
      fields: { client: field.text("Client"), year: field.int("Year"), role: field.text("Role") },
    });
    expect(read(work, "Client:\n/\nYear: 2024\n/\nRole: Design").told).toContain(
      "label_without_value client",
    );
  });

  test("apart from the last label is none of the page where it is a word of the field", () => {
    const series = defineBox({
      heading: null,
      fields: {
        type: field.text("Type"),
        artist: field.text("Artist"),
        status: field.word("Status", { words: ["Running", "Over"] }),
      },
    });
    const text = "##### Type\n\nComic\n\n##### Artist\n\nJo Birk\n\n##### Status\n\n";
    expect(readOnPage(series, `${text}Running`).told).toEqual([]);
    expect(readOnPage(series, `${text}Share this`).told).toContain("uncertain_value status");
  });
});
