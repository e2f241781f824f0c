import type { Form } from "./forms.ts";
import { pick } from "./parts.ts";
import { all, article, capitals, checklist, headings, headingsIn, images } from "./rewrite.ts";

/** The layouts in which extractors leave an article: marks of headings and images, other lists, what a page has around it. */

export const ARTICLE_LAYOUTS: readonly Form[] = [
  {
    name: "marked headings",
    parts: all(
      headings((heading, n) =>
        pick(
          [
            `## ${heading}`,
            `**${heading}**`,
            `${heading}\n${"-".repeat(heading.length)}`,
            `**** ${heading} ****`,
            `== ${heading} ==`,
            `h2(#x). ${heading}`,
            `<a id="x"></a>## ${heading}`,
            `${heading}:`,
            `${heading}.`,
          ],
          n,
        ),
      ),
      (parts, n) => ({
        ...parts,
        heading: pick(
          [
            `## ${parts.heading}`,
            `**${parts.heading}**`,
            `${parts.heading}\n${"-".repeat(parts.heading.length)}`,
            parts.heading.toUpperCase(),
            `**** ${parts.heading} ****`,
            `== ${capitals(parts.heading)} ==`,
            `${capitals(parts.heading)}:`,
            `${capitals(parts.heading)}.`,
          ],
          n,
        ),
      }),
    ),
  },
  {
    name: "images in other marks",
    parts: images((caption, source, n) =>
      pick(
        [
          `![${caption}](https://images.example/a.png)\n${caption}. image source: ${source}`,
          `[![${caption}](https://images.example/a.png)](https://images.example/b.png)\n${caption}. image source: ${source}`,
          `{{https://images.example/a.png|${caption}}}\n${caption}. image source: ${source}`,
          `${caption} [https://images.example/a.png]${caption} [https://images.example/a.png]\n${caption}. image source: ${source}`,
          `[${caption}]\n${caption}. image source: ${source}`,
          `${caption} [https://images.example/a.png]${caption}. image source: ${source}`,
          `${caption}${caption}. image source: ${source}`,
          `*${caption}. image source: ${source}*`,
          `![${caption}](https://images.example/a.png)*${caption}. image source: ${source}*`,
          `image::https://images.example/a.png[${caption}. Image source: ${source}]`,
          `${caption}\n${caption}\n${caption}. image source: ${source}`,
          `${caption}. image source: ${source}`,
        ],
        n,
      ),
    ),
  },
  {
    name: "a checklist in other marks",
    parts: checklist((items, n) =>
      pick(
        [
          items.join("\n"),
          items.map((item) => `+ ${item}`).join("\n"),
          items.map((item) => `- [ ] ${item}`).join("\n"),
          `• ${items.join(" • ")}`,
          `- ${items.join("\n")}`,
          items.map((item) => `•\n${item}`).join("\n"),
          items.map((item) => `<li>${item}</li>`).join("\n"),
        ],
        n,
      ),
    ),
  },
  {
    name: "furniture around the article",
    parts: (parts, n) => ({
      ...parts,
      article: `${pick(["DevOps | Bash\n", "Skip to content\n\nAlphaNode\n\nHome\n\nAbout\n", "5 min read\n", "By editor on March 5, 2024\n", "Posted on March 5, 2024\nLeave a Comment\n", "Home » DevOps » Bash\n"], n)}\n${parts.article}`,
      tail: `${parts.tail}\n\n${pick(["Leave a Reply\n\nYour email address will not be published.", "Copyright © 2026 AlphaNode", "Share this:\n\nFacebook\n\nX", "Tags: bash, redis", "Proudly powered by WordPress"], n)}\n`,
    }),
  },
  {
    name: "titles over several lines",
    parts: article((text, n) => {
      const width = pick([28, 36, 44], n);
      const [title = "", ...rest] = text.split("\n");
      return [title.replace(new RegExp(`(.{1,${width}}) `, "g"), "$1\n"), ...rest].join("\n");
    }),
  },
  {
    name: "a table of contents",
    parts: article((text, n) => {
      const entries = headingsIn(text).map((heading) => pick([heading, capitals(heading)], n));
      const between = pick(["\n", "\n\n"], Math.floor(n / 7));
      return entries.length < 2 ? text : text.replace("\n\n", () => `\n\n${entries.join(between)}\n\n`);
    }),
  },
  {
    name: "front matter",
    parts: article((text) => {
      const [title = "", ...rest] = text.split("\n");
      return `---\ntitle: "${title}"\ndate: 2024-03-05\n---\n${rest.join("\n")}`;
    }),
  },
];
