import { describe, expect, test } from "vitest";
import { FIELDS, type FieldRow } from "../../src/format/fields.ts";
import { META, Place } from "../../src/parse/place.ts";

describe("a place in a post", () => {
  test("has the way to it as a path and as a JSON Pointer", () => {
    const place = new Place().at("sections").at(2).at("a/b~c");
    expect(place.path).toEqual(["sections", 2, "a/b~c"]);
    expect(place.pointer).toBe("/sections/2/a~1b~0c");
    expect(place.pointer).toBe("/sections/2/a~1b~0c");
    expect(new Place().path).toEqual([]);
    expect(new Place().pointer).toBe("");
  });

  test("is made once, for as many parts as a post has", () => {
    const place = new Place();
    for (let i = 0; i < 32; i++) {
      expect(place.at(i)).toBe(place.at(i));
      expect(place.at(`k${i}`)).toBe(place.at(`k${i}`));
    }
    expect([place.at(0).path, place.at(1).path]).toEqual([[0], [1]]);
    expect(place.at("k0")).not.toBe(place.at("k1"));
  });

  test("is not kept beyond that, so that no text fills the memory", () => {
    const place = new Place();
    for (let i = 0; i < 32; i++) place.at(i).at(`k${i}`) && place.at(`k${i}`);
    expect(place.at(32)).not.toBe(place.at(32));
    expect(place.at("more")).not.toBe(place.at("more"));
    expect(place.at("more").path).toEqual(["more"]);
    expect(new Place().at(5).path).toEqual([5]);
    const far = new Place();
    expect(far.at(5)).not.toBe(far.at(5));
    expect(far.at(0).path).toEqual([0]);
  });

  test("is that of a row, too", () => {
    const [topic, , outline] = FIELDS as unknown as FieldRow[];
    expect(META.of(topic as FieldRow).path).toEqual(["meta", "topic"]);
    expect(new Place().of(topic as FieldRow).path).toEqual(["topic"]);
    expect(META.of(outline as FieldRow)).toBe(META.of(outline as FieldRow));
    expect(META.of(outline as FieldRow)).toBe(META.at("aiOutline"));
  });
});
