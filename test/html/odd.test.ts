import { postToHtml } from "alphanode-post";
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

test("a score on one line without marks is left out, and reported", () => {
  const result = safeParseHtml(withScore(entries.map(([key, value]) => `${key}: ${value}`).join(", ")));
  expect(result.value.meta?.score).toBeUndefined();
  expect(result.issues.some(({ path }) => path[1] === "score")).toBe(true);
});

describe("a title is read", () => {
  test("of the document, without the name of the site, where the page has no other", () => {
    const page = html.replace(/<h1[\s\S]*?<\/h1>/i, "");
    const document = `<!doctype html><html><head><title>${post.title} – AlphaNode</title></head><body>${page}</body></html>`;
    expect(safeParseHtml(document).value.title).toBe(post.title);
  });
});
