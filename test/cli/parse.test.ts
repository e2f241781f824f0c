import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { run } from "./run.ts";

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/${name}.txt`, import.meta.url));

describe("alphanode parse", () => {
  it("prints each post that it is given", async () => {
    const file = fixture("posts/rule-text");
    const once = await run("parse", file);
    expect(once).toMatchObject({ status: 0, stderr: "" });
    expect((await run("parse", file, file)).stdout).toBe(once.stdout + once.stdout);
  });

  it("names the file over the issues of a post", async () => {
    const { status, stdout, stderr } = await run("parse", fixture("articles/dense-no-code"));
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ meta: {}, title: expect.any(String) });
    expect(stderr.startsWith(`${fixture("articles/dense-no-code")}\n\nerror missing_meta_box at 14:`)).toBe(
      true,
    );
  });

  it("counts warnings as errors where it is told to", async () => {
    expect((await run("parse", fixture("posts/unknown-fields"))).status).toBe(0);
    expect((await run("parse", "--strict", fixture("posts/unknown-fields"))).status).toBe(1);
  });
});
