/** Size of a character, of a line and of the margin, in pixels; a monospaced letter is 0.6 of its height wide. */
const FONT_SIZE = 14;
const COLUMN = FONT_SIZE * 0.602;
const LINE = 20;
const MARGIN = 20;

const BACKGROUND = "#0d1117";
const FOREGROUND = "#e6edf3";

/** What a terminal's sequences for the look of text (SGR) ask for. `undefined` takes a look back. */
const LOOKS: Readonly<Record<string, Look>> = {
  0: { fill: undefined, "font-weight": undefined, "fill-opacity": undefined, "text-decoration": undefined },
  1: { "font-weight": "bold" },
  2: { "fill-opacity": "0.6" },
  4: { "text-decoration": "underline" },
  22: { "font-weight": undefined, "fill-opacity": undefined },
  24: { "text-decoration": undefined },
  31: { fill: "#ff7b72" },
  32: { fill: "#7ee787" },
  33: { fill: "#e3b341" },
  34: { fill: "#79c0ff" },
  35: { fill: "#d2a8ff" },
  36: { fill: "#76e3ea" },
  39: { fill: undefined },
  90: { fill: "#8b949e" },
};

type Look = Readonly<Record<string, string | undefined>>;

/** Splits text at its sequences; each match leaves the codes of one between two texts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const SEQUENCE = /\u001b\[([\d;]*)m/;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Draws what a terminal shows, colours included, as SVG with a title for those who do not see it. */
export function terminalSvg(title: string, output: string): string {
  const lines = output.trimEnd().split("\n");
  const columns = Math.max(...lines.map((line) => line.split(SEQUENCE).filter(isText).join("").length));
  const width = Math.ceil(columns * COLUMN) + 2 * MARGIN;
  const height = lines.length * LINE + 2 * MARGIN;
  let look: Look = {};
  const rows = lines.map((line, at) => {
    // Browsers do not agree on whether a group hands its white space down, so that each line keeps its own.
    const spans = line.split(SEQUENCE).map((part, index) => {
      if (isText(part, index)) return span(part, look);
      look = Object.assign({}, look, ...part.split(";").map(lookOf));
      return "";
    });
    return `<text style="white-space:pre" x="${MARGIN}" y="${MARGIN + at * LINE + FONT_SIZE}">${spans.join("")}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${FONT_SIZE}" fill="${FOREGROUND}">`,
    ...rows,
    "</g>",
    "</svg>\n",
  ].join("\n");
}

/** Tells the texts of a split line from the codes between them. */
const isText = (_part: string, index: number): boolean => index % 2 === 0;

function lookOf(code: string): Look {
  const look = LOOKS[code || "0"];
  if (look === undefined) throw new RangeError(`no look for the SGR code ${code}: add it to the table`);
  return look;
}

const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] as string);

function span(text: string, look: Look): string {
  const escaped = escapeText(text);
  const attributes = Object.entries(look).filter(([, value]) => value !== undefined);
  if (escaped === "" || attributes.length === 0) return escaped;
  return `<tspan ${attributes.map(([name, value]) => `${name}="${value}"`).join(" ")}>${escaped}</tspan>`;
}
