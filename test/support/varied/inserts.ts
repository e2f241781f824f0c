/** What plugins, themes and editors put between the blocks of an article, in classes that say so and in such that do not. */
export const INSERTS: Readonly<Record<string, string>> = {
  nothing: "",
  advert: '<div class="code-block code-block-1" style="margin: 8px 0;"><ins class="adsbygoogle"></ins></div>',
  contents:
    '<div id="ez-toc-container" class="ez-toc-v2_0 counter-hierarchy"><p class="ez-toc-title">Table of Contents</p><nav><ul><li><a href="#x">Why This Matters</a></li></ul></nav></div>',
  share:
    '<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">X</a></li></ul></div>',
  newsletter:
    '<div class="wp-block-group newsletter-box"><h3>Join our newsletter</h3><p>One mail a week.</p><form><input type="email"></form></div>',
  "reading time":
    '<span class="span-reading-time rt-reading-time"><span class="rt-label rt-prefix">Reading Time: </span> <span class="rt-time">5</span> <span class="rt-postfix">minutes</span></span>',
  more: '<span id="more-7"></span>',
  separator: '<hr class="wp-block-separator has-alpha-channel-opacity">',
  spacer: '<div style="height:20px" aria-hidden="true" class="wp-block-spacer"></div>',
  comment: "<!-- an ad was here -->",
  "advert, a paragraph": "<p>Advertisement</p>",
  "advert, small": '<p class="q-1"><small>Advertisement - Continue reading below</small></p>',
  "advert, a label": '<div class="zx"><span>Sponsored</span></div>',
  "read also": '<p><strong>Read also:</strong> <a href="/x">How we moved the queue</a></p>',
  "see also": '<p><em>See also: <a href="/x">A note on timeouts</a></em></p>',
  "a card": '<div class="irp"><a href="/x"><span>READ</span>&nbsp; <span>A note on timeouts</span></a></div>',
  "a card with a picture":
    '<div class="b-7"><h4>You may also like</h4><a href="/x"><img src="t.jpg" alt="thumb of a note"><span>A note on timeouts</span></a></div>',
  "other posts":
    '<div class="k-1"><strong>Related reading</strong><ul><li><a href="/a">A note on timeouts</a></li><li><a href="/b">Why queues fill</a></li></ul></div>',
  "other posts, no element":
    '<p><strong>Related articles:</strong></p><ul><li><a href="/a">A note on timeouts</a></li><li><a href="/b">Why queues fill</a></li></ul>',
  "newsletter, no class":
    '<div class="k2"><p>Enjoying this note?</p><p>Subscribe to our newsletter and get the next one by mail.</p></div>',
  "newsletter, a form":
    '<div class="k3"><h3>Stay in the loop</h3><p>Get one mail a week with notes like this.</p><form action="/s"><input type="email"><button>Go</button></form></div>',
  "newsletter, a paragraph": "<p>Subscribe to our newsletter for more notes like this one.</p>",
  "follow us":
    '<p>Follow us on <a href="https://x.example">X</a> and <a href="https://m.example">Mastodon</a>.</p>',
  "share, a list":
    '<ul class="ss"><li><a href="https://f.example/s">Facebook</a></li><li><a href="https://t.example/s">Twitter</a></li></ul>',
  "share, counted":
    '<div class="r-3"><span>12 shares</span><a href="#">Share</a><a href="#">Tweet</a><a href="#">Pin</a></div>',
  minutes: "<p>Estimated reading time: 5 minutes</p>",
  views: '<div class="pv"><span>1,204 views</span></div>',
  "a date": "<p><em>Last updated on January 5, 2026</em></p>",
  "a reviewer": '<p>Reviewed by <a href="/u">Lee Park</a></p>',
  "a disclosure":
    '<p><em>This post may contain affiliate links. Read our <a href="/d">disclosure</a>.</em></p>',
  cookies:
    '<div id="b-x"><p>We use cookies to improve your experience. <a href="/c">Learn more</a></p><a href="#">Accept all</a></div>',
  "contents, a list":
    '<div class="k-t"><p>Table of Contents</p><ol><li><a href="#p">The Practical Approach</a></li><li><a href="#m">AlphaNode Post Meta</a></li></ol></div>',
  "contents, a heading":
    '<h2>Contents</h2><ul><li><a href="#a">The Practical Approach</a></li><li><a href="#c">Final Notes</a></li></ul>',
  "contents, addresses":
    '<p>In this article:</p><ul><li><a href="https://s.example/p/#a">The Practical Approach</a></li></ul>',
  "contents, closed":
    '<details class="t-x"><summary>On this page</summary><ul><li><a href="#a">Production Checks</a></li></ul></details>',
  "hidden from readers": '<div aria-hidden="true"><p>Decorative words that nobody reads.</p></div>',
  "hidden by its attribute": "<div hidden><p>Text for later.</p></div>",
  "hidden by its style": '<div style="color:red; display:none !important"><p>Text for later.</p></div>',
  "hidden by its size": '<span style="position:absolute;clip:rect(0,0,0,0)">For machines alone</span>',
  "for screen readers": '<span class="screen-reader-text">Opens in a new tab</span>',
  "a template": "<template><p>A template's text.</p></template>",
  "no scripts": "<noscript><p>Please enable JavaScript to view this.</p></noscript>",
  "an author":
    '<div class="vc"><img class="photo" src="k.jpg" alt="Lee Park"><p>Written by <a href="/k">Lee Park</a></p></div>',
  crumbs: '<p id="cr"><a href="/">Home</a> » <a href="/c">DevOps</a> » <strong>This post</strong></p>',
  "a rating":
    '<div class="ks"><span>Rate this post</span> <span>★★★★★</span> <span>4.8/5 - (12 votes)</span></div>',
  "a question": '<div class="fb"><p>Was this helpful?</p><button>Yes</button><button>No</button></div>',
  "back to top": '<p><a href="#top">Back to top</a></p>',
  tags: '<div class="tg"><a href="/tag/a">queues</a> <a href="/tag/b">cron</a></div>',
  "a quote to share":
    '<span class="ct"><a href="/t">Queues are fine until they are not.</a> <a href="/t">Click To Tweet</a></span>',
  "a sign-in":
    '<div class="pw"><h3>Keep reading with a free account</h3><p>Sign in or register to go on.</p></div>',
  "a button":
    '<div class="wp-block-buttons"><a class="wp-block-button__link" href="/x">Get the checklist as PDF</a></div>',
  stars: "<p>* * *</p>",
  "a series": '<div class="sr"><p>This post is part 2 of 4 in the series <a href="/s">Queues</a></p></div>',
  "an empty paragraph": "<p>&nbsp;</p>",
  "views, named": '<span class="post-views-label">Post Views:</span> <span>315</span>',
  "views, no class": "<p>Post Views: 1,204</p>",
  "a sponsor": "<p><em>This post is sponsored by a hosting company.</em></p>",
  "a poll":
    '<div class="p-l"><p>Which one do you use?</p><ul><li><label><input type="radio" name="p"> Redis</label></li><li><label><input type="radio" name="p"> Rabbit</label></li></ul><button>Vote</button></div>',
  "contents, each an element":
    '<div class="lwptoc"><b>Contents</b><span><a href="#">hide</a></span><div><a href="#x"><span>1</span> <span>Why this matters</span></a></div></div>',
  "a post of another site":
    '<blockquote class="twitter-tweet"><p>Queues are fine.</p>— Kim (@kim) <a href="#">January 2, 2026</a></blockquote>',
  "an associate": "<p>As a Bookshop Associate we earn from qualifying purchases.</p>",
  "a sound with a caption":
    '<figure class="k-a"><audio controls src="a.mp3"></audio><figcaption>Listen to the author read it.</figcaption></figure>',
  "a film with a caption":
    '<figure><div><iframe src="https://v.example/1"></iframe></div><figcaption>How a queue fills.</figcaption></figure>',
  "a player": "<p>🎧 Listen to this article</p>",
};
