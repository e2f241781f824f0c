import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isIndexable, type Post, stringifyPost } from "alphanode-post";
import { synthesizePosts } from "alphanode-post/synth";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "./run.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-audit-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Writes a text to a file and gives the file's name. */
function file(name: string, source: string): string {
  const path = join(dir, name);
  writeFileSync(path, source);
  return path;
}

const ready = [...synthesizePosts({ count: 20 })].find(isIndexable) as Post;
const { topic, flags } = ready.meta;

it("audits each file and prints a line for each finding", async () => {
  const text = stringifyPost(ready);
  const good = file("good.txt", text);
  const bad = file(
    "bad.txt",
    text.replace(`topic${topic}`, "topicanother topic / php").replace("human review: 0", "human review: 1"),
  );
  const { status, stdout, stderr } = await run("audit", good, bad);
  expect(flags.needsHumanReview).toBe(false);
  expect(stdout.split("\n")).toEqual([
    `${bad}: consistency/topic: meta.topic is "another topic / php", but meta.aiOutline's problem / stack is "${topic}"`,
    `${bad}: review/needs-human-review: meta.flags.needsHumanReview is true, but it is false in a post that is ready to index`,
    "",
  ]);
  expect([status, stderr]).toEqual([1, ""]);
});

it("ends with status 0 and says nothing where there is nothing to find", async () => {
  const good = file("good.txt", stringifyPost(ready));
  expect(await run("audit", good)).toEqual({ status: 0, stdout: "", stderr: "" });
});

it("shows the issues of a post that has errors, and audits the others", async () => {
  const good = file("good.txt", stringifyPost(ready));
  const broken = file("broken.txt", "a title\n");
  const { status, stdout, stderr } = await run("audit", broken, good);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^\S*broken\.txt\n\nerror missing_meta_box at 1:/);
});

it("says which file cannot be read, and audits the others", async () => {
  const good = file("good.txt", stringifyPost(ready).replace(`topic${topic}`, "topicanother topic / php"));
  const { status, stdout, stderr } = await run("audit", join(dir, "none.txt"), good);
  expect(status).toBe(2);
  expect(stdout).toContain("consistency/topic");
  expect(stderr).toBe(`alphanode: cannot read ${join(dir, "none.txt")}: no such file\n`);
});

it("reports as lines of JSON, and asks what it is told to", async () => {
  const other = file("other.txt", stringifyPost(ready).replace(`topic${topic}`, "topicanother topic / php"));
  const broken = file("broken.txt", "a title\n");
  const { status, stdout } = await run("audit", other, broken, "--format", "json");
  const [first, second] = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect([status, first.id, first.success, second]).toEqual([
    1,
    other,
    true,
    { id: broken, success: false, findings: [] },
  ]);
  expect(first.findings.map(({ rule }: { rule: string }) => rule)).toEqual(["topic"]);
  expect(await run("audit", other, "--groups", "review")).toEqual({ status: 0, stdout: "", stderr: "" });
  expect((await run("audit", other, "--groups", "reviews")).stderr).toContain("Allowed choices are");
});

it.each(["audit", "duplicates"])("%s does not pass where there was no post", async (command) => {
  expect(await run(command, dir)).toEqual({
    status: 2,
    stdout: "",
    stderr: "alphanode: there was no post to read\n",
  });
});

it("asks for a source", async () => {
  const { status, stderr } = await run("audit");
  expect(status).toBe(2);
  expect(stderr).toContain("missing required argument 'source'");
});

it("audits the posts of a directory and of lines, by their ids", async () => {
  const wrong = stringifyPost(ready).replace(`topic${topic}`, "topicanother topic / php");
  file("good.txt", stringifyPost(ready));
  const posts = file("posts.ndjson", `${JSON.stringify({ id: "a post", text: wrong })}\n7\n`);
  const { status, stdout, stderr } = await run("audit", dir);
  expect(stdout).toMatch(/^a post: consistency\/topic: .*\n$/);
  expect(stderr).toBe(`alphanode: ${posts}:2: the line is a number; expected a JSON object\n`);
  expect(status).toBe(1);
});
