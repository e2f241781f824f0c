import { safeParseHtml } from "alphanode-post/html";
import { describe, expect, test } from "vitest";

/** Tables of an article, and what stands in figures. */

const blocksOf = (part: string) =>
  safeParseHtml(
    `<h1>A title of a post</h1><p>An intro of it.</p><h2>Production Checks</h2><p>A paragraph of the section.</p>${part}`,
  ).value.sections?.[0]?.blocks.slice(1);

const table = (...rows: readonly (readonly string[])[]): string =>
  `<table><tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`;

const paragraph = (text: string) => ({ type: "paragraph", text });
const code = (text: string) => ({ type: "code", text });
const image = { type: "image", caption: "A view of the queue", source: "unsplash" };
const IMG = '<img src="a.png" alt="A view of the queue">';
const CAPTION = "A view of the queue. Image source: unsplash";

describe("a table is read", () => {
  test.each([
    [
      "row by row",
      table(["Requests", "120"], ["<p>Errors</p>", "3"]),
      ["Requests 120", "Errors 3"].map(paragraph),
    ],
    [
      "with its caption",
      `<table><caption>What was measured.</caption><tr><td>Requests</td><td>120</td></tr></table>`,
      ["What was measured.", "Requests 120"].map(paragraph),
    ],
    [
      "with what stands beside its rows",
      `<table>Before it.<tr><td>Requests</td><td>120</td></tr></table>`,
      ["Before it.", "Requests 120"].map(paragraph),
    ],
    [
      "as paragraphs in a cell",
      table(["<p>One is here.</p><p>Two is there.</p>"]),
      ["One is here.", "Two is there."].map(paragraph),
    ],
    [
      "as blocks in cells",
      table(["<p>Run this.</p><pre>make</pre>", "<ul><li>one</li><li>two</li></ul>"]),
      [paragraph("Run this."), code("make"), { type: "list", items: ["one", "two"] }],
    ],
    ["as an image and its caption", table([IMG], [CAPTION]), [image]],
    [
      "as an image under its caption",
      `<table><caption>${CAPTION}</caption><tr><td>${IMG}</td></tr></table>`,
      [image],
    ],
    [
      "as code beside its numbers",
      table(['<div class="x"><pre>1\n2</pre></div>', "<div><pre>set -e\nmake</pre></div>"]),
      [code("set -e\nmake")],
    ],
    [
      "as code in rows with numbers",
      table(["1", "<code>set -e</code>"], ["2", "<code>make</code>"]),
      [code("set -e\nmake")],
    ],
    [
      "row by row where the code of a row is not alone",
      table(["1", "<code>set -e</code> first"], ["2", "<code>make</code>"]),
      ["1 set -e first", "2 make"].map(paragraph),
    ],
  ])("%s", (_, html, blocks) => {
    expect(blocksOf(html)).toEqual(blocks);
  });

  test("as the whole article in a cell", () => {
    const article = `<p>An intro of it.</p><h2>Production Checks</h2><p>A paragraph.</p>${IMG}<p>${CAPTION}</p>`;
    const { value } = safeParseHtml(
      `<h1>A title of a post</h1><div class="entry-content">${table([article, "<p>Beside.</p>"])}</div>`,
    );
    expect(value.intro).toEqual([paragraph("An intro of it.")]);
    expect(value.sections?.[0]?.blocks).toEqual([paragraph("A paragraph."), image, paragraph("Beside.")]);
  });
});

describe("a figure is read", () => {
  test.each([
    [
      "with text behind its caption",
      `<figure>${IMG}<figcaption>${CAPTION}</figcaption><p>Look at its left half.</p></figure>`,
    ],
    [
      "with text above its image",
      `<div class="wp-caption"><p>Look at its left half.</p>${IMG}<p class="wp-caption-text">${CAPTION}</p></div>`,
    ],
  ])("%s", (_, html) => {
    expect(blocksOf(html)).toEqual([image, paragraph("Look at its left half.")]);
  });

  test.each([
    ["in another", `<figure><figure>${IMG}<figcaption>${CAPTION}</figcaption></figure></figure>`],
    [
      "that says its alt text again",
      `<figure>${IMG}<i>A view of the queue</i><figcaption>${CAPTION}</figcaption></figure>`,
    ],
  ])("once, %s", (_, html) => {
    expect(blocksOf(html)).toEqual([image]);
  });
});

test("rows of a table are told", () => {
  const { issues } = safeParseHtml(
    `<h1>A title of a post</h1>${table(["Requests", "120"])}<p>An intro of it.</p><h2>Final Notes</h2><p>An end.</p>`,
  );
  expect(issues.map(({ code, path }) => [code, path])).toContainEqual(["unusual_article", ["intro"]]);
});
