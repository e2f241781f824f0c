import {
  type IssueCode,
  type ParseIssue,
  type ParseOptions,
  type ParseResult,
  type PartialPost,
  type Positioned,
  type PostPosition,
  safeParseArticle,
  safeParseMetaBox,
  safeParsePost,
} from "alphanode-post";
import { load } from "./load.ts";

/** What came of a text, in the shape of a post, whatever the text holds. */
export interface Reading {
  readonly success: boolean;
  readonly post: PartialPost;
  readonly issues: readonly ParseIssue[];
  /** Where the values of the post stand, where that was asked for. */
  readonly positions?: Positioned<unknown>["positions"];
}

type Reader = (text: string, options: ParseOptions) => Reading;

/** Makes a reading of a result. */
export const readingOf = <T extends P, P>(
  { success, value, issues, positions }: ParseResult<T, P> & Partial<Positioned<unknown>>,
  toPost: (value: P) => PartialPost,
): Reading => ({ success, issues, post: toPost(value), ...(positions && { positions }) });

type Positions = NonNullable<Reading["positions"]>;

/** Positions by other pointers; those without one are left out. */
const renamed = (positions: Positions, pointerOf: (pointer: string) => string | undefined): Positions =>
  new Map(
    [...positions].flatMap(([pointer, position]): [string, PostPosition][] => {
      const other = pointerOf(pointer);
      return other === undefined ? [] : [[other, position]];
    }),
  );

const IN_META = /^\/meta\//;

const post: Reader = (text, options) => readingOf(safeParsePost(text, options), (value) => value);
const article: Reader = (text, options) =>
  readingOf(safeParseArticle(text, options), (value) => ({ ...value, meta: {} }));
const box: Reader = (text, options) => {
  const reading = readingOf(safeParseMetaBox(text, options), (meta) => ({ meta }));
  const { positions } = reading;
  return positions ? { ...reading, positions: renamed(positions, (pointer) => `/meta${pointer}`) } : reading;
};

/** Reads a post; where there is no sign of a box or of an article, what there is. */
const auto: Reader = (text, options) => {
  const reading = post(text, options);
  const codes = new Set(reading.issues.map(({ code }) => code));
  if (codes.has("missing_meta_box")) return article(text, options);
  return codes.has("missing_article") ? box(text, options) : reading;
};

/** A post of another form than text as what it is to be read as: a part of it has the issues that concern it. */
export function viewAs(as: ReadAs, reading: Reading): Reading {
  const { post, issues, positions } = reading;
  const codes = new Set(issues.map(({ code }) => code));
  const isArticle = as === "article" || (as === "auto" && codes.has("missing_meta_box"));
  if (!isArticle && as !== "box" && !(as === "auto" && codes.has("missing_article"))) return reading;
  const own = issues.filter(({ path, code }) =>
    isArticle ? path[0] !== "meta" : path[0] === "meta" || LIMITS.has(code),
  );
  const success = !own.some(({ severity }) => severity === "error");
  return {
    success,
    issues: own,
    post: isArticle ? { ...post, meta: {} } : { meta: post.meta },
    ...(positions && {
      positions: renamed(positions, (pointer) => (IN_META.test(pointer) === isArticle ? undefined : pointer)),
    }),
  };
}

/** Why nothing is read of a source, whatever it is read as. */
const LIMITS: ReadonlySet<IssueCode> = new Set<IssueCode>(["empty_source", "source_too_long", "cut_short"]);

/** Loads what reads web pages. */
export const loadPages = () => load("htmlparser2", import("alphanode-post/html"));

/** Reads a web page; the library for it is loaded when the first is read. */
export async function readPage(html: string, as: ReadAs, options: ParseOptions): Promise<Reading> {
  const { safeParseHtml } = await loadPages();
  return viewAs(
    as,
    readingOf(safeParseHtml(html, options), (value) => value),
  );
}

/** What a text may be read as, by the name that `--as` has for it. */
export const READERS = { post, article, box, auto } as const satisfies Record<string, Reader>;
export type ReadAs = keyof typeof READERS;
