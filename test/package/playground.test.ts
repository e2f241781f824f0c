import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "tsup";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SITE = join(ROOT, "docs/site/playground");
const TYPES: Record<string, string> = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript" };

let server: Server;
let browser: Browser;
let page: Page;
/** What went wrong on the page: errors, and what its policy refused. */
let complaints: string[];

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`;

async function open(fragment = "", options: Parameters<Browser["newContext"]>[0] = {}): Promise<void> {
  const context = await browser.newContext(options);
  page = await context.newPage();
  complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // zod tries once whether it may compile code, and goes on without.
    if (message.type() === "error" && !/unsafe-eval/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(address() + fragment);
  await page
    .getByRole("status")
    .filter({ hasText: /\d error/ })
    .waitFor();
}

const issues = () => page.getByRole("tabpanel").locator("article");

beforeAll(async () => {
  process.chdir(ROOT);
  await build({ config: join(ROOT, "docs/playground/tsup.config.ts") });
  server = createServer(({ url = "" }, response) => {
    const file = join(SITE, url.split("#")[0] as string);
    response.setHeader("content-type", TYPES[extname(file)] ?? "text/plain");
    try {
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe("the playground", () => {
  beforeEach(() => open());

  test("shows the frames of a damaged post at once", async () => {
    await expect.poll(() => issues().count()).toBeGreaterThan(2);
    expect(await page.getByRole("tabpanel").textContent()).toContain("^^^");
    expect(complaints).toEqual([]);
  });

  test("reads what is typed, and goes to where an issue stands", async () => {
    const text = page.getByLabel("The text of a post");
    await text.fill(
      "a title\n\nsome text.\n\nalphanode post meta\n\ndificultybeginner\nreading time8\nview count7\n",
    );
    await page.getByRole("button", { name: "Go to line 7: misspelled_label" }).click();
    const selected = () =>
      text.evaluate(({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
        value.slice(selectionStart, selectionEnd),
      );
    await expect.poll(selected).toBe("dificulty");
    await page.getByRole("button", { name: "Apply fixes" }).click();
    await expect.poll(() => text.inputValue()).toContain("\ndifficultybeginner");
    expect(complaints).toEqual([]);
  });

  test("is used by keys alone", async () => {
    await page.getByRole("tab", { name: "Issues" }).focus();
    for (const name of ["Post", "Tree", "Canonical text", "Compare"]) {
      await page.keyboard.press("ArrowRight");
      expect(await page.getByRole("tab", { name, selected: true }).count()).toBe(1);
    }
    await page.getByLabel("Another post").fill(await page.getByLabel("The text of a post").inputValue());
    await page.getByText("100 % alike").waitFor();
    await page.keyboard.press("Home");
  });

  test("keeps the text in the fragment of its link", async () => {
    await page.getByLabel("The text of a post").fill("a title of mine – with ünusual signs");
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#text=/);
    const { hash } = new URL(page.url());
    await open(hash);
    expect(await page.getByLabel("The text of a post").inputValue()).toBe(
      "a title of mine – with ünusual signs",
    );
    await open("#text=bm90IGRlZmxhdGVk");
    expect(complaints).toEqual([]);
  });

  test("runs nothing that a text holds", async () => {
    const html = '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>';
    await page
      .getByLabel("The text of a post")
      .fill(`${html}\n\n${html}\n\nalphanode post meta\n\ntopic${html}\ndifficulty${html}`);
    await expect.poll(() => page.getByRole("tabpanel").textContent()).toContain("onerror");
    for (const name of ["Post", "Tree", "Canonical text", "Compare"])
      await page.getByRole("tab", { name }).click();
    expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
    expect(complaints).toEqual([]);
  });

  test("says why it does not read what is too long or no text, and goes on", async () => {
    const text = page.getByLabel("The text of a post");
    const paste = (pasted: string) =>
      text.evaluate((field, data) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", data);
        return field.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
      }, pasted);
    expect(await paste("a".repeat(10_000_000))).toBe(false);
    await page.getByRole("status").filter({ hasText: "10,000,000 characters" }).waitFor();
    await text.fill("\0\u0001\u0002ELF");
    await page.getByRole("status").filter({ hasText: "binary" }).waitFor();
    await text.fill("a title again");
    await page
      .getByRole("status")
      .filter({ hasText: /\d error/ })
      .waitFor();
  });

  test("asks the network for nothing once it is open", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByLabel("The text of a post").fill("another title");
    await issues().first().waitFor();
    expect(asked).toEqual([]);
  });
});

describe("axe finds nothing", () => {
  const looks = {
    "on a light screen": { colorScheme: "light" },
    "on a dark screen": { colorScheme: "dark" },
    "on a phone": { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
  } as const;

  test.each(Object.entries(looks))("%s", async (_, options) => {
    // axe is put into the page past its policy, as a reader's own tools are.
    await open("", { ...options, bypassCSP: true });
    await page.addScriptTag({ content: axe.source });
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      const violations = await page.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: axe is a script of the page here.
        const found = await (globalThis as any).axe.run();
        return found.violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
          id,
          nodes[0]?.html,
        ]);
      });
      expect(violations).toEqual([]);
    }
    const over = await page.evaluate(() => document.body.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});
