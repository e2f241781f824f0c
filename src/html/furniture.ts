import { HEADINGS } from "./elements.ts";
import { isHiddenAnywhere, isHiddenByName } from "./hidden.ts";
import { type HtmlElement, isElement } from "./node.ts";

/**
 * What is no part of a post: navigation, comments, share lines, scripts, what nobody sees. An element that holds the
 * title, the article or a box is never left out, whatever it is called.
 */

/** Elements that are left out. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  "head script style template nav form button select textarea input svg math canvas iframe video audio object map dialog footer aside datalist".split(
    " ",
  ),
);

/** Names of furniture, as they stand in classes and ids, between hyphens or underscores. */
const NAMES =
  "nav|navbar|navigation|menu|breadcrumbs?|comments?|respond|share|sharing|sharedaddy|sharebar|addtoany|social|socials|sidebar|widget|widgets|byline|dateline|posted-on|posted-by|entry-meta|post-meta|meta-info|post-date|post-author|post-terms|post-info|cat-links|tags-links|tag-links|post-tags|entry-tags|author-box|author-bio|about-author|author-info|pagination|pager|page-links|toc|lwptoc|table-of-contents|skip-link|advert|advertisement|ads|adsbygoogle|ad-container|promo|newsletter|subscribe|subscription|cookie|gdpr|consent|related|jp-relatedposts|more-posts|recommended|rating|ratings|kk-star-ratings|post-views|views-count|reading-time|read-time|edit-link|headerlink|anchor-link|heading-anchor|header-anchor|copy-button|copybutton|(?<!code-)toolbar|gutter|nums|line-numbers-rows|hljs-ln-numbers|lineno|linenos|post-thumbnail|featured-image|wp-block-post-featured-image|avatar|gravatar|print-button|printfriendly|popup|modal|donate|cta|twitter-tweet|instagram-media|tiktok-embed|wp-embedded-content";

const FURNITURE = new RegExp(
  `(?:^|\\s)(?!(?:has|no|with|is)-)(?:(?:wp-block|crayon|enlighter|entry|post|single|article|page|site|main|primary|secondary|header|footer|[a-z]{2,4})[_-]{1,2})?(?:${NAMES})(?:$|[\\s]|[_-](?:box|area|list|links?|wrap|wrapper|container|section|block|bar|buttons?|inner|icons?|title|label|form|count|info|content|items?|inline|posts?|\\d+))`,
  "i",
);

/** Roles of furniture. */
const ROLES: ReadonlySet<string> = new Set(
  "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tooltip alert".split(
    " ",
  ),
);

/** Elements that hold the page, so that their classes say nothing of what they are. */
const FRAMES: ReadonlySet<string> = new Set(["", "html", "body", "main", "article"]);

/** Tells whether an element is furniture, unless it holds what is looked for. */
export function isFurniture(element: HtmlElement): boolean {
  const { name, attributes } = element;
  if (LEFT_OUT.has(name)) return !isSwitch(element);
  if (attributes.size === 0 || FRAMES.has(name)) return false;
  if (isHiddenAnywhere(element)) return true;
  const isCalledSo =
    isHiddenByName(element) ||
    ROLES.has(element.attribute("role")) ||
    FURNITURE.test(element.attribute("class")) ||
    FURNITURE.test(element.attribute("id"));
  return isCalledSo && !isInCode(element) && !isRowOfBox(element);
}

/** Names of rows of a box, of which one is that of a line that blogs have above their posts. */
const ROW = /(?:^|[\s_-])(?:reading|read)[_-]time(?:$|\s)/i;
const OTHER_ROW =
  /(?:^|[\s_-])(?:topic|summary|difficulty|code[_-]language|view[_-]count|reference)(?:$|\s)/i;

/** How many nodes stand beside a row: a box has some twenty rows, with space between them. */
const MAX_ROWS = 200;

/** Tells whether an element is called as a row of a box, among others that are called as their rows. */
function isRowOfBox(element: HtmlElement): boolean {
  if (!ROW.test(element.attribute("class"))) return false;
  const children = element.parent?.children ?? [];
  if (children.length > MAX_ROWS) return false;
  return (
    children.filter(isElement).filter((sibling) => OTHER_ROW.test(sibling.attribute("class"))).length > 1
  );
}

/** Tells whether a button is all that a heading says: it shows and hides what stands under it. */
const isSwitch = ({ name, parent }: HtmlElement): boolean =>
  name === "button" &&
  parent !== undefined &&
  HEADINGS.has(parent.name) &&
  parent.children.filter(isElement).length === 1;

/** How deep words stand in code. */
const MAX_CODE = 6;

/** Tells whether an element stands in code, where classes say what a word of it is. */
function isInCode({ parent }: HtmlElement): boolean {
  for (let at = parent, i = 0; at !== undefined && i < MAX_CODE; at = at.parent, i++)
    if (at.name === "code" || at.name === "pre") return true;
  return false;
}
