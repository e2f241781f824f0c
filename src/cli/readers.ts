import {
  type ParseIssue,
  type ParseOptions,
  type ParseResult,
  type PartialPost,
  safeParseArticle,
  safeParseMetaBox,
  safeParsePost,
} from "alphanode-post";

/** What came of a text, in the shape of a post, whatever the text holds. */
export interface Reading {
  readonly success: boolean;
  readonly post: PartialPost;
  readonly issues: readonly ParseIssue[];
}

type Reader = (text: string, options: ParseOptions) => Reading;

/** Makes a reading of a result. */
const readingOf = <T extends P, P>(
  { success, value, issues }: ParseResult<T, P>,
  toPost: (value: P) => PartialPost,
): Reading => ({ success, issues, post: toPost(value) });

const post: Reader = (text, options) => readingOf(safeParsePost(text, options), (value) => value);
const article: Reader = (text, options) =>
  readingOf(safeParseArticle(text, options), (value) => ({ ...value, meta: {} }));
const box: Reader = (text, options) => readingOf(safeParseMetaBox(text, options), (meta) => ({ meta }));

/** Reads a post; where there is no sign of a box or of an article, what there is. */
const auto: Reader = (text, options) => {
  const reading = post(text, options);
  const codes = new Set(reading.issues.map(({ code }) => code));
  if (codes.has("missing_meta_box")) return article(text, options);
  return codes.has("missing_article") ? box(text, options) : reading;
};

/** What a text may be read as, by the name that `--as` has for it. */
export const READERS = { post, article, box, auto } as const satisfies Record<string, Reader>;
export type ReadAs = keyof typeof READERS;
