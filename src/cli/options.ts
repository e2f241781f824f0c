import { InvalidArgumentError } from "commander";

/** Reads an option that is a whole number from 0. */
export function toCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It is not a whole number from 0.");
  return Number(text);
}

/** Reads an option that is a number of threads. */
export function toJobs(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("It is not a whole number from 1 to 999.");
  return Number(text);
}

/** Reads an option that is a number from 0 to 1. */
export function toScore(text: string): number {
  const score = text.trim() === "" ? Number.NaN : Number(text);
  if (!(score >= 0 && score <= 1)) throw new InvalidArgumentError("It is not a number from 0 to 1.");
  return score;
}

/** Reads an option that is a list of names. */
export function toNames(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes(""))
    throw new InvalidArgumentError("It is not a list of names with commas between them.");
  return [...new Set(names)];
}
