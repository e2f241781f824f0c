import { type Box, defineBox, field } from "../../src/box/index.ts";
import { duration, money, range, rating } from "./codecs.ts";

/** Declarations of boxes that plugins print, by the folders of their texts. Fields are keyed by their first label. */

const optional = true;

const recipe = defineBox({
  heading: null,
  fields: {
    Course: field.list(["Course", "Gericht"], { optional }),
    Cuisine: field.list(["Cuisine", "Küche"], { optional }),
    Keyword: field.list("Keyword", { optional }),
    "Prep Time": field.of(["Prep Time", "Vorbereitungszeit"], duration, { optional }),
    "Cook Time": field.of(["Cook Time", "Active Time"], duration, { optional }),
    "Resting Time": field.of(["Resting Time", "Chill"], duration, { optional }),
    "Total Time": field.of(["Total Time", "Gesamtzeit"], duration, { optional }),
    Servings: field.int(["Servings", "Yield"], { units: ["bowls"], optional }),
    Calories: field.int("Calories", { units: ["kcal"], optional }),
    Author: field.text("Author", { optional }),
    Cost: field.of("Cost", money, { optional }),
  },
});

const grams = (label: string) => field.number(label, { units: ["g"], optional });

export const PLUGIN_BOXES: Readonly<Record<string, readonly Box[]>> = {
  "wprm-basic": [recipe],
  "wprm-classic": [recipe],
  "wprm-compact-howto-de": [recipe],
  "wpzoom-recipe": [
    defineBox({
      heading: null,
      fields: {
        "Recipe by": field.text("Recipe by", { optional }),
        Course: field.list("Course", { optional }),
        Cuisine: field.list("Cuisine", { optional }),
        Difficulty: field.word("Difficulty", { words: ["Easy", "Medium", "Hard"], optional }),
        Servings: field.int("Servings", { units: ["servings"], optional }),
        "Prep time": field.of("Prep time", duration, { optional }),
        "Cooking time": field.of("Cooking time", duration, { optional }),
        Calories: field.int("Calories", { units: ["kcal"], thousands: ",", optional }),
        "Rest time": field.of("Rest time", duration, { optional }),
        Cost: field.of("Cost", money, { optional }),
        "Total time": field.of("Total time", duration, { optional }),
      },
    }),
  ],
  cooked: [
    defineBox({
      heading: null,
      fields: {
        Author: field.text("Author", { optional }),
        Category: field.list("Category", { optional }),
        Difficulty: field.word("Difficulty", { optional }),
        Yields: field.int("Yields", { units: ["Servings"], optional }),
        "Prep Time": field.of("Prep Time", duration, { optional }),
        "Cook Time": field.of("Cook Time", duration, { optional }),
        "Total Time": field.of("Total Time", duration, { optional }),
      },
    }),
    defineBox({
      heading: "Nutrition Facts",
      fields: {
        "Serving size": field.text("Serving size", { optional }),
        Calories: field.int("Calories", { optional }),
        "Total Fat": grams("Total Fat"),
        "Saturated Fat": grams("Saturated Fat"),
        Sodium: field.number("Sodium", { units: ["mg"], optional }),
        "Total Carbohydrate": grams("Total Carbohydrate"),
        "Dietary Fiber": grams("Dietary Fiber"),
        "Total Sugars": grams("Total Sugars"),
        Protein: grams("Protein"),
      },
    }),
  ],
  "acf-dl": [
    defineBox({
      heading: "Walk facts",
      fields: {
        Distance: field.number("Distance", { units: ["km"] }),
        Level: field.word("Level"),
        Seasons: field.list("Seasons"),
        "Dogs allowed": field.flag("Dogs allowed", { yes: "1", no: "" }),
        "Walked on": field.date("Walked on", { order: "dmy" }),
        Note: field.text("Note"),
        Map: field.pattern("Map", /https?:\/\/\S+/, { expected: "an address" }),
        "Start point": field.entries("Start point", {
          Place: field.text("Place"),
          Height: field.int("Height"),
        }),
        "Prams allowed": field.flag("Prams allowed", { yes: "1", no: "" }),
      },
    }),
  ],
  "metabox-p": [
    defineBox({
      heading: "Walk facts",
      fields: {
        Distance: field.number("Distance"),
        Seasons: field.list("Seasons"),
        Level: field.word("Level"),
        "Dogs allowed": field.flag("Dogs allowed", { yes: "Yes", no: "No" }),
        "Prams allowed": field.flag("Prams allowed", { yes: "On", no: "Off" }),
        Stops: field.list("Stops"),
        Opening: field.records("Opening", { Day: field.text("Day"), Hours: field.text("Hours") }),
        Site: field.text("Site"),
        "Sign colour": field.text("Sign colour", { optional }),
      },
    }),
  ],
  "tec-letterpress-evening": [
    defineBox({
      heading: "Details",
      fields: {
        Date: field.date("Date"),
        Time: field.of("Time", range),
        Cost: field.text("Cost"),
        "Event Categories": field.list(["Event Categories", "Event Category"]),
        "Event Tags": field.list(["Event Tags", "Event Tag"]),
        Website: field.text("Website"),
      },
    }),
  ],
  estatik: [
    defineBox({
      heading: "Basics",
      fields: {
        "Date added": field.text("Date added"),
        Category: field.list("Category"),
        Type: field.word("Type"),
        Status: field.word("Status"),
        Bedrooms: field.int("Bedrooms"),
        Bathrooms: field.number("Bathrooms"),
        "Half baths": field.int("Half baths"),
        "Total rooms": field.int("Total rooms"),
        Floors: field.int("Floors"),
        "Floor level": field.int("Floor level"),
        Area: field.number("Area", { units: ["m²"] }),
        "Lot size": field.number("Lot size", { units: ["acres"] }),
        "Year built": field.int("Year built"),
        "Year remodeled": field.int("Year remodeled"),
      },
    }),
  ],
  "woo-desk": [
    defineBox({
      heading: null,
      minFields: 2,
      fields: {
        SKU: field.word("SKU"),
        Categories: field.list(["Categories", "Category"], { optional }),
        Tag: field.list(["Tag", "Tags"], { optional }),
      },
    }),
    defineBox({
      heading: "Additional information",
      fields: {
        Weight: field.number("Weight", { units: ["kg"], decimal: "," }),
        Dimensions: field.pattern("Dimensions", /[\d,]+ × [\d,]+ × [\d,]+ cm/),
        Colour: field.list("Colour"),
        "Colour of legs": field.list("Colour of legs"),
        "Load (max.)": field.number("Load (max.)", { units: ["kg"] }),
        "Made in": field.word("Made in"),
        Drawers: field.int("Drawers"),
        "FSC certified": field.flag("FSC certified"),
      },
    }),
  ],
  "wpreview-star": [
    defineBox({
      heading: null,
      fields: {
        "Product Name": field.text("Product Name"),
        "Offer price": field.number("Offer price"),
        Availability: field.word("Availability"),
        Build: field.of("Build", rating, { optional }),
        "Sound, at home": field.of("Sound, at home", rating, { optional }),
        "Value for money": field.of("Value for money", rating, { optional }),
        Verdict: field.text("Verdict", { optional }),
        "User Review": field.of("User Review", rating, { optional }),
      },
    }),
  ],
};
