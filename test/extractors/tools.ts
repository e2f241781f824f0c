/** Where a tool comes from, which is also the language it is called in. */
export type Ecosystem = "python" | "npm" | "go" | "rust" | "java" | "debian";

/** A tool that makes text of a page. */
export interface Tool {
  readonly name: string;
  readonly ecosystem: Ecosystem;
  /** The packages it needs, with their versions; the first is the tool's own. */
  readonly packages: Readonly<Record<string, string>>;
  /** What the program that calls it has to import, where the language wants that said ahead. */
  readonly imports?: readonly string[];
  /**
   * The body of a function in the tool's language that is given `page`, all of the HTML, and `article`, that of the
   * `article` element alone, and gives the text. For Debian: a command, `$page` and `$article` being files.
   */
  readonly code: string;
  /** What it does to a post that the table of its forms does not show. */
  readonly note?: string;
}

const LXML = { lxml: "6.1.3", lxml_html_clean: "0.4.6" };
const JSDOM = { jsdom: "29.1.1" };
const FLEXMARK = "com.vladsch.flexmark:flexmark-html2md-converter";

/** The one table of tools: a newer version is a number changed, another tool is a row. */
export const TOOLS: readonly Tool[] = [
  {
    name: "trafilatura",
    ecosystem: "python",
    note: "drops images with their captions, and empties table cells that hold a list",
    packages: { trafilatura: "2.3.1", ...LXML },
    code: "import trafilatura\nreturn trafilatura.extract(page)",
  },
  {
    name: "trafilatura-markdown",
    ecosystem: "python",
    note: "drops captions; its front matter takes the last date of the text, here the day of the last review, for that of the page",
    packages: { trafilatura: "2.3.1", ...LXML },
    code: 'import trafilatura\nreturn trafilatura.extract(page, output_format="markdown", include_images=True, with_metadata=True)',
  },
  {
    name: "trafilatura-1",
    ecosystem: "python",
    note: "drops images and all indentation of code",
    packages: { trafilatura: "1.12.2", lxml_html_clean: "0.4.6" },
    code: "import trafilatura\nreturn trafilatura.extract(page)",
  },
  {
    name: "resiliparse",
    ecosystem: "python",
    note: "keeps a list of bullets only where three elements or more stand between it and `body`: the article's is gone in the plain pages",
    packages: { resiliparse: "2.0.1" },
    code: "from resiliparse.extract.html2text import extract_plain_text\nreturn extract_plain_text(page, main_content=True, alt_texts=True)",
  },
  {
    name: "resiliparse-0",
    ecosystem: "python",
    packages: { resiliparse: "0.14.9" },
    code: "from resiliparse.extract.html2text import extract_plain_text\nreturn extract_plain_text(page, main_content=True, alt_texts=True)",
  },
  {
    name: "inscriptis",
    ecosystem: "python",
    note: "puts a label beside the middle line of its list in tables, all rows of a `dl` on one line, and code within `pre` on one line",
    packages: { inscriptis: "2.7.6" },
    code: "import inscriptis\nreturn inscriptis.get_text(page)",
  },
  {
    name: "html2text",
    ecosystem: "python",
    note: "writes a caption on the line of its image, and lets lists break out of their cells",
    packages: { html2text: "2025.4.15" },
    code: "import html2text\nreturn html2text.html2text(article)",
  },
  {
    name: "justext",
    ecosystem: "python",
    note: "drops bullets and the indentation of code",
    packages: { justext: "3.0.2", ...LXML },
    code: 'import justext\nparagraphs = justext.justext(page.encode(), justext.get_stoplist("English"))\nreturn "\\n".join(paragraph.text for paragraph in paragraphs)',
  },
  {
    name: "boilerpy3",
    ecosystem: "python",
    note: "drops bullets",
    packages: { boilerpy3: "1.0.7" },
    code: "from boilerpy3 import extractors\nreturn extractors.KeepEverythingExtractor().get_content(page)",
  },
  {
    name: "newspaper4k",
    ecosystem: "python",
    note: "drops the box, images, and the lines of code",
    packages: { newspaper4k: "0.9.6", ...LXML },
    code: 'import newspaper\narticle = newspaper.Article("https://alphanode.example/post")\narticle.download(input_html=page)\narticle.parse()\nreturn article.title + "\\n\\n" + article.text',
  },
  {
    name: "readability-lxml",
    ecosystem: "python",
    note: "drops one of the records of a list",
    packages: { "readability-lxml": "0.9", ...LXML },
    code: 'import lxml.html\nfrom readability import Document\ndocument = Document(page)\nreturn document.short_title() + "\\n\\n" + lxml.html.fromstring(document.summary()).text_content()',
  },
  {
    name: "beautifulsoup",
    ecosystem: "python",
    note: "puts each piece between two tags on a line of its own, so that a key and its value part",
    packages: { beautifulsoup4: "4.15.0" },
    code: 'from bs4 import BeautifulSoup\nreturn BeautifulSoup(article, "html.parser").get_text("\\n", strip=True)',
  },
  {
    name: "selectolax",
    ecosystem: "python",
    note: "as beautifulsoup, with the spaces of the HTML kept",
    packages: { selectolax: "1.0.2" },
    code: 'from selectolax.lexbor import LexborHTMLParser\nreturn LexborHTMLParser(page).css_first("article").text(separator="\\n")',
  },
  {
    name: "markdownify",
    ecosystem: "python",
    note: "puts lists in cells on one line, nested ones with both bullets",
    packages: { markdownify: "1.2.3" },
    code: "from markdownify import markdownify\nreturn markdownify(article)",
  },
  {
    name: "markitdown",
    ecosystem: "python",
    note: "as markdownify",
    packages: { markitdown: "0.1.9" },
    code: 'import io\nfrom markitdown import MarkItDown\nreturn MarkItDown().convert_stream(io.BytesIO(page.encode()), file_extension=".html").text_content',
  },
  {
    name: "html-to-markdown",
    ecosystem: "python",
    note: "puts items in cells on one line with spaces between, so that nothing shows where one ends",
    packages: { "html-to-markdown": "3.21.2" },
    code: "import html_to_markdown\nreturn html_to_markdown.convert(page).content",
  },
  {
    name: "html-text",
    ecosystem: "python",
    note: "drops bullets, and puts code on one line",
    packages: { "html-text": "0.7.1", ...LXML },
    code: "import html_text\nreturn html_text.extract_text(page)",
  },
  {
    name: "html-to-text",
    ecosystem: "npm",
    note: "puts all rows of a `table` or `dl` on one line, up to the next list; wraps at 80; writes headings in capitals",
    packages: { "html-to-text": "10.0.1" },
    code: 'const { convert } = await import("html-to-text");\nreturn convert(page);',
  },
  {
    name: "html-to-text-tables",
    ecosystem: "npm",
    note: "writes labels of a table in capitals, and wraps cells at 60 though wrapping is off",
    packages: { "html-to-text": "10.0.1" },
    code: 'const { convert } = await import("html-to-text");\nreturn convert(article, { wordwrap: false, selectors: [{ selector: "table", format: "dataTable" }] });',
  },
  {
    name: "turndown",
    ecosystem: "npm",
    packages: { turndown: "7.2.5" },
    code: 'const { default: Turndown } = await import("turndown");\nreturn new Turndown().turndown(article);',
  },
  {
    name: "turndown-gfm",
    ecosystem: "npm",
    note: "leaves a table without a head as HTML, on one line",
    packages: { "@joplin/turndown-plugin-gfm": "1.0.68", turndown: "7.2.5" },
    code: 'const { default: Turndown } = await import("turndown");\nconst { gfm } = await import("@joplin/turndown-plugin-gfm");\nreturn new Turndown({ headingStyle: "atx", codeBlockStyle: "fenced" }).use(gfm).turndown(article);',
  },
  {
    name: "node-html-markdown",
    ecosystem: "npm",
    note: "puts items in cells on one line with spaces between; escapes the full stop behind a number, within lines, too",
    packages: { "node-html-markdown": "2.0.0" },
    code: 'const { NodeHtmlMarkdown } = await import("node-html-markdown");\nreturn NodeHtmlMarkdown.translate(article);',
  },
  {
    name: "rehype-remark",
    ecosystem: "npm",
    note: "lets lists break out of their cells; escapes colons and ampersands of URLs, and writes the first digit behind a bold label as `&#x31;`",
    packages: {
      "rehype-remark": "10.0.1",
      unified: "11.0.5",
      "rehype-parse": "9.0.1",
      "remark-gfm": "4.0.1",
      "remark-stringify": "11.0.0",
    },
    code: 'const [{ unified }, ...plugins] = await Promise.all(["unified", "rehype-parse", "rehype-remark", "remark-gfm", "remark-stringify"].map((name) => import(name)));\nreturn String(await plugins.reduce((made, { default: plugin }) => made.use(plugin), unified()).process(article));',
  },
  {
    name: "defuddle",
    ecosystem: "npm",
    note: "drops lists of short items unless a heading or a colon stands before them: the payload, and in `div` the outline; writes lists in cells on one line",
    packages: { defuddle: "0.19.4", ...JSDOM },
    code: 'const [{ Defuddle }, { JSDOM }] = [await import("defuddle/node"), await import("jsdom")];\nconst url = "https://alphanode.example/post";\nconst { title, content } = await Defuddle(new JSDOM(page, { url }), url, { markdown: true });\nreturn "# " + title + "\\n\\n" + content;',
  },
  {
    name: "readability",
    ecosystem: "npm",
    packages: { "@mozilla/readability": "0.6.0", ...JSDOM },
    code: 'const [{ Readability }, { JSDOM }] = [await import("@mozilla/readability"), await import("jsdom")];\nconst { title, textContent } = new Readability(new JSDOM(page).window.document).parse();\nreturn title + "\\n\\n" + textContent;',
  },
  {
    name: "cheerio",
    ecosystem: "npm",
    packages: { cheerio: "1.2.0" },
    code: 'const { load } = await import("cheerio");\nreturn load(page)("article").text();',
  },
  {
    name: "node-html-parser",
    ecosystem: "npm",
    note: "puts code on one line, with its tags",
    packages: { "node-html-parser": "9.0.7" },
    code: 'const { parse } = await import("node-html-parser");\nreturn parse(page).querySelector("article").structuredText;',
  },
  {
    name: "striptags",
    ecosystem: "npm",
    packages: { striptags: "3.2.0" },
    code: 'const { default: striptags } = await import("striptags");\nreturn striptags(article);',
  },
  {
    name: "hast-util-to-text",
    ecosystem: "npm",
    note: "drops bullets, as a browser's `innerText`",
    packages: { "hast-util-to-text": "4.0.3", "hast-util-from-html": "2.1.0" },
    code: 'const [{ toText }, { fromHtml }] = [await import("hast-util-to-text"), await import("hast-util-from-html")];\nreturn toText(fromHtml(page));',
  },
  {
    name: "html-to-md",
    ecosystem: "npm",
    note: "gives a table an empty head, and leaves lists in cells as HTML",
    packages: { "html-to-md": "0.8.8" },
    code: 'const { default: convert } = await import("html-to-md");\nreturn convert(article);',
  },
  {
    name: "go-html-to-markdown",
    ecosystem: "go",
    note: "gives up a table whose cells hold lists: each row is a paragraph, label and value without a space",
    packages: { "github.com/JohannesKaufmann/html-to-markdown/v2": "v2.5.2" },
    imports: [
      "github.com/JohannesKaufmann/html-to-markdown/v2/converter",
      "github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base",
      "github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark",
      "github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table",
    ],
    code: "plugins := converter.WithPlugins(base.NewBasePlugin(), commonmark.NewCommonmarkPlugin(), table.NewTablePlugin())\nreturn converter.NewConverter(plugins).ConvertString(article)",
  },
  {
    name: "go-jaytaylor-html2text",
    ecosystem: "go",
    note: "puts all rows of a `table` or `dl` on one line, up to the next list, and loses one level of nesting",
    packages: {
      "github.com/jaytaylor/html2text": "v0.0.0-20230321000545-74c2419ad056",
      "github.com/olekukonko/tablewriter": "v0.0.5",
    },
    imports: ['jaytaylor "github.com/jaytaylor/html2text"'],
    code: "return jaytaylor.FromString(article)",
  },
  {
    name: "go-k3a-html2text",
    ecosystem: "go",
    note: "puts all rows on one line, in each markup but lists, and begins every line with a space",
    packages: { "github.com/k3a/html2text": "v1.3.0" },
    imports: ['k3a "github.com/k3a/html2text"'],
    code: "return k3a.HTML2TextWithOptions(article, k3a.WithUnixLineBreaks(), k3a.WithListSupport()), nil",
  },
  {
    name: "go-readability",
    ecosystem: "go",
    note: "drops bullets",
    packages: { "codeberg.org/readeck/go-readability/v2": "v2.1.3" },
    imports: ['readeck "codeberg.org/readeck/go-readability/v2"', "strings", "net/url"],
    code: 'address, _ := url.Parse("https://alphanode.example/post")\nfound, err := readeck.FromReader(strings.NewReader(page), address)\nif err != nil {\n\treturn "", err\n}\nvar text strings.Builder\nerr = found.RenderText(&text)\nreturn found.Title() + "\\n\\n" + text.String(), err',
  },
  {
    name: "rust-html2text",
    ecosystem: "rust",
    note: "draws a table with the labels in a column of four letters, which cuts words apart",
    packages: { html2text: "0.17.4" },
    code: "Ok(html2text::from_read(article.as_bytes(), 100)?)",
  },
  {
    name: "rust-htmd",
    ecosystem: "rust",
    note: "drops the labels of rows whose label is a `th`, all but the first, and the value of that one",
    packages: { htmd: "0.5.6" },
    code: "Ok(htmd::convert(article)?)",
  },
  {
    name: "rust-nanohtml2text",
    ecosystem: "rust",
    packages: { nanohtml2text: "0.3.0" },
    code: "Ok(nanohtml2text::html2text(article))",
  },
  {
    name: "rust-dom-smoothie",
    ecosystem: "rust",
    packages: { dom_smoothie: "0.19.0" },
    code: 'let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };\nlet found = dom_smoothie::Readability::new(page, None, Some(config))?.parse()?;\nOk(format!("{}\\n\\n{}", found.title, found.text_content))',
  },
  {
    name: "jsoup",
    ecosystem: "java",
    packages: { "org.jsoup:jsoup": "1.21.2" },
    code: 'return org.jsoup.Jsoup.parse(page).selectFirst("article").wholeText();',
  },
  {
    name: "tika",
    ecosystem: "java",
    note: "writes a tab for each bullet",
    packages: {
      "org.apache.tika:tika-parser-html-module": "3.2.3",
      "org.apache.tika:tika-core": "3.2.3",
      "commons-io:commons-io": "2.20.0",
    },
    code: 'var text = new org.apache.tika.sax.BodyContentHandler(-1);\nvar metadata = new org.apache.tika.metadata.Metadata();\nmetadata.set("Content-Type", "text/html; charset=utf-8");\nnew org.apache.tika.parser.html.JSoupParser().parse(new java.io.ByteArrayInputStream(page.getBytes("UTF-8")), text, metadata, new org.apache.tika.parser.ParseContext());\nreturn text.toString();',
  },
  {
    name: "flexmark",
    ecosystem: "java",
    note: "pads the cells of a table to the longest",
    packages: { [FLEXMARK]: "0.64.8" },
    code: "return com.vladsch.flexmark.html2md.converter.FlexmarkHtmlConverter.builder().build().convert(article);",
  },
  {
    name: "jericho",
    ecosystem: "java",
    packages: { "net.htmlparser.jericho:jericho-html": "3.4" },
    code: "return new net.htmlparser.jericho.Source(article).getRenderer().toString();",
  },
  {
    name: "lynx",
    ecosystem: "debian",
    note: "writes alternative text and caption on one line, and code without an empty line before it",
    packages: { lynx: "2.9.0dev.12-1", "lynx-common": "2.9.0dev.12-1" },
    code: 'lynx -cfg="$root/etc/lynx/lynx.cfg" -lss=/dev/null -dump -nolist -display_charset=utf-8 "$page"',
  },
  {
    name: "w3m",
    ecosystem: "debian",
    note: "puts a label beside the middle line of its list in tables, and centres it",
    packages: { w3m: "0.5.3+git20230121-2" },
    code: 'w3m -dump -T text/html -I UTF-8 -O UTF-8 "$page"',
  },
  {
    name: "links",
    ecosystem: "debian",
    note: "puts a label beside the middle line of its list in tables, and a label of two words on two lines",
    packages: { links: "2.28-1+b2" },
    code: 'links -dump -codepage utf-8 -html-assume-codepage utf-8 "$page"',
  },
  {
    name: "elinks",
    ecosystem: "debian",
    note: "as w3m",
    packages: { elinks: "0.13.2-1+b4" },
    code: 'elinks -dump -no-references -no-numbering -dump-charset utf-8 "$page"',
  },
  {
    name: "debian-html2text",
    ecosystem: "debian",
    note: "puts a label beside the middle line of its list in tables, and frames headings with asterisks",
    packages: { html2text: "1.3.2a-28" },
    code: 'html2text -utf8 -nobs "$page"',
  },
  {
    name: "vilistextum",
    ecosystem: "debian",
    packages: { vilistextum: "2.6.9-1.3" },
    code: 'vilistextum -u -y utf-8 "$page" -',
  },
  {
    name: "pandoc-plain",
    ecosystem: "debian",
    note: "drops the alternative text, and draws tables as grids",
    packages: { pandoc: "2.17.1.1-2~deb12u1" },
    code: 'pandoc -f html -t plain "$article"',
  },
  {
    name: "pandoc-gfm",
    ecosystem: "debian",
    note: "writes `[TABLE]` for a table whose cells hold lists; the caption takes the place of the alternative text",
    packages: { pandoc: "2.17.1.1-2~deb12u1" },
    code: 'pandoc -f html -t gfm-raw_html --wrap=none "$article"',
  },
];

/** The version of a tool, which is that of its own package. */
export const versionOf = ({ packages }: Tool): string => Object.values(packages)[0] ?? "";
