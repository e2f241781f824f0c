import { readdirSync, readFileSync } from "node:fs";
import { auditPost, type Finding, isIndexable, Post, type RuleGroup } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/audit/audit.ts";
import { post as anyPost } from "../../src/testing/index.ts";

/** Each file but `base.json` tells by which values a post differs from the base, and is named after the rule it breaks. */
const FIXTURES = new URL("../../fixtures/audit/", import.meta.url);
const readJson = (name: string) => JSON.parse(readFileSync(new URL(name, FIXTURES), "utf8"));

type Path = (string | number)[];
interface Change {
  about: string;
  set: [Path, unknown][];
  finding: Omit<Finding, "rule">;
}

const base: Post = Post.parse(readJson("base.json"));
const changes: [string, Change][] = readdirSync(FIXTURES)
  .filter((name) => name !== "base.json")
  .map((name) => [name.replace(/\.json$/, ""), readJson(name)]);

const GROUPS = Object.keys(RULES) as RuleGroup[];
const rules = GROUPS.flatMap((group) => RULES[group].map(({ id, about }) => ({ id, about, group })));

/** Gives the value at a path. */
function valueAt(node: unknown, path: Path): unknown {
  return path.reduce((inner, key) => (inner as Record<string, unknown>)[key], node);
}

/** Gives a copy of a post with other values at some paths. */
function changed(post: Post, set: Change["set"]): Post {
  const copy = structuredClone(post);
  for (const [path, value] of set) {
    const parent = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
    parent[path.at(-1) as string] = value;
  }
  return Post.parse(copy);
}

describe("the audit's rules", () => {
  it("each have a fixture and an id of their own", () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(changes.map(([name]) => name).sort()).toEqual([...ids].sort());
  });

  it("find nothing in the base", () => {
    expect(auditPost(base, { groups: GROUPS })).toEqual([]);
  });

  it.each(changes)("%s: is broken by its fixture, and it alone", (name, { set, finding }) => {
    const post = changed(base, set);
    expect(auditPost(post, { groups: GROUPS })).toEqual([{ rule: name, ...finding }]);
    for (const path of finding.paths) expect(valueAt(post, path)).toBeDefined();
  });
});

describe("auditPost", () => {
  it("leaves out the rules on the post number unless asked", () => {
    const post = changed(base, [[["title"], "another title"]]);
    expect(auditPost(post)).toEqual([]);
    expect(auditPost(post, { groups: [] })).toEqual([]);
    expect(auditPost(post, { groups: ["number"] })).toHaveLength(1);
  });

  it("looks past the case of letters", () => {
    const title = base.title.toUpperCase();
    const post = changed(base, [
      [["title"], title],
      [["meta", "topic"], base.meta.topic.toUpperCase()],
      [["meta", "entities", 1, "type"], "Area"],
      [["meta", "imageSources", 3, "source"], "Picsum.Photos"],
      [["meta", "imageSources", 3, "url"], "HTTPS://PICSUM.PHOTOS/SEED/ANP-000406/1200/630"],
      [["sections", 1, "heading"], "Implementation Checklist"],
    ]);
    expect(auditPost(post, { groups: GROUPS })).toEqual([]);
    const otherUrl = changed(post, [[["meta", "imageSources", 3, "url"], "https://picsum.photos/seed/1/2"]]);
    expect(auditPost(otherUrl).map(({ rule }) => rule)).toEqual(["image-url"]);
  });

  it("looks past typographic signs", () => {
    const caption = 'the team\'s "queue" -- wait... 1';
    const typeset = "the team’s “queue” — wait… 1";
    const url = base.meta.imageSources[1]?.url ?? "";
    const post = changed(base, [
      [["intro", 1, "caption"], typeset],
      [["meta", "imageSources", 0, "caption"], caption],
      [["meta", "imageSources", 1, "url"], url.replace("1200x630", "1200×630")],
      [["meta", "topic"], `don’t / ${base.meta.aiOutline.stack}`],
      [["meta", "aiOutline", "problem"], "don't"],
      [["meta", "entities", 2, "name"], "don't"],
    ]);
    expect(auditPost(post)).toEqual([]);
  });

  it("tells of each image that disagrees", () => {
    const post = changed(base, [
      [["meta", "imageSources", 0, "caption"], "one"],
      [["meta", "imageSources", 3, "caption"], "four"],
    ]);
    expect(auditPost(post).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      `image-caption: meta.imageSources[0].caption is "one", but intro[1].caption is "${base.meta.imageSources[0]?.caption}"`,
      `image-caption: meta.imageSources[3].caption is "four", but sections[1].blocks[2].caption is "${base.meta.imageSources[3]?.caption}"`,
    ]);
  });

  it("holds no lost caption line against an image", () => {
    const post = changed(base, [[["intro", 1, "source"], null]]);
    expect(auditPost(post, { groups: GROUPS })).toEqual([]);
  });

  it("names what is missing", () => {
    const post = changed(base, [
      [["sections", 1, "heading"], "another heading"],
      [["meta", "stack"], ["linux server operations"]],
    ]);
    expect(auditPost(post).map(({ message }) => message)).toEqual([
      'meta.codeLanguage is "bash", but meta.stack[2] is missing',
      'meta.entities[1].name is "devops", but meta.stack[1] is missing',
      `meta.checklist is ${JSON.stringify(base.meta.checklist)}, but the article's checklist is missing`,
    ]);
    expect(auditPost(post).map(({ paths }) => paths)).toEqual([
      [
        ["meta", "codeLanguage"],
        ["meta", "stack"],
      ],
      [
        ["meta", "entities", 1, "name"],
        ["meta", "stack"],
      ],
      [["meta", "checklist"]],
    ]);
  });

  it("shows no character that acts on a terminal", () => {
    const post = changed(base, [[["meta", "topic"], "a\u009b31mb\u0085c"]]);
    expect(auditPost(post)[0]?.message).toMatch(/^meta\.topic is "a\\u009b31mb\\u0085c", but /);
  });

  it("says nothing of the number where there is no such post", () => {
    const post = changed(base, [[["meta", "payload", "seed"], 1_000_000]]);
    expect(auditPost(post, { groups: ["number"] })).toEqual([]);
  });

  it("says nothing of what was never seen: problem 15, details of most stacks", () => {
    const post = synthesizePost(91); // laravel queues, problem 15
    const other = changed(post, [
      [["title"], "another title"],
      [["meta", "aiOutline", "problem"], "another problem"],
      [["meta", "stack", 1], "another area"],
      [["meta", "stack", 2], "another language"],
      [["meta", "tools"], ["another tool"]],
    ]);
    expect(auditPost(other, { groups: ["number"] })).toEqual([]);
  });

  it("throws a RangeError that names a group that does not exist", () => {
    for (const group of ["numbers", "toString"]) {
      expect(() => auditPost(base, { groups: [group as RuleGroup] })).toThrow(
        new RangeError(`a group is one of consistency, review, number, got ${group}`),
      );
    }
    expect(() => auditPost(base, { groups: "number" as never })).toThrow(
      new RangeError("expected a list of groups, found a string"),
    );
  });

  it("finds a change to any one value that another field repeats", () => {
    const places: Path[] = [
      ["meta", "topic"],
      ["meta", "aiOutline", "context"],
      ["meta", "aiOutline", "problem"],
      ["meta", "aiOutline", "stack"],
      ["meta", "stack", 0],
      ["meta", "stack", 1],
      ["meta", "stack", 2],
      ["meta", "codeLanguage"],
      ["meta", "checklist", 0],
      ["meta", "entities", 0, "name"],
      ["meta", "payload", "scenario"],
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.constantFrom(...places), (n, path) => {
        const post = changed(synthesizePost(n), [[path, "something else"]]);
        const findings = auditPost(post, { groups: ["consistency"] });
        expect(findings.length).toBeGreaterThan(0);
        const told = findings.flatMap(({ paths }) => paths.map((place) => place.join(".")));
        expect(told.some((place) => path.join(".").startsWith(place))).toBe(true);
        for (const { message } of findings) expect(message).toContain("something else");
      }),
    );
  });

  it("audits any post, and says where in it each finding stands", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyPost(), (post) => {
        for (const { message, paths } of auditPost(post, { groups: GROUPS })) {
          expect(message).toMatch(/ (?:is|are) .*, but /);
          for (const path of paths) expect(valueAt(post, path)).toBeDefined();
        }
      }),
    );
  });

  it("finds nothing in a made post but what asks for a review", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 5 }), (n, images) => {
        const post = synthesizePost(n, { images });
        expect(auditPost(post, { groups: ["consistency", "number"] })).toEqual([]);
        const { flags, revision } = post.meta;
        expect(isIndexable(post)).toBe(!flags.needsHumanReview && revision.status !== "drafted");
      }),
    );
  });
});

describe("isIndexable", () => {
  it("tells whether fields agree and no review is asked for", () => {
    expect(isIndexable(base)).toBe(true);
    expect(isIndexable(changed(base, [[["meta", "flags", "needsHumanReview"], true]]))).toBe(false);
    expect(isIndexable(changed(base, [[["meta", "revision", "status"], "Drafted"]]))).toBe(false);
    expect(isIndexable(changed(base, [[["meta", "topic"], "another topic"]]))).toBe(false);
    expect(isIndexable(changed(base, [[["title"], "another title"]]))).toBe(true);
  });
});
