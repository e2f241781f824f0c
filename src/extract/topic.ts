import type { STACKS } from "../format/words.ts";
import type { PostWord } from "../schema/values.ts";
import { type Extractable, type Readable, readPost } from "./input.ts";
import { readTitle, readTopicLine } from "./patterns.ts";

/**
 * What a post is about. Values keep the letter case of the text.
 *
 * @example
 * ```ts
 * import { extractTopic, type Topic } from "alphanode-post";
 *
 * const label = ({ problem, stack }: Topic) => `${stack}: ${problem}`;
 * const topic = extractTopic("how to handle reducing build time in react");
 * console.log(topic && label(topic));
 * ```
 *
 * ```console
 * react: reducing build time
 * ```
 */
export interface Topic {
  /** The problem the post is about. */
  problem: string;
  /** The technology it is about. */
  stack: PostWord<(typeof STACKS)[number]>;
  /** The setting it is written for; null where neither box nor title names one. */
  scenario: string | null;
  /** The addition after the title's last colon; null where the title has none. */
  edition: string | null;
}

/**
 * Tells what a post is about: from the meta box, else from the title by the six known title patterns.
 *
 * In the box the topic's line is read first, then the outline. Where a title can be split in more than one way, the
 * split with the most known problems, stacks and scenarios is taken; unknown ones still parse. The edition is always
 * the title's, for the box has none.
 *
 * @param input - The text of a post or an article, or either of them parsed.
 * @returns The topic; null where neither the box nor the title tells it.
 * @throws TypeError where the input is neither a string nor an object.
 *
 * @example
 * ```ts
 * import { extractTopic } from "alphanode-post";
 *
 * const title = "python services notes: handling background jobs behind a cdn: step by step";
 * console.log(extractTopic(title));
 * ```
 *
 * ```console
 * {
 *   problem: 'handling background jobs',
 *   stack: 'python services',
 *   scenario: 'behind a cdn',
 *   edition: 'step by step'
 * }
 * ```
 */
export function extractTopic(input: Extractable): Topic | null {
  return topicOf(readPost(input));
}

/** Tells what a parsed post is about. */
export function topicOf(post: Readable): Topic | null {
  const { title = "", meta = {} } = post;
  const titled = readTitle(title);
  const subject = subjectOf(post, titled);
  return (
    subject && {
      ...subject,
      scenario: meta.payload?.scenario ?? meta.aiOutline?.context ?? titled.topic?.scenario ?? null,
      edition: titled.edition,
    }
  );
}

/** Tells problem and stack of a parsed post: the box goes before the title, which is read where it is asked. */
export function subjectOf(
  { title = "", meta = {} }: Readable,
  titled?: ReturnType<typeof readTitle>,
): Pick<Topic, "problem" | "stack"> | null {
  const stated =
    (meta.topic === undefined ? null : readTopicLine(meta.topic)) ??
    meta.aiOutline ??
    (titled ?? readTitle(title)).topic;
  return stated && { problem: stated.problem, stack: stated.stack };
}
