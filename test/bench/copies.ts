import type { Post, PostLike } from "alphanode-post";
import { synthesizePost } from "../../src/synth/post.ts";
import { changeBlocks, denseCopy, drawer } from "../support/corpus.ts";

/** Made posts among which near copies are planted: whoever looks for copies is to find them, and nothing else. */

export interface PlantedPost {
  readonly id: string;
  /** The number of the post: copies have that of the post they were made from. */
  readonly number: number;
  readonly post: PostLike;
}

type Draw = (bound: number) => number;

/** Sentences and words that no made post has. */
const SENTENCES = [
  "write the expected outcome down before the first run.",
  "a colleague who was not there should be able to follow every line.",
  "throw the temporary flag away once both sides agree.",
  "tell support what will look different tomorrow.",
  "count the open tickets again after a fortnight.",
  "a remark of one line saves an hour of search.",
];
const WORDS = ["briefly", "elsewhere", "twofold", "gladly", "midway", "sideways"];

const any = <Item>(list: readonly Item[], draw: Draw): Item => list[draw(list.length)] as Item;

/** Changes so many sentences of a post's paragraphs, each of another place. */
function changed(post: Post, count: number, draw: Draw, change: (sentence: string) => string): Post {
  const sentences: string[] = [];
  const each = (visit: (sentence: string) => string): Post =>
    changeBlocks(post, (block) => {
      if (block.type !== "paragraph") return [block];
      const text = block.text
        .split(/(?<=[.!?]) /)
        .map(visit)
        .filter((sentence) => sentence !== "");
      return text.length > 0 ? [{ type: "paragraph", text: text.join(" ") }] : [];
    });
  each((sentence) => {
    sentences.push(sentence);
    return sentence;
  });
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, sentences.length)) chosen.add(draw(sentences.length));
  let at = 0;
  return each((sentence) => (chosen.has(at++) ? change(sentence) : sentence));
}

/** Puts other words in the place of two words of a sentence. */
function reworded(sentence: string, draw: Draw): string {
  const words = sentence.split(" ");
  for (let time = 0; time < 2; time++) words[draw(words.length)] = any(WORDS, draw);
  return words.join(" ");
}

/** The ways in which copies differ from what they were made from. */
const KINDS: Readonly<Record<string, (post: Post, draw: Draw) => PostLike>> = {
  "a sentence replaced": (post, draw) => changed(post, 1, draw, () => any(SENTENCES, draw)),
  "three sentences replaced": (post, draw) => changed(post, 3, draw, () => any(SENTENCES, draw)),
  "words of three sentences": (post, draw) => changed(post, 3, draw, (sentence) => reworded(sentence, draw)),
  "two sentences put in": (post, draw) =>
    changed(post, 2, draw, (sentence) => `${sentence} ${any(SENTENCES, draw)}`),
  "two sentences left out": (post, draw) => changed(post, 2, draw, () => ""),
  "dense copy": (post) => denseCopy(post),
};

/** Makes posts, of which 18 in 100 are copies of others, as many of each kind. */
export function* plantedPosts(count: number): Generator<PlantedPost> {
  const draw = drawer(18);
  const copies = Math.round(count * 0.18);
  const originals = count - copies;
  for (let number = 0; number < originals; number++) {
    yield { id: `${number}`, number, post: synthesizePost(number) };
  }
  const kinds = Object.entries(KINDS);
  for (let n = 0; n < copies; n++) {
    const number = draw(originals);
    const [kind, make] = kinds[n % kinds.length] as (typeof kinds)[number];
    yield { id: `${number}, ${kind}, ${n}`, number, post: make(synthesizePost(number), draw) };
  }
}

/** How many of the pairs within clusters are copies, and how many of the pairs of copies are within clusters. */
export function quality(
  clusters: readonly (readonly string[])[],
  posts: Iterable<PlantedPost>,
): { recall: number; precision: number } {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const total = (counts: Iterable<number>): number => Array.from(counts, pairs).reduce((a, b) => a + b, 0);
  const countBy = (numbers: Iterable<number>): Iterable<number> => {
    const counts = new Map<number, number>();
    for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
    return counts.values();
  };
  const numbers = new Map(Array.from(posts, ({ id, number }) => [id, number]));
  const planted = total(countBy(numbers.values()));
  let found = 0;
  let right = 0;
  for (const ids of clusters) {
    found += pairs(ids.length);
    right += total(countBy(ids.map((id) => numbers.get(id) as number)));
  }
  return { recall: right / planted, precision: right / found };
}
