import { assessAll, type Fate } from "./assess.ts";

/** Prints, for each real box and extractor, how many rows whose label and value stand in the text come back as printed. */

const rows = assessAll();
const extractors = [...new Set(rows.map(({ extractor }) => extractor))];
const boxes = [...new Set(rows.map(({ box }) => box))];

function cell(box: string | undefined, extractor: string): string {
  const own = rows.filter((row) => (box === undefined || row.box === box) && row.extractor === extractor);
  const count = (fate: Fate): number => own.filter((row) => row.fate === fate).length;
  const all = count("right") + count("told") + count("silent") + count("lost");
  return `${count("right")} of ${all}${count("silent") > 0 ? `, ${count("silent")} wrong` : ""}`;
}

console.log(`| box | ${extractors.join(" | ")} |`);
console.log(`| --- |${extractors.map(() => " ---: |").join("")}`);
for (const box of [...boxes, undefined])
  console.log(`| ${box ?? "all"} | ${extractors.map((extractor) => cell(box, extractor)).join(" | ")} |`);
for (const { fate, box, extractor, label, value } of rows)
  if (fate === "told" || fate === "silent" || fate === "lost")
    console.log(`${fate}: ${box}, ${extractor}, ${label}: ${JSON.stringify(value) ?? "no value"}`);
