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

  test.each([", ", "; ", " | ", " · ", " / "])("is cut at %j, and told", (sign) => {
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
