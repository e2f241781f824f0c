/** Themes: what stands around a post, in classes that say so and in such that say nothing. */

/** The parts of a page. */
export interface Parts {
  readonly title: string;
  readonly pieces: readonly string[];
  readonly box: string;
  readonly similar: string;
}

type Theme = (parts: Parts) => string;

const words = (pieces: readonly string[]): string => pieces.join("\n");
const MENU =
  '<ul><li><a href="/">Home</a></li><li><a href="/about/">About</a></li><li><a href="/c/">Contact</a></li></ul>';
const FORM =
  '<form action="/wp-comments-post.php"><p>Your email address will not be published. Required fields are marked *</p><p><label>Comment *</label><textarea></textarea></p><p><button>Post Comment</button></p></form>';

export const THEMES: Readonly<Record<string, Theme>> = {
  classic: ({ title, pieces, box, similar }) =>
    `<!DOCTYPE html>\n<html lang="en-US"><head><meta charset="UTF-8"><title>${title} &#8211; Site</title></head><body class="post-template-default single single-post postid-7 wp-embed-responsive"><div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a><header id="masthead" class="site-header has-title-and-tagline"><div class="site-branding"><p class="site-title"><a href="/">Site</a></p><p class="site-description">Notes on things</p></div></header><div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main"><article id="post-7" class="post-7 post type-post status-publish format-standard hentry category-devops entry"><header class="entry-header alignwide"><h1 class="entry-title">${title}</h1></header><div class="entry-content">\n${words(pieces)}\n${box}\n${similar}</div><footer class="entry-footer default-max-width"><div class="posted-by"><span class="posted-on">Published <time datetime="2026-01-02">January 2, 2026</time></span><span class="byline">By <a href="/a">editor</a></span></div><div class="post-taxonomies"><span class="cat-links">Categorized as <a href="/c">DevOps</a></span></div></footer></article><nav class="navigation post-navigation"><h2 class="screen-reader-text">Post navigation</h2><div class="nav-links"><a href="/n" rel="prev"><p class="meta-nav">Previous post</p><p class="post-title">Another post</p></a></div></nav><div id="comments" class="comments-area default-max-width show-avatars"><h2 class="comments-title">1 comment</h2><ol class="comment-list"><li><p>Thanks for this.</p></li></ol><div id="respond" class="comment-respond"><h3 id="reply-title">Leave a comment</h3>${FORM}</div></div></main></div></div><aside class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul><li><a href="/p">One post</a></li></ul></section></aside><footer id="colophon" class="site-footer"><div class="site-info">Proudly powered by <a href="/">WordPress</a>.</div></footer></div></body></html>`,
  "block theme": ({ title, pieces, box, similar }) =>
    `<!DOCTYPE html><html><head><title>${title} &#8211; Site</title></head><body class="wp-singular single wp-theme-x"><div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group has-global-padding"><p class="wp-block-site-title"><a href="/">Site</a></p><nav class="wp-block-navigation">${MENU}</nav></div></header><main class="wp-block-group has-global-padding"><div class="wp-block-group alignfull"><h1 class="wp-block-post-title">${title}</h1><div class="wp-block-group has-small-font-size is-layout-flex"><p>Written by </p><p class="wp-block-post-author-name">editor</p><p>in</p><div class="taxonomy-category wp-block-post-terms"><a href="/c">DevOps</a><span class="wp-block-post-terms__separator">, </span><a href="/d">Bash</a></div></div><div class="entry-content alignfull wp-block-post-content has-global-padding is-layout-constrained">${words(pieces)}\n${box}\n${similar}</div><div class="wp-block-group"><nav class="wp-block-group alignwide" aria-label="Post navigation"><div class="post-navigation-link-previous wp-block-post-navigation-link"><span>← </span><a href="/p">Older</a></div></nav></div><div class="wp-block-comments wp-block-comments-query-loop"><h2>Comments</h2><div id="respond" class="comment-respond wp-block-post-comments-form"><h3>Leave a Reply</h3>${FORM}</div></div></div><div class="wp-block-group alignwide"><h2 class="wp-block-heading">More posts</h2><div class="wp-block-query"><ul class="wp-block-post-template"><li><h3 class="wp-block-post-title"><a href="/p">Another post</a></h3><div class="wp-block-post-date"><time>January 1, 2026</time></div></li></ul></div></div></main><footer class="wp-block-template-part"><p>Twenty</p></footer></div></body></html>`,
  "classes that say nothing": ({ title, pieces, box, similar }) =>
    `<!doctype html><html><head><title>${title} | Site</title></head><body><div id="__next"><div class="sc-a1"><div class="sc-a2"><a href="/">Site</a><a href="/b">Blog</a></div></div><div class="sc-b"><div class="sc-c"><h1 class="sc-d">${title}</h1><div class="sc-e"><span>By editor</span><span>Jan 2, 2026</span><span>5 min read</span></div><div class="sc-f">${words(pieces)}</div>${box}${similar}<div class="sc-g"><p>Share</p><a href="#">Twitter</a><a href="#">LinkedIn</a></div></div></div><div class="sc-h"><p>© 2026 Site. All rights reserved.</p></div></div></body></html>`,
  "no wrapper": ({ title, pieces, box, similar }) =>
    `<html><head><title>${title}</title></head><body>\n<h1>${title}</h1>\n${words(pieces)}\n${box}\n${similar}\n<hr>\n<p>© 2026 Site</p></body></html>`,
  builder: ({ title, pieces, box, similar }) =>
    `<html><head><title>${title} - Site</title></head><body class="elementor-page"><div data-elementor-type="header" class="elementor elementor-location-header"><h2 class="elementor-heading-title">Site</h2><nav>${MENU}</nav></div><div data-elementor-type="single-post" class="elementor elementor-location-single post"><section class="elementor-section"><div class="elementor-widget-container"><h1 class="elementor-heading-title elementor-size-default">${title}</h1></div><div class="elementor-widget elementor-widget-post-info"><ul class="elementor-post-info"><li><span>editor</span></li><li><time>January 2, 2026</time></li></ul></div><div class="elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">${words(pieces)}</div></div><div class="elementor-widget elementor-widget-shortcode"><div class="elementor-shortcode">${box}</div></div><div class="elementor-widget">${similar}</div></section></div><div data-elementor-type="footer"><p>All rights reserved</p></div></body></html>`,
  "box above": ({ title, pieces, box, similar }) =>
    `<html><head><title>${title}</title></head><body><main><article><h1>${title}</h1>${box}<div class="post-body">${words(pieces)}</div>${similar}</article></main></body></html>`,
  "box beside": ({ title, pieces, box, similar }) =>
    `<html><head><title>${title} « Site</title></head><body><div class="container"><div class="row"><div class="col-md-8 content"><h1 class="post-title">${title}</h1><p class="post-meta">Posted by <a href="/a">editor</a> on January 2, 2026</p>${words(pieces)}${similar}</div><div class="col-md-4 sidebar"><div class="widget">${box}</div><div class="widget"><h4>Archives</h4>${MENU}</div></div></div></div></body></html>`,
  "old tables": ({ title, pieces, box, similar }) =>
    `<HTML><HEAD><TITLE>${title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="100%"><TR><TD VALIGN="top" WIDTH="150"><A HREF="/">Home</A><BR><A HREF="/x">Archive</A></TD><TD VALIGN="top"><H1>${title}</H1>${words(pieces)}${box}${similar}</TD></TR></TABLE></BODY></HTML>`,
  "old blog": ({ title, pieces, box, similar }) =>
    `<html><head><title>${title}</title></head><body><div id="page"><div id="header"><h1><a href="/">Site</a></h1><div class="description">Notes</div></div><div id="content" class="narrowcolumn"><div class="post" id="post-7"><h2>${title}</h2><div class="entry">${words(pieces)}${box}${similar}<p class="pm alt"><small>This entry was posted on Friday, January 2nd, 2026 at 5:30 am and is filed under <a href="/c">DevOps</a>.</small></p></div></div></div><div id="footer"><p>Site is proudly powered by WordPress</p></div></div></body></html>`,
  "title above all": ({ title, pieces, box, similar }) =>
    `<html><head><title>${title}</title></head><body><div class="pt"><h1>${title}</h1><ol class="bc"><li><a href="/">Home</a></li><li class="active">${title}</li></ol></div><div class="vc_row"><div class="vc_column"><div class="wpb_wrapper"><div class="wpb_text_column"><div class="wpb_wrapper">${words(pieces)}</div></div><div class="wpb_raw_code"><div class="wpb_wrapper">${box}</div></div><div class="wpb_text_column">${similar}</div></div></div></div></body></html>`,
  "an excerpt in the head": ({ title, pieces, box, similar }) =>
    `<html><head><title>${title}</title></head><body><main><article><header class="ah"><a href="/c">DevOps</a><h1 class="at">${title}</h1><p class="ax">An excerpt of the note in one line.</p><h4><a href="/k">Lee</a></h4><time>Jan 2, 2026</time></header><section class="gc">${words(pieces)}${box}</section></article></main>${similar}<aside><h2>Another note</h2></aside></body></html>`,
  documents: ({ title, pieces, box, similar }) =>
    `<html><head><title>${title} | Site</title></head><body><nav class="navbar"><b>Site</b></nav><div class="mw"><div class="row"><aside class="col"><nav>Recent posts</nav></aside><main class="col"><article><header><h1 class="t_f1">${title}</h1><div class="c_mt"><time>January 2, 2026</time> · 5 min read</div></header><div class="markdown">${words(pieces)}${box}</div><footer><b>Tags:</b><ul><li><a href="/t">cron</a></li></ul></footer></article>${similar}</main></div></div></body></html>`,
  accelerated: ({ title, pieces, box, similar }) =>
    `<!doctype html><html amp><head><title>${title}</title></head><body><header id="top"><a href="/"><span>Site</span></a></header><article class="aw"><header><h1 class="aw-t">${title}</h1><div class="aw-m"><span>kim</span></div><div class="aw-m"><time>2 hours ago</time></div></header><div class="aw-c">${words(pieces)}${box}${similar}</div><footer>Categories: <a href="/c">DevOps</a></footer></article></body></html>`,
  "box in the foot": ({ title, pieces, box, similar }) =>
    `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${words(pieces)}<footer>${box}</footer></article>${similar}<footer><p>© 2026</p></footer></body></html>`,
  "box above, no element": ({ title, pieces, box, similar }) =>
    `<html><head><title>${title}</title></head><body><h1>${title}</h1>${box}${words(pieces)}${similar}</body></html>`,
  "box before the title": ({ title, pieces, box, similar }) =>
    `<html><head><title>${title}</title></head><body><div class="top">${box}</div><article><h1>${title}</h1>${words(pieces)}${similar}</article></body></html>`,
};

/** How similar posts are listed. */
export const SIMILAR: Readonly<Record<string, (titles: readonly string[]) => string>> = {
  list: (titles) =>
    `<h2>Similar Posts</h2><ul>${titles.map((title) => `<li><a href="/${title.length}">${title}</a></li>`).join("")}</ul>`,
  cards: (titles) =>
    `<section class="similar"><h3>Similar Posts</h3><div class="cards">${titles.map((title, i) => `<article class="card"><a href="/p${i}"><img src="a.png" alt=""></a><h4><a href="/p${i}">${title}</a></h4><p>January 2, 2026</p><a href="/p${i}" class="more">Read more</a></article>`).join("")}</div></section>`,
  plain: (titles) => `<div><h2>Similar Posts</h2>${titles.map((title) => `<p>${title}</p>`).join("")}</div>`,
  "cards with categories": (titles) =>
    `<div class="rel-9"><h2>Similar Posts</h2><ul>${titles.map((title, i) => `<li><article><a href="/s${i}"><img src="t.jpg" alt="${title}"></a><a href="/c">DevOps</a><h3><a href="/s${i}">${title}</a></h3><p>An excerpt of it…</p><a href="/s${i}">Read More</a></article></li>`).join("")}</ul></div>`,
  "lines with dates": (titles) =>
    `<div class="sim"><h4>Similar Posts</h4>${titles.map((title, i) => `<div class="it"><a href="/s${i}"><span>${title}</span></a><span class="d">Jan 2, 2026</span></div>`).join("")}</div>`,
};
