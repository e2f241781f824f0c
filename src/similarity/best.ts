/** Something that was found, with its score. */
interface Scored {
  readonly id: string;
  readonly score: number;
}

/** Orders ids by their UTF-16 units, as on every machine. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Keeps the best of what it is offered, best first; equal scores are ordered by id. */
export class Best<Item extends Scored> {
  readonly items: Item[] = [];
  readonly #limit: number;
  readonly #minScore: number;

  constructor(limit: number, minScore: number) {
    this.#limit = limit;
    this.#minScore = minScore;
  }

  /** The least score that still has a chance. */
  get least(): number {
    return this.items.length < this.#limit ? this.#minScore : (this.items.at(-1)?.score ?? this.#minScore);
  }

  offer(item: Item): void {
    if (item.score < this.least) return;
    const { items } = this;
    let place = items.length;
    while (place > 0 && isBetter(item, items[place - 1] as Item)) place--;
    items.splice(place, 0, item);
    if (items.length > this.#limit) items.pop();
  }
}

function isBetter(a: Scored, b: Scored): boolean {
  return a.score > b.score || (a.score === b.score && byCodeUnit(a.id, b.id) < 0);
}
