import { type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Labels of a box as themes and builders print them. */

const post: Post = synthesizePost(39_770);
const boxes = ["div", "table", "dl"] as const;
const LABELS = /(<(?:strong|th|dt)>)([^<]+)(?=<\/)/g;

let count = 0;

describe("a label is read", () => {
  test.each<[string, (label: string) => string]>([
    ["each word in an element of its own", (label) => label.replace(/\w+/g, "<span>$&</span>")],
    ["each letter in one", (label) => label.replace(/\w/g, "<span>$&</span>")],
    ["with its first letter apart", (label) => label.replace(/^./, "<b>$&</b>")],
    ["on two lines", (label) => label.replace(" ", "<br>")],
    ["with soft hyphens", (label) => label.replace(/(\w{4})(?=\w)/g, "$1&shy;")],
    ["with places to break at", (label) => label.replace(/(\w{4})(?=\w)/g, "$1&#8203;")],
    ["behind the name of a picture", (label) => `<i class="material-icons">schedule</i> ${label}`],
    ["behind a picture that is a sign", (label) => `<img class="emoji" alt="⏱" src="a.svg"> ${label}`],
    ["behind a number", (label) => `${++count % 99}. ${label}`],
    ["behind a sign that is not seen", (label) => `&#65279;${label}`],
  ])("%s", (_, write) => {
    for (const box of boxes) {
      const page = postToHtml(post, { box });
      const at = page.indexOf('class="anp-box"');
      const html =
        page.slice(0, at) + page.slice(at).replace(LABELS, (_all, tag, label) => tag + write(label));
      expect(html).not.toBe(page);
      expect(safeParseHtml(html)).toMatchObject({ value: post, issues: [] });
    }
  });

  test("but not the first word of an item", () => {
    const page = postToHtml(post);
    const [tool = ""] = post.meta.tools;
    const html = page.replace(`<li>${tool}</li>`, "<li><i>view</i> <i>counters</i></li>");
    expect(html).not.toBe(page);
    expect(safeParseHtml(html).value.meta?.tools?.[0]).toBe("view counters");
  });
});
