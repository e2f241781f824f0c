/** What an option must be: a test, and the same in words. */
export type OptionRule = readonly [isRight: (value: unknown) => boolean, expected: string];

/** An option that is on or off. */
export const FLAG: OptionRule = [(value) => typeof value === "boolean", "true or false"];

/** The longest source that is read. */
export const LENGTH: OptionRule = [(value) => typeof value === "number" && value >= 0, "a number from 0"];

/**
 * Looks through options of a caller that may have no types. One that is `undefined` is left out.
 *
 * @returns what is found and what was expected in its place, of the first that is wrong; undefined where none is
 */
export function oddOption(
  options: object,
  rules: Readonly<Record<string, OptionRule>>,
): readonly [found: string, expected: string] | undefined {
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) return [`an option named "${name}"`, `one of ${Object.keys(rules).join(", ")}`];
    const [isRight, expected] = rule;
    if (value !== undefined && !isRight(value)) return [`${name}: ${String(value)}`, expected];
  }
  return undefined;
}

/** What a table has under a name that a caller gave, who may have no types. Refuses a name that it has not. */
export function oneOf<K extends string, V>(table: Readonly<Record<K, V>>, name: K, what: string): V {
  if (!Object.hasOwn(table, name))
    throw new RangeError(
      `found the ${what} ${JSON.stringify(name)}, expected one of ${Object.keys(table).join(", ")}`,
    );
  return table[name];
}
