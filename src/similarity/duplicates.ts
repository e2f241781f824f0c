import { byCodeUnit } from "./best.ts";
import { Finder, MIN_CANDIDATES } from "./candidates.ts";
import { Clusters } from "./clusters.ts";
import { Contents } from "./contents.ts";
import { type Corpus, LACKING_PART } from "./corpus.ts";
import { FACETS, TITLE, TOPIC } from "./facets.ts";
import { leastOfTwo, leastScore } from "./numbers.ts";
import { type Member, Pairs } from "./pairs.ts";
import { alikeBefore } from "./prefixes.ts";
import { checkScore } from "./query.ts";
import { meanScore } from "./score.ts";
import { Scorer } from "./scorer.ts";

/**
 * What counts as the same post.
 *
 * @example
 * ```ts
 * import { type DuplicateOptions, SimilarityIndex } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const index = new SimilarityIndex()
 *   .add("a", synthesizePost(1))
 *   .add("b", synthesizePost(1, { images: 0 }));
 * const options: DuplicateOptions = { minScore: 0.95 };
 * console.log(index.duplicates(options));
 * ```
 *
 * ```console
 * [ [ 'a', 'b' ] ]
 * ```
 */
export interface DuplicateOptions {
  /** The least score that joins two posts, from 0 to 1; 0.9 if left out. */
  minScore?: number | undefined;
}

/** The posts of one head, no two of them equal: those that have numbers, and those whose number is lost. */
interface Group {
  readonly head: number;
  readonly numbered: readonly Member[];
  readonly lost: readonly Member[];
}

/**
 * Joins the posts of a corpus whose score is high enough, by their numbers too.
 *
 * Equal posts are joined first, and one stands for all. Where the least score is such that posts on two topics cannot reach
 * it, as by default, all posts on a topic are compared, as far as their titles may be alike enough. Posts without a topic,
 * and all posts where the topic does not decide, are compared with the candidates that a query would have.
 */
export class Duplicates {
  readonly #corpus: Corpus;
  readonly #weights: readonly number[];
  readonly #minScore: number;
  readonly #finder: Finder;
  readonly #pairs: Pairs;
  readonly #contents: Contents;
  readonly #clusters: Clusters;

  constructor(corpus: Corpus, weights: readonly number[], { minScore = 0.9 }: DuplicateOptions) {
    checkScore(minScore);
    this.#corpus = corpus;
    this.#weights = weights;
    this.#minScore = minScore;
    this.#finder = new Finder(corpus);
    this.#pairs = new Pairs(corpus, weights);
    this.#clusters = new Clusters(corpus.slotCount);
    this.#contents = new Contents(corpus, this.#clusters);
    for (const [topic, heads] of groupBy(this.#contents.heads(), (head) => corpus.partOf(head, TOPIC))) {
      if (this.#decides(topic)) this.#joinOnTopic(heads);
      else
        for (const head of heads) for (const slot of this.#contents.slotsOf(head)) this.#joinCandidates(slot);
    }
  }

  /** Gives the ids of the posts that were joined, in order. */
  ids(): string[][] {
    return [...groupBy(this.#corpus.slots(), (slot) => this.#clusters.find(slot)).values()]
      .filter((slots) => slots.length > 1)
      .map((slots) => slots.map((slot) => this.#corpus.idOf(slot) as string).sort(byCodeUnit))
      .sort(([a = ""], [b = ""]) => byCodeUnit(a, b));
  }

  /** Tells whether posts whose score is high enough are on the same topic as one that has a topic, or lack theirs. */
  #decides(topic: number): boolean {
    if (topic === LACKING_PART) return false;
    const { length } = this.#corpus.part(topic);
    // The closest that another topic can come: all features of this one and one more.
    const scores = FACETS.map((_, facet) => (facet === TOPIC ? length / (length + 1) : 1));
    return meanScore(scores, this.#weights) < this.#minScore;
  }

  /** Joins posts on one topic, by all their heads: each is compared with those before it whose title may be alike enough. */
  #joinOnTopic(heads: readonly number[]): void {
    this.#pairs.clear();
    const all = heads.map((head) => this.#groupOf(head));
    const byTitle = groupBy(all, ({ head }) => this.#corpus.partOf(head, TITLE));
    const lacking = byTitle.get(LACKING_PART);
    byTitle.delete(LACKING_PART);
    const titles = Array.from(byTitle.keys(), (title) => this.#corpus.part(title));
    const alike = alikeBefore(titles, this.#pairs.leastOfTitles(this.#minScore));
    const groups = [...byTitle.values()];
    if (lacking !== undefined) {
      // What lacks its title may be like any other.
      alike.push([...groups.keys()]);
      groups.push(lacking);
    }
    for (const [at, own] of groups.entries()) {
      const others = (alike[at] as number[]).flatMap((other) => groups[other] as Group[]);
      for (const [before, group] of own.entries()) {
        for (const other of others) this.#joinGroups(group, other);
        for (let other = 0; other <= before; other++) this.#joinGroups(group, own[other] as Group);
      }
    }
    this.#joinSameNumbers(all.flatMap(({ numbered }) => numbered));
  }

  #groupOf(head: number): Group {
    const [numbered, lost]: [Member[], Member[]] = [[], []];
    for (const slot of this.#contents.slotsOf(head)) {
      (this.#contents.isLost(slot) ? lost : numbered).push(this.#pairs.memberOf(slot));
    }
    return { head, numbered, lost };
  }

  /** Joins posts of two heads: those of two numbers only where the heads are alike enough for that. */
  #joinGroups(one: Group, other: Group): void {
    const bound = this.#pairs.boundOfHeads(one.head, other.head);
    const ofTwo = leastOfTwo(this.#minScore);
    if (bound >= ofTwo) this.#joinMembers(one.numbered, other.numbered, ofTwo);
    if (bound < this.#minScore) return;
    this.#joinMembers(one.lost, other.lost, this.#minScore);
    this.#joinMembers(one.numbered, other.lost, this.#minScore);
    if (one !== other) this.#joinMembers(one.lost, other.numbered, this.#minScore);
  }

  #joinMembers(some: readonly Member[], others: readonly Member[], least: number): void {
    for (const a of some) {
      for (const b of others) {
        if (a === b) break;
        this.#joinPair(a, b, least);
      }
    }
  }

  /** Joins posts on one topic that have the same number. */
  #joinSameNumbers(members: readonly Member[]): void {
    const byNumber = new Map<number, Member[]>();
    for (const a of members) {
      for (const number of this.#contents.numbersOf(a.slot)) {
        const before = byNumber.get(number) ?? [];
        for (const b of before) {
          const bound = this.#pairs.boundOfHeads(this.#corpus.headOf(a.slot), this.#corpus.headOf(b.slot));
          if (bound >= this.#minScore) this.#joinPair(a, b, this.#minScore);
        }
        byNumber.set(number, [...before, a]);
      }
    }
  }

  /** Joins two posts whose heads were compared last, if their score is high enough. */
  #joinPair(a: Member, b: Member, least: number): void {
    const clusters = this.#clusters;
    if (clusters.find(a.slot) === clusters.find(b.slot)) return;
    if (this.#pairs.boundOfSizes(a, b) < least || this.#pairs.boundOfTexts(a, b) < least) return;
    if (this.#pairs.scoreOf(a.slot, b.slot, least) >= least) clusters.join(a.slot, b.slot);
  }

  /** Joins a post to those of the candidates for it that score high enough. */
  #joinCandidates(slot: number): void {
    const clusters = this.#clusters;
    const features = this.#corpus.featuresOf(slot);
    const { heads, slots } = this.#finder.find(features, this.#weights, MIN_CANDIDATES);
    const scorer = new Scorer(this.#corpus, features, this.#weights);
    for (const other of [...heads.flatMap((head) => this.#contents.slotsOf(head)), ...slots]) {
      if (clusters.find(other) === clusters.find(slot)) continue;
      const least = leastScore(
        this.#minScore,
        this.#contents.numbersOf(slot),
        this.#contents.numbersOf(other),
      );
      if (scorer.boundOf(this.#corpus.headOf(other)) < least) continue;
      if (scorer.scoreOf(other, least) >= least) clusters.join(other, slot);
    }
  }
}

/** Groups items by a key, in the order in which they come. */
function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
