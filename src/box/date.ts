import { VALUE_RULES } from "../format/values.ts";
import { withNarrowDigits } from "../layout/characters.ts";
import type { ValueRule } from "./codec.ts";

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december".split(
  "|",
);
const MONTH = `(?<name>${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join("|")}|sept)\\.?`;
const YEAR = "(?<year>\\d{4})";

/** Forms of dates in which nobody takes the day for the month. */
const PLAIN_DATES = [
  `${YEAR}-(?<month>\\d{2})-(?<day>\\d{2})`,
  `${YEAR}[/.](?<month>\\d{1,2})[/.](?<day>\\d{1,2})`,
  `${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}`,
  `(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+${MONTH},?\\s+${YEAR}`,
];

/** Forms of dates that are declared. */
const ORDERED_DATES = {
  dmy: `(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-]${YEAR}`,
  mdy: `(?<month>\\d{1,2})[/.-](?<day>\\d{1,2})[/.-]${YEAR}`,
};

/** How days, months and years follow each other where all are numbers. */
export type DateOrder = keyof typeof ORDERED_DATES;

/** A day of the calendar. */
export function dateRule(order: DateOrder | undefined): ValueRule<string> {
  const forms = [...PLAIN_DATES, ...(order === undefined ? [] : [ORDERED_DATES[order]])].map(
    (form) => new RegExp(`^${form}$`, "i"),
  );
  const { pattern } = VALUE_RULES.date;
  return {
    kind: "date",
    expected:
      order === undefined
        ? "a date that exists, as YYYY-MM-DD"
        : `a date that exists, as YYYY-MM-DD or ${order}`,
    isClosed: true,
    pattern,
    read: (given) => {
      const text = withNarrowDigits(given);
      for (const form of forms) {
        const { year, month, name, day = "" } = form.exec(text)?.groups ?? {};
        if (year === undefined) continue;
        const number =
          month ??
          String(MONTHS.findIndex((one) => one.startsWith((name ?? "").slice(0, 3).toLowerCase())) + 1);
        const value = `${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`;
        if (pattern.test(value)) return { value };
      }
      return undefined;
    },
    write: String,
  };
}
