import { lower } from "./case.ts";
/** Headings that stand on a line of their own, lower case. */

/** The heading over the meta box. */
export const BOX_HEADING = "alphanode post meta";

/** The heading over the list of similar posts, as pages print it: the one line with capitals. */
export const SIMILAR_HEADING = "Similar Posts";

/** The heading over the article's checklist. */
export const CHECKLIST_HEADING = "implementation checklist";

/** The heading over the article's last paragraph. */
export const FINAL_HEADING = "final notes";

/** Headings of body sections seen on the site. Others are accepted where blank lines set them apart. */
export const BODY_HEADINGS = [
  "the practical approach",
  "production checks",
  "security and maintenance notes",
  "why this matters",
] as const;

/** All headings of an article that are known in any copy. */
export const ARTICLE_HEADINGS: ReadonlySet<string> = new Set([
  ...BODY_HEADINGS,
  CHECKLIST_HEADING,
  FINAL_HEADING,
]);

/** All known headings: those of an article, and those under it. */
export const HEADINGS: ReadonlySet<string> = new Set([
  ...ARTICLE_HEADINGS,
  BOX_HEADING,
  lower(SIMILAR_HEADING),
]);
