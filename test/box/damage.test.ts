import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { safeParseBox } from "../../src/box/index.ts";
import { FACTS, type Fact, type Facts } from "./facts.ts";

/** Boxes in the forms of extractors, with each line damaged in turn: what comes back is right, or has an issue. */

/** How a form writes rows, and what stands before items and entries. */
interface Form {
  readonly row: (label: string, value: string) => string;
  readonly bullet: string;
  readonly between?: string;
}

const FORMS: Readonly<Record<string, Form>> = {
  "with colons": { row: (label, value) => `${label}: ${value}`, bullet: "  • " },
  "with spaces": { row: (label, value) => `${label} ${value}`, bullet: "  • " },
  "with nothing": { row: (label, value) => `${label}${value}`, bullet: " * " },
  "with tabs": { row: (label, value) => `${label}\t\t${value}`, bullet: " * " },
  "with bullets": { row: (label, value) => ` * ${label}: ${value}`, bullet: "   * " },
  "with hyphens": { row: (label, value) => `- ${label}: ${value}`, bullet: "  - " },
  "with values below": { row: (label, value) => `${label}\n${value}`, bullet: "  • " },
  "with values under colons": { row: (label, value) => `${label}:\n${value}`, bullet: "  • " },
  "with values apart": { row: (label, value) => `${label}\n\n${value}`, bullet: "  • ", between: "\n\n" },
  "as a table": { row: (label, value) => `| ${label} | ${value} |`, bullet: "  • " },
  "as Markdown": { row: (label, value) => `**${label}:** ${value}`, bullet: "- ", between: "\n\n" },
};

const LISTS = ["in a row", "in bullets", "in lines"] as const;

/** A line, and the field that it is of. */
type Line = readonly [text: string, key: string | undefined];

function linesOf({ box, rows }: Facts, form: Form, list: (typeof LISTS)[number]): Line[] {
  const lines = rows.flatMap(({ key, label, printed }, i): Line[] => {
    const texts = [];
    if (typeof printed === "string") texts.push(form.row(label, printed));
    else if (list === "in a row" && typeof printed[0] === "string")
      texts.push(form.row(label, printed.join(key === "heating" ? " / " : ", ")));
    else {
      const bullet = list === "in lines" && typeof printed[0] === "string" ? "" : form.bullet;
      const below = (printed as readonly (string | readonly (readonly string[])[])[]).flatMap((one) =>
        typeof one === "string" ? [one] : one.map((entry) => entry.join(": ")),
      );
      texts.push(form.row(label, "").trimEnd(), ...below.map((text) => bullet + text));
    }
    if (i < rows.length - 1 && form.between) texts.push("");
    return texts.flatMap((text) => text.split("\n")).map((text) => [text, key] as const);
  });
  const [heading] = box.headings;
  return heading === undefined ? lines : [[heading, undefined], ["", undefined], ...lines];
}

type Damage = (line: string, next: string) => readonly string[] | undefined;

/** What may become of a line and the one below it. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  "nothing else": (line, next) => [line, next],
  "a line twice": (line, next) => [line, line, next],
  "a line parted at its last space": (line, next) => [...parted(line), next],
  "two lines as one": (line, next) => [line + next.trim()],
  "two lines as one with a space": (line, next) => [`${line} ${next.trim()}`],
  "another line below": (line, next) => [line, "Share this post", next],
  "another line above": (line, next) => ["Advertisement", line, next],
  "a sentence that is none": (line, next) => [line, "Photo by somebody.", next],
  "one more bullet": (line, next) => [`- ${line}`, next],
  capitals: (line, next) => [line.toUpperCase(), next],
};

const parted = (line: string): string[] => {
  const at = line.lastIndexOf(" ");
  return at < 0 ? [line] : [line.slice(0, at), line.slice(at + 1)];
};

const folded = (value: unknown): unknown => JSON.parse(JSON.stringify(value).toLowerCase());

/** The fields whose values are neither right nor have an issue. */
function silentIn({ box, rows }: Facts, text: string): Fact[] {
  const result = safeParseBox(box, text);
  const read = (result.success ? result.data : result.partial) as Record<string, unknown>;
  const told = new Set(result.issues.map(({ path }) => path[0]));
  return rows.filter(
    ({ key, value }) =>
      !told.has(key) && (read[key] === undefined || !isDeepStrictEqual(folded(read[key]), folded(value))),
  );
}

const AROUND = [
  ["", "\n"],
  [
    "A page\n\nSome text stands here.\n\n",
    "\n\nMore about it\n\nAnd here is text that follows the box; it ends.\n",
  ],
] as const;

describe.each(Object.entries(FACTS))("the box of a made-up %s", (_, facts) => {
  describe.each(Object.entries(FORMS))("%s", (_, form) => {
    test.each(LISTS)("and lists %s: what is wrong is told", (list) => {
      const lines = linesOf(facts, form, list);
      const texts = lines.map(([text]) => text);
      for (const [at, [line, key]] of lines.entries())
        for (const [damage, change] of Object.entries(DAMAGES)) {
          const [before, behind] = AROUND[at % 2] as (typeof AROUND)[number];
          const next = texts[at + 1];
          // Where the last row ends nobody knows: a line that stands apart is none of it.
          if (line === "" || key === undefined || next === undefined || next === "") continue;
          const changed = change(line, next) ?? [];
          const text = before + texts.toSpliced(at, 2, ...changed).join("\n") + behind;
          const silent = silentIn(facts, text).map((fact) => fact.key);
          if (silent.length > 0) expect({ damage, line, silent, text }).toEqual({});
        }
    });
  });
});

test.each(Object.entries(FORMS))("%s, a text that ends early is told at its last value", (_, form) => {
  const event = FACTS.event as Facts;
  for (const list of LISTS) {
    const text = linesOf(event, form, list)
      .map(([line]) => line)
      .join("\n");
    const first = text.indexOf("Doors");
    for (const { index } of text.matchAll(/\s+/g)) {
      const silent = index < first ? [] : silentIn(event, text.slice(0, index)).map(({ key }) => key);
      if (silent.length > 0) expect({ silent, text: text.slice(0, index) }).toEqual({});
    }
  }
});

test.each(Object.entries(FORMS))("%s, what is whole comes back", (name, form) => {
  for (const { box, rows } of Object.values(FACTS)) {
    const lines = linesOf({ box, rows }, form, "in bullets").map(([line]) => line);
    const result = safeParseBox(box, `${lines.join("\n")}\n`);
    expect(result.success && result.data).toEqual(
      Object.fromEntries(rows.map(({ key, value }) => [key, value])),
    );
    // What stands apart below the last label may be no part of the box.
    const last = name === "with values apart" ? [rows.at(-1)?.key] : [];
    expect(result.issues.map(({ path }) => path[0])).toEqual(last);
  }
});
