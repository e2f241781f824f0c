import { defineBox, field } from "alphanode-post/box";
import { describe, expect, test } from "vitest";
import { range } from "./codecs.ts";
import { hoursWith } from "./declarations.ts";
import { read, readOnPage } from "./read.ts";

/** Layouts that extractors leave of the boxes of plugins: figures before labels, tables drawn with spaces, dashes on lines of their own. */

const optional = true;

describe("figures before what they count, a pair a line", () => {
  const gift = defineBox({
    heading: null,
    fields: {
      raised: field.text("Raised"),
      gifts: field.int("Donations"),
      goal: field.int("Goal", { units: ["$"], thousands: "," }),
      days: field.int("Days left", { optional }),
    },
  });
  const right = { raised: "$18,250", gifts: 213, goal: 25000, days: 12 };
  test.each([
    ["with a space", "$18,250 Raised\n213 Donations\n$25,000 Goal\n12 Days left"],
    ["with nothing", "$18,250Raised\n\n213Donations\n\n$25,000Goal\n\n12Days left"],
    ["as bullets", "- $18,250 raised\n- 213 donations\n- $25,000 goal\n- 12 days left"],
  ])("%s", (_, text) => {
    expect(readOnPage(gift, text)).toEqual({ held: right, told: [] });
  });

  test("are not read where the label starts a line elsewhere, or one line alone has the form", () => {
    const house = defineBox({
      heading: null,
      fields: { beds: field.int("Bedrooms"), baths: field.int("Baths"), type: field.text("Type") },
    });
    const { held } = readOnPage(house, "4 Bedrooms\n2 Baths\n\nType: House\nBedrooms: 5\nBaths: 3");
    expect(held).toEqual({ type: "House", beds: 5, baths: 3 });
    expect(readOnPage(house, "4 Bedrooms\n\nThat is all.").told).toEqual(["missing_box"]);
  });
});

describe("a table of records", () => {
  const hours = hoursWith({ optional: false });
  const right = {
    hours: [
      { day: "Monday", open: "8:00", close: "17:30" },
      { day: "Tuesday", open: "9:00", close: "18:30" },
      { day: "Friday", open: "8:00", close: "noon" },
    ],
    zone: "CET",
  };

  test("that is drawn with spaces", () => {
    const table =
      "    Day      Opens  Closes\n    Monday   8:00   17:30\n    Tuesday  9:00   18:30\n    Friday   8:00   noon";
    expect(readOnPage(hours, `    Hours\n\n${table}\n\n    Zone: CET`)).toEqual({ held: right, told: [] });
  });

  test("that is drawn with spaces, and of which a cell is empty, tells the row", () => {
    const table = "Day      Opens  Closes\nMonday   8:00   17:30\nTuesday  9:00\nFriday   8:00   noon";
    expect(readOnPage(hours, `Hours\n\n${table}\n\nZone: CET`).told).toContain("stray_text hours");
  });

  const lines = "Day\nOpens\nCloses\nMonday\n8:00\n17:30\nTuesday\n9:00\n18:30\nFriday\n8:00\nnoon".split(
    "\n",
  );

  test("of texts with a line a cell, up to the next label", () => {
    const { held, told } = readOnPage(hours, `Hours\n${lines.join("\n")}\nZone\nCET`);
    expect(held).toEqual(right);
    expect(told).toContain("uncertain_value hours");
  });

  test("of which a line is gone, is told", () => {
    for (let at = 3; at < lines.length; at++) {
      const { told } = readOnPage(hours, `Hours\n${lines.toSpliced(at, 1).join("\n")}\nZone\nCET`);
      expect(told.filter((one) => one.includes(" hours")).length).toBeGreaterThan(0);
    }
  });
});

describe("a dash on a line of its own", () => {
  const event = defineBox({
    heading: null,
    fields: {
      date: field.text("Date"),
      time: field.of("Time", range),
      tags: field.list("Tags", { optional }),
    },
  });
  test.each(["-", "–", "—"])("%s is that of a range", (dash) => {
    const { held, told } = readOnPage(
      event,
      `Date:\n14 March\n${dash}\n16 March\nTime:\n7:30 pm\n${dash === "—" ? "–" : dash}\n10 pm\nTags:\nfolk`,
    );
    expect(held).toMatchObject({ date: `14 March ${dash} 16 March`, time: { from: "7:30 pm", to: "10 pm" } });
    expect(told).toContain("wrapped_text date");
  });

  test("is a bullet where there are several, and none below a label", () => {
    const { held } = readOnPage(event, "Date:\n-\n14 March\nTags:\n-\nfolk\n-\nsongs\nTime: 7 pm - 9 pm");
    expect(held).toMatchObject({ date: "14 March", tags: ["folk", "songs"] });
  });
});

describe("what is left of icons", () => {
  const trip = defineBox({
    heading: "Trip facts",
    fields: {
      transport: field.list("Transport"),
      stay: field.text("Stay", { optional }),
      group: field.text("Group size"),
    },
  });
  test("within a line of several rows", () => {
    const { held } = read(
      trip,
      "### Trip facts\n\n__**Transport** : Bus, Ferry  __**Stay** : three nights in huts and two in a\nguesthouse  __**Group size** : 4-12 people",
    );
    expect(held).toEqual({
      transport: ["Bus", "Ferry"],
      stay: "three nights in huts and two in a guesthouse",
      group: "4-12 people",
    });
  });

  test("as a space before each label costs a list below its label no item", () => {
    const { held, told } = readOnPage(
      trip,
      "Trip facts\n Group size: 4\n Transport:\nBus\nFerry\n Stay: huts",
    );
    expect(held).toEqual({ transport: ["Bus", "Ferry"], stay: "huts", group: "4" });
    expect(told).toEqual(["uncertain_value transport"]);
  });
});

test("a title that runs into the first label costs no value", () => {
  const recipe = defineBox({
    heading: null,
    fields: {
      yield: field.text("Yield"),
      prep: field.text("Prep Time"),
      total: field.text("Total Time", { optional }),
    },
  });
  const { held, told } = readOnPage(
    recipe,
    "Plum CrumbleYield: 6 servings\nPrep Time: 20 minutes\nTotal Time: 1 hour",
  );
  expect(held).toEqual({ yield: "6 servings", prep: "20 minutes", total: "1 hour" });
  expect(told).toEqual(["stray_text", "run_together yield", "run_together prep", "run_together total"]);
});

test("a list of which the first item is gone is told", () => {
  const meta = defineBox({ heading: null, fields: { sku: field.text("SKU"), tags: field.list("Tags") } });
  expect(readOnPage(meta, "SKU: D-1\nTags: , Balladen").told).toContain("uncertain_value tags");
  expect(readOnPage(meta, "SKU: D-1\nTags: Folk, , Balladen").told).toContain("uncertain_value tags");
});
