import type * as former from "alphanode-post";
import {
  type Article,
  type AuditOptions,
  applyFixes,
  auditPost,
  type ChecklistItem,
  checklistToMarkdown,
  type DuplicateOptions,
  diffPosts,
  type Extractable,
  type ExtractedEntity,
  extractChecklist,
  extractEntities,
  extractTopic,
  type Facet,
  type FacetScore,
  type FacetWeights,
  type Finding,
  type FormatOptions,
  type FramePart,
  flattenPost,
  formatIssues,
  type HtmlOptions,
  type ISSUE_CODES,
  type IssueCode,
  type IssueFix,
  type IssueSeverities,
  isIndexable,
  type ParseIssue,
  type ParseOptions,
  type ParseResult,
  type PartialArticle,
  type PartialMeta,
  type PartialPost,
  type Positioned,
  Post,
  type PostAiOutline,
  type PostBlock,
  type PostDifference,
  type PostEntity,
  type PostFlags,
  type PostImageSource,
  type PostLike,
  PostMeta,
  PostParseError,
  type PostPayload,
  type PostPoint,
  type PostPosition,
  type PostRevision,
  type PostRoot,
  type PostScore,
  type PostSection,
  type PostSketch,
  type PostSplitter,
  type PostStringifyError,
  type PostVFileMessage,
  type PostWord,
  parseArticle,
  parseMetaBox,
  parsePost,
  parsePosts,
  parseTree,
  positionAt,
  postNumberOf,
  postText,
  postToHtml,
  postToMarkdown,
  type QueryOptions,
  type RuleGroup,
  type SchemaOf,
  type Similarity,
  SimilarityIndex,
  type SimilarityOptions,
  type SimilarPost,
  type StoredIndex,
  type StringifyOptions,
  safeParseArticle,
  safeParseMetaBox,
  safeParsePost,
  similarity,
  sketchPost,
  splitPosts,
  stringifyPost,
  type TextSource,
  type TextStream,
  type Topic,
  toVFileMessages,
} from "alphanode-post";
import { VFile } from "vfile";
import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";

declare const post: Post;
declare const issues: ParseIssue[];

describe("parsing", () => {
  test("gives what the name says", () => {
    expectTypeOf(parsePost).toEqualTypeOf<(source: string, options?: ParseOptions) => Post>();
    expectTypeOf(parseArticle).toEqualTypeOf<(source: string, options?: ParseOptions) => Article>();
    expectTypeOf(parseMetaBox).toEqualTypeOf<(source: string, options?: ParseOptions) => PostMeta>();
    expectTypeOf(parseTree).toEqualTypeOf<(source: string) => PostRoot>();
    expectTypeOf<ParseOptions>().toExtend<{ strict?: boolean | undefined; maxLength?: number | undefined }>();
  });

  test("takes text alone", () => {
    // @ts-expect-error a post is no source
    parsePost(post);
    // @ts-expect-error the option is a number
    parsePost("", { maxLength: "1" });
    // @ts-expect-error there is no such option
    parsePost("", { lenient: true });
  });

  test("safe functions give a result that `success` tells apart", () => {
    expectTypeOf(safeParsePost("")).toEqualTypeOf<ParseResult<Post, PartialPost>>();
    expectTypeOf(safeParseArticle("")).toEqualTypeOf<ParseResult<Article, PartialArticle>>();
    expectTypeOf(safeParseMetaBox("")).toEqualTypeOf<ParseResult<PostMeta, PartialMeta>>();

    const result = safeParsePost("", { strict: true });
    expectTypeOf(result.issues).toEqualTypeOf<ParseIssue[]>();
    // @ts-expect-error there may be no data
    result.data;
    if (result.success) {
      expectTypeOf(result.data).toEqualTypeOf<Post>();
      expectTypeOf(result).not.toHaveProperty("partial");
      expectTypeOf(result).not.toHaveProperty("error");
    } else {
      expectTypeOf(result.partial).toEqualTypeOf<PartialPost>();
      expectTypeOf(result.error).toEqualTypeOf<PostParseError>();
      expectTypeOf(result).not.toHaveProperty("data");
    }
  });

  test("results tell where values stand where that is asked for, and nowhere else", () => {
    expectTypeOf(safeParsePost("")).not.toHaveProperty("positions");
    expectTypeOf(safeParsePost("", { strict: true })).not.toHaveProperty("positions");
    expectTypeOf(safeParsePost("", { positions: false })).not.toHaveProperty("positions");
    const post = safeParsePost("", { positions: true });
    expectTypeOf(positionAt(post.positions, "/meta")).toEqualTypeOf<PostPosition | undefined>();
    expectTypeOf(post).toEqualTypeOf<Positioned<ParseResult<Post, PartialPost>>>();
    expectTypeOf(post.positions).toEqualTypeOf<ReadonlyMap<string, PostPosition>>();
    if (post.success) expectTypeOf(post.data).toEqualTypeOf<Post>();
    else expectTypeOf(post.partial).toEqualTypeOf<PartialPost>();
    const article = safeParseArticle("", { positions: true });
    expectTypeOf(article).toEqualTypeOf<Positioned<ParseResult<Article, PartialArticle>>>();
    const box = safeParseMetaBox("", { positions: true });
    expectTypeOf(box).toEqualTypeOf<Positioned<ParseResult<PostMeta, PartialMeta>>>();
    expectTypeOf(parsePosts([], { positions: true })).toExtend<
      AsyncIterable<Positioned<ParseResult<Post, PartialPost>>>
    >();
  });

  test("many posts are taken from what can be iterated, and from streams", () => {
    expectTypeOf(parsePosts).parameter(0).toEqualTypeOf<TextSource>();
    expectTypeOf(["text"]).toExtend<TextSource>();
    expectTypeOf<AsyncIterable<string>>().toExtend<TextSource>();
    expectTypeOf<TextStream>().toExtend<TextSource>();
    expectTypeOf(parsePosts([])).toExtend<AsyncIterable<ParseResult<Post, PartialPost>>>();
  });

  test("texts are cut into posts, and so are streams of text", () => {
    expectTypeOf(splitPosts).toEqualTypeOf<(text: string) => string[]>();
    expectTypeOf<PostSplitter>().toExtend<TransformStream<string, string>>();
  });

  test("frames are painted part by part", () => {
    expectTypeOf<FramePart>().toEqualTypeOf<"error" | "warning" | "gutter">();
    expectTypeOf(formatIssues).parameter(2).toEqualTypeOf<FormatOptions | undefined>();
    expectTypeOf<NonNullable<FormatOptions["paint"]>>().toEqualTypeOf<
      (part: FramePart, text: string) => string
    >();
  });

  test("partial data may lack any field, but not the box", () => {
    expectTypeOf<PartialPost["title"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<PartialPost["meta"]>().toEqualTypeOf<PartialMeta>();
    expectTypeOf<PartialMeta["score"]>().toEqualTypeOf<PostScore | undefined>();
    expectTypeOf<PartialArticle>().toEqualTypeOf<Partial<Article>>();
    expectTypeOf<Post>().toExtend<PartialPost>();
  });

  test("issues are plain data of Standard Schema's shape", () => {
    expectTypeOf<ParseIssue["code"]>().toEqualTypeOf<IssueCode>();
    expectTypeOf<"invalid_number">().toExtend<IssueCode>();
    expectTypeOf<string>().not.toExtend<IssueCode>();
    expectTypeOf<ParseIssue["severity"]>().toEqualTypeOf<"error" | "warning">();
    expectTypeOf<ParseIssue["path"]>().toEqualTypeOf<(string | number)[]>();
    expectTypeOf<ParseIssue["position"]>().toEqualTypeOf<PostPosition>();
    expectTypeOf<PostPosition>().toEqualTypeOf<{ start: PostPoint; end: PostPoint }>();
    expectTypeOf<PostPoint>().toEqualTypeOf<{ line: number; column: number; offset: number }>();
    expectTypeOf<ParseIssue>().toExtend<{ message: string; path?: readonly PropertyKey[] }>();
    expectTypeOf(formatIssues).toBeCallableWith("", issues);
    expectTypeOf(formatIssues).returns.toBeString();
    expectTypeOf<PostParseError>().toExtend<Error>();
    expectTypeOf(new PostParseError(issues).issues).toEqualTypeOf<ParseIssue[]>();
  });
});

describe("what is done with results", () => {
  test("both sides of a result have a value", () => {
    const result = safeParsePost("");
    expectTypeOf(result.value).toEqualTypeOf<Post | PartialPost>();
    if (result.success) expectTypeOf(result.value).toEqualTypeOf<Post>();
  });

  test("warnings may count as anything, errors as errors alone", () => {
    expectTypeOf<ParseOptions["severity"]>().toEqualTypeOf<IssueSeverities | undefined>();
    safeParsePost("", { severity: { wrapped_text: "off", unknown_field: "error" } });
    // @ts-expect-error without the field there is no post
    safeParsePost("", { severity: { missing_field: "off" } });
    expectTypeOf<keyof typeof ISSUE_CODES>().toEqualTypeOf<IssueCode>();
  });

  test("issues carry fixes", () => {
    expectTypeOf<ParseIssue["fix"]>().toEqualTypeOf<IssueFix | undefined>();
    expectTypeOf<IssueFix>().toEqualTypeOf<{ range: [start: number, end: number]; text: string }>();
    expectTypeOf(applyFixes).toBeCallableWith("", issues);
    expectTypeOf(applyFixes).returns.toBeString();
  });

  test("vfile takes messages", () => {
    expectTypeOf(toVFileMessages(issues)).toEqualTypeOf<PostVFileMessage[]>();
    new VFile().messages.push(...toVFileMessages(issues));
  });

  test("posts are compared, laid out as a row, and read by a codec", () => {
    expectTypeOf(diffPosts(post, parseArticle(""))).toEqualTypeOf<PostDifference[]>();
    expectTypeOf(flattenPost(post)).toEqualTypeOf<Record<string, string | number | boolean | null>>();
    expectTypeOf(postText.parse("")).toEqualTypeOf<Post>();
    expectTypeOf<z.input<typeof postText>>().toEqualTypeOf<string>();
    expectTypeOf(z.object({ body: postText }).parse({}).body.meta).toEqualTypeOf<PostMeta>();
  });
});

describe("schemas", () => {
  test("each is of the type that shares its name, in and out", () => {
    expectTypeOf<z.infer<typeof Post>>().toEqualTypeOf<Post>();
    expectTypeOf<z.input<typeof Post>>().toEqualTypeOf<Post>();
    expectTypeOf<z.infer<typeof Article>>().toEqualTypeOf<Article>();
    expectTypeOf<z.infer<typeof PostSection>>().toEqualTypeOf<PostSection>();
    expectTypeOf<z.infer<typeof PostBlock>>().toEqualTypeOf<PostBlock>();
    expectTypeOf<z.input<typeof PostBlock>>().toEqualTypeOf<PostBlock>();
    expectTypeOf<z.infer<typeof PostMeta>>().toEqualTypeOf<PostMeta>();
    expectTypeOf<z.infer<typeof PostAiOutline>>().toEqualTypeOf<PostAiOutline>();
    expectTypeOf<z.infer<typeof PostScore>>().toEqualTypeOf<PostScore>();
    expectTypeOf<z.infer<typeof PostRevision>>().toEqualTypeOf<PostRevision>();
    expectTypeOf<z.infer<typeof PostFlags>>().toEqualTypeOf<PostFlags>();
    expectTypeOf<z.infer<typeof PostPayload>>().toEqualTypeOf<PostPayload>();
    expectTypeOf<z.infer<typeof PostEntity>>().toEqualTypeOf<PostEntity>();
    expectTypeOf<z.infer<typeof PostImageSource>>().toEqualTypeOf<PostImageSource>();
  });

  test("can be extended, picked from and asked for a part", () => {
    const Stored = Post.extend({ importedAt: z.date() });
    expectTypeOf<z.infer<typeof Stored>>().toExtend<Post & { importedAt: Date }>();
    expectTypeOf(Post.pick({ title: true }).parse({})).toEqualTypeOf<{ title: string }>();
    expectTypeOf(PostMeta.shape.score.parse({})).toEqualTypeOf<PostScore>();
    expectTypeOf<typeof Post>().toEqualTypeOf<SchemaOf<Post>>();
    // @ts-expect-error there is no such field
    PostMeta.shape.colour;
  });

  test("a post is an article and a box", () => {
    expectTypeOf<Post>().toExtend<Article>();
    expectTypeOf<Post["meta"]>().toEqualTypeOf<PostMeta>();
    expectTypeOf<PostMeta["extra"]>().toEqualTypeOf<Record<string, string | string[]>>();
    expectTypeOf<PostMeta["flags"]["imageHeavy"]>().toBeBoolean();
    expectTypeOf<PostMeta["imageSources"]>().toEqualTypeOf<PostImageSource[]>();
  });

  test("known words are offered, and any other is accepted", () => {
    expectTypeOf<PostMeta["difficulty"]>().toEqualTypeOf<
      PostWord<"beginner" | "intermediate" | "advanced">
    >();
    expectTypeOf<PostRevision["status"]>().toEqualTypeOf<PostWord<"drafted" | "reviewed" | "expanded">>();
    expectTypeOf<string>().toExtend<PostMeta["difficulty"]>();
    expectTypeOf<string>().toExtend<PostMeta["codeLanguage"]>();
    expectTypeOf<string>().toExtend<PostMeta["stack"][number]>();
    expectTypeOf<string>().toExtend<PostEntity["type"]>();
    expectTypeOf<number>().not.toExtend<PostMeta["difficulty"]>();
  });

  test("blocks are told apart by `type`", () => {
    const block = post.intro[0] as PostBlock;
    switch (block.type) {
      case "paragraph":
      case "code":
        expectTypeOf(block).toEqualTypeOf<
          { type: "paragraph"; text: string } | { type: "code"; text: string }
        >();
        break;
      case "list":
        expectTypeOf(block.items).toEqualTypeOf<string[]>();
        break;
      case "image":
        expectTypeOf(block.source).toEqualTypeOf<string | null>();
        break;
      default:
        expectTypeOf(block).toBeNever();
    }
  });
});

describe("text and extractors", () => {
  test("a post is written in one of two forms", () => {
    expectTypeOf(stringifyPost).toEqualTypeOf<(post: Post, options?: StringifyOptions) => string>();
    expectTypeOf<StringifyOptions>().toEqualTypeOf<{ form?: "spaced" | "dense" | undefined }>();
    expectTypeOf<PostStringifyError>().toExtend<Error>();
    expectTypeOf<PostStringifyError["path"]>().toExtend<readonly (string | number)[]>();
    // @ts-expect-error an article alone has no box to write
    stringifyPost(parseArticle(""));
  });

  test("extractors take text, an article or a post, whole or partial", () => {
    expectTypeOf<Extractable>().toEqualTypeOf<string | PostLike>();
    expectTypeOf<PostLike>().toEqualTypeOf<Post | Article | PartialPost>();
    expectTypeOf(extractChecklist).toEqualTypeOf<(input: Extractable) => ChecklistItem[]>();
    expectTypeOf(extractEntities).toEqualTypeOf<(input: Extractable) => ExtractedEntity[]>();
    expectTypeOf(extractTopic).toEqualTypeOf<(input: Extractable) => Topic | null>();
    expectTypeOf(checklistToMarkdown).toBeCallableWith(extractChecklist(""));
    expectTypeOf<ChecklistItem["sources"]>().toEqualTypeOf<("article" | "meta")[]>();
    expectTypeOf<ExtractedEntity["mentions"]>().toBeNumber();
    expectTypeOf<Topic["edition"]>().toEqualTypeOf<string | null>();
    // @ts-expect-error a number is no source
    extractTopic(1);
  });

  test("an audit gives findings of the groups it is asked for", () => {
    expectTypeOf(auditPost).toEqualTypeOf<(post: Post, options?: AuditOptions) => Finding[]>();
    expectTypeOf(isIndexable).toEqualTypeOf<(post: Post) => boolean>();
    expectTypeOf<Finding["group"]>().toEqualTypeOf<RuleGroup>();
    expectTypeOf<RuleGroup>().toEqualTypeOf<"consistency" | "review" | "number">();
    // @ts-expect-error there is no such group
    auditPost(post, { groups: ["style"] });
  });
});

describe("similarity", () => {
  test("of two posts has a score for each facet that both have", () => {
    expectTypeOf(similarity).toEqualTypeOf<
      (a: PostLike, b: PostLike, options?: SimilarityOptions) => Similarity
    >();
    expectTypeOf<Similarity["facets"]>().toEqualTypeOf<Partial<Record<Facet, FacetScore>>>();
    expectTypeOf<FacetScore>().toEqualTypeOf<{ score: number; weight: number }>();
    expectTypeOf<FacetWeights>().toEqualTypeOf<Record<Facet, number>>();
    expectTypeOf(similarity).toBeCallableWith(post, parseArticle(""), { weights: { title: 1 } });
    // @ts-expect-error there is no such facet
    similarity(post, post, { weights: { length: 1 } });
  });

  test("an index answers with ids", () => {
    const index = new SimilarityIndex({ weights: { topic: 2 } });
    expectTypeOf(index.add("a", post)).toEqualTypeOf<SimilarityIndex>();
    expectTypeOf(sketchPost).toEqualTypeOf<(post: PostLike) => PostSketch>();
    expectTypeOf<PostSketch>().toEqualTypeOf<{ blocks: string[]; features: string }>();
    expectTypeOf(index.addSketch("a", sketchPost(post).features)).toEqualTypeOf<SimilarityIndex>();
    expectTypeOf(index.remove("a")).toBeBoolean();
    expectTypeOf(index.has("a")).toBeBoolean();
    expectTypeOf(index.size).toBeNumber();
    expectTypeOf<QueryOptions>().toEqualTypeOf<{
      limit?: number | undefined;
      minScore?: number | undefined;
    }>();
    expectTypeOf(index.query).toBeCallableWith(parseArticle(""), { limit: 3, minScore: 0.5 });
    expectTypeOf(index.query(post)).toEqualTypeOf<SimilarPost[]>();
    expectTypeOf<SimilarPost>().toExtend<Similarity & { id: string }>();
    expectTypeOf<DuplicateOptions>().toEqualTypeOf<{ minScore?: number | undefined }>();
    expectTypeOf(index.duplicates).toBeCallableWith({ minScore: 0.9 });
    expectTypeOf(index.duplicates).returns.toEqualTypeOf<string[][]>();
    expectTypeOf(index.toJSON()).toEqualTypeOf<StoredIndex>();
    expectTypeOf(SimilarityIndex.fromJSON(JSON.parse(""))).toEqualTypeOf<SimilarityIndex>();
    // @ts-expect-error an id is a string
    index.add(1, post);
  });
});

test("posts go out as pages, and addresses tell their number", () => {
  expectTypeOf(postToHtml).toEqualTypeOf<(post: Post, options?: HtmlOptions) => string>();
  expectTypeOf(postToMarkdown).toEqualTypeOf<(post: Post) => string>();
  expectTypeOf<HtmlOptions["box"]>().toEqualTypeOf<"div" | "table" | "dl" | undefined>();
  expectTypeOf(postNumberOf).toEqualTypeOf<(address: string) => number | null>();
});

test("former names are the same, and deprecated", () => {
  expectTypeOf<former.Block>().toEqualTypeOf<PostBlock>();
  expectTypeOf<former.Section>().toEqualTypeOf<PostSection>();
  expectTypeOf<former.AiOutline>().toEqualTypeOf<PostAiOutline>();
  expectTypeOf<former.Score>().toEqualTypeOf<PostScore>();
  expectTypeOf<former.Revision>().toEqualTypeOf<PostRevision>();
  expectTypeOf<former.Flags>().toEqualTypeOf<PostFlags>();
  expectTypeOf<former.Payload>().toEqualTypeOf<PostPayload>();
  expectTypeOf<former.Entity>().toEqualTypeOf<PostEntity>();
  expectTypeOf<former.ImageSource>().toEqualTypeOf<PostImageSource>();
  expectTypeOf<former.Known<"a">>().toEqualTypeOf<PostWord<"a">>();
  expectTypeOf<former.Point>().toEqualTypeOf<PostPoint>();
  expectTypeOf<former.Position>().toEqualTypeOf<PostPosition>();
  expectTypeOf<former.Root>().toEqualTypeOf<PostRoot>();
});
