import { describe, expect, test } from "vitest";
import { composeBox } from "../../src/parse/box.ts";
import { IssueList } from "../../src/parse/issues.ts";
import { divide } from "../../src/syntax/division.ts";
import { Source } from "../../src/syntax/scan.ts";
import { box } from "../support/own-box.ts";

/** The stack of the box, as it is read where lines stand in its place, and whether it is refused as one that nothing tells the items of. */
function stackOf(...lines: string[]): [stack: unknown, isRefused: boolean] {
  const text = box.replace(/\nstack\n[\s\S]*?(?=\ntools\n)/, () => `\n${lines.join("\n")}`);
  expect(text).not.toBe(box);
  const list = new IssueList(new Source(text));
  const composed = composeBox(list, divide(list.source, 1).boxes);
  const isRefused = list.issues.some(
    ({ path, message }) => path[1] === "stack" && message.includes("may be one value"),
  );
  return [composed?.meta.stack, isRefused];
}

describe("a list on the line of its label", () => {
  test("is refused below items of nothing at its column", () => {
    expect(stackOf("      • linux", "stack • devops", "      • bash")).toEqual([undefined, true]);
    expect(stackOf("      • git", "      • linux", "stack • devops", "      • bash")).toEqual([
      undefined,
      true,
    ]);
  });

  test.each<[what: string, lines: string[]]>([
    ["items at another column above it", ["  • linux", "stack • devops", "      • bash"]],
    ["items at another column below it", ["      • linux", "stack • devops", "  • bash"]],
    ["no items above it", ["stack • devops", "      • bash"]],
    ["a line of nothing above it", ["      linux", "stack • devops", "      • bash"]],
  ])("is read where it has %s", (_, lines) => {
    expect(stackOf(...lines)).toEqual([["devops", "bash"], false]);
  });

  test("is read where it has no items below it", () => {
    expect(stackOf("      • linux", "stack • devops")).toEqual([["devops"], false]);
  });
});
