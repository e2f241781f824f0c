import { type Box, defineBox, field, parseBoxes, safeParseBox } from "alphanode-post/box";
import { describe, expect, test } from "vitest";

/** Labels that also start a value, rows that nobody declared, and boxes or records of which the first field is absent. */

const heldBy = (box: Box, text: string): unknown => {
  const result = safeParseBox(box, text);
  return result.success ? result.data : result.partial;
};

const codesOf = (box: Box, text: string): string[] =>
  safeParseBox(box, text).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

const OPTIONAL = { optional: true };

describe("where the first field may be absent", () => {
  const fields = {
    album: field.text("Album", OPTIONAL),
    artist: field.text("Artist"),
    released: field.int("Released"),
  };
  const right = [
    { album: "Low Tide", artist: "Ada Quill", released: 2001 },
    { artist: "Bo Reed", released: 2004 },
    { album: "Salt", artist: "Cy Noor", released: 2009 },
  ];

  test.each([
    ["blank lines part boxes", "\n\n", "\n"],
    ["nothing parts them", "\n", "\n"],
    ["each row stands apart", "\n\n", "\n\n"],
    ["a line parts them", "\n\n* * *\n\n", "\n"],
    ["a title stands over each", "\n\n## Another\n\n", "\n"],
  ])("%s", (_, between, within) => {
    const rows = [
      ["Album: Low Tide", "Artist: Ada Quill", "Released: 2001"],
      ["Artist: Bo Reed", "Released: 2004"],
      ["Album: Salt", "Artist: Cy Noor", "Released: 2009"],
    ];
    const text = rows.map((row) => row.join(within)).join(between);
    const results = parseBoxes(defineBox({ heading: null, fields }), text);
    expect(results.map((one) => one.success && one.data)).toEqual(right);
  });

  test("records", () => {
    const box = defineBox({
      heading: null,
      fields: { shop: field.text("Shop"), records: field.records("Records", fields) },
    });
    const rows =
      "- Album: Low Tide\n- Artist: Ada Quill\n- Released: 2001\n- Artist: Bo Reed\n- Released: 2004\n- Album: Salt\n- Artist: Cy Noor\n- Released: 2009";
    expect(heldBy(box, `Shop: Quay\nRecords:\n${rows}\n`)).toEqual({ shop: "Quay", records: right });
  });

  test("a blank line within a box parts none", () => {
    const text =
      "Album: Low Tide\nArtist: Ada Quill\n\nReleased: 2001\nAlbum: Salt\nArtist: Cy Noor\n\nReleased: 2009";
    const results = parseBoxes(defineBox({ heading: null, fields }), text);
    expect(results.map((one) => one.success && one.data)).toEqual([right[0], right[2]]);
  });
});

describe("a value that starts with a label", () => {
  const box = defineBox({
    heading: null,
    fields: {
      name: field.text("Name"),
      extra: field.text("Extra"),
      finish: field.text("Finish", OPTIONAL),
      parts: field.list("Parts", OPTIONAL),
      mass: field.text("Mass"),
    },
  });
  const right = { name: "Jug", extra: "Finish sample", mass: "2 kg" };

  test.each([
    ["in a cell between bars", "| Name | Jug |\n| Extra | Finish sample |\n| Mass | 2 kg |"],
    ["in a table without bars at its edges", "Name| Jug\n---|---\nExtra| Finish sample\nMass| 2 kg"],
    ["behind a tab", "Name\tJug\nExtra\tFinish sample\nMass\t2 kg"],
    ["below a label that is a heading", "### Name\n\nJug\n\n### Extra\n\nFinish sample\n\n### Mass\n\n2 kg"],
  ])("%s", (_, text) => {
    expect(heldBy(box, text)).toEqual(right);
  });

  test("in a list within a list", () => {
    const text =
      "- Name: Jug\n- Extra: none\n- Parts:\n  - Lid\n  - Mass produced handle\n  - Base\n- Mass: 2 kg";
    expect(heldBy(box, text)).toMatchObject({
      parts: ["Lid", "Mass produced handle", "Base"],
      mass: "2 kg",
    });
  });

  test("in a line that goes on, where the label has a colon elsewhere", () => {
    const text =
      "Name: Jug\nFinish: Matt\nExtra: a jug whose glaze shows the\nFinish of the clay below it\nMass: 2 kg";
    expect(heldBy(box, text)).toMatchObject({ finish: "Matt", mass: "2 kg" });
    expect(codesOf(box, text)).toEqual(["stray_text extra"]);
  });
});

describe("where labels stand alone, a value that starts with the label of a missing field", () => {
  const LAYOUTS: Readonly<Record<string, (label: string, value: string) => string>> = {
    "on the next line": (label, value) => `${label}\n${value}`,
    "below a blank line": (label, value) => `${label}\n\n${value}`,
    "behind a colon on the next line": (label, value) => `${label}\n:   ${value}`,
    "further in": (label, value) => `${label}\n    ${value}`,
    "as bullets": (label, value) => `• ${label}\n• ${value}`,
    "below capitals": (label, value) => `${label.toUpperCase()}\n${value}`,
    "below labels with colons": (label, value) => `${label}:\n${value}`,
    "below headings": (label, value) => `### ${label}\n\n${value}`,
    "above its label": (label, value) => `${value}\n${label}`,
  };
  const eventWith = (optional: boolean) =>
    defineBox({
      heading: "Details",
      fields: {
        start: field.text("Start"),
        end: field.text("End", { optional }),
        venue: field.text("Venue"),
        phone: field.text("Phone"),
      },
    });
  const rowsWith = (venue: string, place: number): [string, string][] =>
    (
      [
        ["Start", "6:00 pm"],
        ["Phone", "555 010"],
      ] as [string, string][]
    ).toSpliced(place, 0, ["Venue", venue]);

  describe.each(Object.entries(LAYOUTS))("%s", (layout, write) => {
    test.each(["\n", "\n\n"])("is its own, between rows with %j", (between) => {
      for (const venue of ["End of the Road Hall", "End – a hall", "end of the line"])
        for (const place of [0, 1, 2]) {
          const rows = rowsWith(venue, place).map(([label, value]) => write(label, value));
          const text = `Details\n\n${rows.join(between)}\n\nLeave a comment`;
          const isOfColons = layout === "below labels with colons";
          const held = heldBy(eventWith(true), text);
          if (!isOfColons || venue === "end of the line")
            expect({ text, held }).toEqual({ text, held: { start: "6:00 pm", venue, phone: "555 010" } });
        }
    });

    test("is told where a colon or a number stands behind that", () => {
      if (layout === "above its label") return;
      for (const venue of ["End: the hall", "End 8 pm", "End – a hall", "End of the Road Hall"])
        for (const optional of [true, false])
          for (const place of [0, 1, 2]) {
            const rows = rowsWith(venue, place).map(([label, value]) => write(label, value));
            const box = eventWith(optional);
            const text = `Details\n\n${rows.join("\n\n")}\n\nLeave a comment`;
            const told = codesOf(box, text).map((code) => code.split(" ")[1]);
            const held = heldBy(box, text) as Readonly<Record<string, unknown>>;
            const right: Readonly<Record<string, unknown>> = { start: "6:00 pm", venue, phone: "555 010" };
            for (const key of ["start", "end", "venue", "phone"])
              if (!told.includes(key))
                expect({ text, [key]: held[key] }).toEqual({ text, [key]: right[key] });
          }
    });
  });

  test("is none of that field below a line of the page", () => {
    const text = "Details\n\nStart\n6:00 pm\nVenue\nSponsored by Oak\nEnd of the Road Hall\nPhone\n555 010";
    expect(heldBy(eventWith(true), text)).not.toHaveProperty("end");
    expect(codesOf(eventWith(true), text)).toContain("wrapped_text venue");
  });

  test("is told where a figure follows, as in a row of its own", () => {
    const told = codesOf(eventWith(true), "Details\n\nStart\n6:00 pm\nVenue\nEnd 8 pm\nPhone\n555 010");
    expect(told).toContain("uncertain_value venue");
  });
});

describe("a table without bars at its edges", () => {
  const box = defineBox({
    heading: null,
    fields: { hall: field.text("Hall"), price: field.text("Price", OPTIONAL), day: field.text("Day") },
  });

  test("has rows that nobody declared", () => {
    const text = "Hall| Old Barn\n---|---\nPrice per head| $15\nDay| 3 May";
    expect(heldBy(box, text)).toEqual({ hall: "Old Barn", day: "3 May" });
    expect(codesOf(box, text)).toEqual(["unknown_field ", "label_without_value price"]);
  });

  const league = defineBox({
    heading: null,
    fields: {
      round: field.text("Round"),
      rows: field.records("Table", {
        place: field.int("Place"),
        club: field.text("Club"),
        lost: field.int("Lost", OPTIONAL),
      }),
    },
  });

  test("has records", () => {
    const text = "Round: 3\n\nTable\n\nPlace| Club\n---|---\n1| Au\n2| Ried\n";
    expect(heldBy(league, text)).toEqual({
      round: "3",
      rows: [
        { place: 1, club: "Au" },
        { place: 2, club: "Ried" },
      ],
    });
  });

  test.each([
    [
      "a column that nobody declared",
      "| Place | Form | Club |\n|---|---|---|\n| 1 | up | Au |",
      ["unknown_field rows"],
    ],
    ["a cell that is lost", "| Place | Club | Lost |\n|---|---|---|\n| 1 | 4 |", ["uncertain_value rows.0"]],
    [
      "two rows on a line",
      "| Place | Club |\n|---|---|\n| 1 | Au | | 2 | Ried |",
      ["uncertain_value rows.0"],
    ],
  ])("%s is told", (_, table, codes) => {
    const text = `Round: 3\n\nTable\n\n${table}\n`;
    expect(codesOf(league, text)).toEqual(codes);
  });

  test("columns of labels that are declared are read beside others", () => {
    const text = "Round: 3\n\nTable\n\n| Place | Form | Club |\n|---|---|---|\n| 1 | up | Au |\n";
    expect(heldBy(league, text)).toEqual({ round: "3", rows: [{ place: 1, club: "Au" }] });
  });
});

test("a unit in brackets and a star belong to the label", () => {
  const box = defineBox({
    heading: null,
    fields: { width: field.number("Width"), depth: field.number("Depth"), name: field.text("Name") },
  });
  expect(heldBy(box, "Width (cm): 140\nDepth (in cm): 70\nName*: Desk")).toEqual({
    width: 140,
    depth: 70,
    name: "Desk",
  });
});

test("an apostrophe of a label may be the typographic one, and the other way round", () => {
  const box = defineBox({
    heading: null,
    fields: { name: field.text("Driver's name"), car: field.text("Driver’s car"), fee: field.text("Fee") },
  });
  const text = "Driver’s name: Kern\nDriver's car: Alba\nFee: $5";
  expect(safeParseBox(box, text)).toMatchObject({
    success: true,
    data: { name: "Kern", car: "Alba", fee: "$5" },
    issues: [],
  });
});

describe("is told", () => {
  const box = defineBox({
    heading: null,
    fields: {
      place: field.text("Place"),
      speed: field.number("Speed", { units: ["knots"], ...OPTIONAL }),
      crew: field.int("Crew", OPTIONAL),
      kind: field.word("Kind", { words: ["ferry", "barge"], ...OPTIONAL }),
      fee: field.text("Fee", OPTIONAL),
      owners: field.list("Owners", OPTIONAL),
    },
  });

  test.each([
    ["a number in brackets on a line of its own", "Place: Kiel\n(35)\nFee: $7", "stray_text place"],
    [
      "a row joined behind a number",
      "Place| Kiel\n---|---\nSpeed| 16.5 knots Crew| 38",
      "label_without_value crew",
    ],
    [
      "bullets of a browser between two items",
      "Place: Kiel\nOwners: Ada Kern ☆ Bo Weber",
      "uncertain_value owners",
    ],
  ])("%s", (_, text, told) => {
    expect(codesOf(box, text)).toContain(told);
  });
});

test("labels that start items have their values within them", () => {
  const box = defineBox({
    heading: null,
    fields: { no: field.text("No."), kind: field.text("Kind"), town: field.text("Town") },
  });
  const text = "* No.\n\n  HT-2207\n* Kind\n\n  House\n* Town\n\n  Kiel";
  expect(heldBy(box, text)).toEqual({ no: "HT-2207", kind: "House", town: "Kiel" });
  expect(codesOf(box, text)).toEqual(["uncertain_value town"]);
});

describe("among labels alone on their lines", () => {
  const box = defineBox({
    heading: null,
    fields: {
      name: field.text("Name"),
      owners: field.list("Owners"),
      kind: field.text("Kind"),
      built: field.int("Built"),
      radar: field.flag("Radar", { yes: "✓", no: "✗" }),
    },
  });
  const right = {
    name: "Alma",
    owners: ["Fjord Line", "Kind Shipping", "Port of Ulvik"],
    kind: "Car ferry",
    built: 1961,
    radar: true,
  };

  test("an item may start with one, and a tick be a value", () => {
    const text =
      "Name\nAlma\nOwners\nFjord Line\nKind Shipping\nPort of Ulvik\nKind\nCar ferry\nBuilt\n1961\nRadar\n✓\n";
    expect(heldBy(box, text)).toEqual(right);
  });

  test("a tick may stand in a cell", () => {
    expect(heldBy(box, "| Name | Alma |\n| Radar | ✗ |\n| Built | 1961 |")).toMatchObject({
      radar: false,
      built: 1961,
    });
  });
});

test("a row that nobody declared behind a sign on the same line is told", () => {
  const box = defineBox({
    heading: null,
    fields: { doors: field.text("Doors"), age: field.text("Age"), venue: field.text("Venue") },
  });
  expect(codesOf(box, "Doors: 7 pm · Show: 8 pm · Age: 18+ · Venue: Old Hall")).toContain(
    "uncertain_value doors",
  );
});

test("values above labels are sure where a blank line parts each pair", () => {
  const box = defineBox({
    heading: null,
    fields: {
      weeks: field.int("Weeks"),
      hours: field.number("Hours per week"),
      price: field.number("Price", { units: ["$"] }),
    },
  });
  const text =
    "6\nWeeks\n\n2.5\nHours per week\n\n$240\nPrice\n\nThanks for reading to the end of this page.";
  expect(heldBy(box, text)).toEqual({ weeks: 6, hours: 2.5, price: 240 });
  expect(codesOf(box, text)).toEqual([]);
});

describe("rows of something else that has labels of the box", () => {
  const house = defineBox({
    heading: "Details",
    fields: {
      type: field.text("Type"),
      size: field.number("Size", { units: ["m²"] }),
      rooms: field.int("Rooms"),
      baths: field.int("Baths"),
      year: field.int("Year"),
      pets: field.flag("Pets", { yes: ["Yes"], no: ["No"], optional: true }),
    },
  });
  const whole = { type: "House", size: 300, rooms: 7, baths: 2, year: 1990 };
  const rows = ["Type: House", "Size: 300 m²", "Rooms: 7", "Baths: 2", "Year: 1990"];
  const textOf = (lines: readonly string[], ...below: readonly string[]): string =>
    ["Details", "", ...lines, "", ...below].join("\n");
  const without = (label: string): string[] => rows.filter((row) => !row.startsWith(label));

  test("are not read where the box has its own", () => {
    expect(heldBy(house, textOf(rows, "Ground floor", "", "Size: 100 m²", "Rooms: 3"))).toEqual(whole);
  });

  test("are read for a row that is lost, and told", () => {
    const text = textOf(without("Baths"), "Ground floor", "", "Rooms: 3", "Baths: 1");
    expect(heldBy(house, text)).toEqual({ ...whole, baths: 1 });
    expect(codesOf(house, text)).toContain("uncertain_value baths");
  });

  test("are no doubt where one row stands above the whole box, and in it", () => {
    const text = ["Baths: 2", "", ...rows].join("\n");
    expect(heldBy(house, text)).toEqual(whole);
    expect(codesOf(house, text)).toEqual(["missing_heading ", "duplicate_field baths"]);
  });

  test("that a box may lack are told right above its heading, and no further up", () => {
    const above = (gap: string): string => `Pets: Yes\n${gap}\n${textOf(rows)}`;
    expect(heldBy(house, above(""))).toEqual(whole);
    expect(codesOf(house, above(""))).toEqual(["stray_text pets"]);
    expect(codesOf(house, above("\nfor sale\n\nby owner\n"))).toEqual([]);
    expect(codesOf(house, `Pets: Yes\n\n${textOf([...rows, "Pets: No"])}`)).toEqual([]);
  });
});
