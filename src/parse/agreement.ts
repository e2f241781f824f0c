import { lower } from "../format/case.ts";
import { TABLE } from "../format/table.ts";
import { foldTypography } from "../format/typography.ts";
import type { PartialMeta } from "../schema/post.ts";

/** Whether fields that say the same thing agree on it. */

export const folded = (text: string): string => lower(foldTypography(text));

/** Tells whether two lists have the same items, letter case and typography set aside. */
export const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length &&
  one.every((item, i) => item === other[i] || folded(item) === folded(other[i] as string));

/**
 * Tells whether topic or outline is cut short, or has more before or behind it: both name the problem and the stack, and of one of
 * them the other has but the start or the end.
 */
export function isTopicApart({ topic, aiOutline }: PartialMeta): boolean {
  if (topic === undefined || !aiOutline) return false;
  const { problem, stack } = aiOutline;
  const { joint } = TABLE.topic;
  // Most agree to the letter, which is found out sooner.
  if (topic === problem + joint + stack) return false;
  const [ownProblem, ownStack = ""] = topic.split(joint) as [string, string?];
  return isPartOf(folded(ownProblem), folded(problem)) || isPartOf(folded(ownStack), folded(stack));
}

/** Tells whether one of two texts is words at the start or the end of the other. */
const isPartOf = (one: string, other: string): boolean =>
  one !== other && (goesOn(one, other) || goesOn(other, one));

const goesOn = (part: string, whole: string): boolean =>
  part === "" || whole.startsWith(`${part} `) || whole.endsWith(` ${part}`);
