import { expect, test } from "vitest";
import { SCENARIO_STARTS, SCENARIOS } from "../../src/format/words.ts";

test("scenarios start with the words that are listed, and each word starts one", () => {
  expect(new Set(SCENARIOS.map((scenario) => scenario.split(" ", 1)[0]))).toEqual(new Set(SCENARIO_STARTS));
});
