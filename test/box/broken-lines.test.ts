import { describe, expect, test } from "vitest";
import { defineBox, field } from "../../src/box/index.ts";
import { readOnPage as read } from "./read.ts";

/** Lines that extractors break within a label, a link or a unit. */

const optional = true;

describe("a label on two lines is read", () => {
  const trip = defineBox({
    heading: null,
    fields: {
      size: field.text("Group Size"),
      top: field.int("Maximum Altitude", { units: ["m"], optional }),
      season: field.text("Best Season"),
    },
  });
  const whole = { size: "2", top: 5416, season: "May" };
  test.each([
    ["before a colon", "Group Size: 2\nMaximum\nAltitude: 5416 m\nBest Season: May"],
    ["over its value", "Group Size:\n2\nMaximum\nAltitude:\n5416 m\nBest Season:\nMay"],
    ["behind a bullet", "* Group Size: 2\n* Maximum\n  Altitude: 5416 m\n* Best Season: May"],
    ["in bold", "**Group Size:** 2\n\n**Maximum\nAltitude:** 5416 m\n\n**Best Season:** May"],
  ])("%s", (_, text) => expect(read(trip, text)).toEqual({ held: whole, told: [] }));

  test("but not where it stands on one elsewhere", () => {
    const text = "Group Size: 2\nMaximum\nAltitude: 9 m\nMaximum Altitude: 5416 m\nBest Season: May";
    expect(read(trip, text).held).toEqual(whole);
  });

  test("but not where its rest is a label, too", () => {
    const sermon = defineBox({
      heading: null,
      fields: {
        topics: field.list("Topics"),
        kind: field.text("Service Type", { optional }),
        type: field.text("Type"),
      },
    });
    const { held } = read(sermon, "Topics:\n* Bread\n* Service\nType: Evening");
    expect(held).toEqual({ topics: ["Bread", "Service"], type: "Evening" });
  });

  test("of entries", () => {
    const card = defineBox({
      heading: null,
      fields: {
        name: field.text("Name"),
        place: field.entries("Place", {
          post: field.text("Post Code", { optional }),
          town: field.text("Town"),
        }),
      },
    });
    expect(read(card, "Name: Ann\nPlace:\n* Post\n  Code: 33\n* Town: Oban").held).toEqual({
      name: "Ann",
      place: { post: "33", town: "Oban" },
    });
  });
});

describe("a link over two lines is read", () => {
  const sermon = defineBox({
    heading: null,
    fields: { by: field.list("Preacher"), topics: field.list("Topics"), text: field.text("Passage") },
  });
  test.each([
    [
      "as Markdown",
      "Preacher: [J. Kell](https://site.example/preacher/j.%20kell), [R.\nOduya](https://site.example/preacher/r.%20oduya)\n\nTopics: [Bread](https://site.example/t/bread)\n\nPassage: Psalm 23",
    ],
    [
      "with its address behind",
      "Preacher: J. Kell [https://site.example/preacher/j.%20kell], R. Oduya\n[https://site.example/preacher/r.%20oduya]\n\nTopics: Bread [https://site.example/t/bread]\n\nPassage: Psalm 23",
    ],
    [
      "as a tag",
      '# Bread\n\nPreacher: <a href="https://site.example/j" rel="tag">J. Kell</a>, <a href="https://site.example/r" rel="tag">R. Oduya</a>\n\nTopics: <a href="https://site.example/t" rel="tag">Bread</a>\n\nPassage: Psalm 23',
    ],
  ])("%s", (_, text) => {
    const held = { by: ["J. Kell", "R. Oduya"], topics: ["Bread"], text: "Psalm 23" };
    expect(read(sermon, text)).toEqual({ held, told: [] });
  });

  test("with what follows it on lines that are full", () => {
    const text =
      " * Preacher: J. Kell\n * Topics: Worker Placement [https://site.example/t/worker%20placement], Set\n   Collection [https://site.example/t/mechanism/set%20collection], The\n   Preacher [https://site.example/t/preacher]\n * Passage: Psalm 23";
    const topics = ["Worker Placement", "Set Collection", "The Preacher"];
    expect(read(sermon, text).held).toEqual({ by: ["J. Kell"], topics, text: "Psalm 23" });
  });

  test("but not with a line of the page below an address", () => {
    const text =
      "Preacher: J. Kell\nTopics: Bread [https://site.example/topics/bread-and-all-that-is-baked-of-corn]\nSponsored by Oakline\nPassage: Psalm 23";
    expect(read(sermon, text).held).toEqual({ by: ["J. Kell"], topics: ["Bread"], text: "Psalm 23" });
  });

  test("but not where a short line stands over an address", () => {
    expect(
      read(sermon, "Preacher: J. Kell\nTopics: Bread\nPassage:\n[https://site.example/psalm]").held,
    ).toEqual({
      by: ["J. Kell"],
      topics: ["Bread"],
      text: "[https://site.example/psalm]",
    });
  });
});

describe("digits of units that stand higher in print", () => {
  const house = defineBox({
    heading: null,
    fields: {
      size: field.number("Size", { units: ["ft2", "m²"] }),
      volume: field.number("Volume", { units: ["m³"] }),
      rooms: field.int("Rooms"),
    },
  });
  test.each(["ft2", "ft²", "ft^2", "ft\n2", "m2", "m²", "m^2"])("%j", (unit) => {
    const text = `Size: 420 ${unit}\nVolume: 90 m^3\nRooms: 4`;
    expect(read(house, text)).toEqual({ held: { size: 420, volume: 90, rooms: 4 }, told: [] });
  });
  test("other digits are another unit", () => {
    expect(read(house, "Size: 420 m3\nVolume: 90 m2\nRooms: 4").told).toEqual([
      "invalid_value size",
      "invalid_value volume",
    ]);
  });
});

describe("pictures without a text are no part of values", () => {
  const villa = defineBox({
    heading: null,
    fields: { beds: field.int("Beds"), type: field.text("Type"), state: field.text("State") },
  });
  const whole = { beds: 4, type: "Villa", state: "For Sale" };
  test("over them", () => {
    expect(read(villa, "Beds\n\n[] 4\n\nType\n\n[] Villa\n\nState\n\n[] For Sale").held).toEqual(whole);
  });
  test("before labels on one line", () => {
    const { held, told } = read(villa, "[]Beds: 4[]Type: Villa[]State: For Sale");
    expect(held).toEqual(whole);
    expect(told.every((one) => one.startsWith("run_together"))).toBe(true);
  });
  test("but brackets of a type are", () => {
    expect(read(villa, "Beds: 4\nType: string[]\nState: number[]").held).toEqual({
      beds: 4,
      type: "string[]",
      state: "number[]",
    });
  });
});

test("a line that Markdown breaks with a backslash", () => {
  const soft = defineBox({
    heading: null,
    fields: { name: field.text("Name"), path: field.text("Path"), kind: field.text("Kind") },
  });
  expect(read(soft, "# Soft\n\n**Name:** Tool\\\n**Path:** C:\\\\dir\\\n**Kind:** Free")).toEqual({
    held: { name: "Tool", path: "C:\\dir", kind: "Free" },
    told: [],
  });
});
