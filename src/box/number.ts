import { escaped } from "../format/pattern.ts";
import { withNarrowDigits } from "../layout/characters.ts";
import { anyOf, type ValueRule } from "./codec.ts";

/** The greatest number either way from zero: a double tells greater ones not apart to their last digit. */
export const MAX_NUMBER = 999_999_999_999_999;

/** How a number is written. */
export interface NumberForm {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly units?: readonly string[] | undefined;
  readonly thousands?: string | undefined;
  readonly decimal?: string | undefined;
}

/** The digits of units that stand higher in print, which some extractors write as others, or on a line of their own. */
const RAISED = /[²³]|(?<=\p{L})[23](?!\d)/gu;

/** A pattern of units, of which digits that stand higher may be written in any way. */
const raised = (units: string): string =>
  units.replace(RAISED, (digit) => (/[²2]/.test(digit) ? "\\s?(?:²|\\^?2)" : "\\s?(?:³|\\^?3)"));

/** A number, whole or not. */
export function numberRule(form: NumberForm, isWhole: boolean): ValueRule<number> {
  const { min, max, units } = form;
  const isDeclared = form.thousands !== undefined || form.decimal !== undefined;
  const decimal = form.decimal ?? (form.thousands === "." ? "," : ".");
  const thousands = form.thousands ?? (decimal === "," ? "." : ",");
  const digits = `[-−+]?(?:\\d{1,3}(?:${escaped(thousands) || "\\s"}\\d{3})+|\\d{1,15})${isWhole ? `(?:${escaped(decimal)}0+)?` : `(?:${escaped(decimal)}\\d+)?|[-−+]?${escaped(decimal)}\\d+`}`;
  const unit = units === undefined || units.length === 0 ? undefined : `(?:${raised(anyOf(units))})`;
  const whole = new RegExp(
    unit === undefined
      ? `^(?<before>[\\p{Sc}\\p{L}]{0,3}\\s*)(?<number>${digits})(?<after>\\s*[^\\d\\s][^\\d]{0,23})?$`
      : `^(?:${unit}\\s*)?(?<number>${digits})(?:\\s*${unit}\\.?)*(?<left>(?<=\\p{L}\\.?|\\p{S}|%).*)?$`,
    "iu",
  );
  const isRight = (value: number): boolean =>
    Math.abs(value) <= MAX_NUMBER &&
    value >= (min ?? -MAX_NUMBER) &&
    value <= (max ?? MAX_NUMBER) &&
    (!isWhole || Number.isInteger(value));
  const range =
    min !== undefined && max !== undefined
      ? ` from ${min} to ${max}`
      : min !== undefined
        ? ` of at least ${min}`
        : max !== undefined
          ? ` of at most ${max}`
          : " of up to 15 digits";
  return {
    kind: isWhole ? "int" : "number",
    expected: `a${isWhole ? " whole" : ""} number${range}${units?.[0] === undefined ? "" : ` (${units[0]})`}`,
    isClosed: true,
    min,
    max,
    read: (text) => {
      const { number, before, after, left } = whole.exec(withNarrowDigits(text))?.groups ?? {};
      if (number === undefined) return undefined;
      const isGrouped = thousands !== "" && number.includes(thousands);
      const plain = number
        .split(thousands)
        .join("")
        .replace(/\s/g, "")
        .replace("−", "-")
        .replace(decimal, ".");
      const value = Number(plain);
      if (!isRight(value)) return undefined;
      const around = [before, after].map((part) => part?.trim() ?? "").filter((part) => part !== "");
      if (around.length > 0)
        return {
          value,
          note: `without ${around.map((part) => JSON.stringify(part)).join(" and ")}, no declared unit`,
        };
      // What goes on with a small letter is another unit.
      if (/^\p{Ll}/u.test(left ?? "")) return undefined;
      if (left !== undefined && left.trim() !== "")
        return { value, note: `without what follows, ${JSON.stringify(left.trim())}` };
      if (isGrouped && !isDeclared)
        return { value, note: `with "${thousands}" as the sign of thousands, which is not declared` };
      return { value };
    },
    write: (value) => plainDigits(value).replace(".", decimal),
  };
}

/** The digits of a number, without an exponent; of those that are written only small ones have one. */
const plainDigits = (value: number): string =>
  String(value).replace(
    /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/,
    (_, sign, first, rest = "", places) => `${sign}0.${"0".repeat(places - 1)}${first}${rest}`,
  );
