/**
 * Figures of docs/similarity.md: building, memory and queries of `SimilarityIndex`, next to comparing every post, and
 * to two packages from npm. One run, so that the ratios hold on any machine.
 *
 * POSTS=100000 PACKAGE_POSTS=10000 npm run bench:similarity
 */
import { type Article, type Post, SimilarityIndex } from "alphanode-post";
import { LshIndex, Minhash } from "minhash";
import MiniSearch from "minisearch";
import { FACETS, facetWeights } from "../../src/similarity/facets.ts";
import { type Features, featuresOf } from "../../src/similarity/features.ts";
import { meanScore } from "../../src/similarity/score.ts";
import { hashFeature, hashSet } from "../../src/similarity/shingles.ts";
import { facetScores } from "../../src/similarity/similarity.ts";
import { drawer, makePost } from "../support/corpus.ts";

const POSTS = Number(process.env.POSTS ?? 100_000);
const PACKAGE_POSTS = Number(process.env.PACKAGE_POSTS ?? 10_000);
const LIMIT = 10;
/** One query in so many is asked before, untimed. */
const WARM_UP = 5;

const TITLE = FACETS.findIndex(({ name }) => name === "title");
const BODY = FACETS.findIndex(({ name }) => name === "body");

/** A way to find similar posts. */
interface Finder {
  add(id: string, post: Post): void;
  find(post: Post): { id: string }[];
}

interface Contender {
  readonly name: string;
  readonly make: () => Finder;
  /** How many queries are timed; slow ones need fewer. */
  readonly queries: number;
}

const wordsOf = ({ title, intro, sections }: Article): string[] => {
  const blocks = [...intro, ...sections.flatMap((section) => section.blocks)];
  return (
    [title, ...blocks.flatMap((block) => ("text" in block ? block.text : []))].join(" ").match(/\w+/g) ?? []
  );
};

const alphanode: Contender = {
  name: "SimilarityIndex",
  queries: 500,
  make() {
    const index = new SimilarityIndex();
    return { add: (id, post) => index.add(id, post), find: (post) => index.query(post, { limit: LIMIT }) };
  },
};

/** Every post is compared; what features it has is worked out once, when it is added. */
const bruteForce: Contender = {
  name: "every post compared",
  queries: 20,
  make() {
    const weights = facetWeights();
    const posts: { id: string; sets: Features }[] = [];
    return {
      add: (id, post) => posts.push({ id, sets: featuresOf(post) }),
      find(post) {
        const wanted = featuresOf(post);
        return posts
          .map(({ id, sets }) => ({ id, score: meanScore(facetScores(wanted, sets), weights) }))
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
          .slice(0, LIMIT);
      },
    };
  },
};

/** MinHash with banding over title and text, as a source of candidates; their scores are exact. */
const banding: Contender = {
  name: "32 bands of 2 hashes",
  queries: 100,
  make() {
    const weights = facetWeights();
    const posts: { id: string; sets: Features }[] = [];
    const bands = new Map<number, number[]>();
    const bandsOf = (sets: Features): number[] => {
      const least = new Uint32Array(64).fill(0xffffffff);
      for (const facet of [TITLE, BODY]) {
        for (const feature of sets[facet]?.flatMap((part) => [...part]) ?? []) {
          for (let salt = 0; salt < 64; salt++) {
            const hash = hashFeature(feature, salt + 1) >>> 0;
            if (hash < (least[salt] as number)) least[salt] = hash;
          }
        }
      }
      return Array.from({ length: 32 }, (_, band) => hashSet(least.subarray(2 * band, 2 * band + 2), band));
    };
    return {
      add(id, post) {
        const sets = featuresOf(post);
        for (const band of bandsOf(sets)) {
          const slots = bands.get(band);
          if (slots === undefined) bands.set(band, [posts.length]);
          else slots.push(posts.length);
        }
        posts.push({ id, sets });
      },
      find(post) {
        const wanted = featuresOf(post);
        const candidates = new Set(bandsOf(wanted).flatMap((band) => bands.get(band) ?? []));
        return Array.from(candidates, (slot) => {
          const { id, sets } = posts[slot] as (typeof posts)[number];
          return { id, score: meanScore(facetScores(wanted, sets), weights) };
        })
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
          .slice(0, LIMIT);
      },
    };
  },
};

/** As the package's own page shows: 128 hashes, bands of 4, and matches ranked by the estimated Jaccard index. */
const minhash: Contender = {
  name: "minhash 0.0.9",
  queries: 20,
  make() {
    const index = new LshIndex();
    const signatures = new Map<string, Minhash>();
    const signatureOf = (post: Article): Minhash => {
      const words = wordsOf(post);
      const signature = new Minhash();
      for (let at = 0; at + 3 <= words.length; at++) signature.update(words.slice(at, at + 3).join(" "));
      return signature;
    };
    return {
      add(id, post) {
        const signature = signatureOf(post);
        signatures.set(id, signature);
        index.insert(id, signature);
      },
      find(post) {
        const wanted = signatureOf(post);
        return index
          .query(wanted)
          .map((id) => ({ id, score: wanted.jaccard(signatures.get(id) as Minhash) }))
          .sort((a, b) => b.score - a.score)
          .slice(0, LIMIT);
      },
    };
  },
};

/** A search for all words of a text, or of its title alone, ranked by BM25. */
const minisearch = (what: "text" | "title", queries: number): Contender => ({
  name: `minisearch 7.2.0, by ${what}`,
  queries,
  make() {
    const index = new MiniSearch({ fields: ["title", "text"] });
    return {
      add: (id, post) => index.add({ id, title: post.title, text: wordsOf(post).join(" ") }),
      find: (post) => {
        const words = what === "title" ? post.title : wordsOf(post).join(" ");
        return index.search(words).slice(0, LIMIT) as unknown as { id: string }[];
      },
    };
  },
});

/** Bytes in use, after the garbage was collected. Waiting lets go of what earlier calls still held. */
async function bytesInUse(): Promise<number> {
  await new Promise(setImmediate);
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

interface Figures {
  readonly name: string;
  readonly posts: number;
  readonly buildSeconds: number;
  readonly bytesPerPost: number;
  readonly queryMs: number;
  readonly found: string[][];
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >>> 1] ?? Number.NaN;

/** Posts to look for: some of those in the corpus. */
function wantedPosts(posts: number, count: number): Post[] {
  const draw = drawer(11);
  return Array.from({ length: count }, () => makePost(draw(posts)));
}

async function measure({ name, make, queries }: Contender, posts: number): Promise<Figures> {
  const before = await bytesInUse();
  const finder = make();
  let buildMs = 0;
  for (let n = 0; n < posts; n++) {
    const post = makePost(n);
    const start = performance.now();
    finder.add(String(n), post);
    buildMs += performance.now() - start;
  }
  const bytesPerPost = ((await bytesInUse()) - before) / posts;

  for (const post of wantedPosts(posts, Math.ceil(queries / WARM_UP))) finder.find(post);
  const times: number[] = [];
  const found = wantedPosts(posts, queries).map((post) => {
    const start = performance.now();
    const ids = finder.find(post).map(({ id }) => id);
    times.push(performance.now() - start);
    return ids;
  });
  return { name, posts, buildSeconds: buildMs / 1000, bytesPerPost, queryMs: median(times), found };
}

/** The share of the best posts that were found, over the queries that both were asked. */
function recall({ found }: Figures, exact: Figures): number {
  const pairs = found.flatMap((ids, at) => exact.found[at]?.map((id) => ids.includes(id)) ?? []);
  return pairs.filter(Boolean).length / pairs.length;
}

/** Prints a line for each contender, with how many times as long as the first one its queries take. */
async function compare(posts: number, contenders: readonly Contender[]): Promise<void> {
  const all: Figures[] = [];
  for (const contender of contenders) all.push(await measure(contender, posts));
  const [first] = all as [Figures];
  const exact = all.find(({ name }) => name === bruteForce.name) as Figures;
  console.log(`\n${posts} posts`);
  console.table(
    Object.fromEntries(
      all.map((figures) => [
        figures.name,
        {
          "build, s": figures.buildSeconds.toFixed(1),
          "bytes a post": Math.round(figures.bytesPerPost),
          "query median, ms": figures.queryMs.toFixed(2),
          "times as long": (figures.queryMs / first.queryMs).toFixed(1),
          [`recall@${LIMIT}`]: recall(figures, exact).toFixed(3),
        },
      ]),
    ),
  );
}

await compare(PACKAGE_POSTS, [
  alphanode,
  bruteForce,
  banding,
  minhash,
  minisearch("title", 20),
  minisearch("text", 3),
]);
await compare(POSTS, [alphanode, bruteForce]);
