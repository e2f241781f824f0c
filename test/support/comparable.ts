import type { Block, PartialPost } from "alphanode-post";
import fc from "fast-check";
import { denseCopy, makePost } from "./corpus.ts";

/** Words few enough that made-up posts often share some. */
const word = fc.constantFrom(
  "php",
  "Cache",
  "slow",
  "Straße",
  "__proto__",
  "no.2",
  "ΣΑΣ",
  "x",
  "don't",
  "--all",
  "9x9...",
);
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
const phrases = fc.array(phrase, { minLength: 1, maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant("paragraph" as const), text: phrase }),
  fc.record({ type: fc.constant("code" as const), text: phrase }),
  fc.record({ type: fc.constant("list" as const), items: phrases }),
);
const blocks = fc.array(block, { maxLength: 3 });
const section = fc.record({
  heading: fc.constantFrom("implementation checklist", "production checks"),
  blocks,
});
const meta = fc.record(
  {
    topic: fc.tuple(word, word).map((words) => words.join(" / ")),
    stack: phrases,
    tools: phrases,
    checklist: phrases,
    entities: fc.array(fc.record({ name: word, type: word }), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const madeUp: fc.Arbitrary<PartialPost> = fc.record(
  { title: phrase, intro: blocks, sections: fc.array(section, { maxLength: 3 }), meta },
  { requiredKeys: ["meta"] },
);
const number = fc.nat(39_999);

/** Posts to compare: like the site's, dense copies of such, and made-up ones that lack this or that. */
export const anyComparable: fc.Arbitrary<PartialPost> = fc.oneof(
  madeUp,
  number.map(makePost),
  number.map((n) => ({ ...denseCopy(makePost(n)), meta: {} })),
);

/** Gives a copy of plain data with every string changed. */
export function mapStrings<Data>(data: Data, change: (text: string) => string): Data {
  if (typeof data === "string") return change(data) as Data;
  if (Array.isArray(data)) return data.map((item) => mapStrings(item, change)) as Data;
  if (typeof data !== "object" || data === null) return data;
  const keep = (key: string) => key === "type" && !("name" in data); // a block's type is no text
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, keep(key) ? value : mapStrings(value, change)]),
  ) as Data;
}

/** Gives a copy of plain data with the keys of every object in the opposite order. */
export function reverseKeys<Data>(data: Data): Data {
  if (Array.isArray(data)) return data.map(reverseKeys) as Data;
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, value]) => [key, reverseKeys(value)]),
  ) as Data;
}
