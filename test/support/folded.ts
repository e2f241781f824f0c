import { foldTypography } from "../../src/format/typography.ts";

/** A value whose texts have neither letter case nor what WordPress changes when it shows one. */
export const folded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === "string"
        ? foldTypography(part).replaceAll(" - ", "-").replaceAll("🙂", ":)").toLowerCase()
        : part,
    ),
  );
