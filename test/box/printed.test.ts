import { describe, expect, test } from "vitest";
import { defineBox, field, safeParseBox } from "../../src/box/index.ts";
import { duration, range } from "./codecs.ts";

const optional = true;

/** A box whose rows are of many kinds. */
const box = defineBox({
  heading: null,
  fields: {
    title: field.text("Title", { optional }),
    writer: field.text("Writer", { optional }),
    genres: field.list("Genres", { optional }),
    site: field.text("Web site", { optional }),
    rooms: field.int("Rooms", { optional }),
    decks: field.int("Decks", { optional }),
    berths: field.int("Berths", { optional }),
    hours: field.text("Hours", { optional }),
    salary: field.text("Salary", { optional }),
    prep: field.of("Prep", duration, { optional }),
    open: field.of("Open", range, { optional }),
    since: field.date("Built on", { optional }),
    diploma: field.text("Diploma", { optional }),
  },
});

const read = (text: string): { values: Record<string, unknown>; told: Set<unknown> } => {
  const result = safeParseBox(box, text);
  const told = new Set(result.issues.flatMap(({ code, path }) => (code === "run_together" ? [] : [path[0]])));
  return { values: result.success ? result.data : result.partial, told };
};

describe("rows as plugins print them", () => {
  test.each([
    [
      "links of Markdown",
      "Title\n\nTern\n\nWriter\n\n[Ada Fenn](/writers/fenn)\n\nGenres\n\n[Sea](#sea), [Ships](https://a.example/s_(1))\n\nWeb site\n\n<https://a.example/>\n\nRooms\n\n3",
      { title: "Tern", writer: "Ada Fenn", genres: ["Sea", "Ships"], site: "https://a.example/" },
    ],
    [
      "emphasis of values",
      "**Title:** _North by Tern_\n**Writer:** ***Ada Fenn***\n**Open**\n_9 am - 5 pm_",
      { title: "North by Tern", writer: "Ada Fenn", open: { from: "9 am", to: "5 pm" } },
    ],
    [
      "icons before labels",
      " __ Title: Tern\n\n __Writer: Ada Fenn\n\n__ Rooms: 3",
      { title: "Tern", writer: "Ada Fenn", rooms: 3 },
    ],
    [
      "bars after bold labels with colons",
      "**Title:**|  Tern  \n**Rooms**|  3  \n**Writer:** | Ada Fenn",
      { title: "Tern", rooms: 3, writer: "Ada Fenn" },
    ],
    [
      "commas on lines of their own",
      "Genres\nSea\n,\nShips\n,\nStorms\nRooms\n3\nTitle\nTern",
      { genres: ["Sea", "Ships", "Storms"], rooms: 3, title: "Tern" },
    ],
    [
      "commas on lines of their own in the last list",
      "Rooms\n3\nGenres\nSea\n,\nShips\n\nA text of other things follows here.",
      { rooms: 3, genres: ["Sea", "Ships"] },
    ],
    [
      "dashes on the line of the value",
      "Title\n– Tern\nGenres\n– Sea, Ships\nRooms\n– 3",
      { title: "Tern", genres: ["Sea", "Ships"], rooms: 3 },
    ],
    [
      "commas and slashes between rows",
      "Prep: 15 mins, Writer: Ada Fenn / Rooms: 3",
      { prep: 15, writer: "Ada Fenn", rooms: 3 },
    ],
    [
      "signs left at the ends of lines",
      "Prep:\n15 mins,\nWriter\nAda Fenn •\nRooms\n3",
      { prep: 15, writer: "Ada Fenn", rooms: 3 },
    ],
    [
      "a label that shares letters with another",
      "Rooms:3Writer:Ada at one hourSalary:6Title:Tern",
      { rooms: 3, writer: "Ada at one hour", salary: "6", title: "Tern" },
    ],
    [
      "a value that starts with its label",
      "Diploma\nDiploma of sailing\nRooms\n3",
      { diploma: "Diploma of sailing", rooms: 3 },
    ],
    [
      "a label wrapped early",
      "TitleTernGenresSea, Ships, StormsRooms3Built\non2026-03-03WriterAda_Fenn_of_the_Northern_LightsDecks2",
      { genres: ["Sea", "Ships", "Storms"], rooms: 3, since: "2026-03-03", decks: 2 },
    ],
    [
      "labels over their values in a table",
      "| Rooms | Writer | Genres |\n|---|---|---|\n| 3 | Ada Fenn | Sea, Ships |\n| Title | Tern |",
      { rooms: 3, writer: "Ada Fenn", genres: ["Sea", "Ships"], title: "Tern" },
    ],
    [
      "labels over their values in columns",
      "Title Tern\n\n Rooms   Prep     \n 3       15 mins  \n\nWriter Ada Fenn",
      { title: "Tern", rooms: 3, prep: 15, writer: "Ada Fenn" },
    ],
    [
      "labels over their values with one bar",
      "Title Tern  \nRooms| Prep  \n---|---  \n3| 15 mins  \n",
      { title: "Tern", rooms: 3, prep: 15 },
    ],
    [
      "labels one by one, and then their values",
      "Title Tern\n\nRooms\n\nPrep\n\nBuilt on\n\n3\n\n15 mins\n\n2026-03-03\n\nWriter Ada Fenn",
      { title: "Tern", rooms: 3, prep: 15, since: "2026-03-03", writer: "Ada Fenn" },
    ],
    [
      "two labels and then their values",
      "Title Tern\n\nPrep\nRooms\n15 mins\n3\n\nWriter Ada Fenn",
      { title: "Tern", prep: 15, rooms: 3, writer: "Ada Fenn" },
    ],
    [
      "paragraphs under bullets",
      "## Facts\n\n  * Rooms **3**\n  * Genres\n\nSea, Ships\n\n  * Title **Tern**",
      { rooms: 3, genres: ["Sea", "Ships"], title: "Tern" },
    ],
    [
      "items with numbers in a cell",
      "| Genres | 1. Sea 2. Ships 3. Storms |\n| Rooms | 3 |",
      { genres: ["Sea", "Ships", "Storms"], rooms: 3 },
    ],
    [
      "icons on lines of their own",
      "📍\nTitle\nTern\n🛏️\nRooms\n3\n⏱\nPrep\n15 mins",
      { title: "Tern", rooms: 3, prep: 15 },
    ],
    [
      "bars at the ends of lines",
      "Title:\nTern |\nRooms:\n3 |\nPrep:\n15 mins",
      { title: "Tern", rooms: 3, prep: 15 },
    ],
    [
      "bars between fields, and other things before them",
      "Open in a new window | Prep: 15 mins | Built on March 3, 2026 | Writer: Ada Fenn",
      { prep: 15, since: "2026-03-03", writer: "Ada Fenn" },
    ],
    [
      "links with numbers",
      "See [1]the shop.\n\nWriter: [2]Ada Fenn\nGenres: [3]Sea, [4]Ships\nTitle: Tern",
      { writer: "Ada Fenn", genres: ["Sea", "Ships"], title: "Tern" },
    ],
    [
      "links with addresses behind them",
      "Writer: Ada Fenn [https://a.example/fenn]\nWeb site: a.example [a.example]\nGenres: Sea [/sea], Ships [/ships]",
      { writer: "Ada Fenn", site: "a.example", genres: ["Sea", "Ships"] },
    ],
    ["items in cells", "| Genres | Sea | Ships |\n| Rooms | 3 |", { genres: ["Sea", "Ships"], rooms: 3 }],
    [
      "a list on the next line where a line is full",
      "Title: Tern and the long way home Writer: Ada Fenn of the North Rooms: 3 Genres:\nSea, Ships\n\nMore text.",
      { title: "Tern and the long way home", rooms: 3, genres: ["Sea", "Ships"] },
    ],
  ])("%s", (_, text, values) => {
    const result = read(text);
    expect(result.values).toMatchObject(values);
    expect(Object.keys(values).filter((key) => result.told.has(key))).toEqual([]);
  });
});

test("a date of three words before other text on its line is read, and the text reported", () => {
  const { values, told } = read("Title Tern Rooms 3 Built on March 3, 2026 And here the text goes on.");
  expect(values).toMatchObject({ title: "Tern", rooms: 3, since: "2026-03-03" });
  expect([...told]).toEqual(["since"]);
});

describe("labels between two values", () => {
  test("have the one above where that below the last is lost", () => {
    const { values, told } = read("A page\n\n3\nRooms\n2\nDecks\n14\nBerths\nMore text");
    expect(values).toMatchObject({ rooms: 3, decks: 2, berths: 14 });
    expect(told).toContain("rooms");
  });

  test("are doubtful where values above fit no worse", () => {
    const { values, told } = read("9\nRooms\n3\nDecks\n2\nBerths\n14");
    expect(values).toMatchObject({ rooms: 3, decks: 2, berths: 14 });
    expect([...told]).toEqual(expect.arrayContaining(["rooms", "decks", "berths"]));
  });

  test("are plain where no value stands above the first", () => {
    const { values, told } = read("A page\n\nRooms\n3\nDecks\n2\nBerths\n14");
    expect(values).toEqual({ rooms: 3, decks: 2, berths: 14 });
    expect([...told]).toEqual([]);
  });
});

describe("what is no mark stays", () => {
  test.each([
    ["brackets and angles", "Title: [1](2) and <b>", "[1](2) and <b>"],
    ["a number in brackets where others do not lead up to it", "Title: [7]Tern", "[7]Tern"],
    ["a note in brackets", "Title: Tern [sic]", "Tern [sic]"],
    ["a letter that may be a bullet", "Title:\no mar", "o mar"],
    ["a letter that may be a bullet, in a cell", "Title\t\to mar", "o mar"],
    ["stars where nothing else is Markdown", "Title: *Tern*", "*Tern*"],
  ])("%s", (_, row, title) => {
    expect(read(`${row}\nRooms: 3`).values).toMatchObject({ title, rooms: 3 });
  });

  test("cells of a row that is none of labels", () => {
    const { values } = read("| Title | Writer |\n| Writer | Ada Fenn |\n| Rooms | 3 |");
    expect(values).toMatchObject({ title: "Writer", writer: "Ada Fenn", rooms: 3 });
  });

  test("an item that is drawn", () => {
    expect(read("Genres\n  • Sea\n  • ⭐\nRooms\n3\nPrep\n15 mins").values).toMatchObject({
      genres: ["Sea", "⭐"],
    });
  });

  test("a drawn value", () => {
    expect(read("Title\n⭐⭐⭐\nRooms\n3\nPrep\n15 mins").values).toMatchObject({
      title: "⭐⭐⭐",
      rooms: 3,
    });
  });

  test("a value below a label whose neighbour above lost its own", () => {
    const { values } = read("Title Tern\nDecks\nRooms\n3\n4\nPrep\n15 mins");
    expect(values).toMatchObject({ rooms: 3, prep: 15 });
    expect(values).not.toHaveProperty("decks");
  });

  test("cells below labels that are no such values", () => {
    const { values } = read("| Rooms | Prep |\n| Hours | 9 to 5 |\n| Title | Tern |");
    expect(values).toEqual({ title: "Tern", hours: "9 to 5" });
  });
});

describe("text that follows the box is reported where it may be a value", () => {
  test.each([
    ["below a label that lost its own", "Rooms: 3\nTitle: Tern\nWriter:\nThis page was printed long ago."],
    [
      "right behind the last value",
      "Rooms: 3\nTitle: Tern\nWriter: Ada FennThis page goes on with a sentence that has nothing to do with it.",
    ],
  ])("%s", (_, text) => {
    const { values, told } = read(text);
    expect(values).toMatchObject({ rooms: 3, title: "Tern" });
    expect([...told]).toEqual(["writer"]);
  });
});

test("labels one by one over too few values have none, but for the last", () => {
  const { values, told } = read("Title Tern\n\nPrep\n\nRooms\n\nDecks\n\n15 mins\n\n3\n\nWriter Ada Fenn");
  expect(values).toEqual({ title: "Tern", decks: 15, writer: "Ada Fenn" });
  expect([...told]).toEqual(expect.arrayContaining(["prep", "rooms", "decks"]));
});

test.each([
  ["the number of a link whose others are gone", "Writer: [7]Ada Fenn\nTitle: Tern\nRooms: 3", "writer"],
  [
    "a colon past a label that was parted",
    "**Title:** Tern\n\n**Writer\n:** Ada Fenn\n\n**Rooms:** 3",
    "writer",
  ],
  ["a small letter below a value", "Title: Tern\nWriter: Ada\nfenn: a name\nRooms: 3", "writer"],
  ["a hyphen where rows start with one", "- Title: Tern- Other\n- Writer: Ada Fenn\n- Rooms: 3", "title"],
  ["a bullet", "Title - Tern • Other\nWriter - Ada Fenn\nRooms - 3", "title"],
  ["a bullet in canonical text", "Title: Tern • Other\nWriter: Ada Fenn\nRooms: 3", "title"],
  [
    "two sentences with nothing between, at the end",
    "Title - Tern\nRooms - 3\nWriter - Ada Fenn.More of it",
    "writer",
  ],
  [
    "two words with nothing between, at the end",
    "Title - Tern\nRooms - 3\nWriter - Ada FennMore of it",
    "writer",
  ],
  ["a line below the last value", "Title\nTern\nRooms\n3\nWriter\nAda\nFenn\n\nMore", "writer"],
  [
    "labels over too few values",
    "Title Tern\n\nPrep\n\nRooms\n\nDecks\n\nBerths\n\n3\n\n2\n\n14\n\nWriter Ada",
    "rooms",
  ],
  [
    "a line below the last value on its line",
    "Title - Tern\nRooms - 3\nWriter: Ada\nFenn\n\nMore of it.",
    "writer",
  ],
  ["a line below the last value under its label", "Title:\nTern\nRooms:\n3\nWriter:\nAda.\nFenn\n", "writer"],
  ["an item twice in canonical text", "Title: Tern\nGenres\n  • Sea\n  • Sea\nRooms: 3", "genres"],
  ["a row in canonical text", "Title: Tern Hours: 9 to 5\nWriter: Ada Fenn\nRooms: 3", "title"],
])("%s is reported", (_, text, key) => {
  expect([...read(text).told]).toContain(key);
});

describe("a value that may have been cut or moved is reported", () => {
  const facts = defineBox({
    heading: "Facts",
    fields: {
      note: field.sentence("Note"),
      lift: field.flag("Lift", { yes: "yes", no: ["no", ""] }),
      place: field.text("Place"),
      rooms: field.int("Rooms"),
    },
  });
  test.each([
    ["a sentence without an end", "Facts\n\nNote: it ends\nLift: yes\nPlace: Kiel\nRooms: 3", "note"],
    [
      "the last text before missing fields",
      "Facts\n\nNote: it ends.\nLift: yes\nPlace: Kiel\n\nMore",
      "place",
    ],
    [
      "a flag whose word stands above it",
      "Facts\n\nNote: it ends.\nyes\nLift\nPlace: Kiel\nRooms: 3",
      "lift",
    ],
    ["a flag without a word before missing fields", "Facts\n\nNote: it ends.\nLift:", "lift"],
  ])("%s", (_, text, key) => {
    const { issues } = safeParseBox(facts, text);
    expect(issues.filter(({ code }) => code === "uncertain_value").map(({ path }) => path[0])).toContain(key);
  });
});

test("a control character between a label and its colon is reported", () => {
  const facts = defineBox({
    heading: "facts",
    fields: { name: field.text("name"), size: field.int("size") },
  });
  const { issues } = safeParseBox(facts, "facts\nname\u0007: x\nsize: 3");
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([["uncertain_value", "name"]]);
});
