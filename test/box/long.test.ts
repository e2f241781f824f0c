import { describe, expect, test } from "vitest";
import { type Box, defineBox, field, parseBoxes } from "../../src/box/index.ts";
import { workOf } from "../support/counted-work.ts";
import { game, probe } from "./declarations.ts";

/** What reading a box takes grows with its text: twice the lines are twice the work, in units that no machine changes. */

const optional = true;

const loose = defineBox({
  heading: null,
  rest: true,
  fields: {
    title: field.text("Title", { optional }),
    genres: field.list("Genres", { optional }),
    rooms: field.int("Rooms", { optional }),
    note: field.sentence("Note", { optional }),
    remarks: field.text("Remarks", { optional }),
  },
});

const repeat = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");

const SHAPES: readonly (readonly [shape: string, box: Box, write: (count: number) => string])[] = [
  [
    "text below the last label",
    loose,
    (n) => `Title: Tern\nNote: it ends here\n${repeat(n, (i) => `line ${i} of what follows it`)}`,
  ],
  [
    "text above the first label",
    loose,
    (n) => `${repeat(n, (i) => `line ${i} of what stands above`)}\nTitle: Tern\nRooms: 3\n`,
  ],
  ["items of a list", loose, (n) => `Title: Tern\nGenres\n${repeat(n, (i) => `- item ${i}`)}\nRooms: 3\n`],
  [
    "items on one line",
    loose,
    (n) => `Title: Tern\nRooms: 3\nGenres: ${repeat(n, (i) => `item ${i},`).replaceAll("\n", " ")}\n`,
  ],
  ["boxes", loose, (n) => repeat(n, (i) => `Title: Tern ${i}\nGenres: Sea, Ships\nRooms: 3\n`)],
  ["labels without values", loose, (n) => repeat(n, () => "Title\nRooms\nNote")],
  [
    "rows that nobody declared",
    loose,
    (n) => `Title: Tern\n${repeat(n, (i) => `Row ${i}: value ${i}`)}\nRooms: 3\n`,
  ],
  [
    "labels between signs",
    loose,
    (n) => `Title: Tern\nRooms: 3\n${repeat(n, () => "<b>Remarks</b> *** Note ***")}`,
  ],
  ["blank lines and rules", loose, (n) => `Title: Tern\n${repeat(n, () => "\n---")}\nRooms: 3\n`],
  ["cells of a table", loose, (n) => repeat(n, (i) => `| Title | Tern ${i} | Rooms | 3 |`)],
  [
    "rows on one line",
    loose,
    (n) => repeat(n, (i) => `Title Tern${i} Rooms 3 Note it ends.`).replaceAll("\n", " "),
  ],
  [
    "records",
    probe,
    (n) =>
      `Probe readings\n\nstation AB123\npeople\n${repeat(n, (i) => `  - name: Ada ${i}\n  - role: pilot\n  - age: 30`)}\n`,
  ],
  [
    "labels that are words of values",
    game,
    (n) => `Game sheet\n\n${repeat(n, () => "Level up Level Size of team up Size")}\n`,
  ],
];

/** How much more twice the text may take: its share that does not grow, and what is paid once a text. */
const MOST = 2.2;

describe("twice the lines are twice the work", () => {
  test.each(SHAPES)("%s", (_, box, write) => {
    const [short, long] = [write(400), write(800)];
    // What is made once a declaration is made by now.
    parseBoxes(box, short);
    const once = workOf(() => parseBoxes(box, short));
    expect(workOf(() => parseBoxes(box, long)) / once).toBeLessThan(MOST);
  });
});
