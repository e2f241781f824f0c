import type { Remark } from "../layout/draft.ts";
import { type Stretch, strayRemark } from "./stray.ts";

/**
 * Attributes whose quote was not closed: their value goes on to the next quote of the page, and takes what stands between.
 * Browsers show none of it.
 */

/** Looks for such attributes while a page is read. */
export class OpenQuotes {
  readonly found: Stretch[] = [];
  private from = 0;

  constructor(private readonly html: string) {}

  /** Notes where the name of an attribute ends. */
  name(at: number): void {
    this.from = at;
  }

  /**
   * Notes where its value ends. Tags end within values, too, but what follows a quote that was closed ends the tag or is white
   * space: there the next attribute starts.
   */
  end(at: number): void {
    const { html, from } = this;
    const next = html[at] ?? ">";
    if (/[\s>]/.test(next) || html.startsWith("/>", at)) return;
    const end = html.slice(from, at).indexOf(">");
    if (end >= 0) this.found.push({ from: from + end + 1, to: at - 1 });
  }
}

const MESSAGE =
  "text within an attribute above, whose quote is not closed: all up to the next quote is lost, as browsers lose it";

/** Tells what such attributes took. */
export const openQuoteRemarks = (taken: readonly Stretch[]): Remark[] =>
  taken.map((stretch) => strayRemark([stretch], [], MESSAGE));
