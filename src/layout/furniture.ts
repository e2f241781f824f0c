import { anyCase, pattern } from "../format/pattern.ts";
import { MONTHS } from "../format/values.ts";
import { startsWithWord } from "../syntax/look.ts";

/** Lines that a page shows around its posts: bylines, dates, share lines, comment forms, navigation. */

/** Lines by what they say as a whole, and by what they start with: so many characters may follow its last word. */
interface Lines {
  readonly whole: readonly RegExp[];
  readonly starts: Readonly<Record<number, readonly RegExp[]>>;
}

/** Writes lines as one pattern, in any letter case. */
const patternOf = ({ whole, starts }: Lines): RegExp => {
  const longer = Object.entries(starts).map(([most, patterns]) => pattern`${patterns}\b.{0,${most}}`);
  return anyCase`^${[...whole, ...longer]}$`;
};

/** What a page calls itself. */
const THIS_PAGE = /this (?:post|article|entry|note|story|page)/;

/** What was done to a post. */
const WRITTEN = /(?:last )?(?:updated|modified|edited|published|posted|reviewed)/;

/** What sites are made with, as themes name it in their footers. */
const MAKERS =
  /(?:wordpress|generatepress|kadence|elementor|blocksy|neve|astra|ghost|hugo|jekyll|wix|squarespace)/;

/** The name of a month, in small letters. */
export const MONTH = pattern`${MONTHS}[a-z]*`;

/** Lines that speak of the page, whether they end as sentences or not. */
const SURE = patternOf({
  whole: [
    // When the post was written, how long it takes, who read it.
    /(?:(?:estimated )?reading time:? ?)?\d{1,3} ?[-–]? ?min(?:ute)?s?(?: read(?:ing)?(?: time)?)?\.?/,
    /[\d.,]+ ?k? (?:views?|shares?|likes?|reads?|claps?|comments?|votes?)/,
    /(?:post |page )?(?:views?|hits|reads): ?[\d.,]+ ?k?/,
    /[★☆⭐]+.{0,40}/,
    /\d+ repl(?:y|ies)|last reply .{0,40}|(?:ping|track)back:.{0,140}/,
    // What a reader may do.
    pattern`share (?:(?:${THIS_PAGE}|this on|on (?:x|facebook|twitter|linkedin)).{0,80}|(?:on|via|this):?)`,
    /(?:copied|(?:open in|get the) app|download (?:pdf|app)|report an (?:ad|issue))[.!]?/,
    // Ways through the site.
    /(?:back|scroll) to (?:the )?top/,
    pattern`(?:table of )?contents:?|(?:on|in) ${THIS_PAGE}:?`,
    /(?:read|see|check)(?: also| next| more| on| this)?:.{0,140}/,
    /(?:related|recommended|similar)(?: (?:posts?|articles?|reading|stories|links?|content))?:.{0,140}/,
    /(?:related|recommended) (?:posts|articles|reading|stories|links|content)/,
    // What the site has to say for itself.
    /(?:disclosure|disclaimer):.{0,200}/,
    /(?:advertisement|advertising|sponsored|promoted)s?(?:\W.{0,60})?/,
    /(?:©|\(c\) \d|copyright (?:©|\(c\)|\d)).{0,120}/,
    /all rights reserved\.?/,
    // What a page leaves where it is printed.
    /printed (?:from|on|by|at)\b.{1,120}/,
    // What the theme has to say for itself.
    pattern`designed with|(?:(?:blog|(?:web)?site) )?(?:(?:designed|built|made|created|published|hosted) )?(?:with|by|on|at) ${MAKERS}(?:\.com)?\.?(?: (?:and|by|[|•·–-]) .{1,40})?`,
  ],
  starts: {
    40: [
      pattern`${WRITTEN}(?: on| at)?:? .{0,20}\b\d{4}`,
      pattern`(?:listen to|print|download|save|bookmark|report|edit|email) ${THIS_PAGE}`,
      /click to tweet|tweet this|pin it|copy link|(?:buy me|support us with) a coffee/,
      /(?:article|story|post) continues below/,
      /photo (?:by|credit)/,
    ],
    80: [
      /(?:leave|post|write|add) a (?:comment|reply)/,
      /your email address will not be published|required fields are marked/,
      /the post .{1,200} (?:appeared first|first appeared) on/,
      /(?:follow|like|find) us|support us|become a (?:member|patron|sponsor)/,
      /(?:was this|did you find this|rate this|(?:did you )?enjoy(?:ed|ing)? this|liked? this) ?(?:post|article|note|story|page|helpful|useful)/,
      /(?:skip|jump) to/,
      /(?:please )?(?:enable|turn on) javascript|javascript is (?:required|disabled)/,
    ],
    140: [
      /you can follow any responses/,
      /subscribe (?:to|for|now|today|and)|sign up (?:for|to|now|today|and)|(?:sign|log) in (?:to|or)|create an? (?:free )?account|already a (?:member|subscriber)/,
      /(?:join|get) (?:our|the|\d).{0,40}(?:newsletter|mailing list|subscribers|readers|inbox)/,
      /also (?:read|see)|(?:you (?:may|might)(?: also)? (?:like|enjoy)|don[’']t miss|more from)/,
      /by (?:using|continuing)\b.{0,60}\b(?:site|cookies)/,
      /as an? .{1,30} (?:associate|affiliate),? (?:we|i) earn/,
      /(?:about|meet) the author/,
      /we value your|enter your|click here|(?:to )?continue reading|you have (?:reached|read)|editor[’']s note|please (?:wait|share)|this content is/,
    ],
    220: [
      pattern`${THIS_PAGE} (?:is (?:part|filed|sponsored|brought to you|supported)|was (?:\w+ ){0,3}(?:posted|modified|published|filed|appeared|updated|written by))`,
      /(?:we|this (?:web)?site) uses? cookies/,
      pattern`(?:${THIS_PAGE}|we) may (?:contain|earn|receive)`,
    ],
  },
});

/** What lines of the page have that may start in any way: what made the site, a button as terminals show it. Engines find its words sooner than they try each start. */
const SURE_WITHIN =
  /powered by\b(?<=^(?:.{1,40}(?: is| [|•·–-]) )?(?:(?:web)?site )?(?:proudly )?powered by).{0,80}$|\(button\)(?<=^.{0,60}\(button\)).{0,60}$/i;

/** Lines that pages show around their posts, and that an article may hold if they end as sentences. */
const LIKELY: readonly RegExp[] = [
  patternOf({
    whole: [
      // Who wrote the post, and when.
      /on .{4,60} wrote:/,
      /in ?,?|editor|admin|author|kim|anonymous|webmaster|author: .{1,40}/,
      /\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}.{0,10})?/,
      // What a reader may do.
      /(?:\d+|no|one) comments?(?: on .{1,140})?/,
      /(?:comments?|replies|responses|discussion|reply|cancel reply)(?: \(\d+\)| are closed\.?)?:?/,
      /(?:name|email|website|comment) ?\*?|post comment|submit(?: comment)?|send/,
      /(?:share|tweet)(?: this| it| us| on| post| article)?(?:\b.{0,40})?:?/,
      // A list of things to do may say to pin a version, and to follow a guide.
      /(?:pin|like|follow)(?: (?:this|it|us|on|post|article)\b.{0,40})?:?/,
      /(?:like )?loading\.{3}|loading…/,
      /(?:(?:facebook|twitter|x|linkedin|reddit|whatsapp|telegram|email|print|copy link|mastodon|pinterest)(?:[ ,|·]+|$))+/,
      // Ways through the site.
      /menu|search(?: for:?)?|home|about|contact|blog|navigation|toggle (?:menu|navigation)|(?:to the )?top/,
      /tags?|categories|archives?|meta|recent (?:posts|comments)|pages|ad|edit|(?:edit|view) (?:this )?(?:post|page)/,
      /(?:« |← |‹ |(?:previous|next|older|newer)(?: ?(?:post|article|entry|page)s?\b| ?[:»→›]|$)).{0,140}/,
      /.{0,140} [»→›]/,
      /(?:tags?|tagged|categor(?:y|ies)|filed under|topics)(?: with)?:.{0,100}/,
      /(?:privacy policy|terms of (?:use|service)|imprint|cookie policy|theme(?::| by| designed by) .{1,60})\.?/,
      /(?:pages?:? )?\d{1,4}(?: ?(?:\/|of|\s) ?\d{1,4})*|[-–—] \d{1,4} [-–—]/,
      /(?=.{0,40}$)[-–—_*~•·|,/>«»‹›=+.\s]+/,
      /(?:home|start)(?: ?[>»/›|→] ?.{1,60}){1,5}/,
      /you are here:.{0,100}/,
      /https?:\/\/\S+/,
      /alphanode(?: blog| \w{1,12})?/,
      // The head of a page of a manual.
      /(\w{1,20}\(\w?\)) {4,}(?:.{1,80} {4,})?\w{1,20}\(\w?\)/,
    ],
    starts: {
      20: [/page \d{1,4}/],
      80: [
        /(?:posted|published|updated|last (?:updated|modified|edited))(?: in| on| by)?/,
        pattern`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}\.? )?${MONTH}\.?(?: \d{1,2})?,? \d{4}`,
        // Who wrote a post and when, run together.
        pattern`(?:author|by|(?:post|publish|updat|categoriz)ed)\b.{0,40}${MONTH} \d{1,2}, \d{4}`,
        /(?:share|click|tap) (?:this|to (?:share|email|print|tweet))/,
        /subscribe|sign up|(?:join )?(?:our |the )?newsletter|log ?in|register/,
        /related|read (?:more|next|also)|more (?:posts|like this)/,
      ],
      140: [/save my name, email|copyright/],
    },
  }),
  // Bylines: the word may start a sentence, and names have capitals.
  anyCase`^(?:(?:${WRITTEN}|written|fact[- ]checked|photo) )?by(?![\w-])(?! \w+ing\b)(?!(?: \S+){7,}\.$).{0,60}$`,
  /^About \p{Lu}\S+(?: \p{Lu}\S+){0,2}$/u,
];

/** The name of a site behind a title, as the titles of windows have it. */
export const SITE_NAME = /\s+[-–—|·»]\s+AlphaNode(?:\s\w+)?$/i;

/** Tells whether a line is the address that a link leads to. */
export const isAddress = (text: string): boolean => /^[[(<]?(?:#\w|\/\w|https?:)\S*$/.test(text);

/** The longest line that is looked at. */
const MAX_LENGTH = 250;

/** A small picture before a line. */
const PICTURE = /^\p{Emoji_Presentation}\ufe0f?\s*/u;

/** Takes the picture off a line. Most have none, which is seen sooner by their first letter. */
const withoutPicture = (text: string): string => (startsWithWord(text) ? text : text.replace(PICTURE, ""));

/** Tells whether a line is page furniture. */
export const isFurniture = (text: string): boolean =>
  isSurelyFurniture(text) ||
  (text.length <= MAX_LENGTH && !GOES_ON.test(text) && LIKELY.some((pattern) => pattern.test(text)));

/** A first word that goes on behind an apostrophe, and so is none of those that furniture starts with. */
const GOES_ON = /^\p{L}+['’]\p{L}/u;

/** Tells whether a line is page furniture even where it stands among the paragraphs of an article, as a sentence. */
export const isSurelyFurniture = (text: string): boolean => {
  if (text.length > MAX_LENGTH) return false;
  const line = withoutPicture(text);
  return SURE.test(line) || SURE_WITHIN.test(line);
};
