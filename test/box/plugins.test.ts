import { describe, expect, test } from "vitest";
import { assessAll, hasTexts } from "./assess.ts";

/** Boxes that real plugins print, as five extractors left them. The texts lie beside the repository. */
describe.skipIf(!hasTexts)("real boxes", () => {
  const rows = hasTexts ? assessAll() : [];
  const of = (fate: string) => rows.filter((row) => row.fate === fate);

  test("nine rows of ten that stand in a text come back", () => {
    const right = of("right").length;
    expect(right / (right + of("told").length + of("lost").length + of("silent").length)).toBeGreaterThan(
      0.95,
    );
  });

  test("no value is another one's without an issue", () => {
    expect(of("silent")).toEqual([]);
  });
});
