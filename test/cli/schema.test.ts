import { describe, expect, it } from "vitest";
import { run } from "./run.ts";

describe("alphanode schema", () => {
  it.each(["post", "result", "row"])("prints the JSON Schema of a %s", async (what) => {
    const { status, stdout } = await run("schema", "--of", what);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty("$schema");
  });

  it.each(["duckdb", "spark", "clickhouse"])("prints the columns of a row for %s", async (engine) => {
    const { stdout } = await run("schema", "--of", "row", "--for", engine, "--keep", "host");
    expect(stdout).toMatch(/success[\s\S]*host/);
  });

  it("prints an Arrow stream of a row", async () => {
    expect((await run("schema", "--of", "row", "--for", "arrow")).stdout.length).toBeGreaterThan(100);
  });

  it("has the column of sketches where it is asked for", async () => {
    const { stdout } = await run("schema", "--of", "row", "--for", "spark", "--sketch");
    expect(stdout).toContain("`sketch` STRUCT<`blocks`: ARRAY<STRING>, `features`: STRING>");
    expect((await run("schema", "--of", "row", "--for", "spark")).stdout).not.toContain("sketch");
    for (const of of ["post", "result", "row"])
      expect((await run("schema", "--sketch", "--of", of)).status).toBe(2);
  });

  it("refuses kept properties where there are no columns", async () => {
    expect(await run("schema", "--keep", "host")).toMatchObject({ status: 2, stdout: "" });
  });
});
