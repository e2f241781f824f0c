import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { installPacked } from "../support/packed.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A user's project with the oldest peers that package.json allows. */
const { project } = installPacked(root, "oldest");
afterAll(() => rmSync(project, { recursive: true }));

const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });

/** What the library promises of its schemas, tried with posts whose unknown fields have any name. */
const PROMISES = `
import { Post, parsePost, stringifyPost } from "alphanode-post";
import { damagedSource, post } from "alphanode-post/testing";
import { synthesizePost } from "alphanode-post/synth";
import fc from "fast-check";

fc.assert(fc.property(post(), (made) => Post.safeParse(made).success), { numRuns: 1000 });
fc.assert(fc.property(damagedSource(), ({ post }) => Post.safeParse(post).success), { numRuns: 300 });

const made = synthesizePost(39770);
for (const name of ["constructor", "toString", "hasOwnProperty"]) {
  const text = stringifyPost({ ...made, meta: { ...made.meta, extra: { [name]: "a value" } } });
  const { meta } = Post.parse(parsePost(text));
  if (!Object.hasOwn(meta.extra, name)) throw new Error(name + " is lost");
}
console.log("all hold");
`;

test("the oldest peers keep every promise", () => {
  writeFileSync(join(project, "promises.mjs"), PROMISES);
  expect(node("promises.mjs")).toBe("all hold\n");
});

test("the oldest peers do what every runtime does", () => {
  const user = join(root, "test/runtimes/user");
  for (const file of ["module.js", "smoke.js"]) copyFileSync(join(user, file), join(project, file));
  expect(JSON.parse(node("module.js")).checks).toBeGreaterThan(10);
});

test("the oldest peers have the types that the library's are made of", () => {
  copyFileSync(join(root, "test/package/user.ts"), join(project, "user.mts"));
  const flags =
    "--noEmit --strict --target es2022 --lib es2022,dom --module node16 --moduleResolution node16";
  node(join(root, "node_modules/typescript/bin/tsc"), ...flags.split(" "), "user.mts");
});

// The last: it takes a package away.
test("without htmlparser2, pages and exports are named, and texts are read all the same", () => {
  const cli = "node_modules/alphanode-post/dist/cli.js";
  const alphanode = (...args: string[]): string => node(cli, ...args);
  rmSync(join(project, "node_modules/htmlparser2"), { recursive: true });
  writeFileSync(join(project, "a.html"), alphanode("synth", "--form", "html"));
  writeFileSync(join(project, "b.xml"), '<rss xmlns:wp="http://wordpress.org/export/1.2/"></rss>');
  writeFileSync(join(project, "c.txt"), alphanode("synth"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "check", "a.html", "b.xml", "c.txt"], {
    cwd: project,
    encoding: "utf8",
  });
  const why =
    "the package htmlparser2 is needed for this, and is not installed; run: npm install htmlparser2\n";
  expect([status, stdout, stderr]).toEqual([
    2,
    "1 post: 0 with errors, 0 with warnings, 1 clean\n",
    `alphanode: cannot read a.html: ${why}alphanode: cannot read b.xml: ${why}`,
  ]);
});
