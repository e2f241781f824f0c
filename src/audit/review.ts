import type { Post } from "../schema/post.ts";
import { at, type Disagreement, described, type Path, type Rule } from "./compare.ts";

/** Tells what a value would have to be in a post that is ready to index. */
function notReady(post: Post, path: Path, ready: string): Disagreement {
  return {
    message: `${described(at(post, ...path))}, but it is ${ready} in a post that is ready to index`,
    paths: [path],
  };
}

/** What stands between a post and an index. The notes of each box ask for a review before that. */
export const REVIEW_RULES: readonly Rule[] = [
  {
    id: "needs-human-review",
    about: "The flag needs human review is not set.",
    check: (post) =>
      post.meta.flags.needsHumanReview
        ? [notReady(post, ["meta", "flags", "needsHumanReview"], "false")]
        : [],
  },
  {
    id: "drafted",
    about: "The status has come further than drafted.",
    check: (post) =>
      post.meta.revision.status.toLowerCase() === "drafted"
        ? [notReady(post, ["meta", "revision", "status"], '"reviewed" or "expanded"')]
        : [],
  },
];
