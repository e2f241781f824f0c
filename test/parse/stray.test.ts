import { parseMetaBox, safeParseMetaBox } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { box } from "../support/own-box.ts";

const whole = parseMetaBox(box);

type Edit = readonly [before: string, after: string];

/** What is read of the box after edits that each find their place: the fields that are otherwise, and what is told. */
function readWith(...edits: readonly Edit[]): { changed: Record<string, unknown>; told: string[] } {
  const text = edits.reduce((edited, [before, after]) => {
    expect(edited).toContain(before);
    return edited.replace(before, () => after);
  }, box);
  const { value, issues } = safeParseMetaBox(text);
  const changed = Object.entries(value).filter(([key, one]) => {
    const other = whole[key as keyof typeof whole];
    return JSON.stringify(one) !== JSON.stringify(other);
  });
  const told = issues.map(
    ({ code, path, message, position: { start } }) =>
      `${start.line} ${code} ${path.slice(1).join(".")}: ${message.split(/,| fits|; expected/, 1)[0]}`,
  );
  return { changed: Object.fromEntries(changed), told };
}

test.each([
  ["alone", "\ntoolsftp\ntools"],
  ["with items under it", "\ntoolsftp\n  • ssh\ntools"],
])("a label of a list with an item behind it, above the same label, is told of that list: %s", (_, after) => {
  const { told } = readWith(["\ntools", after]);
  expect(told.filter((one) => one.includes(" tools: "))).toEqual([
    '15 unusual_value tools: "toolsftp" stands elsewhere',
  ]);
});

describe("a line that fits no field is left out and told where it stands,", () => {
  test("of the box where no field is above it", () => {
    expect(readWith(["\ntopic", "\n  • more\ntopic"])).toEqual({
      changed: {},
      told: ['3 stray_text : "• more"'],
    });
  });

  test("of the field above it", () => {
    expect(readWith(["\nreading time", "\nmore tools\nreading time"])).toEqual({
      changed: {},
      told: ['24 stray_text difficulty: "more tools"'],
    });
  });

  test("and where it has a bullet, of the last list before that field, too", () => {
    expect(readWith(["\nreading time", "\n  • more tools\nreading time"])).toEqual({
      changed: {},
      told: [
        '24 stray_text difficulty: "• more tools"',
        '24 unusual_value tools: "• more tools" stands below',
      ],
    });
  });

  test.each<[string, Edit]>([
    ["no list is before it", ["\nsummary", "\n  • more tools\nsummary"]],
    ["it is an entry", ["\nreading time", "\n  • more: tools\nreading time"]],
  ])("of no list where %s", (_, edit) => {
    const { changed, told } = readWith(edit);
    expect(changed).toEqual({});
    expect(told).toEqual([expect.stringContaining("stray_text")]);
  });

  test("with all lines of it", () => {
    const { told } = readWith(["\nreading time", "\nmore tools\nand more\nreading time"]);
    expect(told).toEqual(['24 stray_text difficulty: "more tools and more"']);
  });
});

describe("an item that was read as the last of entries may be of the list below them:", () => {
  test.each<[string, string, string, number]>([
    ["checklist", "flags", "more checks", 42],
    ["notes", "payload", "more notes", 68],
  ])("of %s below %s", (list, entries, item, line) => {
    expect(readWith([`\n${list}\n`, `\n  • ${item}\n${list}\n`])).toEqual({
      changed: {},
      told: [
        `${line} unknown_entry ${entries}: "• ${item}" is not an entry of this field and was left out; known are ${
          entries === "flags" ? "ai generated style" : "source id"
        }`,
        `${line} unusual_value ${list}: "${item}" stands above`,
      ],
    });
  });

  test("of a list below records, where what parts them is lost", () => {
    const payload = box.slice(box.indexOf("\npayload\n"), box.indexOf("\nnotes\n"));
    const { told } = readWith([payload, ""], ["\nnotes\n", "\n    • more notes\nnotes\n"]);
    expect(told).toContain('62 unusual_value notes: "more notes" stands above');
  });

  test("not where a value stands between them", () => {
    const { told } = readWith(["\nreference", "\n  • more\nreference"]);
    expect(told).toEqual([expect.stringContaining("unknown_entry revision")]);
  });
});

describe("an item of a list that is an entry", () => {
  const entry: Edit = ["  • cron", "  • context: with simple rollback steps"];
  const lost: Edit = ["\n  • context: with simple rollback steps", ""];

  test.each(["context", "Context"])("which its field lacks is told: %s", (label) => {
    const item = `${label}: with simple rollback steps`;
    const { changed, told } = readWith(lost, ["  • cron", `  • ${item}`]);
    expect(changed).toEqual({ tools: ["systemd", "journalctl", "ss", item, "git", "logs"] });
    expect(told).toEqual([
      '5 missing_entry aiOutline.context: the entry "context" is missing',
      `18 unusual_value tools: "${item}" may be the entry that another field lacks`,
    ]);
  });

  test("which its field lacks is told without its colon, by its value", () => {
    const seed = /\n {2}• (seed): (\d+)/.exec(box) as RegExpExecArray;
    const { told } = readWith([seed[0], ""], ["\nnotes\n", `\nnotes\n  • ${seed[1]} ${seed[2]}\n`]);
    expect(told.filter((one) => one.includes("another field lacks"))).toEqual([
      expect.stringContaining(`unusual_value notes: "seed ${seed[2]}" may be the entry`),
    ]);
    expect(readWith([seed[0], ""], ["\nnotes\n", "\nnotes\n  • seed it twice\n"]).told).not.toContainEqual(
      expect.stringContaining("another field lacks"),
    );
  });

  test("of records that are empty is told, behind a bullet more", () => {
    const entities = box.slice(box.indexOf("\nentities\n") + 9, box.indexOf("\nimage sources\n"));
    const { told } = readWith([entities, ""], ["\nentities", "\n  • o Name: cron\nentities"]);
    expect(told).toContainEqual(
      expect.stringContaining('unusual_value checklist: "o Name: cron" may be the entry'),
    );
  });

  test("which its field lacks is told, whatever else is", () => {
    const { told } = readWith(lost, entry, ["\ntopicrunning", "\ntopic: running"]);
    expect(told).toContain(
      '18 unusual_value tools: "context: with simple rollback steps" may be the entry that another field lacks',
    );
  });

  test("which its field has is an item, whatever is told of that", () => {
    expect(readWith(entry).told).toEqual([]);
    expect(readWith(["• context:", "• contxt:"], entry).told).toEqual([
      '6 misspelled_label aiOutline.context: unknown label "contxt"; did you mean "context"? It was read as "context"',
    ]);
  });

  test("is not the other that is lost", () => {
    const problem: Edit = ["\n  • problem: running scheduled tasks reliably", ""];
    expect(readWith(problem, entry).told).toEqual([
      '5 missing_entry aiOutline.problem: the entry "problem" is missing',
    ]);
  });
});

describe("an item of a list that is the label of a field", () => {
  /** What is told of a list, of a box in which a label has come behind a bullet. */
  const toldOf = (list: string, label: string, as = label): string[] =>
    readWith([`\n${label}`, `\n  • ${as}`]).told.filter((one) => one.includes(` ${list}`));

  test.each<[string, string, string, string?]>([
    ["tools", "6", "code languagebash", "code language bash"],
    ["tools", "6", "code languagebash", "Code Language"],
    ["checklist", "5", "entities\n", "entitie\n"],
  ])("which has lost it is told: of %s, item %s, %j", (list, item, label, as) => {
    expect(toldOf(list, label, as)).toEqual([
      expect.stringMatching(`unusual_value ${list}\\.${item}: this is a label`),
    ]);
  });

  test("is an item where the field has its label", () => {
    expect(readWith(["  • cron", "  • difficulty"]).told).toEqual([]);
  });

  test("is an item where it is but like the label of one that is missing", () => {
    const hash = box.slice(box.indexOf("\nhash"), box.indexOf("\nflags"));
    expect(readWith([hash, ""]).told).toEqual([expect.stringContaining("missing_field hash")]);
  });
});

test.each<[string, string, string]>([
  ["the label of a list", "notes", "tools"],
  ["that of entries", "score", "tools"],
  ["that of a sentence", "summary", "tools"],
  ["that of a number", "view count", "tools"],
])("a label that has come within a list is told of the list, too: %s", (_, label, list) => {
  const { told } = readWith(["  • ss\n", `${label}\n  • ss\n`]);
  expect(told).toContainEqual(
    expect.stringContaining(`duplicate_field ${list}: the items that follow may belong to "${list}"`),
  );
});

test("lines of labels that have come within a list end it not, whatever stands under the last", () => {
  const { told } = readWith(["  • ss\n", "difficultyexpert\nview count9\nscore\n  • ss\n"]);
  expect(told).toContainEqual(expect.stringContaining("duplicate_field tools: the items that follow"));
});

test("a label that stands twice with its value beside it is not told of the list above", () => {
  const { told } = readWith(["  • logs\n", "  • logs\nview count7\n"]);
  expect(told).toEqual([expect.stringContaining("duplicate_field viewCount")]);
});

describe("titles among the notes, whose heading is lost,", () => {
  test.each([
    "practical guide to reducing build time with typescript",
    "Redis Caching Notes: Choosing Cache Boundaries Behind a CDN",
    "A_note_on_small_backups",
  ])("are told by their words: %s", (title) => {
    const { told } = readWith(["\nnotes\n", `\nnotes\n  • ${title}\n`]);
    expect(told).toEqual([
      expect.stringContaining("unusual_value notes.0: this is the title of another post"),
    ]);
  });

  test.each(["a note on small_backups", "Pg_stat_activity is seen", "the notes: all of them"])(
    "are notes where they have others: %s",
    (note) => expect(readWith(["\nnotes\n", `\nnotes\n  • ${note}\n`]).told).toEqual([]),
  );
});

describe("a line of words above the label of a sentence", () => {
  const above = (line: string, label = "summary") => readWith([`\n${label}`, `\n${line}\n${label}`]);

  test("may be its start", () => {
    expect(above("and this made-up text")).toEqual({
      changed: {},
      told: [
        '4 stray_text topic: "and this made-up text"',
        '4 unusual_value summary: "and this made-up text" stands above',
      ],
    });
  });

  test.each<[string, string]>([
    ["has two words", "made up"],
    ["starts with a sign", "… made-up text tells"],
    ["ends as a sentence does", "and this is told."],
    ["is a line of the page", "leave a comment"],
    ["has both parts of a topic", "made-up texts / some words"],
  ])("is none where it %s", (_, line) => {
    expect(above(line)).toEqual({ changed: {}, told: [`4 stray_text topic: "${line}"`] });
  });

  test("is none above another field", () => {
    expect(above("and this made-up text", "reading time").told).toEqual([
      '24 stray_text difficulty: "and this made-up text"',
    ]);
  });
});

test("the label of a field that the box lacks, within a list, is told of that list", () => {
  const images = box.slice(box.indexOf("\nimage sources\n"), box.indexOf("\npayload\n"));
  const { told } = readWith([images, ""], ["\n  • cron", "\nimage sources\n  • cron"]);
  expect(told).toContainEqual(
    expect.stringContaining("unusual_value tools: the items that follow may belong to"),
  );
});
