import { FLAG, LENGTH, type OptionRule, oddOption } from "../format/options.ts";
import { DEFAULT_MAX_LENGTH, refuse } from "../parse/options.ts";

/**
 * How to read a box.
 *
 * @example
 * ```ts
 * import { type BoxOptions, defineBox, field, safeParseBox } from "alphanode-post/box";
 *
 * const options = { positions: true } satisfies BoxOptions;
 * const box = defineBox({ heading: "Basics", fields: { floors: field.int("Floors") } });
 * console.log(safeParseBox(box, "Basics\n\nFloors: 3", options).positions.get("/floors")?.start);
 * ```
 *
 * ```console
 * { line: 3, column: 9, offset: 16 }
 * ```
 */
export interface BoxOptions {
  /**
   * Whether the result tells where each value stands: `positions`, by the JSON Pointer that leads to it in the value, as of a
   * post. What a label without a value means stands where the label does. Default: false.
   */
  readonly positions?: boolean | undefined;
  /** Whether warnings count as errors. Default: false. */
  readonly strict?: boolean | undefined;
  /** The longest text that is read, in UTF-16 units. Default: 1,000,000. */
  readonly maxLength?: number | undefined;
}

const RULES: Readonly<Record<keyof BoxOptions, OptionRule>> = {
  positions: FLAG,
  strict: FLAG,
  maxLength: LENGTH,
};

/** Checks options of a caller that may have no types. */
export function readBoxOptions(options: BoxOptions): { positions: boolean; maxLength: number } {
  const odd = oddOption(options, RULES);
  if (odd) refuse(...odd);
  return { positions: options.positions ?? false, maxLength: options.maxLength ?? DEFAULT_MAX_LENGTH };
}
