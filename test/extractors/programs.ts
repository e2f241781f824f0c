import type { Ecosystem, Tool } from "./tools.ts";

/** A file to write into the folder of an environment, and its text. */
type Files = Readonly<Record<string, string>>;

/** How the tools of one ecosystem are installed and called: one program calls all of them. */
interface Program {
  readonly files: (tools: readonly Tool[]) => Files;
  /** Commands for the shell, run in the folder of the environment. */
  readonly install: (packages: Readonly<Record<string, string>>) => readonly string[];
  /** The command that reads `pages` and `articles` beside its folder and writes `texts` there. */
  readonly run: string;
}

const indent = (code: string, by: string): string => code.replace(/^/gm, by);
const json = JSON.stringify;

/** The packages of tools that share an environment. */
export const packagesOf = (tools: readonly Tool[]): Record<string, string> =>
  Object.assign({}, ...tools.map(({ packages }) => packages));

const python: Program = {
  files: (tools) => ({
    "main.py": `import pathlib, sys

${tools.map(({ code }, index) => `def tool${index}(page, article):\n${indent(code, "    ")}\n`).join("\n")}
for name, tool in [${tools.map(({ name }, index) => `(${json(name)}, tool${index})`).join(", ")}]:
    folder = pathlib.Path("../texts", name)
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(pathlib.Path("../pages").iterdir()):
        article = pathlib.Path("../articles", path.name)
        text = tool(path.read_text("utf8"), article.read_text("utf8"))
        (folder / (path.stem + ".txt")).write_text(text or "", "utf8")
`,
  }),
  install: (packages) => [
    "python3 -m venv env",
    "env/bin/pip install --quiet --upgrade pip==26.2",
    `env/bin/pip install --quiet ${Object.entries(packages)
      .map(([name, version]) => `${name}==${version}`)
      .join(" ")}`,
  ],
  run: "env/bin/python -W ignore main.py",
};

const npm: Program = {
  files: (tools) => ({
    "package.json": json({ private: true, type: "module", dependencies: packagesOf(tools) }),
    "main.js": `import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
const tools = {
${tools.map(({ name, code }) => `${json(name)}: async (page, article) => {\n${code}\n},`).join("\n")}
};
for (const [name, tool] of Object.entries(tools)) {
  mkdirSync(\`../texts/\${name}\`, { recursive: true });
  for (const file of readdirSync("../pages")) {
    const text = await tool(readFileSync(\`../pages/\${file}\`, "utf8"), readFileSync(\`../articles/\${file}\`, "utf8"));
    writeFileSync(\`../texts/\${name}/\${file.replace(".html", ".txt")}\`, text);
  }
}
`,
  }),
  install: () => ["npm install --silent --no-audit --no-fund"],
  run: "node main.js",
};

/** What an import is written as: with a name of its own, or under the name it has. */
const goImport = (path: string): string => (path.includes('"') ? path : json(path));

const go: Program = {
  files: (tools) => ({
    "go.mod": `module extract\n\ngo 1.24\n\nrequire (\n${Object.entries(packagesOf(tools))
      .map(([name, version]) => `\t${name} ${version}`)
      .join("\n")}\n)\n`,
    "main.go": `package main

import (
${[...new Set(["os", "path/filepath", "strings", ...tools.flatMap(({ imports = [] }) => imports)])].map(goImport).join("\n")}
)

var tools = map[string]func(page, article string) (string, error){
${tools.map(({ name, code }) => `${json(name)}: func(page, article string) (string, error) {\n${code}\n},`).join("\n")}
}

func read(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func main() {
	pages, _ := filepath.Glob("../pages/*.html")
	for name, tool := range tools {
		folder := filepath.Join("../texts", name)
		os.MkdirAll(folder, 0o755)
		for _, page := range pages {
			file := filepath.Base(page)
			text, err := tool(read(page), read(filepath.Join("../articles", file)))
			if err != nil {
				panic(err)
			}
			os.WriteFile(filepath.Join(folder, strings.TrimSuffix(file, ".html")+".txt"), []byte(text), 0o644)
		}
	}
}
`,
  }),
  install: () => ["go mod tidy", "go build -o extract ."],
  run: "./extract",
};

const rust: Program = {
  files: (tools) => ({
    "Cargo.toml": `[package]\nname = "extract"\nversion = "0.0.0"\nedition = "2021"\n\n[dependencies]\n${Object.entries(
      packagesOf(tools),
    )
      .map(([name, version]) => `${name} = "=${version}"`)
      .join("\n")}\n`,
    "src/main.rs": `use std::{error::Error, fs};
type Text = Result<String, Box<dyn Error>>;
${tools.map(({ code }, index) => `#[allow(unused_variables)]\nfn tool${index}(page: &str, article: &str) -> Text {\n${indent(code, "    ")}\n}`).join("\n")}
fn main() -> Result<(), Box<dyn Error>> {
    let tools: Vec<(&str, fn(&str, &str) -> Text)> = vec![${tools.map(({ name }, index) => `(${json(name)}, tool${index})`).join(", ")}];
    for (name, tool) in tools {
        fs::create_dir_all(format!("../texts/{name}"))?;
        for entry in fs::read_dir("../pages")? {
            let file = entry?.file_name().into_string().expect("a name in UTF-8");
            let text = tool(&fs::read_to_string(format!("../pages/{file}"))?, &fs::read_to_string(format!("../articles/{file}"))?)?;
            fs::write(format!("../texts/{name}/{}", file.replace(".html", ".txt")), text)?;
        }
    }
    Ok(())
}
`,
  }),
  install: () => ["cargo build --quiet"],
  run: "target/debug/extract",
};

const java: Program = {
  files: (tools) => ({
    "pom.xml": `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>extract</groupId><artifactId>extract</artifactId><version>0</version><dependencies>
${Object.entries(packagesOf(tools))
  .map(([name, version]) => {
    const [group, artifact] = name.split(":");
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  })
  .join("\n")}
</dependencies></project>
`,
    "Main.java": `import java.nio.file.*;
import java.util.*;

class Main {
  interface Tool { String text(String page, String article) throws Exception; }

  public static void main(String[] args) throws Exception {
    Map<String, Tool> tools = new LinkedHashMap<>();
${tools.map(({ name, code }) => `tools.put(${json(name)}, (page, article) -> {\n${code}\n});`).join("\n")}
    for (var tool : tools.entrySet()) {
      var folder = Files.createDirectories(Path.of("../texts", tool.getKey()));
      try (var pages = Files.newDirectoryStream(Path.of("../pages"))) {
        for (var page : pages) {
          var file = page.getFileName();
          var text = tool.getValue().text(Files.readString(page), Files.readString(Path.of("../articles").resolve(file)));
          Files.writeString(folder.resolve(file.toString().replace(".html", ".txt")), text);
        }
      }
    }
  }
}
`,
  }),
  install: () => [
    "mvn --quiet --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib",
  ],
  run: "java -cp 'lib/*' Main.java",
};

/** Libraries that the programs of Debian load, and that a small system may lack. */
const LIBRARIES =
  "libbsd0 libev4 libfsplib0 libgc1 libgpm2 libidn12 liblua5.1-0 liblua5.3-0 liblz1 libmd0 libperl5.36 libtre5 libyaml-0-2 pandoc-data";

const debian: Program = {
  files: (tools) => ({
    "main.sh": `set -e
root=$PWD/root
export PATH="$root/usr/bin:$PATH" LD_LIBRARY_PATH="$root/usr/lib/x86_64-linux-gnu" LC_ALL=C.UTF-8 HOME=$PWD
${tools
  .map(
    ({ name, code }) => `mkdir -p ../texts/${name}
for page in ../pages/*.html; do
  article=../articles/$(basename "$page")
  ${code} > "../texts/${name}/$(basename "$page" .html).txt"
done`,
  )
  .join("\n")}
`,
  }),
  install: (packages) => [
    `apt-get download --quiet ${Object.entries(packages)
      .map(([name, version]) => `${name}=${version}`)
      .join(" ")} ${LIBRARIES}`,
    "for file in *.deb; do dpkg-deb --extract $file root; done",
  ],
  run: "sh main.sh",
};

export const PROGRAMS: Readonly<Record<Ecosystem, Program>> = { python, npm, go, rust, java, debian };
