import { type BoxDeclaration, type BoxIssue, defineBox, field, safeParseBox } from "alphanode-post/box";
import { expect, test } from "vitest";

/** Boxes that were laid out or damaged as none above: each value is right, or told. */

const OPTIONAL = { optional: true };

/** Fields of texts; a question mark says that a box may lack it. */
const texts = (...labels: string[]) =>
  Object.fromEntries(
    labels.map((label) => {
      const name = label.replace("?", "");
      return [name, field.text(name, { optional: name !== label })];
    }),
  );

const SYSTEM = { os: field.text("OS"), cpu: field.text("CPU") };
const HOUSE = {
  ...texts("Check-in", "Age restriction?"),
  Pets: field.text("Pets"),
  Cards: field.list("Cards"),
};
const DETAILS = {
  ...texts("Release"),
  Countries: field.list("Countries"),
  ...texts("Site?"),
  Languages: field.list("Languages"),
};
const PLACE = { ...texts("Address", "Zip"), Services: field.list("Services", OPTIONAL) };
const JOB = {
  ...texts("Experience"),
  Skills: field.list("Skills"),
  ...texts("Start Date?"),
  v: field.int("Vacancies"),
};

const END = "\n\nThanks for reading to the end of this page.";

type Case = readonly [
  name: string,
  fields: BoxDeclaration["fields"],
  text: string,
  right: Readonly<Record<string, unknown>>,
  heading?: string,
];

const CASES: readonly Case[] = [
  [
    "values right above their labels",
    texts("Date", "Time", "Cost"),
    `16 May 2026\nDate\n\n19:30\nTime\n\n$35\nCost${END}`,
    { Date: "16 May 2026", Time: "19:30", Cost: "$35" },
  ],
  [
    "the same without blank lines",
    texts("Date", "Time", "Cost"),
    `16 May 2026\nDate\n19:30\nTime\n$35\nCost${END}`,
    { Date: "16 May 2026", Time: "19:30", Cost: "$35" },
  ],
  [
    "the same below a text",
    texts("Date", "Time", "Cost"),
    `Some words first.\n\n16 May 2026\nDate\n\n19:30\nTime\n\n$35\nCost${END}`,
    { Date: "16 May 2026", Time: "19:30", Cost: "$35" },
  ],
  [
    "values above labels, a line of the page below them",
    texts("Date", "Time", "Cost"),
    "3 May\n\nDate\n\nAll day\n\nTime\n\nFree\n\nCost\n\nADVERTISEMENT\n\nMore to come",
    { Date: "3 May", Time: "All day", Cost: "Free" },
  ],
  [
    "values above labels, one blank line among them",
    texts("Date", "Time", "Cost"),
    `3 May\nDate\n\nAll day\nTime\nFree\nCost${END}`,
    { Date: "3 May", Time: "All day", Cost: "Free" },
  ],
  [
    "values above labels, under a heading",
    texts("Place", "Floor", "Hall"),
    "About\nTown House\nPlace\nFirst\nFloor\nBlue\nHall\nTry the letter\nAll of it is free",
    { Place: "Town House", Floor: "First", Hall: "Blue" },
    "About",
  ],
  [
    "figures as headings above labels, the last of which is gone",
    texts("Date", "Time", "Cost"),
    "### 3 May\n\nDate\n\n### All day\n\nTime\n\n### Free\n\nThanks for all",
    { Date: "3 May", Time: "All day" },
  ],
  [
    "values above labels, all a blank line apart",
    texts("Date", "Time", "Cost"),
    `Some words first.\n\n16 May 2026\n\nDate\n\n19:30\n\nTime\n\n$35\n\nCost${END}`,
    { Date: "16 May 2026", Time: "19:30", Cost: "$35" },
  ],
  [
    "an optional row run into the line of another",
    { ...texts("Country", "Type", "Charging?", "Zone") },
    "CountryUK\nType5000 mAh Charging25W wired\nZoneCET",
    { Country: "UK", Type: "5000 mAh", Charging: "25W wired", Zone: "CET" },
  ],
  [
    "the same in entries",
    {
      b: field.entries("Battery", { t: field.text("Type"), c: field.text("Charging", OPTIONAL) }),
      z: field.text("Zone"),
    },
    "BatteryType5000 mAh Charging25W\nZoneCET",
    { b: { t: "5000 mAh", c: "25W" }, z: "CET" },
  ],
  [
    "labels behind their entries",
    { min: field.entries("Minimum", SYSTEM), rec: field.entries("Recommended", SYSTEM) },
    "System Requirements\n\n- **OS:** Windows 10\n- **CPU:** i5\n\n**Minimum:**\n\n- **OS:** Windows 11\n- **CPU:** Ryzen 5\n\n**Recommended:**" +
      END,
    { min: { os: "Windows 10", cpu: "i5" }, rec: { os: "Windows 11", cpu: "Ryzen 5" } },
    "System Requirements",
  ],
  [
    "a value that starts with its own label, below a row without a value",
    HOUSE,
    "House rules\n\nCheck-in\n\nFrom 3 PM\n\nAge restriction\n\nPets\n\nPets are not allowed.\n\nCards\n\nVisa",
    { "Check-in": "From 3 PM", Pets: "Pets are not allowed.", Cards: ["Visa"] },
    "House rules",
  ],
  [
    "a sentence that starts with a label where others have colons",
    HOUSE,
    "House rules\n\nCheck-in: From 3 PM\nAge restriction: 18 years\nPets are not allowed.\nCards: Visa",
    { "Check-in": "From 3 PM", "Age restriction": "18 years", Cards: ["Visa"] },
    "House rules",
  ],
  [
    "a label right below one without a value",
    texts("Date", "Surface", "URL", "Copyright"),
    `Date:\nMay\nSurface:\nURL:\n1 250 m²\nCopyright:\nAtelier Brun${END}`,
    { Date: "May", Surface: "1 250 m²", Copyright: "Atelier Brun" },
  ],
  [
    "two of them",
    texts("Competences", "Client", "Category", "Date"),
    `Competences:\nClient:\nCategory:\nVille de Blois\nDate:\n2024${END}`,
    { Client: "Ville de Blois", Date: "2024" },
  ],
  [
    "two labels over two values",
    { ...texts("Title"), r: field.date("Release Date"), e: field.date("Early Date", OPTIONAL) },
    "Title:\nMoss\nRelease Date:\nEarly Date:\nMay 16, 2025\nJan 9, 2024\nThanks for reading",
    { Title: "Moss", r: "2025-05-16", e: "2024-01-09" },
  ],
  [
    "bullets below a label whose neighbour has none",
    DETAILS,
    "Details\n  * Release\n  * Countries\n      * May 16, 2025\n      * Canada\n      * Norway\n  * Site\n      * x.example\n  * Languages\n      * English",
    { Countries: ["Canada", "Norway"], Site: "x.example", Languages: ["English"] },
    "Details",
  ],
  [
    "bullets above a label without any",
    DETAILS,
    "Details\n  * Release\n      * May\n  * Countries\n      * Canada\n      * Norway\n      * x.example\n  * Site\n  * Languages\n      * English",
    { Release: "May", Countries: ["Canada", "Norway"], Languages: ["English"] },
    "Details",
  ],
  [
    "a line between the label of a list and its bullets",
    PLACE,
    "Address\nHigh St 1\nZip\n16001\nServices\nADVERTISEMENT\n\n  • Paint\n\n  • Tyres\n\n  • Checks\n\nThanks",
    { Address: "High St 1", Zip: "16001", Services: ["Paint", "Tyres", "Checks"] },
  ],
  [
    "the label of a list before the value above it",
    PLACE,
    "Address\nHigh St 1\nZip\nServices\n16001\n\n  • Paint\n\n  • Tyres\n\n  • Checks\n\nThanks",
    { Address: "High St 1", Services: ["Paint", "Tyres", "Checks"] },
  ],
  [
    "a line of the page in the place of a value",
    texts("Format", "Published", "ISBN?", "Language"),
    "Format\n\nHard\n\nPublished\n\nJune\n\nISBN\nADVERTISEMENT\n\n97814\n\nLanguage\n\nEnglish",
    { Format: "Hard", Published: "June", ISBN: "97814", Language: "English" },
  ],
  [
    "a label twice below one without a value",
    texts("Address", "Phone", "Phone 2?", "Mail", "Zip"),
    "Address\nHigh St 1\n\nPhone\n\nPhone 2\nPhone 2\n\nMail\n\nZip\n16001",
    { Address: "High St 1", Zip: "16001" },
  ],
  [
    "the same in a table",
    texts("Lunes", "Martes", "Jueves"),
    "| Lunes | |\n| Martes | |\n| Martes | |\n| Jueves | |",
    {},
  ],
  [
    "a label that nobody declared below one without a value",
    { y: field.int("Yield"), s: field.text("Serving Size", OPTIONAL), c: field.int("Calories") },
    "Yield:\n12\nServing Size:\nAmount Per Serving:\nCalories:\n210",
    { y: 12, c: 210 },
  ],
  [
    "the same with a value",
    texts("Store", "Size", "Zone"),
    "Store:\nOak\nSize:\nColour:\nRed\nZone:\nNorth",
    { Store: "Oak", Zone: "North" },
  ],
  [
    "a table row without its label below a list",
    JOB,
    "Job Features\n\n| Experience | 2 years |\n| Skills | Dough, Teamwork |\n|  | September 1, 2026 |\n| Vacancies | 2 |",
    { Experience: "2 years", Skills: ["Dough", "Teamwork"], v: 2 },
    "Job Features",
  ],
  [
    "a row of a record twice",
    {
      g: field.records("Games", {
        d: field.date("Date"),
        h: field.text("Home"),
        n: field.text("Note", OPTIONAL),
      }),
      ...texts("Fee"),
    },
    "Games\n  • Date: 2026-05-01\n  • Home: Ayr\n  • Note: rain\n  • Note: rain\n  • Date: 2026-05-08\n  • Home: Cove\nFee: 1",
    {
      g: [
        { d: "2026-05-01", h: "Ayr", n: "rain" },
        { d: "2026-05-08", h: "Cove" },
      ],
      Fee: "1",
    },
  ],
  [
    "a word in capitals that starts with a label of one letter",
    { a: field.text("A"), b: field.int("B"), z: field.list("Z", OPTIONAL) },
    "A: apple\nB: 3\nZ\n  • one\nADVERTISEMENT\n  • two",
    { a: "apple", b: 3, z: ["one", "two"] },
  ],
  [
    "an item past a blank line",
    { ...texts("When", "Location"), Categories: field.list("Categories", OPTIONAL) },
    "When\nMay 1\n\nLocation\nLibrary\n\nCategories\nSinging\n\nEvening events\nThanks for reading it",
    { When: "May 1", Location: "Library", Categories: ["Singing", "Evening events"] },
  ],
  [
    "a list that starts with a comma",
    { ...texts("Colour"), Material: field.list("Material") },
    "Colour\nRed\nSteel\nMaterial\n,\nGlass",
    { Colour: "Red" },
  ],
  [
    "an item past a blank line and a comma",
    { ...texts("When"), Tags: field.list("Tags") },
    "When:\nMay\nTags:\nbells\n\n,\ntower",
    { When: "May", Tags: ["bells", "tower"] },
  ],
  [
    "a link without a text",
    texts("Store", "Website?", "Phone"),
    "# Shop\n\n- **Store:** Oak\n- **Website:** [](https://x.example)\n- **Phone:** 123",
    { Store: "Oak", Phone: "123" },
  ],
  [
    "a link around an image",
    texts("Store", "Website?", "Phone"),
    "# Shop\n\n- **Store:** Oak\n- **Website:** [![](logo.png)](https://x.example)\n- **Phone:** 123",
    { Store: "Oak", Phone: "123" },
  ],
  [
    "half a link",
    texts("Store", "Publisher", "Phone"),
    "- **Store:** Oak\n- **Publisher:** [Harbor House](https://x\n- **Phone:** 123",
    { Store: "Oak", Phone: "123" },
  ],
  [
    "empty brackets",
    texts("Store", "Website?", "Phone"),
    "Store: Oak\nWebsite: []\nPhone: 123",
    { Store: "Oak", Phone: "123" },
  ],
  [
    "a heading without a text",
    texts("Store", "Website?", "Phone"),
    "# Shop\n\nStore\n\nOak\n\nWebsite\n\n######\n\nPhone\n\n123",
    { Store: "Oak", Phone: "123" },
  ],
  [
    "a label in small letters before a dash",
    { ...texts("List Price", "eBook Price?"), y: field.int("Year") },
    "List Price - $27.95\neBook Price - $9.99\nYear - 2021",
    { "List Price": "$27.95", "eBook Price": "$9.99", y: 2021 },
  ],
  [
    "the same over its value",
    { ...texts("List Price", "eBook Price?"), y: field.int("Year") },
    "List Price\n$27.95\neBook Price\n$9.99\nYear\n2021",
    { "List Price": "$27.95", "eBook Price": "$9.99", y: 2021 },
  ],
  [
    "the same within a line",
    texts("List Price", "eBook Price?", "Audio Price?"),
    "List Price: $27.95eBook Price: $9.99Audio Price: $19.50",
    { "List Price": "$27.95", "eBook Price": "$9.99", "Audio Price": "$19.50" },
  ],
  [
    "a unit as a label",
    { ...texts("Tip"), m: field.int("m² (Brüt)"), k: field.int("Kat") },
    "* Tip Daire\n* m² (Brüt) 90\n* Kat 1",
    { Tip: "Daire", m: 90, k: 1 },
  ],
  [
    "a word in small letters as a label",
    { ...texts("Soil", "pH", "Light") },
    "Soil Clay\npH 6.5\nLight Sun",
    { Soil: "Clay", pH: "6.5", Light: "Sun" },
  ],
  [
    "an image before an item",
    { Nationality: field.list("Nationality"), ...texts("Club", "Goals") },
    "Nationality\n![bel](field.png) Belgique\nClub\nOak\nGoals\n4",
    { Nationality: ["Belgique"], Club: "Oak", Goals: "4" },
  ],
  [
    "an image before a value",
    { ...texts("Nationality", "Club", "Goals") },
    "Nationality: ![bel](field.png) Belgique\nClub: Oak\nGoals: 4",
    { Nationality: "Belgique", Club: "Oak", Goals: "4" },
  ],
  [
    "values that start with signs behind signs",
    texts("Date", "Budget", "Copyright", "Seats"),
    "Date = 16 May\nBudget = ￥1,000～￥1,999\nCopyright = © 2026 Oak\nSeats = 18",
    { Date: "16 May", Budget: "￥1,000～￥1,999", Copyright: "© 2026 Oak", Seats: "18" },
  ],
  [
    "the same behind dots",
    texts("Date", "Budget", "Copyright", "Seats"),
    "Date........16 May\nBudget........￥1,000～￥1,999\nCopyright........© 2026 Oak\nSeats........18",
    { Date: "16 May", Budget: "￥1,000～￥1,999", Copyright: "© 2026 Oak", Seats: "18" },
  ],
  [
    "two rows with a sign between",
    texts("When", "Location"),
    "When = May 1\nLocation = Library",
    { When: "May 1", Location: "Library" },
  ],
  [
    "a label in the plural run into its value",
    { ...texts("Version", "Language"), Tags: field.list(["Tags", "Tag"]) },
    "Version1.0\nLanguageEnglish\nTagsitemap",
    { Version: "1.0", Language: "English", Tags: ["sitemap"] },
  ],
  [
    "a label without a value on a line of several",
    { ...texts("Year"), Gearbox: field.word("Gearbox"), ...texts("Drive?", "Exterior color") },
    "Year 2019 Gearbox Automatic Drive  Exterior color Silver",
    { Year: "2019", Gearbox: "Automatic", "Exterior color": "Silver" },
  ],
  [
    "a row that nobody declared run into a value",
    texts("Length", "License", "Rating"),
    "Length – 32:10\nLicense – CC BY 4.0Podcast: Play in new window | Download\nRating – 5",
    { Length: "32:10", License: "CC BY 4.0", Rating: "5" },
  ],
  [
    "labels in capitals on lines of several",
    {
      ...texts("Job category"),
      Salary: field.text("Salary", OPTIONAL),
      ...texts("Working hours"),
      v: field.int("Vacancies"),
    },
    "JOB CATEGORY Food SALARY €31,000\nWORKING HOURS 4 to noon VACANCIES 2",
    { "Job category": "Food", Salary: "€31,000", "Working hours": "4 to noon", v: 2 },
  ],
  [
    "a quotation",
    texts("Date", "Time", "Cost"),
    "> **Date:** 16 May\n> **Time:** 19:30\n> **Cost:** $35",
    { Date: "16 May", Time: "19:30", Cost: "$35" },
  ],
  [
    "a quotation with a heading",
    texts("Date", "Time", "Cost"),
    "Words.\n\n> Facts\n>\n> Date\n>\n> 16 May\n>\n> Time\n>\n> 19:30\n>\n> Cost\n>\n> $35\n\nBye.",
    { Date: "16 May", Time: "19:30", Cost: "$35" },
    "Facts",
  ],
  [
    "colons between marks of direction",
    texts("Publisher", "Publication date", "Language"),
    "Publisher\n \u200f\n :\n \u200e\n Harbor House Publication date\n \u200f\n :\n \u200e\n June 1, 2021\nLanguage\n \u200f\n :\n \u200e\n English",
    { Publisher: "Harbor House", "Publication date": "June 1, 2021", Language: "English" },
  ],
  [
    "the number of a note",
    { ...texts("Country"), y: field.int("Founded"), ...texts("Zone") },
    "Country: Austria\nFounded: 1142[1]\nZone: CET",
    { Country: "Austria", y: 1142, Zone: "CET" },
  ],
  [
    "a value that is its label",
    texts("Runtime", "Color", "Sound"),
    "Runtime\n  2 hours\nColor\n  Color\nSound\n  Dolby",
    { Runtime: "2 hours", Color: "Color", Sound: "Dolby" },
  ],
  [
    "icons within headings",
    texts("Job Category", "Salary", "Hours"),
    "#### __Job Category\n\nFood\n\n#### __Salary\n\n€31,000\n\n#### __Hours\n\n9 to 5",
    { "Job Category": "Food", Salary: "€31,000", Hours: "9 to 5" },
  ],
  [
    "a link",
    texts("Author", "Publisher", "Year"),
    "Author: [Ruth Abara](https://x.example/a)\nPublisher: Harbor House\nYear: 2021",
    { Author: "Ruth Abara", Publisher: "Harbor House", Year: "2021" },
  ],
  [
    "a line with a colon below a text, where no row has one",
    texts("Level", "Note", "Map"),
    "Level\tEasy\nNote\tCome early.\nKeep left: at the fork.\nMap\tB2",
    { Level: "Easy", Note: "Come early. Keep left: at the fork.", Map: "B2" },
  ],
  [
    "a text that goes on below its colon",
    texts("Level", "Note", "Map"),
    "Level: Easy\nNote: At the fork:\nKeep left: the road is wet.\nMap: B2",
    { Level: "Easy", Note: "At the fork: Keep left: the road is wet.", Map: "B2" },
  ],
  [
    "two lines above the first of the labels below their values",
    texts("Title", "Author", "Year"),
    "The Tide Clock\nRead more\nTitle\n\nAda Fenn\nAuthor\n\n2025\nYear",
    { Title: "The Tide Clock", Author: "Ada Fenn", Year: "2025" },
  ],
  [
    "the same below a heading",
    texts("Title", "Author", "Year"),
    "Book\n\nThe Tide Clock\nRead more\nTitle\n\nAda Fenn\nAuthor\n\n2025\nYear",
    { Title: "The Tide Clock", Author: "Ada Fenn", Year: "2025" },
    "Book",
  ],
  [
    "emphasis right behind labels, and a line longer than the heading",
    texts("Level", "Kind"),
    "Info\n----------\n\nLevel*Hard*\n\nKind*Soft*",
    { Level: "Hard", Kind: "Soft" },
    "Info",
  ],
  [
    "the same without a heading",
    texts("Level", "Kind"),
    "Level*Hard*\nKind*Soft*",
    { Level: "Hard", Kind: "Soft" },
  ],
  [
    "emphasis",
    texts("Author", "Publisher", "Year"),
    "Author: *Ruth*\nPublisher: **Oak**\nYear: 2021",
    { Author: "Ruth", Publisher: "Oak", Year: "2021" },
  ],
];

test.each(CASES.map((one) => [one[0], one] as const))("%s", (_, [, fields, text, right, heading]) => {
  const result = safeParseBox(defineBox({ heading: heading ?? null, fields }), text);
  const held: Readonly<Record<string, unknown>> = result.success ? result.data : result.partial;
  const isTold = (key: string): boolean =>
    result.issues.some(({ code, path }: BoxIssue) => path[0] === key || code === "missing_box");
  const wrong = [...Object.keys(right), ...Object.keys(held)].filter((key) => !isTold(key));
  for (const key of wrong) expect({ [key]: held[key] }).toEqual({ [key]: right[key] });
});
