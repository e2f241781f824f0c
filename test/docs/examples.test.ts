import { beforeAll, describe, expect, test } from "vitest";
import {
  type Example,
  examplesIn,
  readDoc,
  run,
  runInTurn,
  typeErrors,
  userFolder,
  writePost,
} from "../support/examples.ts";
import { type PublicName, publicNames } from "../support/public-names.ts";

/** Examples run as processes of their own, on a machine that may be busy. */
const TIMEOUT = 60_000;

/** Guides whose examples are run from their first to their last. */
const GUIDES = ["docs/getting-started.md", "docs/boxes.md"];

const names = publicNames();
const commented = names.flatMap(({ name, examples }) => examples.map((example) => ({ ...example, name })));

/** What a user types is run, but for what installs packages and works on the repository itself. */
const isRun = ({ language, code }: Example): boolean => language === "ts" || !code.startsWith("npm ");

describe("public names", () => {
  const named = (list: readonly PublicName[]): string[] => list.map(({ name }) => name);

  test("are explained", () => {
    expect(named(names.filter(({ about }) => about === ""))).toEqual([]);
  });

  test("have an example, if they stand alone", () => {
    expect(named(names.filter(({ standsAlone, examples }) => standsAlone && examples.length === 0))).toEqual(
      [],
    );
  });
});

describe("examples of public names", () => {
  let printed: readonly string[] = [];
  beforeAll(async () => {
    const folder = userFolder();
    writePost(folder);
    printed = await runInTurn(commented, folder);
  }, TIMEOUT);

  test.each(commented.map((example, at) => ({ ...example, at })))(
    "$name prints what its comment shows",
    ({ at, output }) => {
      expect(printed[at]).toBe(output);
    },
  );
});

describe("README.md", () => {
  const folder = userFolder();
  beforeAll(() => writePost(folder));

  test.each(examplesIn(readDoc("README.md")).filter(isRun))(
    "$name",
    async (example) => {
      expect(await run(example, folder)).toBe(example.output);
    },
    TIMEOUT,
  );
});

describe.each(GUIDES)("%s, in a new folder", (guide) => {
  const folder = userFolder();

  test.each(examplesIn(readDoc(guide)).filter(isRun))(
    "$name",
    async (example) => {
      expect(await run(example, folder)).toBe(example.output);
    },
    TIMEOUT,
  );
});

test(
  "examples are typed right",
  () => {
    const documents = ["README.md", ...GUIDES].flatMap((path) => examplesIn(readDoc(path)));
    const examples = [...documents, ...commented];
    expect(typeErrors(examples.filter(({ language }) => language === "ts").map(({ code }) => code))).toEqual(
      [],
    );
  },
  TIMEOUT,
);
