import { HEADINGS, UNREAD } from "./elements.ts";
import { isFurniture } from "./furniture.ts";
import { isHiddenFromAll } from "./hidden.ts";
import { type HtmlElement, isElement } from "./node.ts";

/** Classes of the element that holds an article, in themes and builders. */
const CONTENT =
  /(?:^|\s)(?:entry-content|entry__content|wp-block-post-content|post-content|post_content|post__content|single-content|article-content|article__content|article-body|article__body|post-body|post__body|content-body|td-post-content|e-content|page-content|elementor-widget-theme-post-content|thecontent|the-content)(?:\s|$)/i;

/** Classes of a post's title. */
export const TITLE =
  /(?:^|\s)(?:(?:entry|post|article|single|page|p|wp-block-post)[-_]{1,2}(?:title|name|headline)|headline|tdb-title-text)(?:\s|$)/i;

/** The longest stretch of text that may hold the end of a heading, and words that only few other texts have. */
const MAX_MARK = 80;
const MARK = /\b(?:meta|posts|approach|checks|checklist|notes|matters)\b/i;

/** What is noted of a page on one way through it. */
export class Survey {
  /** Headings that stand in no furniture. */
  readonly headings: HtmlElement[] = [];
  readonly contents: HtmlElement[] = [];
  readonly marks: HtmlElement[] = [];
  readonly landmarks: HtmlElement[] = [];
  /** What is hidden right within lists, or beside some. */
  readonly hidden: HtmlElement[] = [];
  documentTitle: HtmlElement | undefined;

  constructor(private readonly html: string) {}

  element(element: HtmlElement, outside = false): void {
    const { html } = this;
    for (const child of element.children) {
      if (isElement(child)) {
        const { name } = child;
        if (UNREAD.has(name)) continue;
        if (name === "title") this.documentTitle ??= child;
        const isOut = outside || (name !== "header" && isFurniture(child));
        if (!isOut && HEADINGS.has(name)) this.headings.push(child);
        else if (!isOut && (name === "article" || name === "main")) this.landmarks.push(child);
        if (child.attributes.size > 0) {
          if (!outside && isHiddenFromAll(child)) this.hidden.push(child);
          if (CONTENT.test(child.attribute("class")) || child.attribute("itemprop") === "articleBody")
            this.contents.push(child);
        }
        this.element(child, isOut);
      } else if (child.to - child.from <= MAX_MARK && MARK.test(html.slice(child.from, child.to))) {
        this.marks.push(element);
      }
    }
  }
}
