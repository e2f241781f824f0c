import { type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Titles of posts and of similar posts, and what themes and plugins put around them. */

const titles = [
  "how to keep backups small",
  "building a safer way to deploy",
  "a checklist for caches that hold",
];
const post: Post = { ...synthesizePost(39770), similarPosts: titles };
const html = postToHtml(post);
const [one, two, three] = titles as [string, string, string];

const told = (page: string): string[] =>
  safeParseHtml(page).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("a title", () => {
  const withTitle = (title: string) => html.replace(/(<h1[^>]*>).*?<\/h1>/s, `$1${title}</h1>`);

  test.each(["Protected: ", "Private: ", "(3) "])("loses %j before it, told", (before) => {
    const page = withTitle(`${before}${post.title}`);
    expect(safeParseHtml(page).value).toEqual(post);
    expect(told(page)).toEqual(["unusual_article title"]);
  });

  test("loses the number of its page, told", () => {
    const page = withTitle(`${post.title} - Page 2 of 3`);
    expect(safeParseHtml(page).value).toEqual(post);
    expect(told(page)).toEqual(["unusual_article title"]);
  });

  test("is told where a part of it is a link, but not where all of it is", () => {
    expect(told(withTitle(`${post.title} <a href="/edit">edit</a>`))).toEqual(["unusual_article title"]);
    expect(told(withTitle(`<a href="/">${post.title}</a>`))).toEqual([]);
  });

  test.each([" &#8211; AlphaNode", " – AlphaNode", " &amp; more | AlphaNode"])(
    "of a document ends before %j",
    (site) => {
      const page = html
        .replace(/<h1[^>]*>.*?<\/h1>/s, "")
        .replace(/<title>.*?<\/title>/s, `<title>${post.title}${site}</title>`);
      expect(safeParseHtml(page).value.title).toBe(post.title + (site.includes("more") ? " & more" : ""));
    },
  );
});

test("what is taken off a document's title as the name of the site is told where it stands nowhere else", () => {
  const page = html
    .replace(/<h1[^>]*>.*?<\/h1>/s, "")
    .replace(/<title>.*?<\/title>/s, `<title>${post.title} – Part Two</title>`);
  expect(told(page)).toEqual(["unusual_article title"]);
  expect(told(page.replace("<body>", '<body><header><a href="/">Part Two</a></header>'))).toEqual([]);
});

test("signs that were read in another encoding are told", () => {
  expect(told(html.replace("<h1>", "<h1>donâ€™t: "))).toEqual(["unusual_article title"]);
  expect(told(html.replace("<h1>", "<h1>ÃœBUNG NÂ° 7 à São: "))).toEqual(["unusual_article title"]);
  expect(told(html.replace("<h1>", "<h1>ÂNE À SÃO: "))).toEqual([]);
});

/** The page with its similar posts written otherwise. */
function withSimilar(similar: string, heading = "<h2>Similar Posts</h2>"): string {
  const page = html.replace(/<h2>similar posts<\/h2>\s*<ul>.*?<\/ul>/is, () => heading + similar);
  expect(page).not.toBe(html);
  return page;
}

describe("similar posts are read", () => {
  test.each<[string, string]>([
    [
      "in the block of a plugin",
      `<div class="jp-relatedposts-items">${titles.map((title) => `<div class="jp-relatedposts-post"><h4 class="jp-relatedposts-post-title"><a href="/p">${title}</a></h4></div>`).join("")}</div>`,
    ],
    [
      "with one address",
      `<ul>${titles.map((title) => `<li><a href="javascript:void(0)">${title}</a></li>`).join("")}</ul>`,
    ],
    [
      "each with an excerpt under it",
      titles.map((title, i) => `<h3><a href="/${i}">${title}</a></h3><p>Some words of it.</p>`).join(""),
    ],
    [
      "without a link to all",
      `<ul>${[...titles, "View all"].map((title, i) => `<li><a href="/${i}">${title}</a></li>`).join("")}</ul>`,
    ],
  ])("%s", (_, similar) => {
    expect(safeParseHtml(withSimilar(similar))).toMatchObject({ value: post, issues: [] });
  });

  test("under a heading that counts them", () => {
    const list = `<ul>${titles.map((title) => `<li>${title}</li>`).join("")}</ul>`;
    expect(safeParseHtml(withSimilar(list, "<h2>Similar Posts (3)</h2>"))).toMatchObject({
      value: post,
      issues: [],
    });
  });
});

describe("what is no title is told:", () => {
  const cards = (category: string) =>
    `<div>${titles.map((title, i) => `<div class="card">${category}<a href="/${i}">${title}</a></div>`).join("")}</div>`;

  test.each(['<a href="/c">DevOps</a>', '<a href="/category/devops/">DevOps</a>'])(
    "a category %s",
    (category) => {
      const page = withSimilar(cards(category));
      expect(safeParseHtml(page).value.similarPosts).toEqual(titles);
      expect(told(page)).toEqual(titles.map(() => "stray_text similarPosts"));
    },
  );

  test("an advert", () => {
    const page = withSimilar(
      `<ul>${[...titles, "Try CloudCo"].map((title, i) => `<li><a href="/${i}">${title}</a></li>`).join("")}</ul>`,
    );
    expect(told(page)).toEqual(["unusual_article similarPosts"]);
  });

  test("the order of slides of which some stand twice", () => {
    const slides = [three, one, two, three, one].map(
      (title) => `<div><a href="/${title.length}">${title}</a></div>`,
    );
    const page = withSimilar(`<div>${slides.join("")}</div>`);
    expect(safeParseHtml(page).value.similarPosts).toHaveLength(3);
    expect(new Set(told(page))).toEqual(new Set(["unusual_article similarPosts"]));
  });
});

test.each<[string, string, string]>([
  ["title", "</h1>", "title"],
  ["intro", "</p>", "intro"],
  ["section", "</p>\n<h2>", "sections"],
  ["similar post", "</li></ul>\n</section>\n</article>", "similarPosts"],
])("a character that was lost is told where it stands: in the %s", (_, behind, path) => {
  const at = path === "sections" ? html.lastIndexOf("</p>") : html.indexOf(behind);
  expect(at).toBeGreaterThan(0);
  expect(told(`${html.slice(0, at)} caf\ufffd${html.slice(at)}`)).toContain(`unusual_article ${path}`);
});
