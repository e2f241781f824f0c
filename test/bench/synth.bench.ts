import { auditPost } from "alphanode-post";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import { bench, describe } from "vitest";

/** Posts per run: times are told per run. */
const COUNT = 1000;

describe(`synth, ${COUNT} posts`, () => {
  bench("synthesizePosts", () => {
    for (const post of synthesizePosts({ count: COUNT })) post.meta.payload.seed;
  });

  bench("synthesizePost without images or code", () => {
    for (let n = 1; n <= COUNT; n++) synthesizePost(n, { images: 0, code: false });
  });
});

describe(`audit, ${COUNT} posts`, () => {
  const posts = [...synthesizePosts({ count: COUNT })];

  bench("auditPost", () => {
    for (const post of posts) auditPost(post);
  });

  bench("auditPost with the rules on the number", () => {
    for (const post of posts) auditPost(post, { groups: ["consistency", "review", "number"] });
  });
});
