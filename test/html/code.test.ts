import { safeParseHtml } from "alphanode-post/html";
import { describe, expect, test } from "vitest";

/** Code as highlighters, themes and editors print it. */

const LINES = ["# what runs here", "set -e", "  make 3", "", "exit"];
const CODE = LINES.join("\n");
const each = (line: (text: string, n: number) => string): string =>
  LINES.map((text, i) => line(text, i + 1)).join("");

function read(part: string) {
  const { value, issues } = safeParseHtml(
    `<h1>A title of a post</h1><p>An intro of it.</p><h2>Production Checks</h2><p>A paragraph of the section.</p>${part}`,
  );
  const [, ...blocks] = value.sections?.[0]?.blocks ?? [];
  const told = issues.filter(({ code, path }) => path[0] !== "meta" && code !== "missing_meta_box");
  return { blocks, told: told.filter(({ message }) => !/final notes|checklist/.test(message)) };
}

const code = (text = CODE) => [{ type: "code", text }];

describe("words of code stay code whatever their class", () => {
  test.each([
    "token comment",
    "hljs-comment",
    "cm-comment",
    "comment",
    "token menu",
    "nums",
    "ads",
    "hljs-related",
    "reading-time",
    "hidden",
    "token toolbar",
  ])("%s", (name) => {
    for (const around of [(text: string) => text, (text: string) => `<code>${text}</code>`]) {
      const first = `<span class="${name}">${LINES[0]}</span>`;
      const number = `<span class="${name}">3</span>`;
      const html = `<pre>${around(CODE.replace(LINES[0] as string, first).replace("3", number))}</pre>`;
      expect(read(html)).toEqual({ blocks: code(), told: [] });
    }
  });

  test("within a line", () => {
    const html = '<p>Run <code><span class="hljs-comment"># this</span></code>, and wait for it.</p>';
    expect(read(html).blocks).toEqual([{ type: "paragraph", text: "Run # this, and wait for it." }]);
  });
});

describe("is read without", () => {
  test.each([
    ["a link to copy it", `<pre><code>${CODE}</code><a class="b" href="#">Copy</a></pre>`],
    ["a link to copy it, no code", `<pre>${CODE}\n<a href="#">Copy</a></pre>`],
    ["the line of its language", `<pre><span class="lang">bash</span>\n<code>${CODE}</code></pre>`],
    ["a bar", `<pre><div class="code-toolbar-top">bash</div><code>${CODE}</code></pre>`],
    ["a button", `<pre><code>${CODE}</code><button>Copy</button></pre>`],
    [
      "numbers of lines",
      `<pre><code>${each((text, n) => `<span class="ln">${n}</span>${text}\n`)}</code></pre>`,
    ],
    [
      "numbers that are not copied",
      `<pre><code>${each((text, n) => `<span style="user-select:none">${n} </span><span>${text}\n</span>`)}</code></pre>`,
    ],
    [
      "a column of numbers",
      `<pre><code><table><tr><td class="rouge-gutter"><pre class="lineno">1\n2\n3</pre></td><td><pre>${CODE}</pre></td></tr></table></code></pre>`,
    ],
  ])("%s", (_, html) => {
    expect(read(html)).toEqual({ blocks: code(), told: [] });
  });

  test.each([
    ["numbers in elements", `<pre><code>${each((text, n) => `<b>${n}</b>${text}\n`)}</code></pre>`],
    ["marks of notes", `<pre><code>${each((text, n) => `${text} <b>(${n})</b>\n`)}</code></pre>`],
    [
      "marks of notes in circles",
      `<pre><code>${each((text, n) => `${text} <i>${String.fromCharCode(0x245f + n)}</i>\n`)}</code></pre>`,
    ],
    ["a name of its file", `<pre><span>deploy at night.sh</span><code>${CODE}</code></pre>`],
    ["what is hidden", `<pre><code>${CODE}<span style="display:none">what make is</span></code></pre>`],
  ])("%s, which is told", (_, html) => {
    expect(read(html)).toMatchObject({ blocks: code(), told: [{ code: "stray_text" }] });
  });

  test("and keeps numbers that do not count lines", () => {
    const html = "<pre><code><b>1</b> one\n<b>1</b> two\n<i>x</i> <b>(2)</b></code></pre>";
    expect(read(html)).toEqual({ blocks: code("1 one\n1 two\nx (2)"), told: [] });
  });
});

describe("is read from", () => {
  test.each([
    [
      "GeSHi",
      `<div class="geshi"><ol>${each((text) => `<li><div>${text || "&nbsp;"}</div></li>`)}</ol></div>`,
    ],
    [
      "CodeMirror",
      `<div class="CodeMirror"><div>${each(
        (text, n) =>
          `<div><div class="CodeMirror-linenumber">${n}</div><pre class="CodeMirror-line"><span>${text}</span></pre></div>`,
      )}</div></div>`,
    ],
  ])("%s", (_, html) => {
    expect(read(html)).toEqual({ blocks: code(), told: [] });
  });

  test("pictures of smilies", () => {
    const html = '<pre><code>echo <img class="emoji" alt="🚀" src="a.svg"> &amp;&amp; ls</code></pre>';
    expect(read(html)).toEqual({ blocks: code("echo 🚀 && ls"), told: [] });
  });
});

test("signs without a width are told", () => {
  expect(read("<pre>cat /etc/&#8203;hosts</pre>")).toMatchObject({
    blocks: code("cat /etc/hosts"),
    told: [{ code: "unusual_article" }],
  });
});

describe("is told in code or at it", () => {
  const at = { path: ["sections"] };

  test.each([
    ["a word's popup", '<i class="twoslash-popup-container"><code>const x: number</code></i>'],
    ["a tooltip", '<span class="tooltip">a command</span>'],
    ["a line of a tool", '<div class="twoslash-meta-line twoslash-error-line">not known</div>'],
    ["the only mark of a note", '<b class="conum">(1)</b>'],
  ])("%s, which is left out", (_, part) => {
    const html = `<pre><code>${CODE.replace(LINES[1] as string, (line) => line + part)}</code></pre>`;
    expect(read(html)).toMatchObject({ blocks: code(), told: [{ code: "stray_text", ...at }] });
  });

  test("escaping that was done twice", () => {
    const html = "<pre>if a &amp;lt; b &amp;amp;&amp;amp; c: stop</pre>";
    expect(read(html).told).toMatchObject([{ code: "unusual_article", ...at }]);
    expect(read("<pre>&lt;p>a &amp;lt; b&lt;/p></pre>")).toEqual({
      blocks: code("<p>a &lt; b</p>"),
      told: [],
    });
  });

  test("an address that is lost", () => {
    const html = `<pre>ssh <a class="__cf_email__" data-cfemail="ab">[email&#160;protected]</a></pre>`;
    expect(read(html).told).toMatchObject([{ code: "unusual_article", ...at }]);
  });

  test("what stands under it and may be what it prints", () => {
    const html = `<pre>${CODE}</pre><pre class="output">ok\nok</pre>`;
    expect(read(html).told).toMatchObject([{ code: "unusual_article", ...at }]);
  });
});
