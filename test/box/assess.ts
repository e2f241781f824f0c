import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Box, type BoxResult, safeParseBox } from "../../src/box/index.ts";
import { PLUGIN_BOXES } from "./plugins.ts";

/** Reads real boxes, as extractors left them, by their declarations, and holds what comes back against what was printed. */

const FOLDER = join(process.cwd(), "../shared/plugin-boxes");

export const hasTexts = existsSync(FOLDER);

interface TruthRow {
  readonly label: string;
  readonly printed: string;
  readonly value: unknown;
}

/** What became of a row: `absent` where label and value do not both stand in the text. */
export type Fate = "right" | "told" | "silent" | "lost" | "absent";

export interface Assessed {
  readonly box: string;
  readonly extractor: string;
  readonly label: string;
  readonly fate: Fate;
  readonly value: unknown;
}

const flat = (text: string): string => text.toLowerCase().replace(/[\s*|•]+/g, " ");

/** A value without its layout, so that a list is what was printed of it. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(", ");
  if (typeof value === "object" && value !== null) {
    const {
      minutes,
      amount,
      start,
      end,
      from,
      to,
      min,
      max,
      value: own,
      of,
      currency,
      unit,
      count,
      votes,
      ...others
    } = value as Record<string, unknown>;
    if (minutes !== undefined) return String(minutes);
    if (start !== undefined || from !== undefined) return "range";
    if (min !== undefined || max !== undefined) return "range";
    if (amount !== undefined) return String(amount);
    if (own !== undefined) return String(own);
    return Object.values(others).map(plain).join(", ");
  }
  return String(value).replace(/\s+/g, " ");
}

function isRight(value: unknown, row: TruthRow): boolean {
  const read = plain(value);
  return (
    read === plain(row.value) ||
    flat(read) === flat(row.printed) ||
    (row.label === "Date added" && /^Added \d+ \w+ ago$/.test(read))
  );
}

/** Assesses all rows of all boxes. */
export function assessAll(): Assessed[] {
  return Object.entries(PLUGIN_BOXES).flatMap(([folder, boxes]) => {
    const { rows } = JSON.parse(readFileSync(`${FOLDER}/${folder}/truth.json`, "utf8")) as {
      rows: TruthRow[];
    };
    return readdirSync(`${FOLDER}/${folder}`)
      .filter((file) => file.endsWith(".txt"))
      .flatMap((file) => {
        const text = readFileSync(`${FOLDER}/${folder}/${file}`, "utf8");
        const results = boxes.map((box) => safeParseBox(box, text));
        return rows.map((row) => ({
          box: folder,
          extractor: file.slice(0, -4),
          label: row.label,
          ...fateOf(row, text, boxes, results),
        }));
      });
  });
}

function fateOf(
  row: TruthRow,
  text: string,
  boxes: readonly Box[],
  results: readonly BoxResult<unknown>[],
): { fate: Fate; value: unknown } {
  const index = boxes.findIndex((box) =>
    Object.values(box.fields).some(({ labels }) => labels.includes(row.label)),
  );
  const result = results[index] as BoxResult<Record<string, unknown>>;
  const [key = ""] =
    Object.entries((boxes[index] as Box).fields).find(([, { labels }]) => labels.includes(row.label)) ?? [];
  const values = result.success ? result.data : result.partial;
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  const stands =
    row.printed !== "" && flat(text).includes(flat(row.label)) && flat(text).includes(flat(row.printed));
  if (value !== undefined && isRight(value, row))
    return { fate: stands || row.printed === "" ? "right" : "absent", value };
  const isTold = result.issues.some(({ path }) => path[0] === key);
  if (value !== undefined) return { fate: isTold ? "told" : "silent", value };
  return { fate: stands ? "lost" : "absent", value };
}
