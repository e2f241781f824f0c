import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Post, postToHtml, stringifyPost } from "alphanode-post";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import { writeExport } from "alphanode-post/wordpress";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { load } from "../../src/cli/load.ts";
import { type Run, run } from "./run.ts";

/** Files that hold posts in other forms than text, told by their content or by `--from`. */

let dir: string;
const posts = [...synthesizePosts({ first: 39_770, count: 2 })] as [Post, Post];
const file = (name: string): string => join(dir, name);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-from-"));
  const page = postToHtml(posts[0]);
  writeFileSync(file("page.html"), page);
  writeFileSync(file("page"), `<!-- saved -->\n${page}`);
  writeFileSync(file("piece.dat"), page.slice(page.indexOf("<article>"), page.indexOf("</body>")));
  for await (const wxr of writeExport(posts)) {
    writeFileSync(file("export.xml"), wxr);
    writeFileSync(file("export.bin"), gzipSync(wxr));
  }
  const rest = posts.map((post, i) => ({
    id: i,
    link: `https://a.example/${i}/`,
    title: { rendered: post.title },
    content: { rendered: postToHtml(post) },
  }));
  writeFileSync(file("rest.json"), JSON.stringify(rest));
  writeFileSync(file("one.json"), JSON.stringify(rest[0], null, 2));
  const items = rest.map(
    ({ link, content }, i) =>
      `<item><title>${posts[i as 0].title}</title><link>${link}</link><content:encoded><![CDATA[${content.rendered}]]></content:encoded></item>`,
  );
  writeFileSync(file("feed.xml"), `<?xml version="1.0"?>\n<rss><channel>${items.join("")}</channel></rss>`);
  writeFileSync(file("lines.ndjson"), `${JSON.stringify({ id: "a", text: page })}\n`);
  writeFileSync(file("other.xml"), "<?xml version='1.0'?><settings/>");
  writeFileSync(file("other.json"), '{\n  "a": 1\n}');
});
afterAll(() => rmSync(dir, { recursive: true }));

const printed = ({ stdout }: Run): unknown[] => JSON.parse(`[${stdout.replace(/^\}\n(?=\{)/gm, "},")}]`);

describe("parse prints the posts of", () => {
  test.each<[string, number]>([
    ["page.html", 1],
    ["page", 1],
    ["piece.dat", 1],
    ["export.xml", 2],
    ["rest.json", 2],
    ["one.json", 1],
    ["feed.xml", 2],
  ])("%s", async (name, count) => {
    const result = await run("parse", file(name));
    expect(result).toMatchObject({ status: 0, stderr: "" });
    expect(printed(result)).toEqual(posts.slice(0, count));
  });

  test.each<[string, number]>([
    ["page.html", 1],
    ["export.xml", 2],
    ["export.bin", 2],
    ["rest.json", 2],
    ["feed.xml", 2],
    ["lines.ndjson", 1],
  ])("%s as lines", async (name, count) => {
    const { status, stdout } = await run("parse", "--ndjson", "--quiet", file(name));
    expect(status).toBe(0);
    const lines = stdout.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).data)).toEqual(posts.slice(0, count));
  });
});

it("knows posts of WordPress by their address, others by the file", async () => {
  const ids = async (name: string): Promise<string[]> => {
    const { stdout } = await run("check", "--format", "json", file(name));
    return stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).id);
  };
  expect(await ids("rest.json")).toEqual(["https://a.example/0/", "https://a.example/1/"]);
  expect(await ids("page.html")).toEqual([file("page.html")]);
});

it("reads what a directory holds of all forms, and passes other data over", async () => {
  const inner = file("inner");
  mkdirSync(inner);
  writeFileSync(join(inner, "a.txt"), stringifyPost(posts[0]));
  const { status, stdout } = await run("check", dir);
  expect(status).toBe(0);
  // Two pages, a line and a text; two each of the export, the feed and the answer; one answer of one.
  expect(stdout).toBe("11 posts: 0 with errors, 0 with warnings, 11 clean\n");
});

it("audits, compares and formats them", async () => {
  expect((await run("audit", file("export.xml"))).stderr).toBe("");
  expect((await run("similar", file("page.html"), file("one.json"))).stdout).toMatch(/^all +1\.000$/m);
  const { stdout } = await run("duplicates", "--json", file("page.html"), file("export.xml"));
  expect(JSON.parse(stdout)).toHaveLength(1);
  const formatted = await run("format", file("export.xml"));
  expect(formatted).toMatchObject({
    status: 0,
    stdout: posts.map((post) => `${stringifyPost(post)}\n`).join("\n"),
  });
});

it.each(["--fix", "--check", "--write"])("does not %s what is no text", async (option) => {
  const { status, stdout, stderr } = await run("format", option, file("page.html"));
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(`it is a web page, but ${option} takes only text or JSON of posts`);
});

it("reads a page as what it is told to", async () => {
  const article = synthesizePost(39_770);
  const page = postToHtml(article).replace(/<section class="anp-box">[\s\S]*?<\/section>/, "");
  writeFileSync(file("article.htm"), page);
  expect(await run("parse", file("article.htm"))).toMatchObject({ status: 1 });
  for (const as of ["article", "auto"]) {
    const result = await run("parse", "--as", as, file("article.htm"));
    expect(result).toMatchObject({ status: 0, stderr: "" });
    expect(printed(result)).toEqual([{ ...article, meta: {} }]);
  }
  expect(printed(await run("parse", "--as", "box", file("page.html")))).toEqual([{ meta: posts[0].meta }]);
  rmSync(file("article.htm"));
});

describe("lines with an answer of WordPress each", () => {
  const answers = posts.map((post, i) =>
    JSON.stringify({
      id: i,
      link: `https://a.example/${i}/`,
      title: { rendered: post.title },
      content: { rendered: postToHtml(post) },
    }),
  );

  it("are read by their content, whatever the name", async () => {
    for (const name of ["answers.ndjson", "answers.dat"]) {
      writeFileSync(file(name), `${answers.join("\n")}\n`);
      expect(printed(await run("parse", file(name)))).toEqual(posts);
      const { stdout } = await run("parse", "--ndjson", "--quiet", file(name));
      const lines = stdout.trim().split("\n");
      expect(lines.map((line) => JSON.parse(line))).toMatchObject(
        posts.map((data, i) => ({ id: `https://a.example/${i}/`, data })),
      );
      const formatted = await run("format", file(name));
      expect(formatted.stdout).toBe(posts.map((post) => `${stringifyPost(post)}\n`).join("\n"));
      rmSync(file(name));
    }
  });

  it("may stand among broken lines, lists of answers and texts", async () => {
    const text = JSON.stringify({ id: "a", text: stringifyPost(posts[0]) });
    const odd = '{"title":{"rendered":';
    writeFileSync(file("mixed.ndjson"), [answers[0], odd, "{", `[${answers.join(",")}]`, text].join("\n"));
    const { status, stdout, stderr } = await run("check", file("mixed.ndjson"));
    expect(status).toBe(1);
    expect(stdout).toBe("4 posts: 0 with errors, 0 with warnings, 4 clean\n");
    expect(stderr).toContain(`${file("mixed.ndjson")}:2: the line is not JSON`);
    expect(stderr).toContain(`${file("mixed.ndjson")}:3: the line is not JSON`);
    rmSync(file("mixed.ndjson"));
  });
});

describe("other encodings", () => {
  const title = "Zürich – notes";
  const post = { ...posts[0], title };
  const page = postToHtml(post);
  const old = page.replace("utf-8", "windows-1252").replaceAll("–", "\u0096");
  const wide = (text: string): Buffer => Buffer.from(text, "utf16le");

  test.each<[string, Buffer]>([
    ["UTF-16 with its mark", wide(`\ufeff${page}`)],
    ["UTF-16 with its mark, the other end first", wide(`\ufeff${page}`).swap16()],
    ["UTF-16 without a mark", wide(page)],
    ["what the page says", Buffer.from(old, "latin1")],
    ["UTF-8, whatever the page says", Buffer.from(page.replace("utf-8", "iso-8859-1"))],
    ["UTF-8 where nobody knows what the page says", Buffer.from(page.replace("utf-8", "x-none"))],
  ])("a page in %s is read", async (_, bytes) => {
    writeFileSync(file("page.htm"), bytes);
    expect(printed(await run("parse", file("page.htm")))).toEqual([post]);
    rmSync(file("page.htm"));
  });

  test("an export in what its declaration says is read", async () => {
    for await (const wxr of writeExport([{ ...post, title: "Zürich" }])) {
      for (const [encoding, bytes] of [
        ["ISO-8859-1", Buffer.from(wxr.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'), "latin1")],
        ["UTF-16", wide(`\ufeff${wxr.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`)],
      ] as const) {
        writeFileSync(file("old.xml"), bytes);
        for (const args of [["parse"], ["parse", "--ndjson", "--quiet"]])
          expect((await run(...args, file("old.xml"))).stdout, encoding).toContain('Zürich"');
      }
    }
    rmSync(file("old.xml"));
  });
});

describe("--from", () => {
  it("says what a file holds", async () => {
    writeFileSync(file("odd"), `some words before\n${postToHtml(posts[0])}`);
    const result = await run("parse", "--from", "html", file("odd"));
    expect(printed(result)).toEqual([posts[0]]);
    expect((await run("parse", "--from", "text", file("page.html"))).stderr).toContain("foreign_form");
    rmSync(file("odd"));
  });

  it.each([
    ["wxr", "page.html", /cannot read .*page\.html: expected an export or feed/],
    ["json", "export.xml", /cannot read .*export\.xml: .*JSON/],
    ["json", "other.json", /cannot read .*other\.json: expected a post of WordPress/],
  ])("%s fails for %s, and says so", async (form, name, message) => {
    for (const command of [["parse"], ["parse", "--ndjson"], ["check"], ["format"]]) {
      const { status, stderr } = await run(...command, "--from", form, file(name));
      expect(status).toBe(2);
      expect(stderr).toMatch(message);
    }
  });
});

it("says what to install where a package is absent", async () => {
  const absent = Promise.reject(Object.assign(new Error("absent"), { code: "ERR_MODULE_NOT_FOUND" }));
  await expect(load("htmlparser2", absent)).rejects.toThrow(/not installed; run: npm install htmlparser2$/);
  await expect(load("htmlparser2", Promise.reject(new TypeError("a fault")))).rejects.toThrow(TypeError);
});
