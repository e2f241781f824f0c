import { expect, test } from "vitest";
import { fold, foldCase } from "../../src/extract/fold.ts";

test("every character of Unicode folds to the same in upper and lower case, alone and in a word", {
  timeout: 60_000,
}, () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    for (const word of [String.fromCodePoint(code), `a${String.fromCodePoint(code)}`]) {
      const folded = foldCase(word);
      if (foldCase(word.toUpperCase()) !== folded || foldCase(word.toLowerCase()) !== folded) {
        expect.fail(`U+${code.toString(16)} does not`);
      }
    }
  }
});

test("folding evens out white space of any kind", () => {
  expect(fold(" \tOne\u00a0 \n two\u2003")).toBe("one two");
});
