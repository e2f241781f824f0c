/** Installs the tools of the table in a temporary folder, gives them the pages, and writes `fixtures/extracted`. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { composePage, EXTRACTED, nameOf, PAGES } from "./pages.ts";
import { PROGRAMS, packagesOf } from "./programs.ts";
import { TOOLS, type Tool } from "./tools.ts";

/** Tools of one ecosystem that agree on the versions of what they share, and so are installed together. */
function environmentsOf(tools: readonly Tool[]): Tool[][] {
  const environments: Tool[][] = [];
  for (const tool of tools) {
    const home = environments.find(([first, ...others]) => {
      const packages = packagesOf([first as Tool, ...others]);
      return (
        first?.ecosystem === tool.ecosystem &&
        Object.entries(tool.packages).every(([name, version]) => (packages[name] ?? version) === version)
      );
    });
    if (home === undefined) environments.push([tool]);
    else home.push(tool);
  }
  return environments;
}

function writePages(folder: string): void {
  const pages = join(EXTRACTED, "pages");
  for (const page of PAGES) {
    const html = composePage(page);
    const [article = ""] = /<article.*<\/article>/s.exec(html) ?? [];
    writeFileSync(join(pages, `${nameOf(page)}.html`), html);
    for (const [part, text] of Object.entries({ pages: html, articles: article })) {
      mkdirSync(join(folder, part), { recursive: true });
      writeFileSync(join(folder, part, `${nameOf(page)}.html`), text);
    }
  }
}

/** Installs tools in a folder of their own and runs them; gives what went wrong. */
function runTools(tools: readonly Tool[], folder: string): string | undefined {
  const [{ ecosystem }] = tools as [Tool];
  const { files, install, run } = PROGRAMS[ecosystem];
  for (const [file, text] of Object.entries(files(tools))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  for (const command of [...install(packagesOf(tools)), run]) {
    try {
      execFileSync("sh", ["-c", command], {
        cwd: folder,
        stdio: ["ignore", "ignore", "pipe"],
        encoding: "utf8",
      });
    } catch (error) {
      const { stderr } = error as { stderr: string };
      return `${command.slice(0, 100)}: ${stderr.trim().split("\n").slice(-5).join("\n  ")}`;
    }
  }
  return undefined;
}

/** `npm run extract -- lynx turndown` runs these tools alone. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !TOOLS.some((tool) => tool.name === name));
if (unknown.length > 0) throw new Error(`no tool of the table is called ${unknown.join(", ")}`);

const folder = mkdtempSync(join(tmpdir(), "extract-"));
writePages(folder);
const chosen = TOOLS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
for (const [index, tools] of environmentsOf(chosen).entries()) {
  const names = tools.map(({ name }) => name).join(", ");
  const fault = runTools(tools, join(folder, `environment-${index}`));
  if (fault === undefined) {
    for (const { name } of tools) {
      rmSync(join(EXTRACTED, name), { recursive: true, force: true });
      cpSync(join(folder, "texts", name), join(EXTRACTED, name), { recursive: true });
    }
    console.log(`written: ${names}`);
  } else {
    console.error(`left as they were: ${names}\n  ${fault}`);
    process.exitCode = 1;
  }
}
rmSync(folder, { recursive: true, force: true });
