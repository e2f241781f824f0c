import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type PostPoint, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "./run.ts";

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/${name}.txt`, import.meta.url));

describe("alphanode parse", () => {
  it("prints each post that it is given", async () => {
    const file = fixture("posts/rule-text");
    const once = await run("parse", file);
    expect(once).toMatchObject({ status: 0, stderr: "" });
    expect((await run("parse", file, file)).stdout).toBe(once.stdout + once.stdout);
  });

  it("names the file over the issues of a post", async () => {
    const { status, stdout, stderr } = await run("parse", fixture("articles/dense-no-code"));
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ meta: {}, title: expect.any(String) });
    expect(stderr.startsWith(`${fixture("articles/dense-no-code")}\n\nerror missing_meta_box at 14:`)).toBe(
      true,
    );
  });

  it("counts warnings as errors where it is told to", async () => {
    expect((await run("parse", fixture("posts/unknown-fields"))).status).toBe(0);
    expect((await run("parse", "--strict", fixture("posts/unknown-fields"))).status).toBe(1);
  });
});

describe("alphanode parse --positions", () => {
  const file = fixture("posts/rule-text");
  const text = readFileSync(file, "utf8");
  const cut = ({ start, end }: { start: PostPoint; end: PostPoint }) => text.slice(start.offset, end.offset);

  it("tells where the values of a post stand, printed by itself or as a line", async () => {
    const { positions, ...post } = JSON.parse((await run("parse", "--positions", file)).stdout);
    expect(post).toEqual(JSON.parse((await run("parse", file)).stdout));
    expect(cut(positions["/meta/topic"])).toBe(post.meta.topic);
    const line = JSON.parse((await run("parse", "--positions", "--ndjson", "--from", "text", file)).stdout);
    expect([line.data, line.positions]).toEqual([post, positions]);
  });

  it("points from the shape of a post where a text is read as a box", async () => {
    const { positions } = JSON.parse((await run("parse", "--positions", "--as", "box", file)).stdout);
    expect(cut(positions["/meta/difficulty"])).toBe("intermediate");
    expect(Object.keys(positions).filter((pointer) => !pointer.startsWith("/meta/"))).toEqual([]);
  });

  it.each([["--rows"], ["--tree"]])("does not go with %s", async (option) => {
    const { status, stderr } = await run("parse", "--positions", option, file);
    expect([status, stderr]).toEqual([2, expect.stringContaining("--positions")]);
  });
});

describe("alphanode parse reads what all commands read:", () => {
  const texts = [1, 2, 3].map((number) => stringifyPost(synthesizePost(number)));
  const printed = texts.map((_, i) => `${JSON.stringify(synthesizePost(i + 1), null, 2)}\n`);

  let dir: string;
  const at = (name: string): string => join(dir, name);
  const write = (name: string, content: string): string => {
    writeFileSync(at(name), content);
    return at(name);
  };
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "alphanode-parse-"));
    mkdirSync(at("posts/more"), { recursive: true });
    mkdirSync(at("none"));
    for (const [i, name] of ["posts/a.txt", "posts/b.txt", "posts/more/c.txt"].entries())
      write(name, texts[i] as string);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it("a folder, a pattern", async () => {
    for (const source of ["posts", "posts/**/*.txt"])
      expect(await run("parse", at(source))).toEqual({ status: 0, stdout: printed.join(""), stderr: "" });
    const { status, stdout } = await run("parse", "--tree", at("posts"));
    expect([status, stdout.match(/^ {2}"type": "root"/gm)?.length]).toEqual([0, 3]);
  });

  it("lines with a post each, of which one may be none", async () => {
    const lines = texts.map((text, id) => JSON.stringify({ id, text }));
    const file = write("posts.ndjson", `${lines[0]}\n${lines[1]}\nno line\n${lines[2]}\n`);
    const result = await run("parse", file);
    expect(result).toMatchObject({ status: 1, stdout: printed.join("") });
    expect(result.stderr).toBe(`alphanode: ${file}:3: the line is not JSON; expected a JSON object\n`);
    expect((await run("parse", "--fail-on", "never", file)).status).toBe(0);
  });

  it("several posts of one text, whose issues point into it", async () => {
    const joined = texts.join("\n").replaceAll(/^(reading time\d+)$/gm, "$1 min");
    const { status, stdout, stderr } = await run("parse", write("joined.txt", joined));
    expect([status, stdout]).toEqual([0, printed.join("")]);
    const lines = joined.split("\n").flatMap((line, i) => (line.startsWith("reading time") ? [i + 1] : []));
    expect([...stderr.matchAll(/rewritten_value at (\d+):/g)].map(([, line]) => Number(line))).toEqual(lines);
  });

  it("JSON of several lines as what it is: no lines with a post each", async () => {
    const { status, stderr } = await run("parse", write("post.json", printed[0] as string));
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining("the source is JSON, not the text of a post"),
    ]);
  });

  it("nothing, which it says", async () => {
    for (const args of [["parse"], ["parse", "--tree"], ["format"]])
      expect(await run(...args, at("none"))).toEqual({
        status: 2,
        stdout: "",
        stderr: "alphanode: there was no post to read\n",
      });
  });
});
