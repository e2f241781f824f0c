import { cycle, type Subject, sixDigits } from "./number.ts";
import { IMAGE_HOSTS } from "./words.ts";

/** What the post number fixes of a post's images. An image's place in its post counts from 1. */

/** Number of images from which on a post is called image heavy. */
export const IMAGE_HEAVY_FROM = 3;

/** The start of a caption as it stands in a query: `length` characters, `+` for spaces. */
const queryText = (caption: string, length: number) => caption.slice(0, length).replaceAll(" ", "+");

/** The URLs that follow from the host, the image's number and its caption. */
const FIXED_URLS: ReadonlyMap<string, (number: number, caption: string) => string> = new Map([
  ["picsum.photos", (number) => `https://picsum.photos/seed/anp-${sixDigits(number)}/1200/630`],
  ["placehold.co", (_, caption) => `https://placehold.co/1200x630/png?text=${queryText(caption, 42)}`],
  [
    "dummyimage.com",
    (_, caption) => `https://dummyimage.com/1200x630/111827/ffffff.png&text=${queryText(caption, 38)}`,
  ],
  ["loremflickr.com", (number) => `https://loremflickr.com/1200/630/code,developer?lock=${number}`],
]);

/** The one Unsplash URL that was seen. The site has four Unsplash entries; the other three were not observed. */
export const UNSPLASH_URL =
  "https://images.unsplash.com/photo-1515879218367-8466d910aaa4?auto=format&fit=crop&w=1200&q=80";

/** Gives the host of the image at a place of post `n`. */
export function imageHost(n: number, place: number): string {
  return cycle(IMAGE_HOSTS, n - place + 1);
}

/** Gives the URL of the image at a place of post `n`, or `undefined` where the host leaves it open. */
export function fixedImageUrl(host: string, n: number, place: number, caption: string): string | undefined {
  return FIXED_URLS.get(host)?.(n + place - 1, caption);
}

/** Gives the caption of the image at a place of a post on a subject. */
export function imageCaption({ problem, stack }: Subject, place: number): string {
  return `${problem} with ${stack} visual reference ${place}`;
}
