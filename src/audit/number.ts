import { imageHost } from "../format/images.ts";
import { isPostNumber, type NumberFacts, numberFacts } from "../format/number.ts";
import { STACK_DETAILS, type StackDetails } from "../format/stacks.ts";
import type { Post } from "../schema/post.ts";
import { imagesOf } from "./article.ts";
import { at, compare, type Path, placed, type Rule, type Side } from "./compare.ts";

/** What the number of a post says of one of its values, as a side. */
function byNumber(n: number, what: string, value: unknown): Side {
  return { value, name: () => `${what} of post ${n}`, paths: () => [["meta", "payload", "seed"]] };
}

/** A value that the number fixes. `fact` gives `undefined` where the site's own words were never seen. */
interface Fixed {
  readonly id: string;
  readonly what: string;
  readonly path: Path;
  readonly fact: (facts: NumberFacts, details: StackDetails) => unknown;
}

const FIXED: readonly Fixed[] = [
  {
    id: "number-title",
    what: "the title",
    path: ["title"],
    fact: ({ title, problemSeen }) => (problemSeen ? title : undefined),
  },
  {
    id: "number-stack",
    what: "the stack",
    path: ["meta", "aiOutline", "stack"],
    fact: ({ stack }) => stack,
  },
  {
    id: "number-problem",
    what: "the problem",
    path: ["meta", "aiOutline", "problem"],
    fact: ({ problem, problemSeen }) => (problemSeen ? problem : undefined),
  },
  {
    id: "number-scenario",
    what: "the scenario",
    path: ["meta", "payload", "scenario"],
    fact: ({ scenario }) => scenario,
  },
  {
    id: "number-checklist",
    what: "the checklist",
    path: ["meta", "checklist"],
    fact: ({ checklist }) => checklist,
  },
  {
    id: "number-area",
    what: "the area",
    path: ["meta", "stack", 1],
    fact: (_, { area, observed }) => (observed ? area : undefined),
  },
  {
    id: "number-language",
    what: "the code language",
    path: ["meta", "stack", 2],
    fact: (_, { language, observed }) => (observed ? language : undefined),
  },
  {
    id: "number-tools",
    what: "the list of tools",
    path: ["meta", "tools"],
    fact: (_, { tools, observed }) => (observed ? tools : undefined),
  },
];

/** Makes the rule of a value that the number fixes. It is silent on a seed that no post can have. */
function fixedRule({ id, what, path, fact }: Fixed): Rule {
  return {
    id,
    about: `The post number fixes ${what}.`,
    check: (post: Post) => {
      const n = post.meta.payload.seed;
      if (!isPostNumber(n)) return [];
      const facts = numberFacts(n);
      const value = fact(facts, STACK_DETAILS[facts.stack]);
      return value === undefined ? [] : compare(at(post, ...path), byNumber(n, what, value));
    },
  };
}

/** What the post number, which the payload has as seed, fixes. */
export const NUMBER_RULES: readonly Rule[] = [
  ...FIXED.map(fixedRule),
  {
    id: "number-image-host",
    about: "The post number fixes the hosts of the images.",
    check: (post) => {
      const n = post.meta.payload.seed;
      if (!isPostNumber(n)) return [];
      return imagesOf(post).flatMap(({ block, path }, index) =>
        // An image whose caption line is lost names no host.
        block.source === null
          ? []
          : compare(
              placed(block.source, () => [...path(), "source"]),
              byNumber(n, `the host of image ${index + 1}`, imageHost(n, index + 1)),
            ),
      );
    },
  },
];
