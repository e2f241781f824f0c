import { synthesizePost } from "alphanode-post/synth";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedImageUrl, imageHost } from "../../src/format/images.ts";
import { fill, isPostNumber, numberFacts, sixDigits, UNSEEN_PROBLEM } from "../../src/format/number.ts";
import { STACK_DETAILS } from "../../src/format/stacks.ts";
import { STACKS } from "../../src/format/words.ts";

/** Titles of real posts, by number. */
const TITLES: ReadonlyArray<[number, string]> = [
  [13_900, "field notes on handling background jobs for python services: step by step"],
  [
    14_660,
    "linux server operations notes: handling background jobs with simple rollback steps: developer workflow",
  ],
  [16_818, "practical guide to handling background jobs with cloudflare caching"],
  [18_794, "python services notes: handling background jobs behind a cdn"],
  [39_770, "linux server operations notes: handling background jobs behind a cdn: maintenance guide"],
];

/** Hosts of images of real posts, by number and place. */
const HOSTS: ReadonlyArray<[number, number, string]> = [
  [39_770, 1, "dummyimage.com"],
  [39_770, 2, "placehold.co"],
  [39_770, 3, "picsum.photos"],
  [14_660, 1, "unsplash"],
  [14_660, 2, "loremflickr.com"],
  [18_794, 1, "dummyimage.com"],
  [16_818, 1, "dummyimage.com"],
];

const postNumber = () => fc.integer({ min: 0, max: 999_999 });

describe("what the post number fixes", () => {
  it.each(TITLES)("is the title of post %i", (n, title) => {
    expect(numberFacts(n).title).toBe(title);
    expect(synthesizePost(n).title).toBe(title);
  });

  it.each(HOSTS)("is the host of post %i's image %i", (n, place, host) => {
    expect(imageHost(n, place)).toBe(host);
  });

  it("is the URL of an image, save on Unsplash", () => {
    const caption = "handling background jobs with linux server operations visual reference 1";
    expect(fixedImageUrl("picsum.photos", 39_770, 3, caption)).toBe(
      "https://picsum.photos/seed/anp-039772/1200/630",
    );
    expect(fixedImageUrl("loremflickr.com", 14_660, 2, caption)).toBe(
      "https://loremflickr.com/1200/630/code,developer?lock=14661",
    );
    expect(fixedImageUrl("dummyimage.com", 39_770, 1, caption)).toBe(
      "https://dummyimage.com/1200x630/111827/ffffff.png&text=handling+background+jobs+with+linux+se",
    );
    expect(fixedImageUrl("placehold.co", 39_770, 2, caption)).toBe(
      "https://placehold.co/1200x630/png?text=handling+background+jobs+with+linux+server",
    );
    expect(fixedImageUrl("unsplash", 14_660, 1, caption)).toBeUndefined();
  });

  it("names a host for images before the first number", () => {
    expect(imageHost(0, 2)).toBe("unsplash");
    expect(imageHost(0, 1)).toBe("picsum.photos");
    expect(imageHost(3, 5)).toBe("unsplash");
  });

  it("leaves no gap open, in the title of any number", () => {
    fc.assert(
      fc.property(postNumber(), (n) => {
        const { title, problem, stack } = numberFacts(n);
        expect(title).toContain(problem);
        expect(title).toContain(stack);
        expect(title).not.toMatch(/[{}]|undefined|null/);
        expect(title.split(": ").length - 1).toBe((n % 6 === 2 ? 1 : 0) + (n % 5 === 0 ? 1 : 0));
      }),
    );
  });

  it("names a problem of its own where the site's was never seen", () => {
    expect(numberFacts(91)).toMatchObject({ problemSeen: false, problem: UNSEEN_PROBLEM });
    expect(numberFacts(92).problemSeen).toBe(true);
  });

  it("is a whole number of up to six digits", () => {
    expect([0, 1, 999_999].every(isPostNumber)).toBe(true);
    expect([-1, 0.5, 1_000_000, Number.NaN, "7", undefined].some(isPostNumber)).toBe(false);
    expect(sixDigits(42)).toBe("000042");
    expect(sixDigits(1_000_002)).toBe("1000002");
  });

  it("knows area, language and four to six tools of each stack", () => {
    expect(Object.keys(STACK_DETAILS)).toEqual([...STACKS]);
    for (const { area, language, tools } of Object.values(STACK_DETAILS)) {
      expect(area).toMatch(/^[a-z]+$/);
      expect(language).toMatch(/^[a-z]+$/);
      expect(tools.length).toBeGreaterThanOrEqual(4);
      expect(tools.length).toBeLessThanOrEqual(6);
      expect(new Set(tools).size).toBe(tools.length);
    }
  });

  it("fills only gaps", () => {
    const subject = { stack: "php", problem: "a {stack}", scenario: "$&" } as const;
    expect(fill("{stack}: {problem}, {scenario}, {other}", subject)).toBe("php: a {stack}, $&, {other}");
  });
});
