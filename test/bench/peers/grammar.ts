import type { Post } from "alphanode-post";
import { generate } from "peggy";

/**
 * The format as a grammar for peggy, as docs/format.md has it for clean spaced posts, with the fields of the box in
 * their order. It stops at the first thing that is out of place.
 */
const GRAMMAR = String.raw`
post
  = bars? title:line blank intro:block* sections:section* meta:box similarPosts:similar nl*
    { return { title, intro, sections, similarPosts: similarPosts ?? [], meta }; }

bars = "|" [ |]* blank

section = heading:heading blank blocks:block* { return { heading, blocks }; }

heading
  = @$(
      "the practical approach" / "production checks" / "security and maintenance notes" / "why this matters"
      / "implementation checklist" / "final notes"
    ) &nl

block = @(paragraph / list / image / code) nl nl?

paragraph = text:line &blank &{ return /[.?!]$/.test(text); } { return { type: "paragraph", text }; }

list = items:item|1.., nl| { return { type: "list", items }; }

image
  = alt:line nl caption:line &{ return caption.startsWith(alt + ". image source: "); }
    { return { type: "image", caption: alt, source: caption.slice(alt.length + ". image source: ".length) }; }

code = text:$(codeLines|1.., blank|) { return { type: "code", text }; }
codeLines = !heading !boxHeading !paragraph !list !image line|1.., nl|

boxHeading = "alphanode post meta" blank

box
  = boxHeading
    "topic" topic:line nl
    "summary" summary:line nl
    "ai outline" nl aiOutline:aiOutline
    "ai brief" aiBrief:line nl
    "stack" nl stack:items
    "tools" nl tools:items
    "code language" codeLanguage:line nl
    "difficulty" difficulty:line nl
    "reading time" readingTime:count nl
    "view count" viewCount:count nl
    "score" nl score:score
    "revision" nl revision:revision
    "reference" reference:line nl
    "hash" hash:line nl
    "flags" nl flags:flags
    "checklist" nl checklist:items
    "entities" nl entities:entity+
    imageSources:("image sources" nl @imageSource+)?
    "payload" nl payload:payload
    "notes" nl notes:items
    {
      return {
        topic, summary, aiOutline, aiBrief, stack, tools, codeLanguage, difficulty, readingTime, viewCount, score,
        revision, reference, hash, flags, checklist, entities, imageSources: imageSources ?? [], payload, notes,
        extra: {},
      };
    }

aiOutline
  = "  • context: " context:line nl "  • problem: " problem:line nl "  • stack: " stack:line nl
    "  • recommended action: " recommendedAction:line nl
    { return { context, problem, stack, recommendedAction }; }

score
  = "  • quality: " quality:count nl "  • freshness: " freshness:count nl "  • depth: " depth:count nl
    "  • clarity: " clarity:count nl
    { return { quality, freshness, depth, clarity }; }

revision
  = "  • status: " status:line nl "  • version: " version:line nl "  • last reviewed: " lastReviewed:line nl
    { return { status, version, lastReviewed }; }

flags
  = "  • ai generated style: " aiGeneratedStyle:flag nl "  • has images: " hasImages:flag nl
    "  • image heavy: " imageHeavy:flag nl "  • needs human review: " needsHumanReview:flag nl
    { return { aiGeneratedStyle, hasImages, imageHeavy, needsHumanReview }; }

entity = "    • name: " name:line nl "    • type: " type:line nl { return { name, type }; }

imageSource
  = "    • source: " source:line nl "    • url: " url:line nl "    • caption: " caption:line nl
    { return { source, url, caption }; }

payload
  = "  • source id: " sourceId:line nl "  • generator: " generator:line nl "  • paragraphs: " paragraphs:count nl
    "  • scenario: " scenario:line nl "  • seed: " seed:count nl
    { return { sourceId, generator, paragraphs, scenario, seed }; }

similar = nl "Similar Posts" @(blank @item|.., nl|)?

items = (@item nl)+
item = "  • " @line
count = digits:$[0-9]+ { return Number(digits); }
flag = digit:[01] { return digit === "1"; }
line = $[^\n]+
blank = nl nl
nl = "\n"
`;

const parser = generate(GRAMMAR);

/** Parses a clean spaced post; throws where the text is anything else. */
export const parseWithGrammar = (text: string): Post => parser.parse(text);
