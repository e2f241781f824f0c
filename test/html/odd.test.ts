import { type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Pages whose box or title is written in another way than the site's. */

const post = synthesizePost(7);
const html = postToHtml(post);
const { score } = post.meta;

/** The page with the value of its score written anew. */
function withScore(value: string): string {
  const changed = html.replace(
    /(<strong>score<\/strong>\s*<span>)[\s\S]*?(<\/span>\s*<\/div>)/i,
    (_, before, after) => before + value + after,
  );
  expect(changed).not.toBe(html);
  return changed;
}

const entries = Object.entries(score);

describe("a score is read that stands", () => {
  test.each<[string, string]>([
    ["on one line with bars", entries.map(([key, value]) => `<b>${key}</b>: ${value}`).join(" | ")],
    ["on lines of their own", entries.map(([key, value]) => `${key}: ${value}`).join("<br>")],
    ["on one line with commas", entries.map(([key, value]) => `${key}: ${value}`).join(", ")],
    ["on one line with spaces", entries.map(([key, value]) => `${key}: ${value}`).join(" ")],
    [
      "in a table of rows",
      `<table>${entries.map(([key, value]) => `<tr><th>${key}</th><td>${value}</td></tr>`).join("")}</table>`,
    ],
    [
      "in a table of columns",
      `<table><tr>${entries.map(([key]) => `<th>${key}</th>`).join("")}</tr><tr>${entries.map(([, value]) => `<td>${value}</td>`).join("")}</tr></table>`,
    ],
    [
      "in a definition list",
      `<dl>${entries.map(([key, value]) => `<dt>${key}</dt><dd>${value}</dd>`).join("")}</dl>`,
    ],
  ])("%s", (_, value) => {
    expect(safeParseHtml(withScore(value)).value.meta?.score).toEqual(score);
  });
});

/** The page with the value of a list written anew. */
function withList(label: string, value: string): string {
  const changed = html.replace(
    new RegExp(`(<strong>${label}</strong>\\s*<span>)[\\s\\S]*?(</span>\\s*</div>)`, "i"),
    (_, before, after) => before + value + after,
  );
  expect(changed).not.toBe(html);
  return changed;
}

describe("a list on one line", () => {
  const { tools, stack } = post.meta;

  test.each([", ", "; ", " | ", " · ", " / "])("is cut at %j, and reported", (sign) => {
    const { value, issues } = safeParseHtml(withList("tools", tools.join(sign)));
    expect(value.meta?.tools).toEqual(tools);
    expect(issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["flattened_list", "meta.tools"],
    ]);
  });

  test.each(["- ", "• ", "✓ ", "&#8211; "])("of lines loses the bullets %j that are typed", (bullet) => {
    const value = tools.map((tool) => bullet + tool).join("<br>");
    expect(safeParseHtml(withList("tools", value)).value).toEqual(post);
  });

  test.each([
    ["tools", tools.join(" ")],
    ["stack", [...stack, "more"].join(", ")],
  ])("of %s is left out where nobody can tell its items", (label, text) => {
    const { value, issues } = safeParseHtml(withList(label, text));
    expect(value.meta).not.toHaveProperty(label);
    expect(issues.map(({ code }) => code)).toEqual(["uncertain_value"]);
  });
});

test.each(["tools:: ", "tools：： ", "tools:<!-- -->: "])("a label with two colons is one: %j", (label) => {
  const { tools } = post.meta;
  const changed = html.replace(
    /<div[^>]*>\s*<strong>tools<\/strong>[\s\S]*?<\/span>\s*<\/div>/i,
    `<p>${label}${tools.join(", ")}</p>`,
  );
  expect(changed).not.toBe(html);
  expect(safeParseHtml(changed).value.meta?.tools).toEqual(tools);
});

describe("a box that stands within a block of the article is none of it", () => {
  const rows = `<h4>AlphaNode Post Meta</h4>${["topic", "summary", "difficulty", "revision", "hash"]
    .map((label) => `<h5>${label}</h5>${label} it is`)
    .join("\n")}`;
  const blocksOf = (part: string) =>
    safeParseHtml(`<h1>A title</h1><p>An intro.</p><h2>Checks</h2>${part}`).value.sections?.[0]?.blocks;

  test("of a list", () => {
    expect(blocksOf(`<ul><li>one</li>${rows}</ul>`)).toEqual([{ type: "list", items: ["one"] }]);
  });

  test("of code", () => {
    expect(blocksOf(`<pre>make\n${rows}</pre>`)).toEqual([{ type: "code", text: "make" }]);
  });
});

test("an entry that is called as a field is one of the field above", () => {
  const outline = Object.entries({ context: "a", problem: "b", stack: "c", "recommended action": "d" });
  const lines = outline.map(([label, text]) => `<strong>${label}</strong> ${text}`).join("<br>");
  const { value } = safeParseHtml(withList("ai outline", lines).replaceAll(/<\/?span>/g, ""));
  expect(value.meta?.aiOutline).toEqual({ context: "a", problem: "b", stack: "c", recommendedAction: "d" });
  expect(value.meta?.stack).toEqual(post.meta.stack);
});

describe("a title is read", () => {
  test("of the document, without the name of the site, where the page has no other", () => {
    const page = html.replace(/<h1[\s\S]*?<\/h1>/i, "");
    const document = `<!doctype html><html><head><title>${post.title} – AlphaNode</title></head><body>${page}</body></html>`;
    expect(safeParseHtml(document).value.title).toBe(post.title);
  });
});

describe("what stands around a post in classes that say nothing", () => {
  const shown: Post = { ...post, similarPosts: ["one title of a post", "another title of a post"] };
  const page = postToHtml(shown);

  const PLACES: Readonly<Record<string, (part: string) => string>> = {
    "before the title": (part) => page.replace("<h1>", `${part}<h1>`),
    "below the title": (part) => page.replace("</h1>", `</h1>${part}`),
    "in the middle": (part) => page.replace("</ul>", `</ul>${part}`),
    "above the box": (part) => page.replace('<section class="anp-box">', `${part}$&`),
    "below the box": (part) => page.replace(/<section class="anp-box">[\s\S]*?<\/section>/, `$&${part}`),
    "at the end": (part) => page.replace("</article>", `${part}</article>`),
  };

  test.each([
    '<div class="q1"><h3>About the author</h3><p>Kim writes about servers.</p></div>',
    '<div class="q2"><h3>You might also like</h3><ul><li><a href="/a">A post on caches</a></li></ul></div>',
    '<div class="q3"><h3>Join our newsletter</h3><p>One mail a week.</p></div>',
    '<div class="q4"><span>Share this:</span><a href="#">Facebook</a><a href="#">Twitter</a></div>',
    '<div class="q5"><a href="/p">← Previous post</a><a href="/n">Next post →</a></div>',
    '<div class="q6">Tags: <a href="/t">nginx</a>, <a href="/u">cron</a></div>',
    '<div class="q7"><h3>2 Comments</h3><p>Thanks, works well here.</p></div>',
    '<div class="q8"><a href="/">Home</a> » <a href="/c">DevOps</a> » this post</div>',
    '<div class="q9">Advertisement</div>',
  ])("is left out, and reported where it stands in the article: %s", (part) => {
    for (const [place, put] of Object.entries(PLACES)) {
      const { value, issues } = safeParseHtml(put(part));
      expect(value, place).toEqual(shown);
      for (const { code } of issues) expect(code).toBe("stray_text");
    }
  });

  test("is reported where it looks like a section under the last", () => {
    const part = '<div class="q"><h3>Our sponsors</h3><p>They pay for this.</p></div>';
    const { issues } = safeParseHtml(page.replace('<section class="anp-box">', `${part}$&`));
    expect(issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["unusual_article", "sections"],
      ["unusual_article", "sections.4"],
    ]);
  });
});

test.each([
  ["✅", "❌"],
  ["✔️", "✖️"],
  ['<img class="emoji" alt="✅" src="a.svg">', '<img class="emoji" alt="❌" src="b.svg">'],
])("flags are read that are %s and %s", (yes, no) => {
  const at = html.lastIndexOf("<strong>flags");
  const changed =
    html.slice(0, at) +
    html
      .slice(at)
      .replace(
        /(needs human review|ai generated style|has images|image heavy)(.*?)([01])(?=<)/gi,
        (_, name, between, flag) => name + between + (flag === "1" ? yes : no),
      );
  expect(changed).not.toBe(html);
  expect(safeParseHtml(changed).value.meta?.flags).toEqual(post.meta.flags);
});

test("a row is read that is called as the line above posts is, if the others are called as their labels", () => {
  const rows = (from: string) =>
    from.replace(
      /<div>(<strong>)([^<]+)/g,
      (_, start, label) => `<div class="${label.toLowerCase().replaceAll(" ", "-")}">${start}${label}`,
    );
  const at = html.indexOf("anp-box");
  const changed = html.slice(0, at) + rows(html.slice(at));
  expect(changed).toContain('class="reading-time"');
  expect(safeParseHtml(changed)).toMatchObject({ value: post, issues: [] });
});
