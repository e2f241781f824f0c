import { expect } from "vitest";

/** A change of a text: what is to be replaced, and by what. */
export type Edit = readonly [before: string | RegExp, after: string];

/** Edits a text, and expects each edit to change it. */
export const edited = (text: string, edits: readonly Edit[]): string =>
  edits.reduce((one, [before, after]) => {
    const changed = one.replace(before, () => after);
    expect(changed).not.toBe(one);
    return changed;
  }, text);
