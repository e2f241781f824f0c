import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";

const { project } = inject("packed");

/** Boxes and errors of one entry or format are those of another, though each file of CommonJS is a bundle of its own. */
const SCRIPT = `
  const { BoxParseError, boxSchema, defineBox, field, parseBox } = require("alphanode-post/box");
  const { arbitraryOf } = require("alphanode-post/testing");
  const fc = require("fast-check");
  const box = defineBox({ heading: "Facts", fields: { a: field.int("Aa"), b: field.list("Bb") } });
  for (const value of fc.sample(arbitraryOf(box), 5)) boxSchema(box).parse(value);
  import("alphanode-post/box").then((other) => {
    console.log(other.parseBox(box, "Facts\\n\\nAa: 1\\nBb: x, y"));
    try { other.parseBox(box, ""); } catch (error) { console.log(error instanceof BoxParseError); }
  });
`;

test("what is required and what is imported go together", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", SCRIPT], { cwd: project });
  expect(stdout).toBe("{ a: 1, b: [ 'x', 'y' ] }\ntrue\n");
});
