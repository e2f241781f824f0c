import { FACETS, LONG, SHORT } from "./facets.ts";
import { type Features, unionOf } from "./features.ts";
import { Interned } from "./interned.ts";
import { Lists } from "./lists.ts";
import { Places } from "./places.ts";
import { Uint32List } from "./uint32-list.ts";

/** What a head has for a facet that the post lacks. */
export const LACKING_PART = 0xffffffff;

/** The kind of all heads: they are interned in a table of their own. */
const HEAD = 0;

/** A way to posts: a part that they have, or the parts that have a feature, and how many posts there are. */
export interface Lead {
  readonly posts: number;
  readonly facet: number;
  readonly part: number | undefined;
  readonly feature: number | undefined;
}

/**
 * The posts of an index. Each post added has a slot, a whole number that is not given again.
 *
 * Posts share most of what they are made of, so each thing is kept once and known by a number: parts; and heads, which
 * are the parts of all short facets together. A post is a head and the parts of its long text. From features, lists lead to
 * the parts that have them, from parts to heads (or slots, from parts of long text), and from heads to slots.
 */
export class Corpus {
  /** Parts, by facet. */
  readonly #parts = new Interned();
  /** Features by facet: all of short parts, and of each part of long text its least (min-wise sampling: Broder, 1997). */
  readonly #features = new Interned();
  readonly #heads = new Interned();
  readonly #partsWith = new Lists();
  readonly #holders = new Lists();
  readonly #slotsOf = new Lists();
  /** How many posts there are with a feature, a part, a head. */
  readonly #postsWithFeature = new Uint32List();
  readonly #postsWithPart = new Uint32List();
  readonly #postsWithHead = new Uint32List();
  /** The head of each slot. */
  readonly #headOf = new Uint32List();
  /** The number of the post in each slot. */
  readonly #numberOf = new Uint32List();
  /** For each long facet of each slot in turn: how many parts it has, how many distinct features, and the parts. */
  readonly records = new Uint32List();
  readonly #starts = new Uint32List();
  readonly #one = new Uint32Array(1);
  /** The features of the post at hand. */
  readonly #union = new Places();
  readonly #ids: (string | undefined)[] = [];
  readonly #slots = new Map<string, number>();

  /** How many posts there are. */
  get size(): number {
    return this.#slots.size;
  }

  /** How many slots were given, those of removed posts among them. */
  get slotCount(): number {
    return this.#ids.length;
  }

  /** How many heads and parts there are or were. */
  get headCount(): number {
    return this.#heads.length;
  }

  get partCount(): number {
    return this.#parts.length;
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  /** Gives the id of the post in a slot; undefined where it was removed. */
  idOf(slot: number): string | undefined {
    return this.#ids[slot];
  }

  /** Gives the slots in use, in ascending order. */
  slots(): Iterable<number> {
    return this.#slots.values();
  }

  headOf(slot: number): number {
    return this.#headOf.at(slot);
  }

  /** Gives the number that the box of a post names; {@link NO_NUMBER} where it names none. */
  numberOf(slot: number): number {
    return this.#numberOf.at(slot);
  }

  /** Gives the part that a head has of a short facet, or {@link LACKING_PART}. */
  partOf(head: number, facet: number): number {
    return this.#heads.at(head, facet);
  }

  /** Tells how many posts have a head. */
  postsWithHead(head: number): number {
    return this.#postsWithHead.at(head);
  }

  /** Gives a part by its number, as a view that holds until the next part is added. */
  part(number: number): Uint32Array {
    return this.#parts.get(number);
  }

  /** Gives where in {@link Corpus.records} the record of a slot starts. */
  startOf(slot: number): number {
    return this.#starts.at(slot);
  }

  /** Gives the record of a slot, as a view that holds until the next post is added. */
  recordOf(slot: number): Uint32Array {
    const end = slot + 1 < this.#starts.length ? this.startOf(slot + 1) : this.records.length;
    return this.records.view(this.startOf(slot), end);
  }

  /** Gives the numbers of the parts of a post, by facet. */
  partsOf(slot: number): number[][] {
    const head = this.headOf(slot);
    const short = SHORT.map((facet) => this.partOf(head, facet));
    const parts = short.map((part) => (part === LACKING_PART ? [] : [part]));
    for (const { parts: found } of this.textsOf(slot)) parts.push(Array.from(found));
    return parts;
  }

  /** Gives for each long facet of a post how many distinct features it has, and its parts as a view. */
  textsOf(slot: number): { size: number; parts: Uint32Array }[] {
    let start = this.startOf(slot);
    return LONG.map(() => {
      const first = start + 2;
      const size = this.records.at(start + 1);
      start = first + this.records.at(start);
      return { size, parts: this.records.view(first, start) };
    });
  }

  featuresOf(slot: number): Features {
    return this.partsOf(slot).map((parts) => parts.map((number) => this.part(number)));
  }

  /** Adds parts of a facet, and gives their numbers: one at most for a short facet, as its parts are one set. */
  intern(facet: number, parts: readonly Uint32Array[]): number[] {
    if (parts.length === 0) return [];
    const sets = FACETS[facet]?.long ? parts : [unionOf(parts)];
    return sets.map((set) => this.#internPart(facet, set));
  }

  /** Adds a post by its features, each part of which is a set; one with the same id is removed. */
  add(id: string, number: number, features: Features): void {
    this.addParts(
      id,
      number,
      features.map((parts, facet) => this.intern(facet, parts)),
    );
  }

  /** Adds a post by the numbers of its parts; one with the same id is removed. */
  addParts(id: string, number: number, parts: readonly (readonly number[])[]): void {
    this.remove(id);
    const slot = this.#ids.length;
    this.#ids.push(id);
    this.#numberOf.push(number);
    this.#slots.set(id, slot);
    const head = this.#internHead(SHORT.map((facet) => parts[facet]?.[0] ?? LACKING_PART));
    this.#headOf.push(head);
    this.#slotsOf.push(head, slot);
    this.#starts.push(this.records.length);
    for (const facet of LONG) {
      const numbers = parts[facet] ?? [];
      this.records.push(numbers.length);
      this.records.push(this.#unionSize(numbers));
      this.records.pushAll(numbers);
      for (const part of numbers) this.#holders.push(part, slot);
    }
    this.#count(slot, 1);
  }

  remove(id: string): boolean {
    const slot = this.#slots.get(id);
    if (slot === undefined) return false;
    this.#count(slot, -1);
    this.#slots.delete(id);
    this.#ids[slot] = undefined;
    return true;
  }

  /** Gives all ways from some features to posts that share one of them. */
  leadsOf(features: Features): Lead[] {
    const leads: Lead[] = [];
    const addFeature = (facet: number, item: number): void => {
      const feature = this.#featureNumber(facet, item);
      if (feature < 0) return;
      leads.push({ posts: this.#postsWithFeature.at(feature), facet, part: undefined, feature });
    };
    for (const facet of SHORT) {
      const [set] = features[facet] as readonly [Uint32Array?];
      if (set === undefined) continue;
      const part = this.#parts.find(facet, set);
      if (part >= 0) leads.push({ posts: this.#postsWithPart.at(part), facet, part, feature: undefined });
      for (const feature of set) addFeature(facet, feature);
    }
    for (const facet of LONG) {
      const least = new Set((features[facet] as readonly Uint32Array[]).map(([first]) => first as number));
      for (const feature of least) addFeature(facet, feature);
    }
    return leads.filter(({ posts }) => posts > 0);
  }

  /** Visits the parts that a way leads over. */
  eachPart({ part, feature }: Lead, visit: (part: number) => void): void {
    if (part !== undefined) visit(part);
    else this.#partsWith.each(feature as number, visit);
  }

  /** Visits the heads that have a short part, or the slots that have a part of long text. */
  eachHolder(part: number, visit: (holder: number) => void): void {
    this.#holders.each(part, visit);
  }

  /** Visits the slots of a head. */
  eachSlot(head: number, visit: (slot: number) => void): void {
    this.#slotsOf.each(head, (slot) => {
      if (this.#ids[slot] !== undefined) visit(slot);
    });
  }

  #internPart(facet: number, set: Uint32Array): number {
    const known = this.#parts.length;
    const part = this.#parts.intern(facet, set);
    if (part < known) return part;
    this.#holders.addList();
    this.#postsWithPart.push(0);
    const count = FACETS[facet]?.long ? 1 : set.length;
    for (let at = 0; at < count; at++) {
      this.#one[0] = set[at] as number;
      const feature = this.#features.intern(facet, this.#one);
      if (feature === this.#postsWithFeature.length) {
        this.#partsWith.addList();
        this.#postsWithFeature.push(0);
      }
      this.#partsWith.push(feature, part);
    }
    return part;
  }

  #internHead(parts: readonly number[]): number {
    const known = this.#heads.length;
    const head = this.#heads.intern(HEAD, parts);
    if (head < known) return head;
    this.#slotsOf.addList();
    this.#postsWithHead.push(0);
    for (const part of parts) if (part !== LACKING_PART) this.#holders.push(part, head);
    return head;
  }

  /** Counts the post in a slot in for all that it has, or out. */
  #count(slot: number, by: 1 | -1): void {
    const head = this.headOf(slot);
    this.#postsWithHead.increase(head, by);
    for (const facet of SHORT) {
      const part = this.partOf(head, facet);
      if (part === LACKING_PART) continue;
      this.#postsWithPart.increase(part, by);
      const set = this.part(part);
      for (let at = 0; at < set.length; at++) this.#countFeature(facet, set[at] as number, by);
    }
    let end = this.startOf(slot);
    for (const facet of LONG) {
      const first = end + 2;
      end = first + this.records.at(end);
      // Parts may share their least feature, and a part may stand twice.
      const least = new Set<number>();
      for (let at = first; at < end; at++) least.add(this.#parts.at(this.records.at(at), 0));
      for (const feature of least) this.#countFeature(facet, feature, by);
    }
  }

  #countFeature(facet: number, feature: number, by: 1 | -1): void {
    this.#postsWithFeature.increase(this.#featureNumber(facet, feature), by);
  }

  /** Gives the number of a feature of a facet; -1 where it is not known. */
  #featureNumber(facet: number, feature: number): number {
    this.#one[0] = feature;
    return this.#features.find(facet, this.#one);
  }

  /** Counts the distinct features of parts of long text. */
  #unionSize(parts: readonly number[]): number {
    if (parts.length < 2) return parts[0] === undefined ? 0 : this.part(parts[0]).length;
    return this.#union.fill(parts.map((part) => this.part(part))).size;
  }
}
