/** Audits the site as it is built with Lighthouse, for a phone and for a desktop, and prints a table of figures. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serveFiles } from "../support/file-server.ts";

const ROOT = process.cwd();
const { resolve } = createRequire(join(ROOT, "test/lighthouse/package.json"));

// biome-ignore lint/suspicious/noExplicitAny: Lighthouse is installed apart, without its types.
const load = (name: string): Promise<any> => import(pathToFileURL(resolve(name)).href);

/** Pages, and the categories of which they must have every point. How fast they are depends on the machine, too. */
const PAGES = {
  "playground/index.html": ["accessibility", "best-practices"],
  // As TypeDoc draws it.
  "index.html": [],
};

/** What is measured, and how much of it is fine. */
const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
];

const { default: lighthouse, desktopConfig } = await load("lighthouse");
const { launch } = await load("chrome-launcher");

const server = await serveFiles(join(ROOT, "docs/site"));
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
try {
  for (const [path, whole] of Object.entries<string[]>(PAGES)) {
    for (const [screen, config] of Object.entries({ phone: undefined, desktop: desktopConfig })) {
      const flags = { port: chrome.port, output: "json", logLevel: "error" };
      const { lhr } = await lighthouse(`${server.address}/${path}`, flags, config);
      const scores = Object.keys(lhr.categories).map((id) => [id, 100 * lhr.categories[id].score] as const);
      const short = scores.filter(([id, score]) => whole.includes(id) && score < 100);
      if (short.length > 0) process.exitCode = 1;
      console.log(
        `${path}, ${screen}: ${scores.map(([id, score]) => `${id} ${score.toFixed(0)}`).join(", ")}`,
      );
      console.log(`  ${METRICS.map((id) => `${id} ${lhr.audits[id].displayValue}`).join(", ")}`);
      for (const [category] of scores) {
        for (const { id, weight } of lhr.categories[category].auditRefs) {
          const { score, title } = lhr.audits[id];
          if (weight > 0 && score !== null && score < 0.9) console.log(`  ${category}: ${id}: ${title}`);
        }
      }
    }
  }
} finally {
  chrome.kill();
  server.close();
}
