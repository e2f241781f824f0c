import { IMAGE_HEAVY_FROM } from "../format/images.ts";
import { fill } from "../format/number.ts";
import { STACK_DETAILS } from "../format/stacks.ts";
import { VALUE_RULES } from "../format/values.ts";
import { DIFFICULTIES, STATUSES } from "../format/words.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { Plan } from "./plan.ts";
import { BRIEF, NOTES, RECOMMENDED_ACTION, SUMMARY } from "./prose.ts";
import { type Draw, pick, stream } from "./random.ts";

/** Years of the reviews that were seen: from, and up to but not with. */
const YEARS = { from: 2017, to: 2027 };

/** The name the site's posts give as their generator. */
const GENERATOR = "anp content synthesizer";

const digits = (value: number, width: number) => String(value).padStart(width, "0");

/** Draws a day that exists: the 31st of a shorter month is its last day. */
function drawDate(draw: Draw): string {
  const month = `${YEARS.from + draw(YEARS.to - YEARS.from)}-${digits(draw(12) + 1, 2)}`;
  let day = draw(31) + 1;
  while (!VALUE_RULES.date.pattern.test(`${month}-${digits(day, 2)}`)) day -= 1;
  return `${month}-${digits(day, 2)}`;
}

/** The two hexadecimal digits of each byte. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Writes 32 bits as hexadecimal digits, byte by byte: engines are slow to write such large numbers in another base. */
const hex = (bits: number): string =>
  [bits >>> 24, bits >>> 16, bits >>> 8, bits].reduce((text, byte) => text + HEX[byte & 0xff], "");

/** Makes 24 hexadecimal digits from all that a post depends on, 32 bits at a time. */
function hash({ n, images, code, paragraphs }: Plan): string {
  return [1, 2, 3]
    .map((part) => stream(n, `hash ${part} ${images.length} ${code} ${paragraphs}`)(2 ** 32))
    .map(hex)
    .join("");
}

/** Fills the box of a post. */
export function synthesizeMeta(plan: Plan): PostMeta {
  const { n, facts, images, paragraphs } = plan;
  const { stack, problem, scenario } = facts;
  const { area, language, tools } = STACK_DETAILS[stack];
  const draw = stream(n, "box");
  return {
    topic: `${problem} / ${stack}`,
    summary: fill(SUMMARY, facts),
    aiOutline: { context: scenario, problem, stack, recommendedAction: RECOMMENDED_ACTION },
    aiBrief: BRIEF,
    stack: [stack, area, language],
    tools: [...tools],
    codeLanguage: language,
    difficulty: pick(DIFFICULTIES, draw),
    readingTime: paragraphs + draw(3),
    viewCount: draw(500_000),
    score: { quality: draw(101), freshness: draw(101), depth: draw(101), clarity: draw(101) },
    revision: {
      status: pick(STATUSES, draw),
      version: `1.${draw(10)}.${draw(10)}`,
      lastReviewed: drawDate(draw),
    },
    reference: `${facts.referencePrefix}${digits(draw(10_000), 4)}`,
    hash: hash(plan),
    flags: {
      aiGeneratedStyle: true,
      hasImages: images.length > 0,
      imageHeavy: images.length >= IMAGE_HEAVY_FROM,
      needsHumanReview: draw(2) === 1,
    },
    checklist: [...facts.checklist],
    entities: [
      { name: stack, type: "stack" },
      { name: area, type: "area" },
      { name: problem, type: "problem" },
    ],
    imageSources: images.map((image) => ({ ...image })),
    payload: { sourceId: facts.sourceId, generator: GENERATOR, paragraphs, scenario, seed: n },
    notes: [...NOTES],
    extra: {},
  };
}
