/** Characters that JSON leaves as they are and that act on a terminal: controls from DEL on, and marks of direction. */
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const shown = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Half of a pair of units, as JSON writes it: behind backslashes in pairs, since any other would be that of a backslash itself. */
const HALF = /(?<!\\)((?:\\\\)*)\\ud[89a-f]../g;

/** Gives JSON with the sign for what could not be decoded for halves of pairs, at which strict readers end. */
export const withoutHalves = (json: string): string => json.replace(HALF, "$1\ufffd");

/** Writes a value as JSON that all readers take, without any character that acts on a terminal. */
export const toJson = (value: unknown, indent?: number): string =>
  withoutHalves(JSON.stringify(value, null, indent).replace(UNSAFE, shown));
