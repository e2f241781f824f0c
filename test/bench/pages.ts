/**
 * `npm run bench:pages`: how long a page of 64 kB takes next to htmlparser2 building its tree, how long an export takes next
 * to htmlparser2 alone, and how much memory a million items take. Both sides take turns; medians of ratios are printed.
 */
import { postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import { readExport, writeExport } from "alphanode-post/wordpress";
import { Parser, parseDocument } from "htmlparser2";

const ROUNDS = 41;
const ITEMS = Number(process.argv[2] ?? 1_000_000);

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] as number;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Prints how often as long one way takes as the other. */
async function compare(
  name: string,
  ours: () => unknown,
  theirs: () => unknown,
  warmUp: number,
): Promise<void> {
  const ratios: number[] = [];
  for (let i = -warmUp; i < ROUNDS; i++) {
    const floor = await timed(theirs);
    const own = await timed(ours);
    if (i >= 0) ratios.push(own / floor);
  }
  console.log(`${name}: ${median(ratios).toFixed(2)} times as long`);
}

/** A page of a real size: a post among styles, scripts and menus. */
function bigPage(): string {
  const menu =
    '<li class="menu-item"><a href="https://alphanode.example/a/page/">A page of the site</a></li>\n'.repeat(
      200,
    );
  const style = ".wp-block-x{color:var(--wp--preset--color--base);margin:0 auto}\n".repeat(300);
  const script = "window.a=window.a||[];a.push({b:1});\n".repeat(400);
  const page = postToHtml(synthesizePost(39_770))
    .replace("</head>", `<style>${style}</style><script>${script}</script></head>`)
    .replace("<body>", `<body><nav><ul>${menu}</ul></nav>`);
  return page.slice(0, 65_536).includes("</article>") ? page : page.replace(script, "");
}

/** Items without end, as one stream that is made as it is read. */
async function* items(count: number): AsyncGenerator<string> {
  let text = "";
  for await (const file of writeExport(synthesizePosts({ count: 500 }), { maxBytes: 2 ** 28 })) text = file;
  const start = text.indexOf("<item>");
  const end = text.lastIndexOf("</channel>");
  yield text.slice(0, start);
  for (let i = 0; i < count; i += 500) yield text.slice(start, end);
  yield text.slice(end);
}

// Memory first, so that nothing else has grown it.
let read = 0;
let peak = 0;
const took = await timed(async () => {
  for await (const { number } of readExport(items(ITEMS))) {
    if (number !== null) read++;
    if (read % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
});
console.log(
  `${read} items in ${(took / 1000).toFixed(0)} s, ${(peak / 1e6).toFixed(0)} MB of memory at most`,
);

const page = bigPage();
await compare(
  `a page of ${page.length} characters, next to a tree`,
  () => safeParseHtml(page),
  () => parseDocument(page),
  300,
);

let text = "";
for await (const file of writeExport(synthesizePosts({ count: 1000 }), { maxBytes: 2 ** 28 })) text = file;
await compare(
  `an export of ${text.length} characters, next to htmlparser2 alone`,
  async () => {
    for await (const _ of readExport(text));
  },
  () => {
    const parser = new Parser({}, { xmlMode: true });
    parser.write(text);
    parser.end();
  },
  3,
);
