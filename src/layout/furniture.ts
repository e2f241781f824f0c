/** Lines that a page shows around its posts: bylines, dates, share lines, comment forms, navigation. */

/** What a whole line of furniture looks like. */
const FURNITURE: readonly RegExp[] = [
  // Who wrote the post, when, and how long it takes.
  /^(?:written |posted |published |updated )?by\b(?! \w+ing\b).{0,60}$/i,
  /^(?:posted|published|updated|last (?:updated|modified|edited))(?: in| on| by)?\b.{0,80}$/i,
  /^in ?,?$/i,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}\b.{0,60}$/i,
  /^\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}\b.{0,60}$/i,
  /^\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}.{0,10})?$/i,
  /^(?:reading time:? ?)?\d{1,3} ?(?:-|–)? ?min(?:ute)?s?(?: read(?:ing)?(?: time)?)?$/i,
  /^(?:editor|admin|author|kim|anonymous|webmaster)$/i,
  /^author: .{1,40}$/i,
  // What a reader may do.
  /^(?:\d+|no|one) comments?(?: on .{1,140})?$/i,
  /^(?:leave|post|write|add) a (?:comment|reply)\b.{0,80}$/i,
  /^(?:comments?|replies|responses|discussion|reply|cancel reply)(?: \(\d+\)| are closed\.?)?:?$/i,
  /^your email address will not be published\b.{0,80}$/i,
  /^required fields are marked\b.{0,20}$/i,
  /^(?:name|email|website|comment) ?\*?$/i,
  /^(?:post comment|submit(?: comment)?|send)$/i,
  /^save my name, email\b.{0,120}$/i,
  /^(?:share|tweet|pin|like|follow)(?: this| it| us| on| post| article)?\b.{0,40}:?$/i,
  /^(?:share|click|tap) (?:this|to (?:share|email|print|tweet))\b.{0,80}$/i,
  /^(?:like )?loading\.{3}$|^loading…$/i,
  /^(?:facebook|twitter|x|linkedin|reddit|whatsapp|telegram|email|print|copy link|mastodon|pinterest)(?:[ ,|·]+(?:facebook|twitter|x|linkedin|reddit|whatsapp|telegram|email|print|copy link|mastodon|pinterest))*$/i,
  /^(?:subscribe|sign up|(?:join )?(?:our |the )?newsletter|log ?in|register)\b.{0,60}$/i,
  /^about the author\b.{0,40}$/i,
  // Ways through the site.
  /^(?:skip to (?:main )?content|menu|search(?: for:?)?|home|about|contact|blog|navigation|toggle (?:menu|navigation)|back to top|scroll to top|to the top|top)$/i,
  /^(?:table of )?contents:?$/i,
  /^on this page:?$/i,
  /^(?:« |← |‹ |(?:previous|next|older|newer)(?: ?(?:post|article|entry|page)s?\b| ?[:»→›]|$)).{0,140}$/i,
  /^.{0,140}(?: »| →| ›)$/,
  /^(?:tags?|tagged|categor(?:y|ies)|filed under|topics)(?: with)?:.{0,100}$/i,
  /^(?:tags?|categories|archives?|meta|recent (?:posts|comments)|pages|search)$/i,
  /^(?:related|read (?:more|next|also)|you (?:may|might) also like|more (?:posts|like this|from .{1,40})|continue reading)\b.{0,80}$/i,
  /^(?:©|\(c\)|copyright\b).{0,120}$/i,
  /^(?:proudly )?powered by\b.{0,60}$/i,
  /^(?:all rights reserved|privacy policy|terms of (?:use|service)|imprint|cookie policy|theme: .{1,60})\.?$/i,
  /^(?:advertisement|sponsored|ad|promoted)s?$/i,
  /^(?:page )?\d{1,4}(?: ?(?:\/|of) ?\d{1,4})?$/i,
  /^page \d{1,4}\b.{0,20}$/i,
  /^(?:edit|view) (?:this )?(?:post|page)$/i,
  /^[,|·•/>»\s-]+$/,
  /^(?:home|start)(?: ?[>»/›|→] ?.{1,60}){1,5}$/i,
  /^you are here:.{0,100}$/i,
  /^https?:\/\/\S+$/i,
  /^alphanode(?: blog| \w{1,12})?$/i,
];

/** The name of a site behind a title, as the titles of windows have it. */
export const SITE_NAME = /\s+[-–—|·»]\s+AlphaNode(?:\s\w+)?$/i;

/** The longest line that is looked at. */
const MAX_LENGTH = 160;

/** Tells whether a line is page furniture. */
export const isFurniture = (text: string): boolean =>
  text.length <= MAX_LENGTH && FURNITURE.some((pattern) => pattern.test(text));
