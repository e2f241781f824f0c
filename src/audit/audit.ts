import { FIELDS } from "../format/fields.ts";
import { kindOf } from "../format/kind-of.ts";
import type { Post } from "../schema/post.ts";
import type { Rule } from "./compare.ts";
import { CONSISTENCY_RULES } from "./consistency.ts";
import { NUMBER_RULES } from "./number.ts";
import { REVIEW_RULES } from "./review.ts";

/**
 * A group of audit rules: `consistency` compares fields of a post with each other, `review` asks whether the post is
 * ready to index, `number` compares fields with what the post number fixes on the site.
 *
 * @example
 * ```ts
 * import { auditPost, type RuleGroup } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const groups: RuleGroup[] = ["consistency", "number"];
 * console.log(auditPost(synthesizePost(39770), { groups }));
 * ```
 *
 * ```console
 * []
 * ```
 */
export type RuleGroup = "consistency" | "review" | "number";

/** All rules by group, in the order in which findings are reported. */
export const RULES: Readonly<Record<RuleGroup, readonly Rule[]>> = {
  consistency: CONSISTENCY_RULES,
  review: REVIEW_RULES,
  number: NUMBER_RULES,
};

/**
 * Something the audit found.
 *
 * @example
 * ```ts
 * import { auditPost, type Finding } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const post = synthesizePost(39770);
 * post.meta.revision.status = "drafted";
 * const [finding]: Finding[] = auditPost(post);
 * console.log(finding?.group, finding?.rule, finding?.paths);
 * ```
 *
 * ```console
 * review drafted [ [ 'meta', 'revision', 'status' ] ]
 * ```
 */
export interface Finding {
  /** Id of the rule, such as `image-count`. */
  rule: string;
  /** The group the rule belongs to. */
  group: RuleGroup;
  /** What disagrees, with both values. */
  message: string;
  /** Where the values stand in the post. */
  paths: (string | number)[][];
}

/**
 * What to audit.
 *
 * @example
 * ```ts
 * import { type AuditOptions, auditPost } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const options: AuditOptions = { groups: ["number"] };
 * console.log(auditPost({ ...synthesizePost(39770), title: "another title" }, options).length);
 * ```
 *
 * ```console
 * 1
 * ```
 */
export interface AuditOptions {
  /** The groups of rules to apply; `consistency` and `review` if left out. */
  groups?: readonly RuleGroup[] | undefined;
}

/**
 * Looks for what a valid post cannot be right about: fields that contradict each other, signs that it is not ready to
 * index and, if asked, fields that do not go with its number.
 *
 * The rules were read off five whole posts and some 300 articles of the site; the five have no contradiction. Letter
 * case is no difference. Rules of the group `number` are off by default, since they are known by observation alone;
 * they are silent on what was never seen (problem 15, the details of most stacks) and on a seed above 999,999.
 *
 * @param post - A post, as `parsePost` gives it.
 * @param options - The groups of rules to apply.
 * @returns The findings by group, in the order of the rules; none where all is well.
 * @throws TypeError where the post is not whole.
 * @throws RangeError where `groups` is no list, or holds one that does not exist; the message holds it.
 *
 * @example
 * ```ts
 * import { auditPost } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const post = synthesizePost(39770);
 * post.meta.imageSources.pop();
 * for (const { rule, message } of auditPost(post)) console.log(`${rule}: ${message}`);
 * ```
 *
 * ```console
 * image-count: the number of image sources is 4, but the number of images in the article is 5
 * ```
 */
export function auditPost(post: Post, { groups = ["consistency", "review"] }: AuditOptions = {}): Finding[] {
  checkWhole(post);
  const given: unknown = groups;
  if (!Array.isArray(given)) throw new RangeError(`expected a list of groups, found ${kindOf(given)}`);
  return groups.flatMap((group) => {
    if (!Object.hasOwn(RULES, group)) {
      throw new RangeError(`a group is one of ${Object.keys(RULES).join(", ")}, got ${String(group)}`);
    }
    return RULES[group].flatMap((rule) =>
      rule.check(post).map(({ message, paths }) => ({ rule: rule.id, group, message, paths })),
    );
  });
}

/** Refuses what is left of a damaged post, where a caller without types hands it over: rules compare what is there. */
function checkWhole(post: Post): void {
  const absent = (held: object) => (key: string) => (held as Record<string, unknown>)[key] == null;
  const missing =
    ["title", "intro", "sections", "meta"].find(absent(post ?? {})) ??
    FIELDS.map(({ key }) => key).find(absent(post.meta));
  if (missing !== undefined) throw new TypeError(`expected a whole post, found one without "${missing}"`);
}

/**
 * Tells whether a post is ready to index: its fields do not contradict each other, it does not ask for a human review,
 * and it is no draft. The notes of each box of the site ask for a review before indexing.
 *
 * @param post - A post, as `parsePost` gives it.
 * @returns Whether {@link auditPost} finds nothing in its default groups.
 *
 * @example
 * ```ts
 * import { isIndexable } from "alphanode-post";
 * import { synthesizePosts } from "alphanode-post/synth";
 *
 * const posts = [...synthesizePosts({ count: 100 })];
 * console.log(posts.filter(isIndexable).length);
 * ```
 *
 * ```console
 * 32
 * ```
 */
export function isIndexable(post: Post): boolean {
  return auditPost(post).length === 0;
}
