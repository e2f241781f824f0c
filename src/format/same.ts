/**
 * Tells whether a value has all that is in another, which was read: plain data, part by part. Objects of other kinds, as a user's
 * codec may make them, have parts that nobody else sees, and are not looked into.
 */
export function isSame(given: unknown, read: unknown): boolean {
  if (given === read) return true;
  if (!isObject(read) || !isObject(given)) return false;
  if (Array.isArray(read)) {
    if (!Array.isArray(given) || given.length !== read.length) return false;
    for (let at = 0; at < read.length; at++) if (!isSame(given[at], read[at])) return false;
    return true;
  }
  for (const key in read) if (!isSame((given as Row)[key], (read as Row)[key])) return false;
  return true;
}

type Row = Record<string, unknown>;

/** Tells whether a value has parts. */
export const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
