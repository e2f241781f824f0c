import { setImmediate, setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder } from "../../src/cli/in-order.ts";

async function* given<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe("inOrder", () => {
  it("gives results in the order of items, and works on no more at once than it is told", async () => {
    const waits = fc.array(fc.nat({ max: 3 }), { maxLength: 12 });
    const property = fc.asyncProperty(waits, fc.integer({ min: 1, max: 4 }), async (times, atOnce) => {
      let underWay = 0;
      let most = 0;
      const work = async (item: number): Promise<number> => {
        underWay += 1;
        most = Math.max(most, underWay);
        for (let time = times[item] as number; time > 0; time -= 1) await setImmediate();
        underWay -= 1;
        return item;
      };
      const items = [...times.keys()];
      expect(await all(inOrder(given(items), atOnce, work))).toEqual(items);
      expect(most).toBeLessThanOrEqual(atOnce);
    });
    await fc.assert(property);
  });

  it("works on as many at once as it may", async () => {
    let underWay = 0;
    const most: number[] = [];
    const work = async () => {
      underWay += 1;
      await setTimeout(20);
      most.push(underWay);
      underWay -= 1;
    };
    await all(inOrder(given([1, 2, 3]), 3, work));
    expect(most[0]).toBe(3);
  });

  it("gives a result before the next item has come, and ends without waiting for it", async () => {
    const slow = async function* () {
      yield 1;
      await new Promise(() => {});
    };
    for await (const result of inOrder(slow(), 2, async (item) => item)) {
      expect(result).toBe(1);
      break;
    }
  });

  it("fails where the work or the items fail, after what came before", async () => {
    const failing = async function* () {
      yield* [1, 2, 3];
      throw new Error("no more");
    };
    const got: number[] = [];
    const run = async (work: (item: number) => Promise<number>) => {
      got.length = 0;
      for await (const result of inOrder(failing(), 2, work)) got.push(result);
    };
    await expect(run(async (item) => item)).rejects.toThrow("no more");
    expect(got).toEqual([1, 2, 3]);
    const atTwo = async (item: number) => {
      if (item === 2) throw new Error("not this");
      await setImmediate();
      return item;
    };
    await expect(run(atTwo)).rejects.toThrow("not this");
    expect(got).toEqual([1]);
  });
});
