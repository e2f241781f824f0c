import { type Post, postToHtml } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { readFeed, readRest } from "alphanode-post/wordpress";
import { describe, expect, test } from "vitest";

/** Answers and feeds that lack something of a post, and meta that is not as it was typed. */

const post: Post = synthesizePost(39770);
const page = postToHtml(post);
const content = page.slice(page.indexOf("</h1>") + "</h1>".length, page.indexOf("</article>"));
const article = content.slice(0, content.indexOf('<section class="anp-box'));
const shown = { title: { rendered: post.title }, content: { rendered: content } };

const resultOf = (answer: Record<string, unknown>) => {
  const [first] = [...readRest(answer)];
  const { value, issues } = first?.result ?? { issues: [] };
  return { value, told: issues.map(({ code, path }) => `${code} ${path.join(".")}`) };
};

describe("an answer", () => {
  test("whose typed content is empty is read as it is shown", () => {
    const answer = { ...shown, content: { raw: "\n", rendered: content } };
    expect(resultOf(answer)).toEqual({ value: post, told: [] });
  });

  test("without a title has it where its content has one", () => {
    const answer = { content: { rendered: `<h1>${post.title}</h1>${content}` } };
    expect(resultOf(answer)).toEqual({ value: post, told: [] });
  });

  test("without content is told", () => {
    expect(resultOf({ title: shown.title }).told).toContain("unusual_article ");
  });
});

test("a feed of excerpts that nothing ends is told", async () => {
  const feed = `<rss version="2.0"><channel><item><title>A title</title><description><![CDATA[<p>One sentence of it.</p>]]></description></item></channel></rss>`;
  for await (const { result } of readFeed(feed))
    expect(result.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toContain("unusual_article ");
});

describe("meta", () => {
  const { meta } = post;

  test("with references in the place of signs is read as the signs, and told", () => {
    const answer = {
      ...shown,
      meta: { anp_topic: "R&amp;D &#039;24 / git", anp_tools: ["a &lt; b", "git"] },
    };
    const { value, told } = resultOf(answer);
    expect(value?.meta).toMatchObject({ topic: "R&D '24 / git", tools: ["a < b", "git"] });
    expect(told.filter((one) => one.startsWith("rewritten"))).toEqual([
      "rewritten_value meta.topic",
      "rewritten_value meta.tools",
    ]);
  });

  test("with other signs is read as it stands", () => {
    const answer = { ...shown, meta: { anp_topic: "R&D &amp; git", anp_summary: "How <b> &amp; differ." } };
    const { value, told } = resultOf(answer);
    expect(value?.meta).toMatchObject({ topic: "R&D &amp; git", summary: "How <b> &amp; differ." });
    expect(told.filter((one) => one.startsWith("rewritten"))).toEqual([]);
  });

  test("with numbers of letters is told where a site keeps it as JSON", () => {
    const answer = { ...shown, meta: { anp_tools: '["Zu00fcrich"]', anp_topic: "u00fc / git" } };
    const { told } = resultOf(answer);
    expect(told).toContain("unusual_value meta.tools");
    expect(told).not.toContain("unusual_value meta.topic");
  });

  test("that is 0 may never have been set, and is told where nothing is shown", () => {
    const unset = { anp_topic: meta.topic, anp_reading_time: 0, anp_view_count: 0 };
    const { told } = resultOf({ ...shown, content: { rendered: article }, meta: unset });
    expect(told).toContain("unusual_value meta.readingTime");
    expect(told).toContain("unusual_value meta.viewCount");
    expect(resultOf({ ...shown, meta: unset }).told).toEqual([
      "duplicate_field meta.readingTime",
      "duplicate_field meta.viewCount",
    ]);
  });
});
