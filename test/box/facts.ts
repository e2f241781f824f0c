import { type Box, defineBox, field } from "../../src/box/index.ts";
import { duration, money, range } from "./codecs.ts";

/** Made-up boxes of an event, of a house and of a course, and what one of each holds. */

/** A row as it is printed: a text, items, or entries with labels. */
export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly printed: string | readonly string[] | readonly (readonly [label: string, value: string])[][];
  readonly value: unknown;
}

export interface Facts {
  readonly box: Box;
  readonly rows: readonly Fact[];
}

const fact = (key: string, label: string, printed: Fact["printed"], value: unknown = printed): Fact => ({
  key,
  label,
  printed,
  value,
});

const event: Facts = {
  box: defineBox({
    heading: ["Event details", "Details"],
    fields: {
      date: field.date("Date"),
      doors: field.text("Doors"),
      time: field.of("Time", range),
      zone: field.word("Time zone"),
      cost: field.of("Cost", money),
      kind: field.word("Event type", { words: ["Concert", "Venue", "Talk"] }),
      seats: field.int("Seats", { units: ["seats"], thousands: "," }),
      performers: field.list("Performers"),
      parking: field.flag("Free parking", { yes: "Yes", no: "No" }),
      venue: field.entries("Venue", { name: field.text("Name"), capacity: field.int("Capacity") }),
      about: field.sentence("About"),
    },
  }),
  rows: [
    fact("date", "Date", "14 March 2027", "2027-03-14"),
    fact("doors", "Doors", "an hour before the show"),
    fact("time", "Time", "19:30 - 22:00", { from: "19:30", to: "22:00" }),
    fact("zone", "Time zone", "Europe/Madrid"),
    fact("cost", "Cost", "$25", { amount: 25, currency: "USD" }),
    fact("kind", "Event type", "Venue"),
    fact("seats", "Seats", "1,250 seats", 1250),
    fact("performers", "Performers", ["Ana Lind", "The Grey Cups", "Orchard Street Choir"]),
    fact("parking", "Free parking", "Yes", true),
    fact(
      "venue",
      "Venue",
      [
        [
          ["Name", "Harbour Hall"],
          ["Capacity", "1400"],
        ],
      ],
      { name: "Harbour Hall", capacity: 1400 },
    ),
    fact("about", "About", "An evening of songs from the coast, with a choir and two guests."),
  ],
};

const house: Facts = {
  box: defineBox({
    heading: "Property facts",
    fields: {
      type: field.word("Type", { words: ["House", "Flat", "Garage"] }),
      price: field.number("Price", { units: ["€", "EUR"], thousands: "," }),
      perMetre: field.number("Price per m²", { units: ["€", "EUR"], thousands: "," }),
      area: field.number("Area", { units: ["m²", "sqm"] }),
      plot: field.number("Area of plot", { units: ["m²", "sqm"] }),
      baths: field.int(["Bathrooms", "Bathroom"]),
      garage: field.text("Garage"),
      heating: field.list("Heating", { separator: " / " }),
      status: field.text("Status"),
      storeys: field.records("Storeys", {
        level: field.text("Level"),
        size: field.number("Size", { units: ["m²"] }),
      }),
      agent: field.text("Agent"),
    },
  }),
  rows: [
    fact("type", "Type", "House"),
    fact("price", "Price", "€ 1,250,000", 1_250_000),
    fact("perMetre", "Price per m²", "€ 3,400", 3400),
    fact("area", "Area", "184.5 m²", 184.5),
    fact("plot", "Area of plot", "612 m²", 612),
    fact("baths", "Bathrooms", "2", 2),
    fact("garage", "Garage", "Two cars"),
    fact("heating", "Heating", ["Gas", "Heat pump", "Wood stove"]),
    fact("status", "Status", "Under offer"),
    fact(
      "storeys",
      "Storeys",
      [
        [
          ["Level", "Ground"],
          ["Size", "92 m²"],
        ],
        [
          ["Level", "First"],
          ["Size", "61.5 m²"],
        ],
      ],
      [
        { level: "Ground", size: 92 },
        { level: "First", size: 61.5 },
      ],
    ),
    fact("agent", "Agent", "Mira Holt"),
  ],
};

const course: Facts = {
  box: defineBox({
    heading: null,
    fields: {
      level: field.word("Level", { words: ["Beginner", "All levels"] }),
      language: field.word("Language"),
      subtitles: field.list("Languages of subtitles"),
      duration: field.of("Duration", duration),
      students: field.int("Students", { thousands: "." }),
      certificate: field.flag("Certificate", { yes: "included", no: "none" }),
      skills: field.list("Skills", { separator: [", ", " and "] }),
      start: field.date("Start", { order: "dmy" }),
      place: field.text("Start point"),
      rating: field.pattern("Rating", /\d(?:\.\d)?\/5/),
      summary: field.sentence("Summary"),
    },
  }),
  rows: [
    fact("level", "Level", "All levels"),
    fact("language", "Language", "Portuguese"),
    fact("subtitles", "Languages of subtitles", ["English", "Spanish", "Dutch"]),
    fact("duration", "Duration", "6 hours", 360),
    fact("students", "Students", "1.250", 1250),
    fact("certificate", "Certificate", "included", true),
    fact("skills", "Skills", ["Sketching", "Light", "Colour theory"]),
    fact("start", "Start", "5/4/2027", "2027-04-05"),
    fact("place", "Start point", "Studio by the canal"),
    fact("rating", "Rating", "4.5/5"),
    fact("summary", "Summary", "You learn to draw what you see, in small steps."),
  ],
};

export const FACTS: Readonly<Record<string, Facts>> = { event, house, course };
