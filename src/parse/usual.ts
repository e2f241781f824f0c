import { lower } from "../format/case.ts";
import type { FieldRow, ValueRow } from "../format/fields.ts";
import { goesOn } from "../layout/lists.ts";
import { TITLE_PATTERN } from "../layout/title-words.ts";
import type { PartialMeta } from "../schema/post.ts";
import { isNear } from "../syntax/labels.ts";
import { endsSentence, endsWithWord } from "../syntax/look.ts";
import type { Source } from "../syntax/scan.ts";

/** What a value tells of being whole, and alone. */

/** The end of a sentence after a sign, as after an emoji. */
const END = /[.!?。！？][)\]"'”’»]*$/;

const isEnded = (text: string): boolean => !endsWithWord(text) && END.test(text);

/**
 * Tells whether a value has all that its field has in known posts: an end, a second part, so many items; a word that is known, or
 * named in the stack.
 *
 * @param values - what was read of the fields before
 */
export function isUsual(row: FieldRow, value: unknown, values: PartialMeta): boolean {
  switch (row.kind) {
    case "sentence":
      return endsSentence(String(value)) || isEnded(String(value));
    case "list":
      return row.size === undefined || (value as unknown[]).length === row.size;
    case "text":
      return row.joint === undefined || isJoined(String(value), row.joint);
    case "word":
      return isUsualWord(row, String(value), values.stack);
    default:
      return true;
  }
}

/** Tells whether a text is of two parts: names, which no sentence has run into. */
function isJoined(text: string, joint: string): boolean {
  const at = text.indexOf(joint);
  return at >= 0 && !isEnded(text) && text.slice(at + joint.length).split(" ").length <= MAX_NAME;
}

/** The longest name of a stack that is known has four words. */
const MAX_NAME = 8;

/** Tells whether notes that nothing follows are cut: there is but one, or the last ends as none does. */
export const isCutList = (notes: readonly string[]): boolean =>
  notes.length === 1 || goesOn(notes.at(-1) as string);

/** Tells whether a note is the title of another post: one that the site makes, or words joined by underscores, as programs write links. */
export const isTitleOfPost = (note: string): boolean => TITLE_PATTERN.test(note) || LINK.test(note);
const LINK = /^[A-Z](?=\S*[a-z]{2})[^\s_]*(?:_[^\s_]+){3}/;

/** Tells whether a word is one of those of its row, or named in the stack; where any other is told anyway, or no stack was read, it is not asked. */
function isUsualWord({ words, listed }: ValueRow, word: string, stack: PartialMeta["stack"]): boolean {
  if (words?.includes(word) || listed || stack === undefined) return true;
  const folded = lower(word);
  return words?.includes(folded) === true || stack.some((item) => lower(item) === folded);
}

export const UNUSUAL =
  "some of this seems to be lost or changed; expected a sentence with its end, a topic of two parts, a stack of three with its language";

/** Tells whether a value, the last of entries, or the last item of a list that was laid out holds the label of the field that is missing after it. */
export function holdsLabel(
  held: unknown,
  row: FieldRow,
  { label }: FieldRow,
  { isLaidOut }: Source,
): boolean {
  const isList = Array.isArray(held);
  const words = label.split(" ");
  if (isList && words.length > 1 && words.every((word) => held.includes(word))) return true;
  if (isList && isLaidOut && held.some((item) => typeof item === "string" && isNear(lower(item), label)))
    return true;
  const value = isList ? held.at(-1) : lastOf(held);
  if (typeof value !== "string" || (isList && !isLaidOut)) return false;
  const at = lower(value).indexOf(label);
  if (at < 0 || at + label.length >= value.length) return false;
  return isList || (at > 0 && isUsual(row, value.slice(0, at).trim(), {}));
}

/** The last value of entries; any other itself. */
const lastOf = (held: unknown): unknown =>
  typeof held === "object" && held !== null ? Object.values(held).at(-1) : held;

export const swallowed = ({ label }: FieldRow): string =>
  `the value holds "${label}", the label of the field missing after it; the rest may be its own`;
