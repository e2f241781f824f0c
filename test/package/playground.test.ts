import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "tsup";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { serveFiles } from "../support/file-server.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SITE = join(ROOT, "docs/site/playground");

let server: Awaited<ReturnType<typeof serveFiles>>;
let browser: Browser;
let page: Page;
/** What went wrong on the page: errors, and what its policy refused. */
let complaints: string[];

const address = (): string => `${server.address}/index.html`;

async function open(
  fragment = "",
  options: Parameters<Browser["newContext"]>[0] = {},
  site = address(),
  counts?: RegExp,
): Promise<void> {
  await page?.context().close();
  const context = await browser.newContext(options);
  page = await context.newPage();
  complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(site + fragment);
  await isRead(counts);
}

/** Waits until the page says how it has read a text. */
const isRead = (counts = /\d error/): Promise<void> =>
  page.getByRole("status").filter({ hasText: counts }).waitFor();

/** Opens a view, and gives what it shows. */
async function view(name: string): Promise<string | null> {
  await page.getByRole("tab", { name, exact: true }).click();
  return page.getByRole("tabpanel").textContent();
}

const issues = () => page.getByRole("tabpanel").locator("article");

beforeAll(async () => {
  process.chdir(ROOT);
  await build({ config: join(ROOT, "docs/playground/tsup.config.ts") });
  server = await serveFiles(SITE);
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
    for (const name of ["Post", "Tree", "Canonical text", "HTML", "Markdown", "Compare"]) {
      await page.keyboard.press("ArrowRight");
      expect(await page.getByRole("tab", { name, selected: true }).count()).toBe(1);
    }
    await page.getByLabel("Another post").fill(await page.getByLabel("The text of a post").inputValue());
    await page.getByText("100 % alike").waitFor();
    await page.getByRole("tab", { name: "Compare" }).focus();
    await page.keyboard.press("Home");
    expect(await page.getByRole("tab", { name: "Issues", selected: true }).count()).toBe(1);
  });

  test("shows a post as data, tree, text, HTML and Markdown", async () => {
    await page.getByLabel("Sample").selectOption("A post as the site has it");
    await isRead(/^0 errors, 0 warnings/);
    expect(await view("Post")).toContain('"difficulty": "advanced"');
    expect(await view("Tree")).toContain("field key=difficulty kind=value");
    expect(await view("Canonical text")).toBe(await page.getByLabel("The text of a post").inputValue());
    expect(await view("HTML")).toContain("<h2>production checks</h2>");
    expect(await view("Markdown")).toContain("## production checks");
  });

  test("reads its samples, a page among them", async () => {
    const sample = page.getByLabel("Sample");
    const names = await sample.locator("option").allTextContents();
    expect(names.length).toBeGreaterThan(6);
    for (const name of names) {
      await sample.selectOption(name);
      await expect.poll(() => view("Post")).toContain('"title": "linux server operations notes');
    }
    await sample.selectOption("A page as HTML");
    await isRead(/^0 errors/);
    expect(await view("Tree")).toContain("field key=difficulty");
    expect(complaints).toEqual([]);
  });

  test("compares two posts facet by facet", async () => {
    const text = await page.getByLabel("The text of a post").inputValue();
    await page.getByRole("tab", { name: "Compare" }).click();
    await page.getByLabel("Another post").fill(text.replace(/view count\d+/, "view count7"));
    await page.getByRole("rowheader", { name: "topic", exact: true }).waitFor();
    expect(await page.getByText("The other text has errors").count()).toBe(1);
    expect(await page.getByRole("row", { name: /^meta\.viewCount \d+ 7$/ }).count()).toBe(1);
    // A column has room for its heading, on one line.
    const heading = await page.getByRole("columnheader", { name: "Value" }).boundingBox();
    expect(heading?.height).toBeLessThan(50);
  });

  test("is opened as a file, without a network", async () => {
    await open("", { offline: true }, pathToFileURL(join(SITE, "index.html")).href);
    await page.getByLabel("The text of a post").fill("a title of a file");
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => page.url()).toContain("#text=");
    await open(new URL(page.url()).hash, { offline: true }, pathToFileURL(join(SITE, "index.html")).href);
    expect(await page.getByLabel("The text of a post").inputValue()).toBe("a title of a file");
    expect(complaints).toEqual([]);
  });

  test("lets go of a text that takes over a second when the next key comes, and of any after ten", async () => {
    // Time goes on only where the test says so, and the worker never hears of what begins with "slow".
    await page.clock.install();
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (question: { text: string }) {
        if (!question.text.startsWith("slow")) postMessage.call(this, question);
      };
    });
    const text = page.getByLabel("The text of a post");
    const type = async (typed: string, pause: number) => {
      await text.fill(typed);
      await page.clock.runFor(pause);
    };
    await type("slow", 1_200);
    await type("a title", 200);
    await expect.poll(() => page.getByRole("tabpanel").textContent()).toContain("a title");
    await type("slow again", 11_000);
    await page.getByRole("status").filter({ hasText: "took too long" }).waitFor();
    await type("another title", 200);
    await expect.poll(() => page.getByRole("tabpanel").textContent()).toContain("another title");
    expect(complaints).toEqual([]);
  });

  test("tries to compile nothing, which its policy forbids and Firefox reports", async () => {
    const config = await page
      .workers()[0]
      ?.evaluate(() => (globalThis as { __zod_globalConfig?: object }).__zod_globalConfig);
    expect(config).toMatchObject({ jitless: true });
  });

  test("has a policy that lets nothing in", async () => {
    const refused = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "globalThis.ran = true";
      document.body.append(script);
      // Text that would be compiled.
      setTimeout("globalThis.ran = true");
      await new Promise((pass) => setTimeout(pass, 10));
      const loads = await fetch(location.href).then(
        () => true,
        () => false,
      );
      return { ran: "ran" in globalThis, loads };
    });
    expect(refused).toEqual({ ran: false, loads: false });
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
    await open("#text=bm90IGRlZmxhdGVk", {}, address(), /^This link is damaged/);
    expect(await page.getByLabel("The text of a post").inputValue()).toBe("");
    await page.getByLabel("The text of a post").fill("a title");
    await isRead();
    await open("#elsewhere");
    expect(complaints).toEqual([]);
  });

  test("reads a file that is dropped on a field", async () => {
    const text = page.getByLabel("The text of a post");
    const drop = (content: string, times = 1) =>
      text.evaluate(
        (field, [part, count]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(Array(count).fill(part), "post.txt"));
          return field.dispatchEvent(
            new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }),
          );
        },
        [content, times] as const,
      );
    const dropped = "alphanode post meta";
    expect(await drop(dropped)).toBe(false);
    await expect.poll(() => text.inputValue()).toBe(dropped);
    // What stood there before has another number of errors: what is said of the next file must not be said over.
    await isRead(/^2 errors/);
    await drop("0123456789", 1_000_000);
    await page.getByRole("status").filter({ hasText: "This has 10,000,000 bytes" }).waitFor();
    await drop("0123456789", 200_000);
    await page.getByRole("status").filter({ hasText: "This has 2,000,000 characters" }).waitFor();
    await drop("\0ELF");
    await page.getByRole("status").filter({ hasText: "binary" }).waitFor();
    expect(await text.inputValue()).toBe(dropped);
  });

  test("runs nothing that a text holds", async () => {
    const html = '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>';
    await page
      .getByLabel("The text of a post")
      .fill(`${html}\n\n${html}\n\nalphanode post meta\n\ntopic${html}\ndifficulty${html}`);
    await expect.poll(() => page.getByRole("tabpanel").textContent()).toContain("onerror");
    for (const tab of await page.getByRole("tab").all()) await tab.click();
    expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
    // A page whose texts are markup, as it is written out again.
    await page
      .getByLabel("The text of a post")
      .fill(`<!doctype html><h1>${html}a title</h1><p>${html.replaceAll("<", "&lt;")} text.</p>${html}`);
    await expect.poll(() => view("Post")).toContain("onerror");
    for (const tab of await page.getByRole("tab").all()) await tab.click();
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
    // Put in without a paste, as by an input method.
    await text.fill("some words\n".repeat(200_000));
    await page.getByRole("status").filter({ hasText: "2,200,000 characters" }).waitFor();
    expect((await text.inputValue()).length).toBeLessThan(10_000);
    await text.fill("\0\u0001\u0002ELF");
    await page.getByRole("status").filter({ hasText: "binary" }).waitFor();
    // Nothing that was read of another text stands beside it.
    expect(await issues().count()).toBe(0);
    expect(await page.getByRole("button", { name: "Apply fixes" }).isDisabled()).toBe(true);
    await text.fill("a title again");
    await isRead();
  });

  test("counts all issues of a text, and shows the first of them", async () => {
    const again = "view count7\n".repeat(300);
    await page
      .getByLabel("The text of a post")
      .fill(`a title\n\nsome text.\n\nalphanode post meta\n\n${again}`);
    await isRead(/\b3\d\d warnings/);
    expect(await issues().count()).toBe(200);
    await page.getByText(/^… and \d+ more issues\.$/).waitFor();
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
    const text = await page.getByLabel("The text of a post").inputValue();
    await page.getByRole("tab", { name: "Compare" }).click();
    await page.getByLabel("Another post").fill(text.replace("advanced", "beginner"));
    await page.getByRole("columnheader", { name: "The other" }).waitFor();
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
