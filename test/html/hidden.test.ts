import { type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** What a page hides of lists and values that it shows. */

const post: Post = { ...synthesizePost(39770), similarPosts: ["one post", "another post", "a third one"] };
const html = postToHtml(post);
const { meta } = post;
const views = String(meta.viewCount);

/** The page with its items from the third on hidden. */
const hiddenItems = (hide: string): string =>
  html.replace(/<(ul|ol)>(?:(?!<ul>|<ol>).)*?<\/\1>/gs, (list) => {
    let count = 0;
    return list.replaceAll("<li>", (start) => (count++ < 2 ? start : `<li ${hide}>`));
  });

const told = (page: string): string[] =>
  safeParseHtml(page).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("the rest of a list that is shown is read", () => {
  test.each(['style="display:none"', "hidden", 'class="d-none"'])("where its items are %s", (hide) => {
    expect(hiddenItems(hide)).not.toBe(html);
    expect(safeParseHtml(hiddenItems(hide))).toMatchObject({ value: post, issues: [] });
  });

  test("where it stands in a list under it", () => {
    const [first, second, third = ""] = meta.tools;
    const page = html.replace(
      `<li>${second}</li><li>${third}`,
      `<li>${second}</li></ul><ul hidden><li>${third}`,
    );
    expect(page).toContain(first);
    expect(page).not.toBe(html);
    expect(safeParseHtml(page)).toMatchObject({ value: post, issues: [] });
  });

  test("but not what is there for other screens", () => {
    const [tool = ""] = meta.tools;
    const page = html.replace(`<li>${tool}</li>`, `<li>${tool}</li><li hidden>${tool}</li>`);
    expect(safeParseHtml(page)).toMatchObject({ value: post, issues: [] });
  });
});

describe("a hidden part", () => {
  const part = (rest: string) => html.replace(`<span>${views}<`, `<span>${views.slice(0, 2)}${rest}<`);

  test("of a number is told", () => {
    const page = part(`<i hidden>${views.slice(2)}</i>`);
    expect(told(page)).toEqual(["unusual_value meta.viewCount"]);
  });

  test("that says the same is not", () => {
    const page = html.replace(`<span>${views}<`, `<span>${views}<i hidden>${views}</i><`);
    expect(safeParseHtml(page)).toMatchObject({ value: post, issues: [] });
  });
});

describe("what is not read aloud", () => {
  test("is text within a line", () => {
    const [tool = ""] = meta.tools;
    const page = html.replace(`<li>${tool}</li>`, `<li>${tool}<span aria-hidden="true">.js</span></li>`);
    expect(safeParseHtml(page).value.meta?.tools?.[0]).toBe(`${tool}.js`);
  });

  test("is the first word beside one for screen readers", () => {
    const page = html.replace(
      /<p>(\w)(\w+)/g,
      '<p><span class="sr-only">$1$2</span><span aria-hidden="true"><b>$1</b>$2</span>',
    );
    expect(page).not.toBe(html);
    expect(safeParseHtml(page)).toMatchObject({ value: post, issues: [] });
  });

  test.each(['<svg aria-hidden="true"></svg>', '<i class="icon-yes" aria-hidden="true"></i>'])(
    "is a picture, and what it means the value: %s",
    (picture) => {
      const page = html.replace(
        /(:<\/strong> )([01])<\/li>/g,
        (_, before, flag) =>
          `${before}${picture}<span class="sr-only">${flag === "1" ? "yes" : "no"}</span></li>`,
      );
      expect(page).not.toBe(html);
      expect(safeParseHtml(page).value.meta?.flags).toEqual(meta.flags);
    },
  );

  test.each([
    '<span class="material-icons" aria-hidden="true">schedule</span>',
    '<div aria-hidden="true">a window that opens</div>',
  ])("is no text: %s", (other) => {
    const page = html.replace("<p>", `<p>${other}`);
    expect(safeParseHtml(page).value.intro).toEqual(post.intro);
  });
});

describe("the checklist of the box", () => {
  test("is told where it is other than the article's", () => {
    const item = `<li>${meta.checklist[1]}</li>`;
    expect(told(html.replace(item, ""))).toEqual([
      "unusual_article sections",
      "unusual_value meta.checklist",
    ]);
  });
});

test("the panels of tabs are read where the first of them, which is shown, holds rows of the box", () => {
  const at = html.indexOf("<div>", html.indexOf("anp-box"));
  const middle = html.indexOf("<div><strong>score", at);
  const end = html.indexOf("</section>", at);
  const panel = (from: number, to: number, hidden = "") =>
    `<div role="tabpanel"${hidden}>${html.slice(from, to)}</div>`;
  const page = `${html.slice(0, at)}${panel(at, middle)}${panel(middle, end, " hidden")}${html.slice(end)}`;
  expect(middle).toBeGreaterThan(at);
  expect(safeParseHtml(page)).toMatchObject({ value: post, issues: [] });
});
