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
