import { expect } from "vitest";

/** A page that `postToHtml` made, with another value in a row of its box. */
export function withRow(page: string, label: string, value: string): string {
  const row = new RegExp(`(<strong>${label}</strong>\\s*<span>)[\\s\\S]*?(</span>\\s*</div>)`, "i");
  expect(page).toMatch(row);
  return page.replace(row, (_, before, after) => before + value + after);
}
