import type { HtmlElement, HtmlText } from "./node.ts";
import { isBlankText, lineOf, type Piece, touchesSpace } from "./segments.ts";

/** Gathers the text of a paragraph, stretch by stretch, and knows what stands between its stretches. */
export class Run {
  private pieces: Piece[] = [];
  private linked = 0;
  private starts = false;
  private spaced = false;
  /** How many links are open. */
  links = 0;

  constructor(private readonly html: string) {}

  /** Adds text that stands in an element. */
  add(text: HtmlText, parent: HtmlElement): void {
    const { html } = this;
    if (isBlankText(html, text)) {
      this.spaced = true;
      return;
    }
    const { starts } = this;
    this.pieces.push({ text, parent, starts, spaced: this.spaced || touchesSpace(html, text, "start") });
    if (this.links > 0) this.linked += text.character?.length ?? text.to - text.from;
    this.starts = false;
    this.spaced = touchesSpace(html, text, "end");
  }

  /** Has what comes next start a line. */
  breaks(): void {
    this.starts = true;
  }

  /** The stretch that was added last, within its line. */
  get last(): Piece | undefined {
    return this.starts ? undefined : this.pieces.at(-1);
  }

  /** Gives what was gathered, and starts anew. */
  take(): { run: readonly Piece[]; line: string; linked: number } {
    const { pieces: run, linked } = this;
    this.pieces = [];
    this.linked = 0;
    this.starts = false;
    this.spaced = false;
    return { run, line: lineOf(this.html, run), linked };
  }
}
