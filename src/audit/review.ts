import type { Rule } from "./compare.ts";

/** What stands between a post and an index. The notes of each box ask for a review before that. */
export const REVIEW_RULES: readonly Rule[] = [
  {
    id: "needs-human-review",
    about: "The flag needs human review is not set.",
    check: ({ meta }) =>
      meta.flags.needsHumanReview
        ? [
            {
              message:
                "meta.flags.needsHumanReview is true, but it is false in a post that is ready to index",
              paths: [["meta", "flags", "needsHumanReview"]],
            },
          ]
        : [],
  },
  {
    id: "drafted",
    about: "The status has come further than drafted.",
    check: ({ meta }) =>
      meta.revision.status.toLowerCase() === "drafted"
        ? [
            {
              message: `meta.revision.status is "${meta.revision.status}", but it is "reviewed" or "expanded" in a post that is ready to index`,
              paths: [["meta", "revision", "status"]],
            },
          ]
        : [],
  },
];
