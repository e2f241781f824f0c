import { defineBox, field, safeParseBox } from "alphanode-post/box";
import { describe, expect, test } from "vitest";

/** Signs of the tool that wrote a box, which all of its rows share, and one that a single row has. */

const box = defineBox({
  heading: "Car",
  fields: {
    make: field.word("Make"),
    engine: field.text("Engine"),
    power: field.int("Power"),
    extras: field.list("Extras"),
  },
});

const whole = { make: "Tovia", engine: "V8 diesel", power: 90, extras: ["radio", "tow bar"] };
/** What is read of a text, and what is told. */
const read = (declared: Parameters<typeof safeParseBox>[0], text: string) => {
  const result = safeParseBox(declared, text);
  return {
    value: (result.success ? result.data : result.partial) as Record<string, unknown>,
    issues: result.issues,
  };
};

const ROWS = [
  ["Make", "Tovia"],
  ["Engine", "V8 diesel"],
  ["Power", "90"],
  ["Extras", "radio, tow bar"],
] as const;

const written = (row: (label: string, value: string) => string): string =>
  `Car\n\n${ROWS.map(([label, value]) => row(label, value)).join("\n")}\n`;

describe("what all rows share is none of their values", () => {
  test.each<[string, (label: string, value: string) => string]>([
    ["an equals sign", (label, value) => `${label} = ${value}`],
    ["an arrow", (label, value) => `${label} → ${value}`],
    ["a sign right behind the label", (label, value) => `${label}—${value}`],
    ["leader dots", (label, value) => `${label} ........ ${value}`],
    ["a sign before a colon", (label, value) => `${label} (?): ${value}`],
    ["back-ticks around values", (label, value) => `${label}: \`${value}\``],
    ["quotation marks around values", (label, value) => `${label}: "${value}"`],
    ["emphasis right behind labels", (label, value) => `${label}*${value}*`],
    ["emphasis that is drawn, of each item", (label, value) => `${label}_${value.replace(", ", "_, _")}_`],
    ["a semicolon behind values", (label, value) => `${label}: ${value};`],
    ["the number of a note", (label, value) => `${label}: ${value}[1]`],
    ["a button", (label, value) => `${label}: ${value} Copy`],
    ["a sign and marks", (label, value) => `• ${label} = "${value}",`],
  ])("%s", (_, row) => {
    const { value, issues } = read(box, written(row));
    expect(value).toEqual(whole);
    expect(issues).toEqual([]);
  });
});

test("what one row has is kept", () => {
  const source = written((label, value) =>
    label === "Engine" ? `${label}: = ${value}` : `${label}: ${value}`,
  );
  expect(read(box, source).value).toMatchObject({ engine: "= V8 diesel" });
});

test("two rows share a sign that joins label and value", () => {
  const two = defineBox({
    heading: "Car",
    fields: { make: field.text("Make"), engine: field.text("Engine") },
  });
  expect(read(two, "Car\n\nMake = a\nEngine = b\n").value).toMatchObject({
    make: "a",
    engine: "b",
  });
});

const podcast = (heading: string | null) =>
  defineBox({
    heading,
    fields: {
      show: field.text("Show"),
      episode: field.text("Episode"),
      host: field.text("Host"),
      guests: field.list("Guests"),
      length: field.text("Length"),
      next: field.word("Next"),
    },
    rest: true,
  });

const EPISODE = {
  show: "The Quiet Machine",
  episode: "112",
  host: "Mara Ellis",
  guests: ["Jon Bell", "Ada Roy"],
  length: "an hour",
  next: "Monday",
};
type Key = keyof typeof EPISODE;
type Write = (label: string, value: string) => string;

/** Signs around values and behind them. */
const SIGNS: Readonly<Record<string, Write>> = {
  "a semicolon": (label, value) => `${label}: ${value};`,
  "a semicolon, spaces alone before values": (label, value) => `${label} ${value};`,
  "a comma behind quotation marks": (label, value) => `${label}: "${value}",`,
  "quotation marks": (label, value) => `${label}: "${value}"`,
  "single ones": (label, value) => `${label}: '${value}'`,
  "back-ticks": (label, value) => `${label} = \`${value}\``,
  "an arrow": (label, value) => `${label} → ${value}`,
  "a button": (label, value) => `${label}: ${value} Copy`,
};

const rowsOf = (
  write: Write,
  given: Readonly<Record<string, string | readonly string[]>> = EPISODE,
): string[] =>
  Object.entries(given).map(([key, value]) =>
    write(key.charAt(0).toUpperCase() + key.slice(1), [value].flat().join(", ")),
  );

describe.each(Object.entries(SIGNS))("%s", (_, write) => {
  test.each<[string, string | null, (rows: string) => string]>([
    ["under a heading that starts with a label", "Episode info", (rows) => `Episode info\n\n${rows}`],
    [
      "below a line of the page that starts with one",
      "Details",
      (rows) => `Host your own show!\n\nDetails\n\n${rows}`,
    ],
    ["above such a line", null, (rows) => `${rows}\n\nShow me more\n`],
  ])("is of no value %s", (__, heading, text) => {
    const { value, issues } = read(podcast(heading), text(rowsOf(write).join("\n")));
    expect(value).toMatchObject(EPISODE);
    expect(issues.filter(({ code }) => code !== "duplicate_field")).toEqual([]);
  });

  test("is of no row that nobody declared", () => {
    const rows = rowsOf(write).toSpliced(2, 0, write("Views", "1,204"));
    const text = `Details\n\n${rows.join("\n")}`;
    const { rest } = read(podcast("Details"), text).value;
    if (write("", "").startsWith(":")) expect(rest).toEqual({ Views: "1,204" });
  });

  test.each(Object.keys(EPISODE) as Key[])(
    "that %s is without, or around nothing there: it is right or told",
    (key) => {
      const plain = rowsOf((label, value) => `${label}: ${value}`);
      const at = Object.keys(EPISODE).indexOf(key);
      for (const rows of [
        rowsOf(write).with(at, plain[at] as string),
        rowsOf(write, { ...EPISODE, [key]: "" }),
        rowsOf(write).toSpliced(at, 1),
        plain.with(at, rowsOf(write)[at] as string).with((at + 1) % 6, rowsOf(write)[(at + 1) % 6] as string),
      ]) {
        const text = `Details\n\n${rows.join("\n")}\n`;
        const { value, issues } = read(podcast("Details"), text);
        const told = new Set(issues.map(({ path }) => path[0]));
        const isLost = !rows.some((row) => row.includes([EPISODE[key]].flat()[0] as string));
        const right = isLost ? { ...EPISODE, [key]: undefined } : EPISODE;
        for (const one of Object.keys(EPISODE) as Key[])
          if (!told.has(one)) expect({ text, [one]: value[one] }).toEqual({ text, [one]: right[one] });
      }
    },
  );
});

test("quotation marks around each item of a list are none of these", () => {
  const rows = rowsOf(
    (label, value) => `${label}: ${label === "Guests" ? '"Jon Bell", "Ada Roy"' : `"${value}"`}`,
  );
  expect(read(podcast("Details"), `Details\n\n${rows.join("\n")}`)).toMatchObject({
    value: EPISODE,
    issues: [],
  });
});

test.each(['"Bell, Jon", "Roy, Ada"', '"Jon "J" Bell"'])("marks within marks are told: %s", (guests) => {
  const rows = rowsOf((label, value) => `${label}: ${label === "Guests" ? guests : `"${value}"`}`);
  const { issues } = read(podcast("Details"), `Details\n\n${rows.join("\n")}`);
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toContain("uncertain_value guests");
});

describe("labels of Turkish", () => {
  const turkish = defineBox({
    heading: "İlan",
    fields: {
      half: field.text("İlk yarı"),
      inside: field.flag("İç mekân", { yes: ["İçinde"], no: ["Dışında"] }),
    },
  });

  test.each([
    "İlan\n\nİlk yarı: 1 - 0\nİç mekân: İçinde\n",
    "İLAN\n\nİLK YARI: 1 - 0\nİÇ MEKÂN: İÇİNDE\n",
    "İlan\n\nilk yarı: 1 - 0\niç mekân: içinde\n",
  ])("%j", (source) => {
    const { value, issues } = read(turkish, source);
    expect(value).toEqual({ half: "1 - 0", inside: true });
    expect(issues).toEqual([]);
  });
});
