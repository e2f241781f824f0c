import { formatIssues, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";

const { issues } = safeParsePost("a title\n\nreading time five\nreading time");

/** Writes what is painted with the name of its part around it. */
const tagged = (part: string, text: string): string => `<${part}>${text}</${part}>`;

describe("formatIssues", () => {
  test("paints severities, underlines and line numbers, and nothing else", () => {
    const source = "quality: \u001b920\nnext";
    const start = { line: 12, column: 10, offset: 9 };
    const issue = { code: "invalid_number", message: "no number", path: ["meta", "score"] } as const;
    const frames = formatIssues(
      source,
      [
        {
          ...issue,
          path: [],
          severity: "error",
          position: { start, end: { line: 12, column: 14, offset: 13 } },
        },
        {
          ...issue,
          path: [],
          severity: "warning",
          position: { start, end: { line: 13, column: 5, offset: 18 } },
        },
      ],
      { paint: tagged },
    );
    expect(frames).toBe(`<error>error</error> invalid_number at 12:10
  <gutter>12 |</gutter> quality: \ufffd920
  <gutter>   |</gutter>          <error>^^^^</error>
  no number

<warning>warning</warning> invalid_number at 12:10
  <gutter>12 |</gutter> quality: \ufffd920
  <gutter>   |</gutter>          <warning>^^^^</warning>
  <gutter>   |</gutter> … to line 13
  no number`);
  });

  test("says the same with paint and without", () => {
    const source = "a title\n\nreading time five\nreading time";
    const painted = formatIssues(source, issues, { paint: tagged });
    expect(issues.length).toBeGreaterThan(0);
    expect(painted.replace(/<\/?(?:error|warning|gutter)>/g, "")).toBe(formatIssues(source, issues));
  });
});
