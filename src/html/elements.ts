/** Facts of HTML: which elements end others, which are blocks, which a reader of the page never sees. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Elements without content. */
export const VOID = words("area base br col embed hr img input link meta param source track wbr");

/** Elements that stand on lines of their own. */
export const BLOCKS = words(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul",
);

/** Elements that end an open paragraph. */
const ENDS_PARAGRAPH = words(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul",
);

/** Elements of which nothing is read, wherever they stand. */
export const UNREAD = words("nav script style svg template");

/** Elements that say nothing of what they hold. */
export const WRAPPERS = words("center div font section span");

/** Headings. */
export const HEADINGS = words("h1 h2 h3 h4 h5 h6");

/** The attributes that say what a script writes in the place of a text: an address that is hidden, numbers that count up. */
export const SCRIPTED = ["data-cfemail", "data-to-value", "data-count", "data-target"] as const;

/** The attributes that are looked at. */
export const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...words("alt aria-hidden class hidden href id itemprop role src style type"),
  ...SCRIPTED,
]);

/** What a start tag ends. */
interface Implied {
  /** The elements it ends. */
  readonly ends: ReadonlySet<string>;
  /** Elements beyond which nothing is ended. */
  readonly stops: ReadonlySet<string>;
  /** Whether all of them are ended, rather than the innermost. */
  readonly all: boolean;
}

const NO_PARAGRAPH_BEYOND = words("button caption object table td th");
const paragraph: Implied = { ends: words("p"), stops: NO_PARAGRAPH_BEYOND, all: false };

/** What each start tag ends that needs no end tag before it. */
export const CLOSED_BY: ReadonlyMap<string, Implied> = new Map([
  ...[...ENDS_PARAGRAPH].map((name) => [name, paragraph] as const),
  ["li", { ends: words("li"), stops: words("ul ol menu dir table td th button"), all: false }],
  ["dt", { ends: words("dt dd"), stops: words("dl table td th button"), all: false }],
  ["dd", { ends: words("dt dd"), stops: words("dl table td th button"), all: false }],
  ["td", { ends: words("td th"), stops: words("table tr"), all: false }],
  ["th", { ends: words("td th"), stops: words("table tr"), all: false }],
  ["tr", { ends: words("td th tr"), stops: words("table"), all: true }],
  ["tbody", { ends: words("td th tr tbody thead tfoot caption"), stops: words("table"), all: true }],
  ["thead", { ends: words("td th tr tbody thead tfoot caption"), stops: words("table"), all: true }],
  ["tfoot", { ends: words("td th tr tbody thead tfoot caption"), stops: words("table"), all: true }],
  ["option", { ends: words("option"), stops: words("select"), all: false }],
  ["body", { ends: words("head"), stops: words("html"), all: false }],
]);

const TABLE_PARTS = words("table td th caption");

/** For elements whose end tag may be astray: what it cannot reach out of. */
export const SCOPES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["p", TABLE_PARTS],
  ["li", words("ul ol menu table td th")],
  ["dd", words("dl table td th")],
  ["dt", words("dl table td th")],
  ["tr", words("table")],
  ["td", words("table")],
  ["th", words("table")],
  ...["div", "section", "article", "span", "strong", "b", "em", "i", "a", "ul", "ol", "dl", "main"].map(
    (name) => [name, TABLE_PARTS] as const,
  ),
]);
