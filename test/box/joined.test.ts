import { describe, expect, test } from "vitest";
import { defineBox, field } from "../../src/box/index.ts";
import { readOnPage as read } from "./read.ts";

/** Rows that stand at the end of another one, where nothing but the words of their labels tells it. */

const optional = true;

describe("the label of a field that a box may be without is told in the value of another", () => {
  const show = defineBox({
    heading: null,
    fields: {
      title: field.text("Title"),
      first: field.text("First run"),
      last: field.text("Last run", { optional }),
      seasons: field.int("Seasons"),
    },
  });
  test.each([
    ["behind a figure", "Title Fire\nFirst run sept. 22, 2019 Last run june 3, 2022\nSeasons 3"],
    ["behind a capital", "Title Fire\nFirst run In September Last run in June\nSeasons 3"],
    [
      "among bold labels of which one has a colon",
      "**Title** Fire\n**First run** May 2 Last run may 3\n**Seasons:** 3",
    ],
  ])("%s", (_, text) => {
    expect(read(show, text).told).toEqual(["uncertain_value first", "label_without_value last"]);
  });

  const book = defineBox({
    heading: null,
    fields: {
      author: field.list("저자"),
      translator: field.list("역자", { optional }),
      house: field.text("출판사"),
    },
  });
  test.each([
    ["beside their values", "저자 김하늘, 이정 역자 박수\n출판사 들녘"],
    ["right before their values", "저자김하늘, 이정 역자박수\n출판사들녘"],
  ])("of a script without capitals, %s", (_, text) => {
    expect(read(book, text).told).toEqual(["uncertain_value author", "label_without_value translator"]);
  });
});

describe("the label of a row of the box is told in the last value", () => {
  test("of a record", () => {
    const route = defineBox({
      heading: "Route",
      fields: {
        stages: field.records("Stages", { from: field.text("From"), stay: field.text("Stay", { optional }) }),
        file: field.text("GPX file", { optional }),
      },
    });
    expect(
      read(route, "Route\n\nStages\n\nFrom: Oban\n\nFrom: Mull\n\nStay: Camp GPX file: coast.gpx").told,
    ).toEqual(["uncertain_value stages.1.stay", "label_without_value file"]);
  });

  test("of entries", () => {
    const staff = defineBox({
      heading: null,
      fields: {
        name: field.text("Name"),
        place: field.entries("Address", { street: field.text("Street"), town: field.text("Town") }),
        hours: field.text("Hours", { optional }),
      },
    });
    expect(
      read(staff, "Name Ann\n\n#### Address\n\n* Street: Quay 4\n* Town: Oban Hours mon to fri").told,
    ).toEqual(["uncertain_value place.town", "label_without_value hours"]);
  });
});

test("a cell behind a list that separators part is told", () => {
  const dish = defineBox({
    heading: null,
    fields: {
      course: field.list("Course"),
      kitchen: field.list("Kitchen", { optional }),
      yield: field.int("Yield"),
    },
  });
  expect(read(dish, "Course\tSoup, Stew Kitchen\tDutch\nYield\t4")).toEqual({
    held: { course: ["Soup", "Stew Kitchen Dutch"], yield: 4 },
    told: ["uncertain_value course", "label_without_value kitchen"],
  });
  expect(read(dish, "Course\tSoup\tStew\nYield\t4").told).toEqual([]);
});

test("items are no rows of the box where its rows have no bullets, and start no second one", () => {
  const review = defineBox({
    heading: "Review",
    fields: {
      design: field.text("Design"),
      price: field.text("Price"),
      pros: field.list("Pros"),
      cons: field.list("Cons"),
    },
  });
  const { held, told } = read(
    review,
    "Review\n\nDesign 8/10\n\nPrice $12\n\n* Bright\n* Design that lasts\n* Price dropped twice\n\n### Cons\n\n* Big\n* Dim",
  );
  expect(held).toEqual({ design: "8/10", price: "$12", cons: ["Big", "Dim"] });
  expect(told).toContain("missing_field pros");
});

test("a line that starts with a label, but has no value of its kind, starts no second box", () => {
  const review = defineBox({
    heading: "Review",
    fields: {
      design: field.number("Design", { units: ["/10"] }),
      price: field.text("Price"),
      pros: field.list("Pros"),
      cons: field.list("Cons"),
    },
  });
  const { held, told } = read(
    review,
    "Review\nDesign 8 /10\nPrice $12\nPros\nBright\nDesign that lasts\nPrice dropped twice\nCons\nBig\nDim",
  );
  expect(held).toMatchObject({ design: 8, price: "$12", cons: ["Big"] });
  expect(told).toEqual(expect.arrayContaining(["duplicate_field design", "duplicate_field price"]));
});

describe("a label with one edit", () => {
  const fair = defineBox({
    heading: "Fair",
    fields: {
      dates: field.text("Dates"),
      tickets: field.records("Tickets", { name: field.text("Ticket"), price: field.text("Price") }),
      phone: field.text("Phone", { optional }),
    },
  });
  test("is found past records", () => {
    const text =
      "Fair\n\nDates: 4 June\n\nTickets\n\nTicket: A\n\nPrice: $1\n\nTicket: B\n\nPrice: $2\n\nPhxne: 12";
    const { held, told } = read(fair, text);
    expect(held).toMatchObject({ phone: "12" });
    expect(told).toEqual(["misspelled_label phone"]);
  });
  test("is one before a colon, whatever stands at the end of another row", () => {
    const novel = defineBox({
      heading: null,
      fields: {
        title: field.text("Title"),
        series: field.text("Series", { optional }),
        kind: field.list("Genre"),
      },
    });
    expect(read(novel, "Title: Salt\nSerxes: Salt Road\nGenre: Fantasy, Odd Series")).toEqual({
      held: { title: "Salt", series: "Salt Road", kind: ["Fantasy", "Odd Series"] },
      told: ["misspelled_label series"],
    });
  });
  test("is none where the label stands at the end of another row", () => {
    const text = "Fair\n\nDates: 4 June ### Tickets\n\n| Ticket | Price |\n| --- | --- |\n| A | $1 |";
    expect(read(fair, text).told).toEqual(
      expect.arrayContaining(["uncertain_value dates", "missing_field tickets"]),
    );
  });
});

test("a border or marks of emphasis at the end of a value are doubted", () => {
  const facts = defineBox({
    heading: null,
    fields: { fat: field.text("Fat"), sugar: field.text("Sugar"), salt: field.text("Salt") },
  });
  expect(read(facts, "Fat 0 g|\nSugar 7 g __\nSalt 1 g").told).toEqual([
    "uncertain_value fat",
    "uncertain_value sugar",
  ]);
});

test("a label behind a bullet that no other label has is doubted", () => {
  const ship = defineBox({
    heading: null,
    fields: {
      name: field.text("Name"),
      owner: field.text("Owner"),
      type: field.text("Type"),
      builder: field.text("Builder"),
    },
  });
  const { told } = read(ship, "Name Alma\nOwner Fjord Line\n* Type Shipping\nBuilder Ulvik");
  expect(told).toContain("uncertain_value type");
});

describe("the label of a list ends the line of other rows, right above its bullets", () => {
  const trail = defineBox({
    heading: "Trail facts",
    fields: {
      length: field.number("Length", { units: ["km"] }),
      months: field.list("Months"),
      grade: field.word("Grade"),
    },
  });
  const held = { length: 12.5, months: ["May", "June, dry"], grade: "Easy" };
  const run = ["run_together length", "run_together months"];
  test.each([
    ["behind a number", "Length 12.5 Months\n\n * May\n * June, dry\n\nGrade Easy"],
    ["behind a number with its unit", "Length 12.5 km Months\n • May\n • June, dry\nGrade Easy"],
    ["in the last line", "Grade: Easy\nLength: 12.5 km Months\n\n- May\n- June, dry"],
  ])("%s", (_, rows) => {
    const { held: values, told } = read(trail, `Trail facts\n\n${rows}`);
    expect(values).toEqual(held);
    expect(told).toEqual(expect.arrayContaining(run));
  });

  test("a word of a value is none where the list has a label of its own", () => {
    const text = "Trail facts\n\nGrade Easy Months\n * a note\nMonths: May, June, dry\nLength: 12.5 km";
    const { held: values, told } = read(trail, text);
    expect(values).toMatchObject({ months: ["May", "June", "dry"], length: 12.5 });
    expect(told.some((one) => one.endsWith(" grade"))).toBe(true);
  });
});

describe("an address right behind its label is a value", () => {
  const episode = defineBox({
    heading: "Episode",
    fields: {
      guest: field.text("Guest"),
      site: field.text("Site"),
      note: field.text("Note"),
      mail: field.text("Write to", { optional }),
    },
  });
  const whole = { guest: "Dr. Quill", site: "https://x.example", note: "Fresh" };
  test.each([
    ["with nothing between rows", "GuestDr. QuillSitehttps://x.exampleNoteFresh", whole],
    ["with spaces between them", "GuestDr. Quill Sitehttps://x.example NoteFresh", whole],
    [
      "of a mail, too",
      "NoteFresh Sitewww.x.example Write tohi@x.example",
      { site: "www.x.example", note: "Fresh", mail: "hi@x.example" },
    ],
    [
      "at the start of a line",
      "Sitehttps://x.exampleNoteFresh",
      { site: "https://x.example", note: "Fresh" },
    ],
  ])("%s", (_, rows, right) => {
    expect(read(episode, `Episode\n\n${rows}`).held).toEqual(right);
  });

  test("and no part of another one", () => {
    const text = "Episode\n\nGuest: Dr. Quill Write tohi@x.example\nSite: x.example\nNote: Fresh";
    const { held, told } = read(episode, text);
    expect(told).toContain("mail" in held ? "run_together mail" : "label_without_value mail");
  });
});

describe("a row that nobody declared behind a value of a closed form", () => {
  const album = defineBox({
    heading: "Album",
    fields: {
      out: field.date("Released"),
      sold: field.int("Sales", { thousands: "," }),
      by: field.text("Label"),
    },
  });
  const held = { out: "2026-05-12", sold: 1204, by: "Quay" };
  test.each([
    ["with nothing between", "ReleasedMay 12, 2026ViewsmanySales1,204LabelQuay", "rewritten_value out"],
    ["with spaces", "Released May 12, 2026 Views many Sales 1,204 Label Quay", "rewritten_value out"],
    ["with colons", "Released: May 12, 2026Views: 2,317Sales: 1,204Label: Quay", "rewritten_value out"],
  ])("is told, %s", (_, rows, issue) => {
    const { held: values, told } = read(album, `Album\n\n${rows}`);
    expect(values).toEqual(held);
    expect(told).toContain(issue);
  });
});

test("a label that a capital follows in a line of no field is told, as one before an address is", () => {
  const info = defineBox({
    heading: "Info",
    fields: {
      author: field.text("Author"),
      price: field.text("Price", { optional: true }),
      note: field.text("Note"),
    },
  });
  for (const value of ["Large", "https://shop.example/"])
    expect(read(info, `Info\nsee Price${value} now\nAuthor: Kim\nNote: b`).told).toContain(
      "label_without_value price",
    );
  expect(read(info, "Info\nsee Priceless now\nAuthor: Kim\nNote: b").told).not.toContain(
    "label_without_value price",
  );
});
