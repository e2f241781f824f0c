import type { Article, Post, PostBlock, PostSection } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { BODY_HEADINGS } from "../../src/format/headings.ts";
import { CHECKLISTS, EDITIONS, PROBLEMS, SCENARIOS, STACKS, TITLE_PATTERNS } from "../../src/format/words.ts";

/**
 * Posts by number for tests that need thousands: topic, title, checklist and intro follow the number as on the site,
 * and bodies are drawn from the few paragraphs that the site's posts share word for word.
 */

const INTROS = [
  "sooner or later {problem} lands on the desk of whoever looks after a {stack} project. the notes below collect what helped other teams {scenario}, in the order in which it helped.",
  "few people enjoy {problem}, yet every {stack} project comes to it sooner or later. what follows is a list of steps that can be taken one at a time {scenario}.",
  "{problem} is often put off until something breaks. this page shows how a {stack} team can look at it on a quiet day, with small changes that are easy to take back.",
  "the hard part of {problem} is to know when to stop. the steps below are meant for a {stack} team that wants to see the effect of each change before the next.",
];

const PARAGRAPHS = [
  "begin with a list of what happens today. note which page or command is involved, who calls it, how long it takes, and which of these figures somebody has complained about. a list that fits on one screen is enough.",
  "measure twice before the first change. one figure from a busy hour and one from a quiet hour show whether the fault depends on load, and they are what the result will be held against later.",
  "make the change as small as it can be. a small change is read in full by the person who reviews it, and it can be undone by the person who is on call when that turns out to be somebody else.",
  "keep names dull. a reader who has never seen the code should guess from the name what a function gives back, and be right, without opening the file it stands in.",
  "check values where they come in. say which value was found and which was expected, and whether it makes sense to try again, for the reader of the message is rarely the writer of the code.",
  "practise the way back. a rollback that was never tried is a wish, and the evening on which it is needed is the wrong time to find out that a step is missing from the page.",
  "put every step that is done by hand into a script, even if it is three lines long. the script is read by the next person, and it does the same thing on every machine it is run on.",
  "write rules so that they can be explained. each has a name, a reason, and an example of what it lets through and what it stops; a rule without an example is soon feared.",
  "let background work be safe to repeat. a job that was cut off in the middle should find what it has already done, leave it as it is, and go on from there without help.",
  "ask of every alarm what it wants to be done. one that wants nothing trains people to look away, and the one after it may be the one that matters.",
  "try changes to stored data on a copy of the real size. what takes a moment on ten rows may hold up everyone on ten million, and the copy costs only an hour to make.",
  "give permissions for what is done, not for what might be done some day. a short list of exceptions, each with a name beside it, is read again; a long one is not.",
  "do not tie what is shown to how it is served. when the layout, the queries, and the cache can change apart from each other, a mistake in one stays in one.",
  "finish by writing down what was changed and why, which figures moved, and what was left alone on purpose. half a page today saves somebody a week of guessing next year.",
];

const ASIDES = [
  "",
  "",
  " in this {stack} project, keep the name of the owner and the way back next to the step.",
  " a change that was checked is worth more here than one that was only meant well.",
];

const FINAL =
  "what counts in the end is that someone else can follow the {stack} setup, repeat the steps, and take them back. keep commands, figures, and open questions on this page, so that the next change can begin where this one stopped.";

/** Stacks share their area and language with others, as on the site. */
const AREAS = ["backend", "devops", "frontend", "cloud"];
const LANGUAGES = ["php", "bash", "python", "text"];
const AREA_TOOLS = [
  ["composer", "xdebug"],
  ["systemd", "journalctl"],
  ["vite", "eslint"],
  ["dns", "waf"],
];

/** A number below `bound` for each number: the small generator of the tests (mulberry32). */
export function drawer(seed: number): (bound: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let hash = Math.imul(state ^ (state >>> 15), 1 | state);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    return ((hash ^ (hash >>> 14)) >>> 0) % bound;
  };
}

const at = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/** What the number of a post fixes. */
export function factsOf(n: number) {
  return {
    stack: at(STACKS, 13 * n + Math.floor(n / 31)),
    problem: at(PROBLEMS, 17 * n + Math.floor(n / 19)) ?? "tracing slow requests",
    scenario: at(SCENARIOS, 7 * n + Math.floor(n / 23)),
  };
}

/** Makes the post of a number. */
export function makePost(n: number): Post {
  const draw = drawer(n);
  const facts = factsOf(n);
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, slot: keyof typeof facts) => facts[slot]);
  const { stack, problem, scenario } = facts;
  const place = STACKS.indexOf(stack);
  const area = at(AREAS, place);
  const language = at(LANGUAGES, place);
  const title = fill(at(TITLE_PATTERNS, n)) + (n % 5 === 0 ? `: ${at(EDITIONS, n / 5)}` : "");

  const pool = [...PARAGRAPHS];
  const texts = Array.from({ length: 2 + draw(6) }, () => {
    const [text = ""] = pool.splice(draw(pool.length), 1);
    return fill(text + at(ASIDES, draw(ASIDES.length)));
  });
  const bodies: PostSection[] = [texts.slice(0, 4), texts.slice(4)].flatMap((part, index) => {
    const blocks = part.map((text): PostBlock => ({ type: "paragraph", text }));
    return blocks.length > 0 ? { heading: at(BODY_HEADINGS, n + index), blocks } : [];
  });
  if (draw(3) > 0) {
    const text = `${stack.replace(/\W/g, "_")} {\n    check: true\n\n    run --language ${language}\n}`;
    bodies.at(-1)?.blocks.push({ type: "code", text });
  }
  const images = Array.from({ length: draw(4) }, (_, index) => ({
    source: "unsplash",
    url: `https://images.unsplash.com/${n + index}`,
    caption: `${problem} with ${stack} visual reference ${index + 1}`,
  }));
  const checklist = [...at(CHECKLISTS, n)];
  const imageBlocks = images.map(({ caption, source }): PostBlock => ({ type: "image", caption, source }));
  return {
    title,
    intro: [{ type: "paragraph", text: fill(at(INTROS, n)) }, ...imageBlocks],
    sections: [
      ...bodies,
      { heading: "implementation checklist", blocks: [{ type: "list", items: checklist }] },
      { heading: "final notes", blocks: [{ type: "paragraph", text: fill(FINAL) }] },
    ],
    similarPosts: [],
    meta: {
      ...synthesizePost(n).meta,
      topic: `${problem} / ${stack}`,
      summary: `this summary explains ${problem} in ${stack}.`,
      aiOutline: { context: scenario, problem, stack, recommendedAction: "measure first" },
      aiBrief: "the article is written like a draft: it lists checks.",
      stack: [stack, area, language],
      tools: [`${stack} tool`, `${stack} linter`, ...at(AREA_TOOLS, place), "git", "logs"],
      codeLanguage: language,
      difficulty: "beginner",
      readingTime: texts.length + 2,
      viewCount: draw(500_000),
      score: { quality: draw(101), freshness: draw(101), depth: draw(101), clarity: draw(101) },
      revision: { status: "drafted", version: `1.${draw(10)}.${draw(10)}`, lastReviewed: "2025-05-20" },
      reference: `anp-ref-${String(n).padStart(6, "0")}-${String(draw(10_000)).padStart(4, "0")}`,
      hash: Array.from({ length: 24 }, () => draw(16).toString(16)).join(""),
      flags: {
        aiGeneratedStyle: true,
        hasImages: images.length > 0,
        imageHeavy: images.length > 2,
        needsHumanReview: false,
      },
      checklist,
      entities: [
        { name: stack, type: "stack" },
        { name: area, type: "area" },
        { name: problem, type: "problem" },
      ],
      imageSources: images,
      payload: {
        sourceId: `alphanode-${String(n).padStart(6, "0")}`,
        generator: "anp content synthesizer",
        paragraphs: texts.length + 1,
        scenario,
        seed: n,
      },
      notes: ["made for tests"],
      extra: {},
    },
  };
}

/** Makes the posts of consecutive numbers. */
export function makePosts(count: number, first = 0): Post[] {
  return Array.from({ length: count }, (_, index) => makePost(first + index));
}

const mapBlocks = (blocks: readonly PostBlock[], change: (block: PostBlock) => PostBlock[]): PostBlock[] =>
  blocks.flatMap(change);

/** Gives an article with every block changed into others. */
export function changeBlocks<Shape extends Article>(
  post: Shape,
  change: (block: PostBlock) => PostBlock[],
): Shape {
  return {
    ...post,
    intro: mapBlocks(post.intro, change),
    sections: post.sections.map(({ heading, blocks }) => ({ heading, blocks: mapBlocks(blocks, change) })),
  };
}

/** Gives the dense copy of a post: no box, no images, and code without indentation and empty lines. */
export function denseCopy({ meta: _, ...article }: Post): Article {
  return changeBlocks(article, (block) => {
    if (block.type === "image") return [];
    if (block.type !== "code") return [block];
    return [{ type: "code", text: block.text.replace(/\n\s*/g, "\n").trim() }];
  });
}

/** Gives a copy of a post with one paragraph dropped, by its place; the intro's is number 0. */
export function withoutParagraph<Shape extends Article>(post: Shape, place: number): Shape {
  let seen = 0;
  return changeBlocks(post, (block) => (block.type === "paragraph" && seen++ === place ? [] : [block]));
}

/** Counts the paragraphs of a post. */
export function paragraphCount(post: Article): number {
  return [...post.intro, ...post.sections.flatMap(({ blocks }) => blocks)].filter(
    ({ type }) => type === "paragraph",
  ).length;
}
