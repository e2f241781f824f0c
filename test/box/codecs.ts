import type { Codec } from "../../src/box/index.ts";

/** The codecs of docs/boxes.md: values made of others. */

export interface Money {
  amount: number;
  currency: string;
}

const SIGNS: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP" };

/** An amount and its currency; dollars where the sign is lost. */
export const money: Codec<Money> = {
  expected: "an amount of money, such as $15 or Free",
  examples: [
    { amount: 0, currency: "USD" },
    { amount: 3.5, currency: "USD" },
    { amount: 999, currency: "EUR" },
  ],
  read: (text) => {
    if (/^free$/i.test(text)) return { amount: 0, currency: "USD" };
    const [, before = "", amount = "", after = ""] =
      /^([$€£]?)\s*(\d[\d,]*(?:\.\d+)?)\s*([$€£]?)(?: a \w+)?$/.exec(text) ?? [];
    if (amount === "") return undefined;
    return { amount: Number(amount.replace(/,/g, "")), currency: SIGNS[before || after] ?? "USD" };
  },
  write: ({ amount, currency }) => {
    const [sign = "$"] = Object.entries(SIGNS).find(([, name]) => name === currency) ?? [];
    return `${sign}${amount}`;
  },
};

const MINUTES: readonly (readonly [unit: RegExp, minutes: number])[] = [
  [/^(?:d|days?|tage?)$/, 1440],
  [/^(?:h|hrs?|hours?|std|stunden?)$/, 60],
  [/^(?:m|mins?|minutes?|minuten?)$/, 1],
];

/** Minutes, from days, hours and minutes. A unit may stand twice. */
export const duration: Codec<number> = {
  expected: "a time, such as 1 hour 20 minutes",
  examples: [5, 80, 1540],
  read: (text) => {
    if (!/^\d/.test(text) || /[^\d\s\p{L}.]/u.test(text) || /\d\s*$/.test(text)) return undefined;
    let total = 0;
    for (const [, amount, units = ""] of text.toLowerCase().matchAll(/(\d+)\s*([^\d]+)/g)) {
      const names = units.split(/[\s.]+/).filter((name) => name !== "");
      const factors = names.map((name) => MINUTES.find(([unit]) => unit.test(name))?.[1]);
      const [factor] = factors;
      if (factor === undefined || factors.some((other) => other !== factor)) return undefined;
      total += Number(amount) * factor;
    }
    return total;
  },
  write: (minutes) => `${minutes} minutes`,
};

export interface Range {
  from: string;
  to: string;
}

/** Two values with a dash between. */
export const range: Codec<Range> = {
  expected: "two values with a dash between, such as $15 – $25",
  examples: [{ from: "6:30 pm", to: "8:30 pm" }],
  read: (text) => {
    const [from, to, more] = text.split(/\s+[-–]\s+/);
    return from === undefined || to === undefined || more !== undefined ? undefined : { from, to };
  },
  write: ({ from, to }) => `${from} – ${to}`,
};

export interface Rating {
  value: number;
  of: number;
  votes?: number;
}

/** A rating out of some number of points, of five where the text does not say, and its votes. */
export const rating: Codec<Rating> = {
  expected: "a rating, such as 9/10 or 4.5 (12 votes)",
  examples: [
    { value: 9, of: 10 },
    { value: 4.5, of: 5, votes: 12 },
  ],
  read: (text) => {
    const [, value, of = "5", percent, votes] =
      /^(\d+(?:\.\d+)?)(?:\s*(?:\/|out of)\s*(\d+)|(%))?(?:\s*\((\d+) votes?\))?$/.exec(text) ?? [];
    if (value === undefined) return undefined;
    const out = percent === undefined ? Number(of) : 100;
    return { value: Number(value), of: out, ...(votes !== undefined && { votes: Number(votes) }) };
  },
  write: ({ value, of, votes }) => `${value}/${of}${votes === undefined ? "" : ` (${votes} votes)`}`,
};
