import { defineBox, field } from "alphanode-post/box";
import { describe, expect, test } from "vitest";
import { read } from "./read.ts";

/** Where a box ends that no blank line parts from the page below it. */

describe("a page that goes on below its box", () => {
  const file = defineBox({
    heading: null,
    fields: {
      version: field.version("Version"),
      downloads: field.int("Download"),
      files: field.int("File Count"),
    },
  });
  const held = { version: "2.4.1", downloads: 318, files: 3 };
  const rows = ["Version", "2.4.1", "Download", "318", "File Count", "3"];
  const prose = "We went back a week later, and nothing had changed but for the boats further out.";
  const more = [prose, "If you go, tell us how it was: we read all letters and answer most of them."];

  test.each([
    ["lines", "\n"],
    ["cells between bars", " | "],
    ["cells between tabs", "\t"],
  ])("with a long sentence is no row of it, in %s", (_, between) => {
    const { held: values, told } = read(file, [...rows, ...more].join(between));
    expect(values).toEqual(held);
    expect(told.filter((one) => one.startsWith("stray_text"))).toEqual([]);
  });

  test("is told up to such a sentence, below a label that stands once more, too", () => {
    expect(read(file, [...rows, "Download", "Share this", ...more].join("\n"))).toEqual({
      held,
      told: ["duplicate_field downloads", "stray_text downloads"],
    });
  });
});

test("an empty cell behind a label with its value is no sign of that", () => {
  const label = defineBox({
    heading: null,
    fields: {
      size: field.text("Serving size"),
      made: field.text("Made by"),
      best: field.text("Best before"),
      fat: field.text("Fat"),
      fibre: field.text("Fibre"),
      sugars: field.number("Sugars", { units: ["g"] }),
      protein: field.text("Protein"),
    },
  });
  const rows = ["Serving size: 1 bowl", "Made by: Ann", "Best before: May", ""];
  const table = [
    "| Fat 12g | 15% |",
    "| --- | --- |",
    "| Fibre 6g | 21% |",
    "| Sugars 9g |  |",
    "| Protein 11g | 22% |",
  ];
  const text = [...rows, ...table].join("\n");
  expect(read(label, text).told).not.toContain("uncertain_value sugars");
});
