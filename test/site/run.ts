/**
 * `npm run wordpress`: sets up Debian's WordPress in a temporary folder, loads 500 made posts from an export of this
 * library, and reads them back from pages, REST answers and the site's own export. It takes some minutes and 300 MB of
 * packages; only the loopback device is used besides Debian's servers, and all that was started is stopped.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Post } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import { readExport, readRest, type WordPressPost, writeExport } from "alphanode-post/wordpress";
import { folded } from "../support/folded.ts";
import { Site } from "./site.ts";

const COUNT = Number(process.argv[2] ?? 500);
const scripts = resolve("test/site");

/** What came of one way back. */
class Tally {
  equal = 0;
  folded = 0;
  readonly others: string[] = [];

  add(name: string, found: unknown, wanted: Post): void {
    if (isDeepStrictEqual(found, wanted)) this.equal++;
    else if (isDeepStrictEqual(folded(found), folded(wanted))) this.folded++;
    else this.others.push(name);
  }

  print(way: string): void {
    const rest =
      this.others.length > 0 ? `, ${this.others.length} others: ${this.others.slice(0, 5).join(", ")}` : "";
    console.log(`${way}: ${this.equal} equal, ${this.folded} equal but for typography${rest}`);
    if (this.others.length > 0 || this.equal + this.folded !== COUNT) process.exitCode = 1;
  }
}

const madeOf = ({ number }: WordPressPost): Post => synthesizePost(number as number);

async function compare(site: Site): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "alphanode-export-"));
  try {
    let files = 0;
    for await (const file of writeExport(synthesizePosts({ count: COUNT }))) {
      const path = join(folder, `${++files}.xml`);
      writeFileSync(path, file);
      console.log(`file ${files}: ${site.php(join(scripts, "load.php"), path)} posts loaded`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const ids = new Map<number, Post>();
  const ways = {
    export: new Tally(),
    "REST, edit": new Tally(),
    "REST, view": new Tally(),
    page: new Tally(),
  };
  for await (const post of readExport(site.php(join(scripts, "export.php")))) {
    ways.export.add(post.slug, post.result.value, madeOf(post));
  }
  for (const context of ["edit", "view"] as const) {
    for (let page = 1; page <= Math.ceil(COUNT / 50); page++) {
      const query = `rest_route=/wp/v2/posts&context=${context}&per_page=50&page=${page}`;
      const answer = await (await fetch(`${site.address}/index.php?${query}`)).text();
      if (!answer.startsWith("[")) throw new Error(`no REST answer, but ${answer.slice(0, 300)}`);
      for (const post of readRest(answer)) {
        ways[`REST, ${context}`].add(post.slug, post.result.value, madeOf(post));
        ids.set(post.id as number, madeOf(post));
      }
    }
  }
  for (const [id, made] of ids) {
    const html = await (await fetch(`${site.address}/?p=${id}`)).text();
    ways.page.add(String(id), safeParseHtml(html).value, made);
  }
  for (const [way, tally] of Object.entries(ways)) tally.print(way);
}

const site = new Site();
try {
  console.log(`WordPress ${await site.start(scripts)} at ${site.address}`);
  await compare(site);
} finally {
  await site.stop();
}
