import { describe, expect, test } from "vitest";
import { defineBox, field, safeParseBox } from "../../src/box/index.ts";

/** Tables of records of which a line is damaged: what is left is read, and what is no row is told. */

const fair = defineBox({
  heading: "Fair",
  fields: {
    venue: field.text("Venue"),
    tickets: field.records("Tickets", {
      name: field.text("Ticket"),
      price: field.text("Price"),
      note: field.text("Note"),
    }),
    phone: field.text("Phone", { optional: true }),
    hint: field.sentence("Hint", { optional: true }),
  },
});

const read = (text: string) => {
  const result = safeParseBox(fair, text);
  return {
    tickets: (result.success ? result.data : result.partial).tickets,
    told: result.issues.map(({ code, path }) => `${code} ${path.join(".")}`),
  };
};

const CHILD = { name: "Child", price: "$1", note: "small" };
const ADULT = { name: "Adult", price: "$2", note: "all" };

/** The ways in which a table is written: a row, and what stands under that of the labels. */
const TABLES = {
  "with bars": [(...cells: string[]) => `| ${cells.join(" | ")} |`, "| --- | --- | --- |"],
  "with bars between cells": [(...cells: string[]) => `${cells.join("| ")}  `, "---|---|---"],
  "with tabs": [(...cells: string[]) => cells.join("\t"), ""],
} as const;

describe.each(Object.entries(TABLES))("a table %s", (_, [row, rule]) => {
  const page = (...rows: string[]) =>
    `Fair\n\nVenue: Hall\n\nTickets\n\n${rows.filter((one) => one !== "").join("\n")}\n\nPhone: 12\n\nThanks for reading.`;
  const head = row("Ticket", "Price", "Note");

  test("has a row of the same words once more", () => {
    const child = row("Child", "$1", "small");
    expect(read(page(head, rule, child, child, row("Adult", "$2", "all")))).toEqual({
      tickets: [CHILD, CHILD, ADULT],
      told: ["uncertain_value tickets.1"],
    });
  });

  test.each([
    ["above its labels", (line: string) => page(line, head, rule, row("Child", "$1", "small"))],
    ["above its rows", (line: string) => page(head, rule, line, row("Child", "$1", "small"))],
    ["below its rows", (line: string) => page(head, rule, row("Child", "$1", "small"), line)],
  ])("has a line of the page %s", (_, write) => {
    expect(read(write("Sold by Oakline"))).toEqual({ tickets: [CHILD], told: ["stray_text tickets"] });
  });

  test("has the rest of a row on the next line", () => {
    expect(read(page(head, rule, row("Child", "$1", "up"), "to five", row("Adult", "$2", "all")))).toEqual({
      tickets: [{ ...CHILD, note: "up" }, ADULT],
      told: ["stray_text tickets"],
    });
  });
});

test("a table without a whole row is none", () => {
  const text =
    "Fair\n\nVenue: Hall\n\nTickets\n\n| Ticket | Price | Note |\n| --- | --- | --- |\n| Child |\n$1 |";
  expect(read(text)).toEqual({
    tickets: undefined,
    told: ["invalid_value tickets", "stray_text tickets"],
  });
});

test("a row may have one cell where the others are empty", () => {
  const seats = defineBox({
    heading: "Seats",
    fields: {
      rows: field.records("Rows", {
        name: field.text("Name"),
        note: field.text("Note", { optional: true }),
      }),
    },
  });
  const text = "Seats\n\nRows\n\n| Name | Note |\n| --- | --- |\n| Front |  |\n| Back | dim |";
  expect(safeParseBox(seats, text)).toMatchObject({
    data: { rows: [{ name: "Front" }, { name: "Back", note: "dim" }] },
    issues: [],
  });
});

describe("cells on lines of their own", () => {
  const episode = defineBox({
    heading: "Episode",
    fields: {
      parts: field.records("Parts", {
        start: field.pattern("Start", /^\d?\d:\d\d$/),
        title: field.text("Title"),
      }),
      license: field.text("License"),
    },
  });
  const parts = [
    { start: "0:00", title: "Start and hello" },
    { start: "4:12", title: "Title of the week" },
  ];
  const lines = "Start\nTitle\n0:00\nStart and hello\n4:12\nTitle of the week";

  test("are rows where values of closed forms tell it", () => {
    const { issues, ...result } = safeParseBox(episode, `Episode\nParts\n${lines}\nLicense: CC0`);
    expect(result).toMatchObject({ data: { parts, license: "CC0" } });
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(["uncertain_value parts"]);
  });

  test("are none where one is missing", () => {
    const damaged = lines.replace("4:12\n", "");
    const { issues } = safeParseBox(episode, `Episode\nParts\n${damaged}\nLicense: CC0`);
    expect(issues.some(({ severity, path }) => severity === "error" && path[0] === "parts")).toBe(true);
  });

  test("end where the page goes on below the last row of the box", () => {
    const last = defineBox({ heading: "Episode", fields: { parts: episode.fields.parts } });
    const result = safeParseBox(last, `Episode\nParts\n${lines}\nThanks for reading.\nWrite to us.`);
    expect(result).toMatchObject({ data: { parts } });
  });
});

test("a row of the box at the end of the last row of a table is told", () => {
  const rows =
    "Ticket| Price| Note  \n---|---|---  \nChild| $1| small  \nAdult| $2| all  \nGroup| $9| six **Phone:** 12";
  expect(read(`Fair\n\n**Venue:** Hall\n\n### Tickets\n\n${rows}\n\n**Hint:** Come early.`)).toEqual({
    tickets: [CHILD, ADULT, { name: "Group", price: "$9", note: "six Phone: 12" }],
    told: ["uncertain_value tickets.2.note", "label_without_value phone"],
  });
});

test("a row whose cells stand below no label is none, and told", () => {
  const rows = [
    "| | | | Ticket | Price | Note |",
    "| Child | $1 | small | | | |",
    "| | | | Adult | $2 | all |",
  ];
  const { tickets, told } = read(`Fair\n\nVenue: Hall\nTickets\n${rows.join("\n")}\nPhone: 12`);
  expect(tickets).toEqual([ADULT]);
  expect(told).toContain("stray_text tickets");
});
