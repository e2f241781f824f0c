/**
 * Numbers that look random and are the same on every machine: 32-bit integer arithmetic alone, no `Math.random`.
 */

/** A source of whole numbers from 0 up to, but not with, `bound`. */
export type Draw = (bound: number) => number;

/** Hashes a text to 32 bits with FNV-1a (Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Starts a stream of draws for one aspect of one post. Each aspect has a stream of its own, so that pinning one
 * leaves the others as they were.
 *
 * The generator is Mulberry32 by Tommy Ettinger (public domain,
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c), seeded with FNV-1a.
 */
export function stream(n: number, aspect: string): Draw {
  let state = fnv1a(`${aspect} ${n}`);
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** Draws one item of a list. */
export function pick<Item>(list: readonly Item[], draw: Draw): Item {
  return list[draw(list.length)] as Item;
}

/** Draws `count` different items of a list, in random order (Fisher and Yates's shuffle). */
export function sample<Item>(list: readonly Item[], count: number, draw: Draw): Item[] {
  const rest = [...list];
  const drawn: Item[] = [];
  while (drawn.length < count && rest.length > 0) drawn.push(rest.splice(draw(rest.length), 1)[0] as Item);
  return drawn;
}
