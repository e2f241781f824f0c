import { describe, expect, test } from "vitest";
import { defineBox, field, safeParseBox } from "../../src/box/index.ts";

/** What extractors leave of a box that is not their best: tags, fences, a heading that runs into a label, cells that were wrapped. */

const optional = true;

const book = defineBox({
  heading: "Book facts",
  fields: {
    by: field.list("Written by"),
    art: field.text("Illustrated by", { optional }),
    house: field.text("Published by"),
    pages: field.int("Pages"),
    genres: field.list("Genres"),
    shape: field.word("Shape"),
  },
});

const whole = {
  by: ["Ada Fenn", "Jo Birk"],
  art: "M. Roe",
  house: "Harbour Press",
  pages: 312,
  genres: ["Novel", "Sea stories"],
  shape: "oblong",
};

const read = (text: string) => {
  const result = safeParseBox(book, text, { positions: true });
  const told = result.issues.filter(({ code }) => code !== "run_together").map(({ path }) => path[0]);
  return { held: result.success ? result.data : result.partial, told, result };
};

const ROWS: readonly (readonly [label: string, items: readonly string[]])[] = [
  ["Written by", ["Ada Fenn", "Jo Birk"]],
  ["Illustrated by", ["M. Roe"]],
  ["Published by", ["Harbour Press"]],
  ["Pages", ["312"]],
  ["Genres", ["Novel", "Sea stories"]],
  ["Shape", ["oblong"]],
];

const each = (write: (label: string, items: readonly string[]) => string, between = "\n"): string =>
  ROWS.map(([label, items]) => write(label, items)).join(between);

describe("comes back without an issue", () => {
  test.each([
    [
      "a heading that runs into the first label",
      `Book facts${each((label, items) => `${label}${items.join(", ")}`)}`,
    ],
    [
      "a table of tags on one line",
      `Book facts\n\n<table><tbody>${each((label, items) => `<tr><th>${label}</th><td>${items.join(", ")}</td></tr>`, "")}</tbody></table>\n\nMore text`,
    ],
    [
      "a list of tags with links and entities",
      `Book facts\n\n<dl>\n${each((label, items) => `<dt>${label}</dt>\n<dd>${items.map((item) => `<a href="/t/x?a=1&amp;b=2">${item}</a>`).join(", ")}</dd>`)}\n</dl>\n`,
    ],
    [
      "spans of tags",
      `### Book facts\n\n${each((label, items) => `<span class="k">${label}</span><span class="v">${items.join(", ")}</span>`, "\n\n")}`,
    ],
    [
      "spans and fences of Markdown",
      `::: info\n### Book facts\n\n${each((label, items) => `::: {.row}\n[${label}]{.k}[${items.map((item) => `[${item}](/t/x)`).join(", ")}]{.v}\n:::`, "\n\n")}\n:::`,
    ],
    ["values in bold", `Book facts\n\n${each((label, items) => `   -  ${label}: **${items.join(", ")}**`)}`],
    [
      "numbers of links right behind labels, of which one is lost",
      `[1]Home\n\nBook facts\n\n${each((label, items) => `${label}${items.join(", ")}`)
        .replace("Ada", "[2]Ada")
        .replace("Jo", "[3]Jo")
        .replace("Harbour", "[4]Harbour")
        .replace("Novel", "[6]Novel")
        .replace("Sea", "[7]Sea")}`,
    ],
    [
      "cells that were wrapped in a drawn table",
      "Book facts\n\n| Written by | Ada Fenn, Jo | Illustrated by | M. Roe |\n|  | Birk |  |  |\n| Published by | Harbour Press | Pages | 312 |\n| Genres | Novel, Sea | Shape | oblong |\n|  | stories |  |  |",
    ],
    [
      "values in small letters right behind labels, on one line",
      `Book facts\n\n${each((label, items) => `${label}${items.join(", ")}`, " ")}`,
    ],
  ])("%s", (_, text) => {
    const { held, told, result } = read(text);
    expect(held).toEqual(whole);
    expect(told).toEqual([]);
    const { start, end } = result.positions.get("/house") ?? { start: { offset: 0 }, end: { offset: 0 } };
    expect(text.slice(start.offset, end.offset)).toBe("Harbour Press");
  });
});

test("fences of Markdown around labels and values are none of these", () => {
  const { held, told } = read(
    `Book facts\n\n${each((label, items) => `::: row\n::: k\n${label}\n:::\n\n::: v\n${items.join(", ")}\n:::\n:::`, "\n\n")}`,
  );
  expect(held).toEqual(whole);
  // The value below the last label may be what follows the box.
  expect(told).toEqual(["shape"]);
});

test("two rows on a line with one space between are told apart where other lines have two", () => {
  const text =
    "Book facts\n\nWritten by   Ada Fenn, Jo Birk Illustrated by M. Roe\nPublished by Harbour Press     Pages          312\nGenres       Novel, Sea stories  Shape         oblong";
  expect(read(text).held).toEqual(whole);
});

test("tags are part of a value where no labels stand between them", () => {
  const { held, told } = read(
    `Book facts\n\n${each((label, items) => `${label}: ${items.join(", ")}`).replace("M. Roe", "<b>M. Roe</b>")}`,
  );
  expect(held).toEqual({ ...whole, art: "<b>M. Roe</b>" });
  expect(told).toEqual(["art"]);
});

describe("what may be of a list is told", () => {
  const rows = (genres: string): string =>
    `Book facts\n\nWritten by: Ada Fenn, Jo Birk\nPublished by: Harbour Press\nPages: 312\nShape: oblong\n${genres}`;
  test.each([
    ["lines below the last label", "Genres:\nNovel\nSea stories\nPoems\n", ["Novel"]],
    ["two bullets on one line", "Genres:\n * Novel * Sea stories\n", ["Novel * Sea stories"]],
    ["an item without its bullet", "Genres:\n  * Novel\nSea stories\n  * Poems\n", ["Novel"]],
    ["an item twice", "Genres:\n  * Novel\n  * Novel\n", ["Novel", "Novel"]],
    ["a separator at the end", "Genres: Novel, Sea,\n", ["Novel", "Sea"]],
    ["separators behind a hyphen", "Genres\n- Novel, Poems\n", ["Novel, Poems"]],
    ["the hyphen of the bullets", "Genres:\n- Novel\n- Sea- Poems\n", ["Novel", "Sea- Poems"]],
    [
      "the label of another field",
      "Genres:\n  * Novel\n  * Illustrated by: M. Roe\n",
      ["Novel", "Illustrated by: M. Roe"],
    ],
    ["a bullet above its label", "  * Novel\nGenres:\n  * Poems\n", ["Poems"]],
  ])("%s", (_, genres, items) => {
    const { held, told } = read(rows(genres));
    expect(held).toMatchObject({ genres: items });
    expect(told).toContain("genres");
  });

  test("a bullet below the row that follows", () => {
    const { held, told } = read(
      `${rows("Genres:\n  * Novel\n").replace("Shape: oblong\n", "")}Shape: oblong\n  * Poems\n`,
    );
    expect(held).toMatchObject({ genres: ["Novel"], shape: "oblong" });
    expect(told).toContain("genres");
  });

  test("lines without bullets", () => {
    const { told } = read(rows("").replace("Pages", "Genres:\nNovel\nPoems\nPages"));
    expect(told).toEqual(["genres"]);
  });

  test("two lines without the separator that others have between them", () => {
    const { held, told } = read(
      "Book facts\n\nWritten by\nAda Fenn\n,\nJo Birk\nM. Roe\nPublished by\nHarbour Press\nPages\n312\nGenres\nNovel\n,\nShape\noblong",
    );
    expect(held).toMatchObject({ by: ["Ada Fenn", "Jo Birk M. Roe"], genres: ["Novel"] });
    expect(told).toContain("by");
  });

  test("a line above a label that is gone", () => {
    const { told } = read(
      "Book facts\n\nWritten by:\nAda Fenn\nJo Birk\nIllustra\nM. Roe\nPublished by:\nHarbour Press\nPages:\n312\nGenres:\nNovel\nShape:\noblong",
    );
    expect(told).toContain("by");
  });
});

test.each([
  ["hanging below it", "  * Sea\n    stories"],
  ["at the margin", "  * Sea\nstories"],
])("an item that was wrapped, %s, is one, and those below it are items", (_, item) => {
  const { held, told } = read(
    `Book facts\n\nWritten by: Ada Fenn\nPublished by: Harbour Press\nGenres:\n  * Novel\n${item}\n  * Poems\nPages: 312\nShape: oblong`,
  );
  expect(held).toMatchObject({ genres: ["Novel", "Sea stories", "Poems"], pages: 312 });
  expect(told).toEqual(["genres"]);
});

test("an item that is one letter off a missing label is an item where labels have no bullets", () => {
  const { held, told } = read(
    "Book facts\n\nWritten by: Ada Fenn\nPublished by: Harbour Press\nPages: 312\nGenres\n  * Shap\n  * Poems",
  );
  expect(held).toMatchObject({ genres: ["Shap", "Poems"] });
  expect(told).toContain("shape");
});

test("a label with one edit is found below a long list", () => {
  const { held, told } = read(
    `Book facts\n\nWritten by: Ada Fenn\nPublished by: Harbour Press\nPages: 312\nGenres\n${Array.from({ length: 9 }, (_, i) => `  * Novel ${i}\n`).join("")}Shpe: oblong`,
  );
  expect(held).toMatchObject({ shape: "oblong" });
  expect(told).toEqual(["shape"]);
});

test("one mark of bold text within a value is its own", () => {
  const text = `Book facts\n\n${each((label, items) => `**${label}:** ${items.join(", ")}`)}`;
  const { held, told } = read(text.replace("Harbour Press", "src/**.ts and more"));
  expect(held).toEqual({ ...whole, house: "src/**.ts and more" });
  expect(told).toEqual([]);
});
