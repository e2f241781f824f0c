import { readdirSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { safeParseBox } from "../../src/box/index.ts";
import { SITES } from "./sites.ts";

/** What became of a row of a made-up box in the text of an extractor. */
export interface SiteRow {
  readonly site: string;
  readonly extractor: string;
  readonly key: string;
  readonly value: unknown;
  readonly isRight: boolean;
  readonly isTold: boolean;
  /** Whether label and value both stand in the text. */
  readonly stands: boolean;
}

const flat = (text: string): string => text.toLowerCase().replace(/[\s*|•]+/g, " ");

/** Reads all texts of the made-up boxes. */
export function siteRows(): SiteRow[] {
  return Object.entries(SITES).flatMap(([site, { box, holds }]) =>
    readdirSync(`fixtures/boxes/${site}`).flatMap((file) => {
      if (!file.endsWith(".txt")) return [];
      const extractor = file.slice(0, -4);
      const text = readFileSync(`fixtures/boxes/${site}/${file}`, "utf8");
      const result = safeParseBox(box, text);
      const values: Record<string, unknown> = result.success ? result.data : result.partial;
      return Object.entries(holds).map(([key, [printed, value]]) => ({
        site,
        extractor,
        key,
        value: values[key],
        isRight: isDeepStrictEqual(values[key], value),
        isTold: result.issues.some(({ path }) => path[0] === key),
        stands:
          flat(text).includes(flat(printed)) &&
          (box.fields[key]?.labels ?? []).some((label) => flat(text).includes(flat(label))),
      }));
    }),
  );
}
