import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/** The rooms of the house, from the top: each imports only from rooms above it, and from itself. */
const ROOMS = [
  "format",
  "schema",
  "syntax",
  "layout",
  "parse",
  "box",
  "rows",
  "stringify",
  "html",
  "wordpress",
  "extract",
  "similarity",
  "audit",
  "synth",
  "testing",
  "cli",
];

const src = fileURLToPath(new URL("../src", import.meta.url));

/** The rooms that the files of a room import from. */
function importedBy(room: string): string[] {
  const files = readdirSync(join(src, room), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const imports = files.flatMap((file) => [
    ...readFileSync(join(src, room, file), "utf8").matchAll(/from "\.\.\/(?:\.\.\/)?(\w+)\//g),
  ]);
  return [...new Set(imports.map(([, name]) => name as string))].filter((name) => ROOMS.includes(name));
}

/** The files that each file of the source imports, types included. */
const IMPORTS = new Map(
  readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => [
      file,
      [...readFileSync(join(src, file), "utf8").matchAll(/(?:from|import\() ?"(\.[^"]+)"/g)].map(([, path]) =>
        join(dirname(file), path as string),
      ),
    ]),
);

/** Finds files that import each other in a circle, from a file on. */
function circleFrom(file: string, way: readonly string[], done: Set<string>): readonly string[] | undefined {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (done.has(file)) return undefined;
  for (const next of IMPORTS.get(file) ?? []) {
    const circle = circleFrom(next, [...way, file], done);
    if (circle !== undefined) return circle;
  }
  done.add(file);
  return undefined;
}

describe("the house", () => {
  test("has no circle of files, types included", () => {
    const done = new Set<string>();
    expect([...IMPORTS.keys()].map((file) => circleFrom(file, [], done)).filter(Boolean)).toEqual([]);
  });

  test("has no file of more than 300 lines", () => {
    const linesOf = (file: string): number =>
      readFileSync(join(src, file), "utf8").trimEnd().split("\n").length;
    expect([...IMPORTS.keys()].filter((file) => linesOf(file) > 300)).toEqual([]);
  });

  test("has no other rooms", () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...ROOMS].sort());
  });

  test.each(ROOMS)("%s imports from rooms above it alone", (room) => {
    const above = ROOMS.slice(0, ROOMS.indexOf(room) + 1);
    expect(importedBy(room).filter((name) => !above.includes(name))).toEqual([]);
  });

  test("the command knows the library by its public face", () => {
    expect(importedBy("cli")).toEqual([]);
  });
});
