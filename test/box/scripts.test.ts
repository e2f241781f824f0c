import { describe, expect, test } from "vitest";
import { boxSchema, defineBox, field, parseBox, stringifyBox } from "../../src/box/index.ts";
import { read } from "./read.ts";

/** Marks and signs that are of the spelling of a language. */

describe("a mark that keeps letters apart where their script joins them", () => {
  const kettle = defineBox({
    heading: "ویژگی\u200cها",
    fields: {
      size: field.text("اندازه"),
      use: field.text("استفاده می\u200cشود"),
      colours: field.list("رنگ", { separator: "،" }),
    },
  });
  const held = { size: "سی سانتی\u200cمتر", use: "در آشپز\u200cخانه", colours: ["آبی", "قهوه\u200cای"] };
  const rows = (label: string): string =>
    `اندازه: ${held.size}\n${label}: ${held.use}\nرنگ: ${held.colours.join("، ")}`;

  test.each([
    ["as it is", `ویژگی\u200cها\n\n${rows("استفاده می\u200cشود")}`],
    ["lost in the label and the heading", `ویژگیها\n\n${rows("استفاده میشود")}`],
    ["typed as a space in the label", `ویژگی\u200cها\n\n${rows("استفاده می شود")}`],
    [
      "in values below their labels",
      `ویژگی\u200cها\n\n${rows("استفاده می\u200cشود").replaceAll(": ", "\n")}`,
    ],
  ])("is of the value, and of a label: %s", (_, text) => {
    expect(read(kettle, text)).toEqual({ held, told: [] });
  });

  test("is written, read back and valid", () => {
    expect(parseBox(kettle, stringifyBox(kettle, held))).toEqual(held);
    expect(boxSchema(kettle).parse(held)).toEqual(held);
  });

  test("is left out of words whose letters nothing joins", () => {
    const box = defineBox({ heading: null, fields: { a: field.text("Title"), b: field.int("Pages") } });
    expect(read(box, "Title: Auf\u200clage\nPages: 12")).toEqual({ held: { a: "Auflage", b: 12 }, told: [] });
  });
});
