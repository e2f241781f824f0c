import { type Box, defineBox, field } from "../../src/box/index.ts";
import { duration, range, rating } from "./codecs.ts";

/** Made-up boxes as other sites print them, and what they hold. Their pages, and texts of them, lie in `fixtures/boxes`. */
export interface Site {
  readonly box: Box;
  /** By property: what is printed, where that is not the value itself, and the value. */
  readonly holds: Readonly<Record<string, readonly [printed: string, value: unknown]>>;
}

const text = (value: string): readonly [string, string] => [value, value];
const list = (value: string): readonly [string, string[]] => [value, value.split(/, (?:and )?/)];

/** A price in the manner of the continent, per year or not. */
const euros = {
  expected: "euros, such as 1.249,50 €",
  examples: [12.5],
  read: (given: string) => {
    const [, amount] = /^(\d[\d.]*(?:,\d\d)?)(?: ?€)?(?: \/ año)?$/.exec(given) ?? [];
    return amount === undefined ? undefined : Number(amount.replaceAll(".", "").replace(",", "."));
  },
  write: (value: number) => `${value.toFixed(2).replace(".", ",")} €`,
};

/** A time in words of several languages. */
const time = {
  ...duration,
  read: (given: string) =>
    duration.read(
      given
        .replace(/heures?|or[ae]/g, "hours")
        .replace(/jours?/, "days")
        .replace("分", " min"),
    ),
};

const clock = (day: string, key: string) =>
  field.of([day, key], {
    ...range,
    read: (given: string) => (given === "Closed" ? { from: "", to: "" } : range.read(given)),
    write: ({ from, to }) => (from === "" ? "Closed" : range.write({ from, to })),
  });

const open = (from: string, to: string) => [`${from} – ${to}`, { from, to }] as const;
const closed = ["Closed", { from: "", to: "" }] as const;

export const SITES: Readonly<Record<string, Site>> = {
  "shop-attributes-de": {
    box: defineBox({
      heading: ["Zusätzliche Informationen", "Additional information"],
      fields: {
        weight: field.number("Gewicht", { units: ["kg"], decimal: "," }),
        size: field.pattern("Größe", /[\d,]+ × [\d,]+ × [\d,]+ cm/, { expected: "three lengths in cm" }),
        colours: field.list("Farbe"),
        ribbons: field.list("Farbe der Bänder"),
        material: field.word("Material"),
        washable: field.flag("Waschbar", { yes: "Ja", no: "Nein" }),
        price: field.of("Preis (netto)", euros),
      },
    }),
    holds: {
      weight: ["0,45 kg", 0.45],
      size: text("30 × 20 × 2 cm"),
      colours: list("Rot, Blau, Naturweiß"),
      ribbons: list("Grau"),
      material: text("Leinen"),
      washable: ["Ja", true],
      price: ["1.249,50 €", 1249.5],
    },
  },
  "event-several-dates": {
    box: defineBox({
      heading: "Details",
      fields: {
        start: field.text("Start"),
        end: field.text("End"),
        next: field.date("Next date", { optional: true }),
        cost: field.of("Cost", range),
        categories: field.list(["Event Categories", "Event Category"]),
        tags: field.list(["Event Tags", "Event Tag"]),
        seats: field.int("Seats"),
      },
    }),
    holds: {
      start: text("March 5, 2027 @ 8:00 am"),
      end: text("March 9, 2027 @ 5:00 pm"),
      next: ["April 2, 2027", "2027-04-02"],
      cost: ["$15 – $25", { from: "$15", to: "$25" }],
      categories: list("Paper, Print"),
      tags: list("craft, letterpress"),
      seats: ["40", 40],
    },
  },
  "recipe-fr": {
    box: defineBox({
      heading: null,
      fields: {
        prep: field.of(["Temps de préparation", "Prep Time"], time),
        cook: field.of(["Temps de cuisson", "Cook Time"], time),
        total: field.of(["Temps total", "Total Time"], time),
        servings: field.int(["Portions", "Servings"], { units: ["personnes", "servings"] }),
        course: field.list(["Type de plat", "Course"]),
        cuisine: field.list("Cuisine"),
        calories: field.int("Calories", { units: ["kcal"] }),
        cost: field.of("Coût", euros),
      },
    }),
    holds: {
      prep: ["20 minutes", 20],
      cook: ["1 heure 10 minutes", 70],
      total: ["1 heure 30 minutes", 90],
      servings: ["4 personnes", 4],
      course: list("Entrée, Soupe"),
      cuisine: list("Française"),
      calories: ["312 kcal", 312],
      cost: ["8,50 €", 8.5],
    },
  },
  property: {
    box: defineBox({
      heading: "Overview",
      fields: {
        id: field.word("Property ID"),
        price: field.text("Price"),
        type: field.word("Property Type"),
        status: field.word("Property status"),
        rooms: field.int("Rooms"),
        bedrooms: field.int("Bedrooms"),
        bathrooms: field.number("Bathrooms"),
        built: field.int("Year Built"),
        size: field.int("Size", { units: ["SqFt"], thousands: "," }),
        land: field.number("Land area", { units: ["acres"] }),
        label: field.word("Label"),
        garages: field.int("Garages"),
        garageSize: field.int("Garage Size", { units: ["SqFt"] }),
      },
    }),
    holds: {
      id: text("QH-204"),
      price: text("$1,250,000 / Year"),
      type: text("House"),
      status: text("For sale"),
      rooms: ["9", 9],
      bedrooms: ["4", 4],
      bathrooms: ["2", 2],
      built: ["1987", 1987],
      size: ["1,840 SqFt", 1840],
      land: ["0.25 acres", 0.25],
      label: text("Open house"),
      garages: ["2", 2],
      garageSize: ["400 SqFt", 400],
    },
  },
  "job-es": {
    box: defineBox({
      heading: "Detalles de la oferta",
      fields: {
        place: field.text("Ubicación"),
        hours: field.word("Jornada", { words: ["Completa", "Parcial"] }),
        pay: field.of("Salario", euros),
        posted: field.date("Publicado", { order: "dmy" }),
        until: field.date("Fecha límite", { order: "dmy" }),
        openings: field.int("Vacantes"),
        remote: field.flag("Teletrabajo", { yes: "Sí", no: "No" }),
        languages: field.list("Idiomas"),
      },
    }),
    holds: {
      place: text("Valencia, España"),
      hours: text("Completa"),
      pay: ["42.000 € / año", 42000],
      posted: ["5/3/2027", "2027-03-05"],
      until: ["30/4/2027", "2027-04-30"],
      openings: ["2", 2],
      remote: ["Sí", true],
      languages: list("Español, Inglés"),
    },
  },
  "course-lms": {
    box: defineBox({
      heading: "Course Information",
      fields: {
        time: field.of("Estimated Time", time),
        difficulty: field.word("Difficulty", { words: ["Beginner", "Advanced"] }),
        tracks: field.list(["Tracks", "Track"]),
        categories: field.list(["Categories", "Category"]),
        tags: field.list("Tags"),
        lessons: field.int("Lessons"),
      },
    }),
    holds: {
      time: ["3 hours 30 minutes", 210],
      difficulty: text("Beginner"),
      tracks: list("Crafts"),
      categories: list("Paper, Print"),
      tags: list("craft"),
      lessons: ["12", 12],
    },
  },
  podcast: {
    box: defineBox({
      heading: "Episode details",
      fields: {
        episode: field.int("Episode"),
        season: field.int("Season"),
        hosts: field.list(["Hosts", "Host"]),
        guest: field.text("Guest", { optional: true }),
        runtime: field.pattern("Runtime", /(?:\d+:)?\d\d:\d\d/, { expected: "a time, such as 1:02:33" }),
        released: field.date("Released"),
        explicit: field.flag("Explicit"),
        size: field.number("File size", { units: ["MB"] }),
      },
    }),
    holds: {
      episode: ["42", 42],
      season: ["3", 3],
      hosts: list("Ann Moor, Bob Hale"),
      guest: text("Dr. Cy Reed"),
      runtime: text("1:02:33"),
      released: ["March 5, 2027", "2027-03-05"],
      explicit: ["No", false],
      size: ["58.4 MB", 58.4],
    },
  },
  book: {
    box: defineBox({
      heading: "Product details",
      fields: {
        authors: field.list(["Author", "Authors"]),
        publisher: field.text("Publisher"),
        language: field.word("Language"),
        pages: field.int(["Paperback", "Hardcover"], { units: ["pages"] }),
        isbn10: field.pattern("ISBN-10", /\d{9}[\dX]/, { expected: "ten digits" }),
        isbn13: field.pattern("ISBN-13", /\d{3}-\d{10}/, { expected: "thirteen digits" }),
        weight: field.int("Item weight", { units: ["g"] }),
        series: field.text("Series", { optional: true }),
        price: field.pattern("Price", /£?\d+\.\d\d/, { expected: "pounds" }),
      },
    }),
    holds: {
      authors: list("Ann Moor"),
      publisher: text("Alder Press; 2nd edition (5 March 2027)"),
      language: text("English"),
      pages: ["352 pages", 352],
      isbn10: text("0306406152"),
      isbn13: text("978-0306406157"),
      weight: ["420 g", 420],
      series: text("Presses of the world"),
      price: text("£18.99"),
    },
  },
  hours: {
    box: defineBox({
      heading: ["Opening hours", "Hours"],
      fields: {
        monday: clock("Monday", "Mon"),
        tuesday: clock("Tuesday", "Tue"),
        wednesday: clock("Wednesday", "Wed"),
        thursday: clock("Thursday", "Thu"),
        friday: clock("Friday", "Fri"),
        saturday: clock("Saturday", "Sat"),
        sunday: clock("Sunday", "Sun"),
      },
    }),
    holds: {
      monday: open("9:00 am", "5:00 pm"),
      tuesday: open("9:00 am", "5:00 pm"),
      wednesday: closed,
      thursday: open("9:00 am", "8:00 pm"),
      friday: open("9:00 am", "5:00 pm"),
      saturday: open("10:00 am", "2:00 pm"),
      sunday: closed,
    },
  },
  software: {
    box: defineBox({
      heading: null,
      minFields: 3,
      fields: {
        version: field.version("Version"),
        updated: field.text("Last updated"),
        installs: field.text("Active installations"),
        wordpress: field.text("WordPress version"),
        php: field.text("PHP version"),
        languages: field.list("Languages"),
        tags: field.list("Tags"),
        licence: field.text(["License", "Licence"]),
      },
    }),
    holds: {
      version: text("2.4.1"),
      updated: text("3 days ago"),
      installs: text("10,000+"),
      wordpress: text("6.3 or higher"),
      php: text("7.4 or higher"),
      languages: list("English, German, Irish"),
      tags: list("cache, speed"),
      licence: text("GPLv2 or later"),
    },
  },
  "flat-de": {
    box: defineBox({
      heading: "Objektdaten",
      fields: {
        area: field.number("Wohnfläche", { units: ["m²", "qm"], decimal: "," }),
        rooms: field.int("Zimmer"),
        rent: field.of("Kaltmiete", euros),
        costs: field.of("Nebenkosten", euros),
        deposit: field.of("Kaution", euros),
        built: field.int("Baujahr"),
        balcony: field.flag("Balkon", { yes: ["ja", "vorhanden"], no: ["nein", ""] }),
        floor: field.int("Etage"),
        floors: field.int("Etagen im Haus"),
        from: field.date("Frei ab", { order: "dmy" }),
      },
    }),
    holds: {
      area: ["84,5 m²", 84.5],
      rooms: ["3", 3],
      rent: ["1.250 €", 1250],
      costs: ["220 €", 220],
      deposit: ["3.750 €", 3750],
      built: ["1987", 1987],
      balcony: ["ja", true],
      floor: ["2", 2],
      floors: ["5", 5],
      from: ["01.05.2027", "2027-05-01"],
    },
  },
  "course-fr": {
    box: defineBox({
      heading: "Informations pratiques",
      fields: {
        length: field.of("Durée", time),
        level: field.word("Niveau", { words: ["Débutant", "Confirmé"] }),
        price: field.of("Prix", euros),
        reduced: field.of("Prix réduit", euros),
        language: field.word("Langue"),
        certificate: field.flag("Certificat", { yes: "oui", no: "non" }),
        next: field.date("Prochaine session", { order: "dmy" }),
        seats: field.int("Places"),
      },
    }),
    holds: {
      length: ["3 jours", 4320],
      level: text("Débutant"),
      price: ["450 €", 450],
      reduced: ["390 €", 390],
      language: text("Français"),
      certificate: ["oui", true],
      next: ["12/05/2027", "2027-05-12"],
      seats: ["8", 8],
    },
  },
  "review-points": {
    box: defineBox({
      heading: null,
      fields: {
        name: field.text("Product Name"),
        price: field.number("Offer price", { units: ["$"] }),
        stock: field.word("Availability", { words: ["In Stock", "Sold out"] }),
        build: field.of("Build", rating),
        sound: field.of("Sound, at home", rating),
        worth: field.of("Value for money", rating),
      },
    }),
    holds: {
      name: text("Reed radio"),
      price: ["129.00", 129],
      stock: text("In Stock"),
      build: ["9/10", { value: 9, of: 10 }],
      sound: ["8.5/10", { value: 8.5, of: 10 }],
      worth: ["7/10", { value: 7, of: 10 }],
    },
  },
  "pods-table": {
    box: defineBox({
      heading: "Walk facts",
      fields: {
        distance: field.number("Distance", { thousands: "," }),
        fee: field.number("Fee", { units: ["$"], thousands: "," }),
        seasons: field.list("Seasons", { separator: [",", ", and ", " and "] }),
        dogs: field.flag("Dogs allowed", { yes: "1", no: ["0", ""] }),
        opens: field.pattern("Opens", /\d\d:\d\d/, { expected: "a time" }),
        walked: field.date("Walked on"),
        guide: field.text("Guide"),
      },
    }),
    holds: {
      distance: ["1,234.5", 1234.5],
      fee: ["$1,250.00", 1250],
      seasons: list("Spring, Summer, and Autumn"),
      dogs: ["1", true],
      opens: text("09:30"),
      walked: text("2027-03-05"),
      guide: text("Ann Moor"),
    },
  },
  "recipe-ja": {
    box: defineBox({
      heading: "レシピ情報",
      fields: {
        time: field.of("調理時間", time),
        servings: field.int("人数", { units: ["人分"] }),
        calories: field.int("カロリー", { units: ["kcal"] }),
        category: field.list("カテゴリー", { separator: [",", "、"] }),
        cost: field.int("費用", { units: ["円"] }),
      },
    }),
    holds: {
      time: ["30分", 30],
      servings: ["4人分", 4],
      calories: ["312kcal", 312],
      category: list("主菜, 和食"),
      cost: ["500円", 500],
    },
  },
  "recipe-it-run": {
    box: defineBox({
      heading: null,
      fields: {
        author: field.text("Autore"),
        category: field.list("Categoria"),
        difficulty: field.word("Difficoltà", { words: ["Facile", "Media", "Difficile"] }),
        servings: field.int("Porzioni", { units: ["persone"] }),
        prep: field.of("Preparazione", time),
        cook: field.of("Cottura", time),
        total: field.of("Tempo totale", time),
      },
    }),
    holds: {
      author: text("Anna"),
      category: list("Zuppe"),
      difficulty: text("Media"),
      servings: ["6 persone", 6],
      prep: ["15 min", 15],
      cook: ["1 ora 35 min", 95],
      total: ["1 ora 50 min", 110],
    },
  },
  "metabox-mixed": {
    box: defineBox({
      heading: "Walk facts",
      fields: {
        distance: field.number("Distance", { units: ["km"] }),
        level: field.word("Level", { words: ["Easy", "Moderate", "Hard"] }),
        dogs: field.flag("Dogs allowed"),
        stops: field.list("Stops"),
        note: field.text("Note"),
        map: field.pattern("Map", /https?:\/\/\S+/, { expected: "an address" }),
        prams: field.flag("Prams allowed", { yes: "Yes", no: ["No", ""] }),
      },
    }),
    holds: {
      distance: ["12.5 km", 12.5],
      level: text("Moderate"),
      dogs: ["Yes", true],
      stops: ["Mill", ["Mill", "Old bridge", "Inn"]],
      note: text("Keep left at the fork. After rain: take the road."),
      map: text("https://example.org/m/1"),
      prams: ["", false],
    },
  },
  download: {
    box: defineBox({
      heading: null,
      fields: {
        type: field.word("File type"),
        size: field.number("File size", { units: ["MB"] }),
        downloads: field.int("Downloads", { thousands: "," }),
        released: field.date("Released"),
        licence: field.word(["Licence", "License"]),
        price: field.number("Price", { units: ["€"] }),
      },
    }),
    holds: {
      type: text("ABR"),
      size: ["12 MB", 12],
      downloads: ["3,204", 3204],
      released: ["5 March 2027", "2027-03-05"],
      licence: text("Personal"),
      price: ["€9.00", 9],
    },
  },
  downloads: {
    box: defineBox({
      heading: null,
      fields: {
        title: field.text("Title"),
        file: field.word("File"),
        size: field.number("Size", { units: ["MiB"] }),
        hits: field.int("Hits", { units: ["hits"], thousands: "," }),
        day: field.date("Date"),
        category: field.text("Category"),
        permission: field.text("Permission"),
      },
    }),
    holds: {
      title: text("Survey of the Marsh Mills"),
      file: text("marsh-mills.pdf"),
      size: ["18.4 MiB", 18.4],
      hits: ["1,902 hits", 1902],
      day: ["12 March 2026", "2026-03-12"],
      category: text("Surveys"),
      permission: text("Everyone"),
    },
  },
  "episode-bars": {
    box: defineBox({
      heading: null,
      fields: {
        length: field.of("Duration", duration),
        recorded: field.date("Recorded on"),
        narrator: field.text("Narrator"),
        place: field.text("Location"),
        size: field.number("File size", { units: ["MB"] }),
        type: field.word("Episode type"),
        episode: field.int("Episode number"),
      },
    }),
    holds: {
      length: ["48 min", 48],
      recorded: ["October 2, 2026", "2026-10-02"],
      narrator: text("Ola Fisk"),
      place: text("Studio B"),
      size: ["44.1MB", 44.1],
      type: text("Full"),
      episode: ["112", 112],
    },
  },
  "recipe-columns": {
    box: defineBox({
      heading: null,
      fields: {
        prep: field.of("Prep", duration),
        cook: field.of("Cook", duration),
        total: field.of("Total", duration),
        serves: field.int("Serves"),
        course: field.word("Course"),
        cuisine: field.word("Cuisine"),
        calories: field.int("Calories", { units: ["kcal"] }),
      },
    }),
    holds: {
      prep: ["10 mins", 10],
      cook: ["25 mins", 25],
      total: ["35 mins", 35],
      serves: ["4", 4],
      course: text("Main"),
      cuisine: text("Thai"),
      calories: ["410 kcal", 410],
    },
  },
  "project-headings": {
    box: defineBox({
      heading: "Project Info",
      fields: {
        client: field.text("Client"),
        role: field.text("Role"),
        completed: field.text("Completed"),
        skills: field.list("Skills"),
        place: field.text("Location"),
        site: field.text("Website"),
        budget: field.text("Budget"),
        team: field.int("Team size"),
      },
    }),
    holds: {
      client: text("Harbour Trust"),
      role: text("Lettering, signage"),
      completed: text("May 2026"),
      skills: list("Sign painting, CNC, Gilding"),
      place: text("Falmouth"),
      site: text("harbourtrust.example"),
      budget: text("on request"),
      team: ["4", 4],
    },
  },
};
