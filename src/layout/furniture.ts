/** Lines that a page shows around its posts: bylines, dates, share lines, comment forms, navigation. */

/** Lines that speak of the page, whether they end as sentences or not. */
const SURE: readonly RegExp[] = [
  // Who wrote the post, when, and how long it takes.
  /^(?:last )?(?:updated|modified|edited|published|posted|reviewed)(?: on| at)?:? .{0,20}\b\d{4}\b.{0,40}$/i,
  /^(?:(?:estimated )?reading time:? ?)?\d{1,3} ?(?:-|–)? ?min(?:ute)?s?(?: read(?:ing)?(?: time)?)?\.?$/i,
  /^[\d.,]+ ?k? (?:views?|shares?|likes?|reads?|claps?|comments?|votes?)$/i,
  /^(?:post |page )?(?:views?|hits|reads): ?[\d.,]+ ?k?$/i,
  /^this (?:post|article|entry|note|story|page) (?:is (?:part|filed|sponsored|brought to you|supported)|was (?:\w+ ){0,3}(?:posted|published|filed|appeared|updated|written by))\b.{0,220}$/i,
  /^(?:about the author|meet the author)\b.{0,40}$/i,
  /^[★☆⭐]+.{0,40}$/,
  // What a reader may do.
  /^(?:leave|post|write|add) a (?:comment|reply)\b.{0,80}$/i,
  /^(?:your email address will not be published|required fields are marked)\b.{0,80}$/i,
  /^the post .{1,200} (?:appeared first|first appeared) on\b.{0,80}$/i,
  /^you can follow any responses\b.{0,120}$/i,
  /^(?:subscribe (?:to|for|now|today|and)|sign up (?:for|to|now|today|and)|(?:sign|log) in (?:to|or)|create an? (?:free )?account|already a (?:member|subscriber))\b.{0,120}$/i,
  /^(?:join|get) (?:our|the|\d).{0,40}(?:newsletter|mailing list|subscribers|readers|inbox)\b.{0,100}$/i,
  /^(?:follow|like|find) us\b.{0,80}$/i,
  /^share (?:this (?:post|article|entry|note|story|page|on)|(?:on|via|this):?$|on (?:x|facebook|twitter|linkedin)).{0,80}$/i,
  /^(?:was this|did you find this|rate this|(?:did you )?enjoy(?:ed|ing)? this|liked? this) ?(?:post|article|note|story|page|helpful|useful)\b.{0,60}$/i,
  /^(?:listen to|print|download|save|bookmark|report|edit|email) this (?:post|article|entry|note|story|page)\b.{0,40}$/i,
  /^(?:click to tweet|tweet this|pin it|copy link|(?:buy me|support us with) a coffee)\b.{0,20}$/i,
  /^(?:support us|become a (?:member|patron|sponsor)|buy me a coffee)\b.{0,60}$/i,
  // Ways through the site.
  /^(?:skip|jump) to\b.{0,60}$/i,
  /^(?:back|scroll) to (?:the )?top$/i,
  /^(?:table of )?contents:?$|^(?:on|in) this (?:page|post|article|note):?$/i,
  /^(?:read|see|check)(?: also| next| more| on| this)?:.{0,140}$|^also (?:read|see)\b.{0,140}$/i,
  /^(?:related|recommended|similar)(?: (?:posts?|articles?|reading|stories|links?|content))?:.{0,140}$/i,
  /^(?:related|recommended) (?:posts|articles|reading|stories|links|content)$/i,
  /^(?:you (?:may|might)(?: also)? (?:like|enjoy)|don[’']t miss|more from)\b.{0,100}$/i,
  // What the site has to say for itself.
  /^(?:we|this (?:web)?site) uses? cookies\b.{0,160}$/i,
  /^by (?:using|continuing)\b.{0,60}\b(?:site|cookies)\b.{0,120}$/i,
  /^(?:please )?(?:enable|turn on) javascript\b.{0,80}$|^javascript is (?:required|disabled)\b.{0,80}$/i,
  /^(?:disclosure|disclaimer):.{0,200}$/i,
  /^as an? .{1,30} (?:associate|affiliate),? (?:we|i) earn\b.{0,120}$/i,
  /^(?:this (?:post|article|page)|we) may (?:contain|earn|receive)\b.{0,200}$/i,
  /^(?:advertisement|advertising|sponsored|promoted)s?(?:\W.{0,60})?$/i,
  /^(?:article|story) continues below\b.{0,40}$/i,
  /^(?:©|\(c\) \d|copyright (?:©|\(c\)|\d)).{0,120}$/i,
  /^(?:.{1,40} is )?(?:proudly )?powered by\b.{0,60}$/i,
  /^all rights reserved\.?$/i,
];

/** Lines that pages show around their posts, and that an article may hold if they end as sentences. */
const LIKELY: readonly RegExp[] = [
  // Who wrote the post, when, and how long it takes.
  /^(?:written |posted |published |updated |reviewed |edited |fact[- ]checked |photo )?by(?![\w-])(?! \w+ing\b).{0,60}$/i,
  /^(?:posted|published|updated|last (?:updated|modified|edited))(?: in| on| by)?\b.{0,80}$/i,
  /^in ?,?$/i,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}\b.{0,60}$/i,
  /^\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}\b.{0,60}$/i,
  /^\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}.{0,10})?$/i,
  /^(?:editor|admin|author|kim|anonymous|webmaster)$/i,
  /^author: .{1,40}$/i,
  /^About \p{Lu}\S+(?: \p{Lu}\S+){0,2}$/u,
  // What a reader may do.
  /^(?:\d+|no|one) comments?(?: on .{1,140})?$/i,
  /^(?:comments?|replies|responses|discussion|reply|cancel reply)(?: \(\d+\)| are closed\.?)?:?$/i,
  /^(?:name|email|website|comment) ?\*?$/i,
  /^(?:post comment|submit(?: comment)?|send)$/i,
  /^save my name, email\b.{0,120}$/i,
  /^(?:share|tweet|pin|like|follow)(?: this| it| us| on| post| article)?\b.{0,40}:?$/i,
  /^(?:share|click|tap) (?:this|to (?:share|email|print|tweet))\b.{0,80}$/i,
  /^(?:like )?loading\.{3}$|^loading…$/i,
  /^(?:facebook|twitter|x|linkedin|reddit|whatsapp|telegram|email|print|copy link|mastodon|pinterest)(?:[ ,|·]+(?:facebook|twitter|x|linkedin|reddit|whatsapp|telegram|email|print|copy link|mastodon|pinterest))*$/i,
  /^(?:subscribe|sign up|(?:join )?(?:our |the )?newsletter|log ?in|register)\b.{0,60}$/i,
  // Ways through the site.
  /^(?:menu|search(?: for:?)?|home|about|contact|blog|navigation|toggle (?:menu|navigation)|to the top|top)$/i,
  /^(?:« |← |‹ |(?:previous|next|older|newer)(?: ?(?:post|article|entry|page)s?\b| ?[:»→›]|$)).{0,140}$/i,
  /^.{0,140}(?: »| →| ›)$/,
  /^(?:tags?|tagged|categor(?:y|ies)|filed under|topics)(?: with)?:.{0,100}$/i,
  /^(?:tags?|categories|archives?|meta|recent (?:posts|comments)|pages|search)$/i,
  /^(?:related|read (?:more|next|also)|more (?:posts|like this)|continue reading)\b.{0,80}$/i,
  /^copyright\b.{0,120}$/i,
  /^(?:privacy policy|terms of (?:use|service)|imprint|cookie policy|theme: .{1,60})\.?$/i,
  /^ad$/i,
  /^(?:pages?:? )?\d{1,4}(?: ?(?:\/|of|\s) ?\d{1,4})*$/i,
  /^page \d{1,4}\b.{0,20}$/i,
  /^[-–—] \d{1,4} [-–—]$/,
  /^(?:edit|view) (?:this )?(?:post|page)$|^edit$/i,
  /^(?=.{0,40}$)[-–—_*~•·|,/>«»‹›=+.\s]+$/,
  /^(?:home|start)(?: ?[>»/›|→] ?.{1,60}){1,5}$/i,
  /^you are here:.{0,100}$/i,
  /^https?:\/\/\S+$/i,
  /^alphanode(?: blog| \w{1,12})?$/i,
];

/** The name of a site behind a title, as the titles of windows have it. */
export const SITE_NAME = /\s+[-–—|·»]\s+AlphaNode(?:\s\w+)?$/i;

/** The longest line that is looked at. */
const MAX_LENGTH = 250;

/** A small picture before a line. */
const PICTURE = /^\p{Emoji_Presentation}\ufe0f?\s*/u;

/** Tells whether a line is page furniture. */
export const isFurniture = (text: string): boolean =>
  isSurelyFurniture(text) ||
  (text.length <= MAX_LENGTH && !GOES_ON.test(text) && LIKELY.some((pattern) => pattern.test(text)));

/** A first word that goes on behind an apostrophe, and so is none of those that furniture starts with. */
const GOES_ON = /^\p{L}+['’]\p{L}/u;

/** Tells whether a line is page furniture even where it stands among the paragraphs of an article, as a sentence. */
export const isSurelyFurniture = (text: string): boolean =>
  text.length <= MAX_LENGTH && ANY_SURE.test(text.replace(PICTURE, ""));

const ANY_SURE = new RegExp(SURE.map(({ source }) => source).join("|"), "i");
