import { indexAt } from "../syntax/position.ts";

/**
 * A text that knows where each of its characters stands in the source it was cut from. Layouts cut, join and rewrite
 * strands; positions survive, since what was never cut apart is one run.
 */

/** A stretch of a strand and the stretch of the source it came from: unit by unit where both are as long, else as a whole. */
interface Run {
  /** Where it starts in the strand. It ends where the next run starts. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a strand is made of: other strands, and text that is written new and stands where the part before it ends. */
export type Part = Strand | string;

export class Strand {
  private constructor(
    readonly text: string,
    private readonly runs: readonly Run[],
    /** Where the strand starts in its source, be it empty. */
    readonly start: number,
  ) {}

  /** The stretch of a source between two offsets; without them, all of it. */
  static of(source: string, from = 0, to = source.length): Strand {
    return new Strand(source.slice(from, to), from < to ? [{ at: 0, from, to }] : [], from);
  }

  /** Puts parts together. */
  static join(parts: readonly Part[]): Strand {
    const runs: Run[] = [];
    const texts: string[] = [];
    let at = 0;
    const start = parts.find((part) => part instanceof Strand)?.start ?? 0;
    let place = start;
    for (const part of parts) {
      if (typeof part === "string") {
        if (part !== "") runs.push({ at, from: place, to: place });
      } else {
        for (const run of part.runs) runs.push({ at: at + run.at, from: run.from, to: run.to });
        place = part.end;
      }
      const text = typeof part === "string" ? part : part.text;
      texts.push(text);
      at += text.length;
    }
    return new Strand(texts.join(""), runs, start);
  }

  /** Past the end of the strand in its source. */
  get end(): number {
    return this.runs.at(-1)?.to ?? this.start;
  }

  get isBlank(): boolean {
    return this.text.trim() === "";
  }

  /** The stretch between two offsets of the strand. */
  slice(from: number, to = this.text.length): Strand {
    const runs: Run[] = [];
    for (let i = indexAt(this.runs, from); i < this.runs.length; i++) {
      const run = this.runs[i] as Run;
      if (run.at >= to) break;
      const past = this.runs[i + 1]?.at ?? this.text.length;
      const isEven = run.to - run.from === past - run.at;
      const before = isEven ? Math.max(from - run.at, 0) : 0;
      const after = isEven ? Math.max(past - to, 0) : 0;
      runs.push({ at: Math.max(run.at - from, 0), from: run.from + before, to: run.to - after });
    }
    return new Strand(
      this.text.slice(from, to),
      to > from ? runs : [],
      to > from ? (runs[0]?.from ?? this.end) : this.placeOf(from),
    );
  }

  /** The strand and another after it, with a text between. */
  joinedWith(between: string, other: Strand): Strand {
    return Strand.join([this, between, other]);
  }

  /** The strand without white space at its ends. */
  trim(): Strand {
    const start = this.text.length - this.text.trimStart().length;
    const end = this.text.trimEnd().length;
    return start === 0 && end === this.text.length ? this : this.slice(Math.min(start, end), end);
  }

  /** Rewrites what a pattern with the flag `g` matches; `undefined` leaves a match as it is. What is written stands where the match stood. */
  replace(pattern: RegExp, write: (match: RegExpMatchArray) => string | undefined): Strand {
    // Most texts have no match, which is found out without an iterator.
    if (this.text.search(pattern) < 0) return this;
    const parts: Part[] = [];
    let last = 0;
    for (const match of this.text.matchAll(pattern)) {
      const written = write(match);
      if (written === undefined || match[0] === "") continue;
      parts.push(
        this.slice(last, match.index),
        this.rewritten(match.index, match.index + match[0].length, written),
      );
      last = match.index + match[0].length;
    }
    if (last === 0) return this;
    return Strand.join([...parts, this.slice(last)]);
  }

  /** Takes out what a pattern with the flag `g` matches. */
  without(pattern: RegExp): Strand {
    return this.replace(pattern, () => "");
  }

  /** Cuts the strand where a pattern with the flag `g` matches. */
  split(pattern: RegExp): Strand[] {
    if (this.text.search(pattern) < 0) return [this];
    const parts: Strand[] = [];
    let last = 0;
    for (const match of this.text.matchAll(pattern)) {
      parts.push(this.slice(last, match.index));
      last = match.index + match[0].length;
    }
    return [...parts, this.slice(last)];
  }

  /** The offset of the source at which a character of the strand starts. */
  placeOf(offset: number): number {
    return this.slice(offset, offset + 1).start;
  }

  /** The offset of the source past the character of the strand that ends at an offset. */
  pastOf(offset: number): number {
    return this.slice(offset - 1, offset).end;
  }

  /** The stretch of the source from the first to the last of what stands between two offsets, which may stand there in another order. */
  stretchOf(from: number, to: number): Pick<Run, "from" | "to"> {
    let first = this.placeOf(from);
    let last = Math.max(first, this.pastOf(to));
    for (const run of this.slice(from, to).runs) {
      // What was written anew stands nowhere.
      if (run.from === run.to) continue;
      first = Math.min(first, run.from);
      last = Math.max(last, run.to);
    }
    return { from: first, to: last };
  }

  /** What is written for a stretch: a part of it stands where it stood, anything else where the whole did. */
  private rewritten(from: number, to: number, text: string): Strand {
    const within = text === "" ? -1 : this.text.slice(from, to).indexOf(text);
    if (within >= 0) return this.slice(from + within, from + within + text.length);
    const { start, end } = this.slice(from, to);
    return new Strand(text, text === "" ? [] : [{ at: 0, from: start, to: end }], start);
  }
}
