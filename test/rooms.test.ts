import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

describe("the house", () => {
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
