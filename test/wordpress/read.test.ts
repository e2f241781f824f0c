import { isDeepStrictEqual } from "node:util";
import { safeParsePost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { post } from "alphanode-post/testing";
import { readExport, readFeed, readRest, type WordPressPost, writeExport } from "alphanode-post/wordpress";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const one of items) found.push(one);
  return found;
}

const made = synthesizePost(39_770);
const [file] = await all(writeExport([made]));
const exported = file as string;
const codes = ({ result }: WordPressPost): string[] => result.issues.map(({ code }) => code);

describe("an export of made posts", () => {
  test("whatever the posts say", async () => {
    await fc.assert(
      fc.asyncProperty(post(), async (one) => {
        let files: string[] = [];
        try {
          files = await all(writeExport([one]));
        } catch (error) {
          expect(String(error)).toMatch(/control character/);
        }
        for (const text of files)
          for (const { result } of await all(readExport(text))) expect(result.value).toEqual(one);
      }),
    );
  });

  test("is read in pieces of any kind", async () => {
    const bytes = new TextEncoder().encode(exported.replaceAll("background", "Hintergründe 東京 🚀"));
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
      bytes.subarray(7 * i, 7 * i + 7),
    );
    const [whole] = await all(readExport(bytes));
    const [parts] = await all(readExport(pieces));
    const [streamed] = await all(readExport(new Blob([bytes]).stream()));
    const [reader] = await all(readExport({ getReader: () => new Blob([bytes]).stream().getReader() }));
    expect(parts?.source).toBe(whole?.source);
    expect(streamed?.source).toBe(whole?.source);
    expect(reader?.source).toBe(whole?.source);
  });
});

describe("the encoding of an export", () => {
  const own = exported.replace(made.title, "Zürich 🚀");
  const wide = Buffer.from(`\ufeff${own}`, "utf16le");
  const titles = async (bytes: Parameters<typeof readExport>[0]): Promise<(string | undefined)[]> =>
    (await all(readExport(bytes))).map(({ result }) => result.value.title);
  const declared = (name: string): Buffer =>
    Buffer.from(own.replace('encoding="UTF-8"', `encoding="${name}"`).replace("🚀", ""), "latin1");

  test.each<[string, Uint8Array, string]>([
    ["UTF-8 with its mark", Buffer.from(`\ufeff${own}`), "Zürich 🚀"],
    ["UTF-16 with its mark", wide, "Zürich 🚀"],
    ["UTF-16 with its mark, the other end first", Buffer.from(wide).swap16(), "Zürich 🚀"],
    ["UTF-16 without a mark", wide.subarray(2), "Zürich 🚀"],
    ["UTF-16 without a mark, the other end first", Buffer.from(wide).swap16().subarray(2), "Zürich 🚀"],
    ["what it declares", declared("ISO-8859-1"), "Zürich"],
    ["UTF-8 though it declares UTF-16", Buffer.from(own.replace("UTF-8", "utf-16")), "Zürich 🚀"],
  ])("may be %s", async (_, bytes, title) => {
    expect(own).toContain("Zürich");
    expect(await titles(bytes)).toEqual([title]);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, i) =>
      bytes.subarray(3 * i, 3 * i + 3),
    );
    expect(await titles(pieces)).toEqual([title]);
  });

  test("that is not known is told", async () => {
    await expect(titles(declared("x-none"))).rejects.toThrow(/^the encoding .* not known: "x-none"/);
  });

  test("that was decoded as another is told", async () => {
    for (const text of [wide.toString("utf8"), wide.toString("latin1"), wide.subarray(2).toString("utf8")])
      await expect(titles(text)).rejects.toThrow(/UTF-16 that was decoded as something else; decode it/);
  });
});

describe("of an export", () => {
  const read = async (text: string): Promise<WordPressPost> =>
    (await all(readExport(text)))[0] as WordPressPost;

  test("pages, attachments and comments are no posts", async () => {
    const items = exported.match(/<item>.*<\/item>/s)?.[0] as string;
    const page = items.replace(">post</wp:post_type>", ">page</wp:post_type>");
    const comment =
      "<wp:comment><wp:commentmeta><wp:meta_key>anp_difficulty</wp:meta_key><wp:meta_value>none</wp:meta_value></wp:commentmeta></wp:comment>";
    const posts = await all(
      readExport(exported.replace(items, page + items.replace("<wp:postmeta>", `${comment}<wp:postmeta>`))),
    );
    expect(posts.map(({ result }) => result.value)).toEqual([made]);
  });

  test("drafts and private posts tell what they are", async () => {
    const draft = exported
      .replace(">publish<", ">draft<")
      .replace(/<wp:post_date_gmt>.*?</, "<wp:post_date_gmt>0000-00-00 00:00:00<");
    expect(await read(draft)).toMatchObject({ status: "draft", date: null });
  });

  test("the first of equal keys counts", async () => {
    const twice = exported.replace(
      "</item>",
      "<wp:postmeta><wp:meta_key>anp_difficulty</wp:meta_key><wp:meta_value>none</wp:meta_value></wp:postmeta></item>",
    );
    expect((await read(twice)).result.value).toEqual(made);
  });

  test("a list may have a row for each item, twice where it was imported twice", async () => {
    const rows = made.meta.tools.map(
      (tool) =>
        `<wp:postmeta><wp:meta_key>anp_tools</wp:meta_key><wp:meta_value><![CDATA[${tool}]]></wp:meta_value></wp:postmeta>`,
    );
    const single = /<wp:postmeta>\s*<wp:meta_key>(?:<!\[CDATA\[)?anp_tools[\s\S]*?<\/wp:postmeta>/;
    expect(exported).toMatch(single);
    for (const list of [rows, [...rows, ...rows]])
      expect((await read(exported.replace(single, list.join("\n")))).result).toMatchObject({
        value: made,
        issues: [],
      });
    const again = [...rows, rows[0]].join("\n");
    expect((await read(exported.replace(single, again))).result.value.meta?.tools).toEqual([
      ...made.meta.tools,
      made.meta.tools[0],
    ]);
  });

  test.each(["anp:", "anp-", "_anp_", "anp.", "anp/"])("keys may start with %s", async (prefix) => {
    const { result } = await read(exported.replaceAll("anp_", prefix));
    expect(result).toMatchObject({ value: made, issues: [] });
  });

  test.each(["topic", "_topic", "alphanode_topic", "anp-topic", "anpTopic"])(
    "meta with keys such as %s is the box",
    async (key) => {
      const text = exported.replace(/<wp:meta_key>anp_(\w+)/g, (_, name: string) => {
        if (key === "anpTopic")
          return `<wp:meta_key>anp_${name}`
            .replace(/_(\w)/g, (__, letter: string) => letter.toUpperCase())
            .replace("wp:metaKey", "wp:meta_key");
        const dashed = key.includes("-") ? name.replaceAll("_", "-") : name;
        return `<wp:meta_key>${key.replace("topic", dashed)}`;
      });
      expect((await read(text.replaceAll("wp:metaKey", "wp:meta_key"))).result.value).toEqual(made);
    },
  );

  test("lengths that do not fit are reported", async () => {
    const post = await read(exported.replace(/a:3:\{i:0;s:\d+/, "a:3:{i:0;s:999"));
    expect(post.result.value).toEqual(made);
    expect(codes(post)).toEqual(["rewritten_value"]);
  });

  test("a serialised value that cannot be read costs its field alone", async () => {
    const post = await read(
      exported.replace(/(anp_tools<.*?CDATA\[a:\d+:\{i:0;s:\d+:").*?(?=\]\]>)/s, "$1cut"),
    );
    expect(post.result.success).toBe(false);
    expect(codes(post)).toContain("uncertain_value");
    const { tools: _, ...others } = made.meta;
    expect(post.result.value.meta).toEqual(others);
  });

  test("a file that is cut gives what it has, and tells it", async () => {
    for (const part of [0.4, 0.7, 0.95]) {
      const post = await read(exported.slice(0, exported.length * part));
      expect(codes(post)).toContain("cut_short");
      expect(post.result.success).toBe(false);
    }
  });

  test("control characters and entities are text", async () => {
    const text = exported
      .replace("<?xml", '<!DOCTYPE x [<!ENTITY e "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]><?xml')
      .replace("<title><![CDATA[", "<title>&e;&f;\u000b<![CDATA[");
    expect((await read(text)).result.value.title).not.toMatch(/boom|root/);
  });

  test("a value named after what JavaScript has is a value", async () => {
    const post = await read(
      exported.replace(
        "</item>",
        '<wp:postmeta><wp:meta_key>__proto__</wp:meta_key><wp:meta_value>a:1:{s:9:"__proto__";a:1:{s:8:"polluted";i:1;}}</wp:meta_value></wp:postmeta></item>',
      ),
    );
    expect(post.result.value).toEqual(made);
    expect({}).not.toHaveProperty("polluted");
  });

  test("a box in the content completes the meta, and is compared with it", async () => {
    const box =
      "<div><h2>AlphaNode Post Meta</h2><p><strong>Difficulty</strong> beginner</p><p><strong>Hash</strong> 0123456789abcdef01234567</p><p><strong>Topic</strong> Handling Background Jobs &#8211; / Linux server operations</p></div>]]></content:encoded>";
    const text = exported
      .replace("]]></content:encoded>", box)
      .replace(/<wp:postmeta><wp:meta_key>anp_hash.*?<\/wp:postmeta>/s, "");
    const post = await read(text);
    expect(post.result.value).toEqual({ ...made, meta: { ...made.meta, hash: "0123456789abcdef01234567" } });
    expect(post.result.issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["duplicate_field", "meta.difficulty"],
    ]);
    const [issue] = post.result.issues;
    expect(post.source.slice(issue?.position.start.offset, issue?.position.end.offset)).toContain("beginner");
  });
});

describe("what is no export or feed", () => {
  test.each(["", "<html><body><form>Log in</form></body></html>", "no markup", '{"id": 7}', "<wxr/>"])(
    "is refused: %s",
    async (text) => {
      await expect(all(readExport(text))).rejects.toThrow(SyntaxError);
      await expect(all(readFeed(text))).rejects.toThrow(SyntaxError);
    },
  );

  test("is refused at once where it is no text", () => {
    expect(() => readExport(7 as never)).toThrow(TypeError);
    expect(() => readFeed(null as never)).toThrow(TypeError);
  });

  test("is read in linear time, however deep", async () => {
    const n = 200_000;
    const posts = await all(
      readExport(`<rss><item>${"<a>".repeat(n)}${"</b>".repeat(n)}${"<![CDATA[".repeat(n)}`),
    );
    expect(posts).toHaveLength(1);
  });
});

describe("a feed", () => {
  const item = (title: string, more = ""): string =>
    `<rss version="2.0"><channel><item><title>${title}</title><link>https://a.example/x-alphanode-000007-2/</link>${more}</item></channel></rss>`;

  test("has its titles as text or as HTML", async () => {
    const titles = ["R&amp;D &lt;b&gt;", "<![CDATA[R&amp;D &lt;b&gt;]]>"];
    for (const title of titles) {
      const [post] = await all(readFeed(item(title)));
      expect(post?.result.value.title).toBe("R&D <b>");
      expect(post?.number).toBe(7);
    }
  });

  test("has an article though it has no box", async () => {
    const content =
      '<content:encoded><![CDATA[<p>It&#8217;s a paragraph.</p><p><img class="wp-smiley" alt="🚀"> starts.</p>]]></content:encoded>';
    const [post] = await all(readFeed(item("A title", content)));
    expect(post?.result.success).toBe(false);
    expect(post?.result.value).toMatchObject({
      title: "A title",
      intro: [
        { type: "paragraph", text: "It’s a paragraph." },
        { type: "paragraph", text: "🚀 starts." },
      ],
    });
  });
});

describe("a REST answer", () => {
  test("is one post or several, parsed or not", () => {
    const answer = {
      id: 3,
      title: { rendered: "A &#038; B" },
      content: { rendered: "<p>Text.</p>" },
      date_gmt: "2026-01-15T05:30:00",
    };
    for (const json of [answer, [answer], JSON.stringify(answer)]) {
      const [post] = [...readRest(json)];
      expect(post).toMatchObject({ id: 3, number: null, date: "2026-01-15T05:30:00Z", status: "publish" });
      expect(post?.result.value.title).toBe("A & B");
    }
  });

  test("has meta of any JSON; null, empty text and empty lists are absent", () => {
    const meta = {
      anp_topic: made.meta.topic,
      anp_tools: made.meta.tools,
      anp_score: made.meta.score,
      anp_entities: made.meta.entities,
      anp_stack: JSON.stringify(made.meta.stack),
      anp_hash: null,
      anp_reference: "",
      anp_notes: [],
      anp_view_count: made.meta.viewCount,
      anp_flags: { ai_generated_style: true, has_images: false, imageHeavy: 1, "needs-human-review": "0" },
      footnotes: "",
    };
    const [post] = [...readRest({ title: "x", meta })];
    const { topic, tools, score, entities, stack, viewCount } = made.meta;
    expect(post?.result.value.meta).toEqual({
      topic,
      tools,
      score,
      entities,
      stack,
      viewCount,
      extra: {},
      flags: { aiGeneratedStyle: true, hasImages: false, imageHeavy: true, needsHumanReview: false },
    });
  });

  test.each([
    "nothing",
    "[7]",
    '{"code":"rest_forbidden","message":"Sorry, you are not allowed to do that."}',
  ])("is refused where it is none: %s", (json) => {
    expect(() => readRest(json)).toThrow(SyntaxError);
  });

  test("is named where it is no JSON", () => {
    expect(() => readRest("nothing")).toThrow(
      /^expected an answer of WordPress' REST interface, found no JSON: .*JSON/,
    );
  });

  test("has names of terms where they are embedded", () => {
    const [post] = [
      ...readRest({
        title: "x",
        _embedded: {
          "wp:term": [[{ name: "Data", taxonomy: "category" }], [{ name: "cron", taxonomy: "post_tag" }]],
        },
      }),
    ];
    expect(post).toMatchObject({ categories: ["Data"], tags: ["cron"] });
  });
});

test("a post is read when it is asked for, once", () => {
  const [post] = [...readRest({ title: "x" })] as [WordPressPost];
  expect(post.result).toBe(post.result);
  expect(isDeepStrictEqual(JSON.parse(JSON.stringify(post)).result.issues, post.result.issues)).toBe(true);
  expect(safeParsePost("x").issues[0]?.code).toBe("missing_meta_box");
});
