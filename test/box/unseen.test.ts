import { describe, expect, test } from "vitest";
import { defineBox, field } from "../../src/box/index.ts";
import { read } from "./read.ts";

/** What testers who had not seen the code found read wrongly, or not reported where it was not read. */

const optional = true;

const car = defineBox({
  heading: null,
  fields: {
    make: field.word("Make"),
    engine: field.text("Engine"),
    power: field.int("Power"),
    features: field.list("Features"),
  },
});

describe("marks of cells are none of their values", () => {
  const whole = { make: "Tovia", engine: "V8", power: 90, features: ["Hitch", "Rack"] };
  test.each([
    ["bold values", "| Make | **Tovia** |\n| Engine | **V8** |\n| Power | 90 |\n| Features | Hitch, Rack |"],
    [
      "bold labels",
      "| **Make** | Tovia |\n| **Engine** | V8 |\n| **Power** | 90 |\n| **Features** | Hitch, Rack |",
    ],
    [
      "under labels of columns",
      "| **Make:** | Tovia |\n|---|---|\n| *Engine* | V8 |\n| _Power_ | 90 |\n| __Features__ | Hitch, Rack |",
    ],
    ["values as code", "| Make | `Tovia` |\n| Engine | `V8` |\n| Power | 90 |\n| Features | Hitch, Rack |"],
  ])("%s", (_, text) => expect(read(car, text)).toEqual({ held: whole, told: [] }));
});

describe("a longer label is none of the fields", () => {
  test.each([
    ["bold", "**Make:** Tovia\n\n**Engine number:** E-44\n\n**Power:** 90\n\n**Features:** Hitch"],
    [
      "bold, without colons",
      "**Make** Tovia\n\n**Engine number** E-44\n\n**Power** 90\n\n**Features** Hitch",
    ],
    ["before a dash", "Make - Tovia\nEngine number - E-44\nPower - 90\nFeatures - Hitch"],
    [
      "before a column",
      "Make             Tovia\nEngine number    E-44\nPower            90\nFeatures         Hitch",
    ],
    ["before a bar", "| Make | Tovia |\n| Engine number | E-44 |\n| Power | 90 |\n| Features | Hitch |"],
    ["before a tab", "Make\tTovia\nEngine number\tE-44\nPower\t90\nFeatures\tHitch"],
  ])("%s", (_, text) => {
    const { held, told } = read(car, text);
    expect(held).toEqual({ make: "Tovia", power: 90, features: ["Hitch"] });
    expect(told).toContain("missing_field engine");
  });

  test("which ends with the label of another row", () => {
    const typed = defineBox({
      heading: null,
      fields: {
        make: field.word("Make"),
        engine: field.text("Engine"),
        type: field.text("Type", { optional }),
      },
    });
    const { held, told } = read(typed, "Make: Tovia\nEngine type: petrol\nType: Wagon");
    expect(held).toEqual({ make: "Tovia", type: "Wagon" });
    expect(told).toContain("missing_field engine");
  });
});

describe("an empty cell is none", () => {
  const plan = defineBox({
    heading: null,
    fields: {
      kind: field.word("Kind"),
      talks: field.records("Talks", {
        room: field.word("Room", { optional }),
        time: field.text("Time"),
        title: field.text("Title"),
      }),
    },
  });
  test.each([
    [
      "in a table of Markdown",
      "| Room | Time | Title |\n|---|---|---|\n|  | 9:00 | Opening |\n| A | 12:00 | Lunch |",
    ],
    ["between tabs", "Room\tTime\tTitle\n\t9:00\tOpening\nA\t12:00\tLunch"],
  ])("%s", (_, table) =>
    expect(read(plan, `Kind: free\nTalks\n${table}`)).toEqual({
      held: {
        kind: "free",
        talks: [
          { time: "9:00", title: "Opening" },
          { room: "A", time: "12:00", title: "Lunch" },
        ],
      },
      told: [],
    }),
  );
});

describe("many lines without bullets part no box", () => {
  const numbers = Array.from({ length: 20 }, (_, i) => i + 1);
  test("of a list", () => {
    const plan = defineBox({
      heading: "Plan",
      fields: { kind: field.word("Kind"), steps: field.list("Steps"), contact: field.text("Contact") },
    });
    const { held } = read(
      plan,
      `Plan\n\nKind: free\nSteps\n${numbers.map((n) => `step ${n}`).join("\n")}\nContact: Ann`,
    );
    expect(held).toEqual({ kind: "free", steps: numbers.map((n) => `step ${n}`), contact: "Ann" });
  });

  test("of records", () => {
    const plan = defineBox({
      heading: "Plan",
      fields: {
        talks: field.records("Talks", { time: field.text("Time"), name: field.text("Name") }),
        contact: field.text("Contact", { optional }),
      },
    });
    const talks = numbers.map((n) => `Time: ${n}:00\nName: T${n}`).join("\n");
    expect(read(plan, `Plan\n\nTalks\n${talks}\nContact: Ann`)).toEqual({
      held: { talks: numbers.map((n) => ({ time: `${n}:00`, name: `T${n}` })), contact: "Ann" },
      told: [],
    });
  });
});

describe("the label of a field that a box may lack is reported", () => {
  const show = defineBox({
    heading: null,
    fields: {
      season: field.int("Season"),
      hosts: field.list("Hosts"),
      guests: field.list(["Guests", "Guest"], { optional }),
      cards: field.entries("Cards", { yellow: field.int("Yellow"), red: field.int("Red") }, { optional }),
    },
  });
  test.each([
    [
      "within the value of another row",
      "Season 4\nHosts Ann Lee, Bo Marsh Guest Dr. Quill",
      "uncertain_value hosts",
    ],
    [
      "at the end of an item",
      "Season 4\nHosts\n  • Ann Lee\n  • Bo Marsh Guest\n  • Dr. Quill",
      "uncertain_value hosts",
    ],
    [
      "after an entry",
      "Season: 4\nHosts: Ann Lee\nCards:\n  * Yellow: 4\n  * Red: 1\n  * Guests: Jo",
      "label_without_value guests",
    ],
    [
      "behind the number of an entry",
      "Season: 4\nHosts: Ann Lee\nCards:\n  * Yellow: 4\n  * Red: 1 Guests: Jo",
      "label_without_value guests",
    ],
    ["in a line that no field took", "Season: 4\n2 Guests\nHosts: Ann Lee", "label_without_value guests"],
  ])("%s", (_, text, issue) => expect(read(show, text).told).toContain(issue));

  test("but no word of a text", () => {
    expect(read(show, "Season: 4\nHosts: The Guest house").told).toEqual([]);
    expect(read(show, "Season: 4\nseen by guests of ours\nHosts: Ann Lee").told).toEqual([
      "stray_text season",
    ]);
  });
});

describe("rows that stand twice", () => {
  const plugin = defineBox({
    heading: null,
    fields: {
      author: field.text("Author"),
      released: field.text("Released"),
      updated: field.text("Updated"),
      license: field.word("License"),
      sites: field.int("Sites", { optional }),
    },
  });
  const whole = { author: "Ann", released: "March", updated: "June", license: "MIT", sites: 5 };
  test.each([
    [
      "with two on a line",
      "| Author | Ann | Released | March |\n| Updated | June | License | MIT |\n| Updated | June | License | MIT |\n| Sites | 5 |",
    ],
    [
      "one after the other",
      "Author: Ann\nReleased: March\nUpdated: June\nReleased: March\nUpdated: June\nLicense: MIT\nSites: 5",
    ],
  ])("are of one box: %s", (_, text) => {
    const { held, told } = read(plugin, text);
    expect(held).toEqual(whole);
    expect(told).toContain("duplicate_field updated");
  });
});

describe("letters as texts of other languages have them", () => {
  test("wide digits of a text stay, and those of a number are read", () => {
    const hall = defineBox({
      heading: "情報",
      fields: {
        hall: field.text("会場"),
        seats: field.int("定員", { units: ["名"] }),
        day: field.date("日付"),
        version: field.version("版"),
        plain: field.of("数", {
          expected: "a digit",
          read: (text) => (/^\d$/.test(text) ? text : undefined),
          write: String,
        }),
        bring: field.list("持ち物", { separator: "、" }),
      },
    });
    const rows = [
      "会場：市民：ホール２階",
      "定員：３０名",
      "日付：２０２６-０１-０２",
      "版：１.２.３",
      "数：４",
      "持ち物：Ａ４ノート、ペン",
    ];
    expect(read(hall, `見学\n\n情報\n${rows.map((row) => `・${row}`).join("\n")}`)).toEqual({
      held: {
        hall: "市民：ホール２階",
        seats: 30,
        day: "2026-01-02",
        version: "1.2.3",
        plain: "4",
        bring: ["Ａ４ノート", "ペン"],
      },
      told: [],
    });
    expect(read(hall, rows.map((row) => `・${row.replace("：", "／")}`).join("\n")).held).toMatchObject({
      hall: "市民：ホール２階",
    });
  });

  test("accents that are characters of their own", () => {
    const book = defineBox({
      heading: "Größen",
      fields: { size: field.word("Größe", { optional }), by: field.text("Autor") },
    });
    const { held, told } = read(book, "Größen\n\nGröße: XL\nAutor: Ann".normalize("NFD"));
    expect(held).toEqual({ size: "XL", by: "Ann" });
    expect(told).toEqual([]);
  });

  test("capitals of Greek, which have no accents", () => {
    const flat = defineBox({
      heading: null,
      fields: { type: field.word("Τύπος"), floor: field.int("Όροφος") },
    });
    expect(read(flat, "ΤΥΠΟΣ: σπίτι\nΟΡΟΦΟΣ: 2")).toEqual({ held: { type: "σπίτι", floor: 2 }, told: [] });
  });
});

test("a name with a capital within does not run on", () => {
  const plugin = defineBox({
    heading: "Facts",
    fields: { type: field.word("Type"), needs: field.text("Requires") },
  });
  expect(read(plugin, "Facts\nType\tplugin\nRequires\tWordPress 6.4 or newer").told).toEqual([]);
  expect(read(plugin, "Facts\nType\tplugin\nRequires\tpaper or clothLeave a reply").told).toEqual([
    "uncertain_value needs",
  ]);
});

test("a heading that no field took is told of the box, and of none of its fields", () => {
  const walk = defineBox({
    heading: "Walk",
    fields: { level: field.text("Level"), stops: field.list("Stops"), map: field.text("Map") },
  });
  const text =
    "## Walk\n\n**Level:** Easy\n\n**Stops:** Mill, Inn\n\n### Nearby\n\n**Views:** 12\n\n**Map:** B2";
  expect(read(walk, text)).toEqual({
    held: { level: "Easy", stops: ["Mill", "Inn"], map: "B2" },
    told: ["stray_text", "unknown_field"],
  });
});
