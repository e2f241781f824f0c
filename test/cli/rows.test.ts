import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { safeParsePost, sketchPost, stringifyPost } from "alphanode-post";
import { toRow } from "alphanode-post/rows";
import { tableFromIPC } from "apache-arrow";
import { parquetReadObjects } from "hyparquet";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makePost } from "../support/corpus.ts";
import { run } from "./run.ts";

/** The built command. */
const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

const good = (n: number) => stringifyPost(makePost(n));
const damaged = (n: number) => good(n).replace(/^reading time\d+$/m, "reading timelong");
const line = (record: object) => `${JSON.stringify(record)}\n`;
const posts = (count: number) =>
  Array.from({ length: count }, (_, n) => line({ id: n, text: n % 7 === 0 ? damaged(n) : good(n) })).join("");

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "alphanode-rows-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Writes a file, and gives its path. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}
const at = (name: string) => join(dir, name);
const read = (name: string) => readFileSync(at(name), "utf8");
const parsed = (lines: string) =>
  lines
    .trimEnd()
    .split("\n")
    .map((each) => JSON.parse(each));

/** Ids and codes of rows. */
const shown = (lines: string) =>
  parsed(lines).map(({ id, success, issues }) => [id, success, issues[0]?.code ?? "clean"]);

describe("alphanode parse --rows", () => {
  it("writes what toRow gives, and keeps what it is told to keep", async () => {
    const source = file(
      "a.ndjson",
      line({ id: 17, text: damaged(1), host: "x.example", at: { n: 1 } }) + line({ url: "u", text: good(2) }),
    );
    const { status, stdout } = await run("parse", "--rows", "--keep", "host, at,none", source);
    expect(status).toBe(1);
    expect(parsed(stdout)).toEqual([
      { ...toRow(safeParsePost(damaged(1)), "17"), kept: { host: "x.example", at: '{"n":1}', none: null } },
      { ...toRow(safeParsePost(good(2)), "u"), kept: { host: null, at: null, none: null } },
    ]);
  });

  it("gives each row the sketch of its post, where it is told to", async () => {
    const source = file("a.ndjson", `${line({ id: 1, text: damaged(1), host: "h" })}oops\n`);
    const { stdout } = await run("parse", "--rows", "--sketch", "--keep", "host", source);
    const [first, second] = parsed(stdout);
    expect(Object.keys(first)).toEqual(["id", "success", "post", "issues", "sketch", "kept"]);
    expect(first.sketch).toEqual(sketchPost(safeParsePost(damaged(1)).value));
    expect(second.sketch.blocks).toEqual([]);
    await run("parse", "--rows", "--sketch", "--out", at("a.arrow"), source);
    expect(tableFromIPC(readFileSync(at("a.arrow"))).get(0)?.sketch.features).toBe(first.sketch.features);
  });

  it("keeps all digits of a number", async () => {
    const text = JSON.stringify(good(1));
    const source = file(
      "a.ndjson",
      `{"id":12345678901234567890,"text":${text},"a":[0.1000,1e400],"b":1.50}\n`,
    );
    const { stdout } = await run("parse", "--rows", "--keep", "a,b", source);
    expect(parsed(stdout)[0]).toMatchObject({
      id: "12345678901234567890",
      kept: { a: "[0.1000,1e400]", b: "1.50" },
    });
  });

  it("takes the properties that it is told for id and text", async () => {
    const source = file("a.ndjson", line({ id: "no", key: "a", body: good(1), text: "no" }));
    const { stdout } = await run("parse", "--rows", "--id-field", "key", "--text-field", "body", source);
    expect(shown(stdout)).toEqual([["a", true, "clean"]]);
  });

  it("gives a row for each line, in order, whatever it holds", async () => {
    const lines = [
      JSON.stringify({ id: "a", text: good(1) }),
      "",
      "{",
      '{"id":"b","text":null}',
      '{"id":"c"}',
      `{"text":${JSON.stringify(good(2))}}`,
      '"text"',
      '{"__proto__":{"id":"d","text":"e"}}',
      `${"[".repeat(100_000)}`,
      JSON.stringify({ id: "last", text: "" }),
    ];
    const { status, stdout } = await run("parse", "--rows", file("a.ndjson", lines.join("\r\n")));
    expect(status).toBe(1);
    expect(shown(stdout)).toEqual([
      ["a", true, "clean"],
      [null, false, "input_empty_line"],
      [null, false, "input_not_json"],
      ["b", false, "input_no_text"],
      ["c", false, "input_no_text"],
      [null, false, "input_no_id"],
      [null, false, "input_not_object"],
      [null, false, "input_no_text"],
      [null, false, "input_not_json"],
      ["last", false, "empty_source"],
    ]);
    // What is wrong with a line is no reason to lose its post.
    expect(parsed(stdout)[5].post).toEqual(toRow(safeParsePost(good(2)), null).post);
  });

  it("ends with 0 for damaged posts where they are to be no failure, and with 2 for what is", async () => {
    const source = file("a.ndjson", `${line({ id: 1, text: damaged(1) })}oops\n`);
    expect((await run("parse", "--rows", "--fail-on", "errors", source)).status).toBe(1);
    expect((await run("parse", "--rows", "--fail-on", "never", source)).status).toBe(0);
    expect((await run("parse", "--rows", "--fail-on", "never", source, at("none"))).status).toBe(2);
    expect((await run("parse", "--fail-on", "never", file("a.txt", damaged(1)))).status).toBe(0);
  });

  it("says nothing that the rows say, where it is to be quiet", async () => {
    const source = file("a.ndjson", `oops\n${line({ id: 1, text: damaged(1) })}`);
    expect((await run("parse", "--rows", "--quiet", source)).stderr).toBe("");
    const { stderr } = await run("parse", "--rows", "--quiet", source, at("none"));
    expect(stderr).toBe(`alphanode: cannot read ${at("none")}: no such file\n`);
  });

  it("reads texts up to the length that is asked for", async () => {
    const source = file("a.ndjson", line({ id: 1, text: good(1) }));
    expect(shown((await run("parse", "--rows", "--max-length", "100", source)).stdout)).toEqual([
      ["1", false, "source_too_long"],
    ]);
    const long = file("b.ndjson", line({ id: 1, text: good(1) + " ".repeat(1_000_000) }));
    expect(shown((await run("parse", "--rows", long)).stdout)).toEqual([["1", false, "source_too_long"]]);
    expect(shown((await run("parse", "--rows", "--max-length", "2000000", long)).stdout)).toEqual([
      ["1", true, "clean"],
    ]);
  });

  it("reads texts as what it is told they are", async () => {
    const dense = stringifyPost(makePost(1), { form: "dense" });
    const box = good(1).slice(good(1).indexOf("\nalphanode post meta") + 1);
    const source = file(
      "a.ndjson",
      line({ id: 1, text: dense }) + line({ id: 2, text: good(2) }) + line({ id: 3, text: box }),
    );
    const as = async (what: string) =>
      shown((await run("parse", "--rows", "--as", what, source)).stdout).map(([, success]) => success);
    expect(await as("post")).toEqual([false, true, false]);
    expect(await as("auto")).toEqual([true, true, true]);
    expect(await as("article")).toEqual([true, true, false]);
    expect(await as("box")).toEqual([false, true, true]);
  });

  it.each([
    [["--out", "x", "y.txt"], "'--out' goes with --ndjson or --rows"],
    [["--sketch", "y.txt"], "'--sketch' goes with --ndjson or --rows"],
    [["--ndjson", "--sketch", "y.txt"], "'--sketch' goes with --rows"],
    [["--keep", "a", "y.txt"], "'--keep' goes with --ndjson or --rows"],
    [["--rows", "--resume", "y.txt"], "'--resume' goes with --out"],
    [["--rows", "--resume", "--out", "x.parquet", "y.txt"], "'--resume' goes with --out, and with lines"],
    [["--ndjson", "--format", "csv", "y.txt"], "--format csv takes --rows"],
    [["--rows", "--keep", "a,,b", "y.txt"], "not a list of names"],
    [["--rows", "--fail-on", "warnings", "y.txt"], "Allowed choices are errors, never"],
  ])("refuses %j", async (args, message) => {
    const { status, stderr } = await run("parse", ...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("what a source holds", () => {
  const three = posts(3);

  it("is told by its content, not by its name", async () => {
    const sources = [file("part-00000", three), file("a.json", three), file("b.log", `oops\n${three}`)];
    const { stdout } = await run("parse", "--rows", ...sources);
    expect(shown(stdout).map(([id]) => id)).toEqual(["0", "1", "2", "0", "1", "2", null, "0", "1", "2"]);
    expect(shown((await run("parse", "--rows", file("c.log", good(1)))).stdout)).toEqual([
      [at("c.log"), true, "clean"],
    ]);
  });

  it("is what the call says", async () => {
    const text = file("a.ndjson", good(1));
    expect(shown((await run("parse", "--rows", "--input", "text", text)).stdout)).toEqual([
      [text, true, "clean"],
    ]);
    const lines = file("b.txt", `oops\n${good(1)}`);
    const { stdout } = await run("parse", "--rows", "--input", "lines", lines);
    expect(parsed(stdout)).toHaveLength(`oops\n${good(1)}`.split("\n").length);
  });

  it("is found in the folders that Spark writes", async () => {
    mkdirSync(at("out"));
    file("out/_SUCCESS", "");
    file("out/._SUCCESS.crc", "x");
    file("out/part-00000", three);
    file("out/part-00001-c000.json", three);
    file("out/part-00002-c000.json.gz", zlib.gzipSync(three));
    file("out/part-00003", "");
    file("out/settings.json", JSON.stringify({ a: 1 }, null, 2));
    const { stdout } = await run("parse", "--rows", dir);
    expect(shown(stdout).map(([id]) => id)).toEqual([...["0", "1", "2", "0", "1", "2", "0", "1", "2"]]);
    // A part that got no line gives no row, wherever it is named; a file without a text is an empty post.
    const { stdout: none } = await run("parse", "--rows", at("out/part-00003"), file("part-of-a-post", ""));
    expect(shown(none)).toEqual([[at("part-of-a-post"), false, "empty_source"]]);
  });

  it("is decompressed: gzip of any number of members", async () => {
    const members = Buffer.concat([zlib.gzipSync(posts(2)), zlib.gzipSync(line({ id: "z", text: good(9) }))]);
    const { stdout } = await run(
      "parse",
      "--rows",
      file("a", members),
      file("a.txt.gz", zlib.gzipSync(good(3))),
    );
    expect(shown(stdout).map(([id]) => id)).toEqual(["0", "1", "z", at("a.txt.gz")]);
  });

  it("may have zeros behind it", async () => {
    const source = file("a.gz", Buffer.concat([zlib.gzipSync(three), Buffer.alloc(100_000)]));
    expect(parsed((await run("parse", "--rows", source)).stdout)).toHaveLength(3);
  });

  it.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, -20), "unexpected end of file"],
    ["damaged", (bytes: Buffer) => bytes.fill(7, bytes.length - 8, bytes.length - 4), "incorrect data check"],
    [
      "followed by something else",
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("and more")]),
      "incorrect header check",
    ],
    [
      "followed by zeros and by something else",
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(100), zlib.gzipSync("more")]),
      "what follows the compressed data is not gzip",
    ],
  ])("fails where gzip is %s", async (_, damage, message) => {
    const source = file("a.gz", damage(zlib.gzipSync(three)));
    const { status, stderr } = await run("parse", "--rows", "--quiet", source);
    expect([status, stderr]).toEqual([2, `alphanode: cannot read ${source}: ${message}\n`]);
  });

  /** Two frames of zstd (raw blocks), as any writer may make them, with and without a text. */
  const frame = (content: string): Buffer => {
    const bytes = Buffer.from(content);
    const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x60, 0, 0, 0, 0, 0]);
    header.writeUInt16LE(bytes.length - 256, 5);
    const block = Buffer.alloc(3);
    block.writeUIntLE((bytes.length << 3) | 1, 0, 3);
    return Buffer.concat([header.subarray(0, 7), block, bytes]);
  };

  it("is decompressed: zstd of any number of frames, by Node or by the program", async () => {
    const source = file("a.zst", Buffer.concat([frame(posts(2)), frame(line({ id: "z", text: good(9) }))]));
    const { status, stdout, stderr } = await run("parse", "--rows", "--quiet", source);
    const canRead = "createZstdDecompress" in zlib || spawnSync("zstd", ["--version"]).status === 0;
    if (canRead) expect(shown(stdout).map(([id]) => id)).toEqual(["0", "1", "z"]);
    else expect([status, stderr]).toEqual([2, expect.stringContaining("or the program zstd")]);
    if (!canRead) return;
    const cut = file("b.zst", frame(posts(2)).subarray(0, -20));
    expect((await run("parse", "--rows", "--quiet", cut)).status).toBe(2);
  });

  it("is reported where a text is too long to be kept; the rest goes on", async () => {
    const { readPieces } = await import("../../src/cli/pieces.ts");
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const files = Readable.from([file("long.txt", "x".repeat(2 << 20)), file("a.txt", "short")]);
    const pieces: string[] = [];
    for await (const { file: name } of readPieces(
      files,
      { files: "auto", stdin: "auto", as: "post", options: {} },
      1 << 20,
    ))
      pieces.push(name);
    expect(pieces).toEqual([at("a.txt")]);
    expect(said.mock.calls.join("")).toContain("the text is longer than 1 MiB; split it");
    vi.restoreAllMocks();
    process.exitCode = 0;
  });
});

describe("alphanode parse --out", () => {
  it("writes a whole file, and leaves nothing beside it", async () => {
    const source = file("a.ndjson", posts(20));
    const { status, stdout } = await run("parse", "--rows", "--out", at("out.ndjson"), source);
    expect([status, stdout]).toEqual([1, ""]);
    expect(read("out.ndjson")).toBe((await run("parse", "--rows", source)).stdout);
    expect(readdirSync(dir).sort()).toEqual(["a.ndjson", "out.ndjson"]);
  });

  it("writes none where not all could be read", async () => {
    const source = file("a.ndjson", posts(3));
    file("out.ndjson", "as it was\n");
    const { status, stderr } = await run(
      "parse",
      "--rows",
      "--quiet",
      "--out",
      at("out.ndjson"),
      source,
      at("none"),
    );
    expect(status).toBe(2);
    expect(stderr).toContain(`${at("out.ndjson")} is not written, since not all could be read`);
    expect(read("out.ndjson")).toBe("as it was\n");
  });

  it("writes where a link leads, and to no place that is no file", async () => {
    const source = file("a.ndjson", posts(3));
    symlinkSync(file("real.ndjson", ""), at("link.ndjson"));
    expect((await run("parse", "--rows", "--out", at("link.ndjson"), source)).status).toBe(1);
    expect(parsed(read("real.ndjson"))).toHaveLength(3);
    const { status, stderr } = await run("parse", "--rows", "--quiet", "--out", dir, source);
    expect([status, stderr]).toEqual([2, `alphanode: cannot write ${dir}: it is not a file\n`]);
    expect((await run("parse", "--rows", "--out", at("none/a"), source)).status).toBe(2);
  });

  describe("--resume", () => {
    const lines = posts(30);
    const call = (...more: string[]) => ["parse", "--rows", "--quiet", "--out", at("out.ndjson"), ...more];

    /** What a run leaves that was ended after some bytes. */
    async function whole(): Promise<string> {
      file("a.ndjson", lines);
      return (await run("parse", "--rows", at("a.ndjson"), file("b.txt", good(50)))).stdout;
    }

    it.each([0, 1, 100, 0.3, 0.5, 0.999])("goes on where a run was ended (%s)", async (share) => {
      const all = await whole();
      file("out.ndjson.partial", all.slice(0, share < 1 ? share * all.length : share));
      const { status } = await run(...call("--resume", at("a.ndjson"), at("b.txt")));
      expect([status, read("out.ndjson")]).toEqual([1, all]);
      expect(existsSync(at("out.ndjson.partial"))).toBe(false);
    });

    it("goes on at the very end, and starts where nothing is left", async () => {
      const all = await whole();
      file("out.ndjson.partial", all);
      await run(...call("--resume", at("a.ndjson"), at("b.txt")));
      expect(read("out.ndjson")).toBe(all);
      await run(...call("--resume", at("a.ndjson"), at("b.txt")));
      expect(read("out.ndjson")).toBe(all);
    });

    it("refuses what another input, or another call, left", async () => {
      const all = await whole();
      for (const [left, args] of [
        [all.slice(0, all.length / 2), ["--strict", "--as", "box"]],
        [all.replaceAll(/"id":"\d+"/g, '"id":"x"').slice(0, all.length / 2), []],
        [all + all, []],
      ] as const) {
        file("out.ndjson.partial", left);
        const { status, stderr } = await run(...call("--resume", ...args, at("a.ndjson"), at("b.txt")));
        expect([status, stderr]).toEqual([2, expect.stringContaining("leave out --resume")]);
        expect(existsSync(at("out.ndjson"))).toBe(false);
      }
    });
  });
});

describe("the forms of rows", () => {
  const source = () =>
    file("a.ndjson", `${posts(5)}oops\n${line({ id: 'é,"\n', text: good(6), host: "h" })}`);
  const rows = async () => parsed((await run("parse", "--rows", "--keep", "host", source())).stdout);
  const plain = (value: unknown) =>
    JSON.parse(JSON.stringify(value, (_, each) => (typeof each === "bigint" ? Number(each) : each)));

  it("parquet holds what the lines hold", async () => {
    const { status, stdout } = await run("parse", "--keep", "host", "--out", at("a.parquet"), source());
    expect([status, stdout]).toEqual([1, ""]);
    const { buffer, byteOffset, byteLength } = readFileSync(at("a.parquet"));
    const read = await parquetReadObjects({
      file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
    });
    // The reader leaves out lists that are null in an object.
    const isSome = (_: string, value: unknown) => value ?? undefined;
    const some = (value: unknown) => JSON.parse(JSON.stringify(plain(value), isSome));
    expect(some(read)).toEqual(some(await rows()));
  });

  it("arrow holds what the lines hold", async () => {
    await run("parse", "--keep", "host", "--out", at("a.arrow"), source());
    const table = tableFromIPC(readFileSync(at("a.arrow")));
    expect(plain(table.toArray())).toEqual(await rows());
  });

  it("csv has a column for each value, and lists as JSON", async () => {
    await run("parse", "--keep", "host", "--out", at("a.csv"), source());
    const [head, ...more] = read("a.csv").split("\r\n");
    const columns = head?.split(",") ?? [];
    expect(columns.slice(0, 4)).toEqual(["id", "success", "post.title", "post.intro"]);
    expect(columns.slice(-2)).toEqual(["issues", "kept.host"]);
    expect(more).toHaveLength(8);
    expect(more[1]?.startsWith("1,true,")).toBe(true);
    expect(more[5]).toMatch(/^,false,,,,.*,"\[\{""code"":""input_not_json"",.*\}\]",$/);
    expect(more[6]).toMatch(/^"é,""\n",true,[\s\S]*,\[\],h$/);
  });

  it.each(["parquet", "arrow", "csv"])("%s of nothing is a file without rows", async (format) => {
    const { status } = await run("parse", "--rows", "--out", at(`a.${format}`), file("a.ndjson", ""));
    expect(status).toBe(0);
    expect(readFileSync(at(`a.${format}`)).length).toBeGreaterThan(100);
  });

  it("leaves no part of a file that nobody can go on with", async () => {
    expect((await run("parse", "--out", at("a.parquet"), source(), at("none"))).status).toBe(2);
    expect(readdirSync(dir)).toEqual(["a.ndjson"]);
  });
});

describe("the built command", () => {
  const full = existsSync("/dev/full");

  it
    .skipIf(!full)
    .each([
      ["parse", "--rows", "a.ndjson"],
      ["parse", "--rows", "--jobs", "2", "a.ndjson"],
      ["parse", "--rows", "--format", "parquet", "a.ndjson"],
      ["check", "a.ndjson"],
      ["check", "--explain", "wrapped_text"],
      ["check", "--help"],
      ["--help"],
      ["--version"],
      ["parse", "a.txt"],
      ["synth", "--count", "100"],
    ])("ends with 2 and a message where the disk is full: %s %s", (...args) => {
    file("a.ndjson", posts(30));
    file("a.txt", good(1));
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", `"$@" > /dev/full`, "sh", process.execPath, CLI, ...args],
      {
        cwd: dir,
        encoding: "utf8",
      },
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining("no space is left")]);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("answers a line at once, so that another program can wait for it", async () => {
    const child = spawn(process.execPath, [CLI, "parse", "--rows", "--quiet", "-"]);
    const answers: string[] = [];
    for (const record of ["x", line({ id: 1, text: good(1) }).trim()]) {
      child.stdin.write(`${record}\n`);
      const [chunk] = await new Promise<Buffer[]>((resolve) =>
        child.stdout.once("data", (...all) => resolve(all)),
      );
      answers.push(String(chunk));
    }
    child.stdin.end();
    expect(shown(answers.join(""))).toEqual([
      [null, false, "input_not_json"],
      ["1", true, "clean"],
    ]);
  });

  it("says what is wrong where it has a fault of its own, without a trace", () => {
    const fault = "data:text/javascript,process.stdout.write = () => { throw new Error('a fault'); };";
    const { status, stderr } = spawnSync(process.execPath, ["--import", fault, CLI, "schema"], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([2, "alphanode: a fault\n"]);
  });
});
