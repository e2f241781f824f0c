import { type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Texts that a script of the page, or a library that writes it, puts in pieces or in the place of others. */

const post: Post = { ...synthesizePost(39770), similarPosts: ["one post", "another post"] };
const html = postToHtml(post);
const { meta } = post;

const told = (page: string): string[] =>
  safeParseHtml(page).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

/** What a network makes of what looks like an address. */
const hidden = (text: string): string => {
  const bytes = [...new TextEncoder().encode(text)].map((unit) => unit ^ 0x5a);
  const code = [0x5a, ...bytes].map((unit) => unit.toString(16).padStart(2, "0")).join("");
  return `<span class="__cf_email__" data-cfemail="${code}">[email&#160;protected]</span>`;
};

describe("what looks like an address, and is hidden,", () => {
  const item = "node@20";

  test("is brought back", () => {
    const [tool = ""] = meta.tools;
    const page = html.replace(`<li>${tool}</li>`, `<li>${hidden(item)}</li>`);
    expect(safeParseHtml(page)).toMatchObject({
      value: { ...post, meta: { ...meta, tools: [item, ...meta.tools.slice(1)] } },
      issues: [],
    });
  });

  const lost = '<a data-cfemail="">[email&#160;protected]</a>';
  const paragraph = post.sections[0]?.blocks[0];
  const text = paragraph?.type === "paragraph" ? paragraph.text : "";

  test.each<[string, string, string, string]>([
    ["in a value", `<span>${meta.summary}`, `<span>install ${lost} first.`, "unusual_value meta.summary"],
    ["in an intro", "<p>", `<p>install ${lost} first. `, "unusual_article intro"],
    ["in a section", text, `install ${lost} first. ${text}`, "unusual_article sections"],
  ])("is told where it is lost %s", (_, before, after, issue) => {
    const page = html.replace(before, after);
    expect(page).not.toBe(html);
    expect(told(page)).toContain(issue);
  });
});

describe("a number that counts up", () => {
  const views = String(meta.viewCount);
  const counter = (to: string, from: string) =>
    html.replace(`<span>${views}<`, `<span><b data-to-value="${to}">${from}</b><`);

  test("is told where it has not", () => {
    expect(told(counter(views, "0"))).toEqual(["unusual_value meta.viewCount"]);
  });

  test.each([views, Number(views).toLocaleString("en-US")])("is read where it has: %s", (number) => {
    expect(safeParseHtml(counter(views, number)).value).toEqual(post);
    expect(told(counter(views, number))).not.toContain("unusual_value meta.viewCount");
  });
});

test("labels with comments between their words are labels", () => {
  const page = html.replace(/<strong>([a-z ]+)(:?)<\/strong>/g, (_, label: string, colon: string) => {
    return `<strong>${label.replaceAll(" ", "<!-- --> <!-- -->")}${colon}</strong>`;
  });
  expect(page).toContain("reading<!-- -->");
  expect(safeParseHtml(page)).toMatchObject({ value: post, issues: [] });
});
