import { countPhrase, goesOn, isWord } from "./phrase.ts";

/** Up to so many phrases are soonest looked for one by one. */
const FEW = 16;

/** What phrases that begin alike have in common: a word or another character, what follows it, and a phrase that ends here. */
interface Branch {
  readonly next: Map<string, Branch>;
  phrase: string | undefined;
}

/**
 * Counts how often each of some phrases stands in some texts, as {@link countPhrase} does. Many phrases are looked for at
 * once, so that the time grows with their number and with the texts, and not with the product of both.
 */
export function countPhrases(texts: readonly string[], phrases: readonly string[]): number[] {
  if (phrases.length > FEW) return countTogether(texts, phrases);
  return phrases.map((phrase) => texts.reduce((sum, text) => sum + countPhrase(text, phrase), 0));
}

/** Counts phrases all at once: at each word, branches are followed as far as the text goes along. */
export function countTogether(texts: readonly string[], phrases: readonly string[]): number[] {
  const pieces = texts.map(piecesOf);
  const known = new Set(pieces.flat());
  const root: Branch = { next: new Map(), phrase: undefined };
  for (const phrase of phrases) plant(root, phrase, known);
  root.phrase = undefined;
  const counts = new Map<string, number>();
  texts.forEach((text, at) => {
    countIn(text, pieces[at] as string[], root, counts);
  });
  return phrases.map((phrase) => counts.get(phrase) ?? 0);
}

/** Adds a phrase to a tree, unless it has a piece that no text has. */
function plant(root: Branch, phrase: string, known: ReadonlySet<string>): void {
  let branch = root;
  for (const piece of piecesOf(phrase)) {
    if (!known.has(piece)) return;
    const next = branch.next.get(piece) ?? { next: new Map(), phrase: undefined };
    branch.next.set(piece, next);
    branch = next;
  }
  branch.phrase = phrase;
}

function countIn(text: string, pieces: readonly string[], root: Branch, counts: Map<string, number>): void {
  /** Where each phrase was last found to end: a phrase does not overlap itself. */
  const ends = new Map<string, number>();
  let start = 0;
  for (let first = 0; first < pieces.length; first++) {
    if (!goesOn(text[start - 1], text[start - 2])) {
      let end = start;
      let branch: Branch | undefined = root;
      for (let at = first; at < pieces.length; at++) {
        const piece = pieces[at] as string;
        branch = branch.next.get(piece);
        if (branch === undefined) break;
        end += piece.length;
        const { phrase } = branch;
        if (phrase === undefined || start < (ends.get(phrase) ?? 0) || goesOn(text[end], text[end + 1]))
          continue;
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
        ends.set(phrase, end);
      }
    }
    start += (pieces[first] as string).length;
  }
}

/** Cuts a text into words and single other characters. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    if (isWord(text[start])) while (isWord(text[end])) end++;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
